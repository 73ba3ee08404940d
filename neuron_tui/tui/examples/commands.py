"""What can be done in "How many examples do you need?", and what its help says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from neuron_tui.tui.kit.command import Command, under
from neuron_tui.tui.kit.guess_commands import NUMBER_COMMANDS, guess_commands, guessing

if TYPE_CHECKING:
    from neuron_tui.tui.examples.screen import ExamplesScreen


def _solved(screen: ExamplesScreen) -> bool:
    return screen.answering.solved


def _has_guessed(screen: ExamplesScreen) -> bool:
    return screen.guessing and screen.has_begun


_GUESS: tuple[Command[ExamplesScreen], ...] = under(
    "Guess",
    Command("confirm", "enter", "done", lambda s: s.confirm(), guessing, "let the guess stand", "Enter"),
    Command(
        "enough",
        "end,greater_than_sign",
        "verdict",
        lambda s: s.stop_here(),
        _has_guessed,
        "enough: to the verdict",
        "End",
    ),
)
_GO_ON: tuple[Command[ExamplesScreen], ...] = under(
    "Go on",
    Command("home", "enter", "home", lambda s: s.leave(), _solved, "back home", "Enter"),
    Command("again", "a", "again", lambda s: s.again(), _solved, "again from the first example"),
    Command(
        "above", "up", "the row above", lambda s: s.select_next(-1), shown="\u2191", listed=False
    ),
    Command("below", "down", "the row below", lambda s: s.select_next(1), shown="\u2193", listed=False),
    Command("words", "v", "in words", lambda s: s.read_words(), about="all words on one page"),
    Command("leave", "escape", "back", lambda s: s.leave(), about="back home", shown="Esc"),
)  # fmt: skip
EXAMPLES_COMMANDS: tuple[Command[ExamplesScreen], ...] = (
    *guess_commands("surer"),
    *NUMBER_COMMANDS,
    *_GUESS,
    *_GO_ON,
)
EXAMPLES_HELP = """
The examples appear one at a time. After each you say how likely it is that ??? is 1, and Enter
lets that guess stand. Then the next example appears. Enter alone keeps the guess you had.

The neuron gets the same rows at the same moment, and is trained on them from scratch. What it
believes is shown only once your guess stands.

In the picture the number of examples grows to the right, and the belief that the answer is 1
grows upwards. \u25b2 is you, \u25cf is the neuron, \u25d0 is where both agree, and \u25b3 is the
guess that you are making. The right answer \u25c6 is drawn at the end.

Who is at least 0.90 sure of the right answer, and stays so, has got there. Surer too early is who was
surer of the wrong answer. Where the answer is a share such as 3/4, to be within 0.10 of it is enough.

Nothing counts here. Leave before the verdict, and this puzzle's match still counts. Whoever has
seen the verdict knows the answer, so from then on its match is practice.
"""
