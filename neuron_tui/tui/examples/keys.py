"""The keys of "How many examples do you need?", and what its help says."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from neuron_tui.tui.kit.guess_scale import guess_keys

EXAMPLES_KEYS: list[BindingType] = [
    *guess_keys("surer"),
    Binding("enter", "confirm", "done", key_display="Enter", tooltip="let the guess stand"),
    Binding("e", "enough", "verdict", tooltip="no more: the verdict"),
    Binding("enter", "close", "home", key_display="Enter", tooltip="back home"),
    Binding("a", "again", "again", tooltip="from the first example"),
    Binding("q", "question", "question", tooltip="another question"),
    Binding("q", "same_question", show=False, tooltip="the question stays"),
    Binding("up", "select(-1)", "the row above", show=False, key_display="\u2191"),
    Binding("down", "select(1)", "the row below", show=False, key_display="\u2193"),
    Binding("p", "words", "all words", tooltip="all words on one page"),
    Binding("escape", "leave", "back", key_display="Esc"),
]
EXAMPLES_HELP = """
The examples appear one at a time. After each you say how likely it is that ??? is 1, and Enter
lets that guess stand. Then the next example appears. Enter alone keeps the guess you had.

The neuron gets the same rows at the same moment, and is trained on them from scratch. What it
believes is shown only once your guess stands.

In the picture the number of examples grows to the right, and the belief that the answer is 1
grows upwards. \u25b2 is you, \u25cf is the neuron, \u25d0 is where both agree, and \u25b3 is the
guess that you are making. The right answer \u25c6 is drawn at the end.

Who is at least 0.80 sure of the right answer, and stays so, has got there. Surer too early is who was
surer of the wrong answer. Where the answer is a share such as 3/4, to be within 0.10 of it is enough.

Nothing counts here. Leave before the verdict, and this puzzle's match still counts. Whoever has
seen the verdict knows the answer, so from then on its match is practice.
"""
