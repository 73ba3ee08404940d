"""The keys of a match, in the order in which the line of keys offers them; and what its help says."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from neuron_tui.tui.kit.guess_scale import guess_keys
from neuron_tui.tui.kit.tape.playback import SPEED_KEYS, TRANSPORT_KEYS
from neuron_tui.tui.match.hand import HAND_KEYS
from neuron_tui.tui.match.lab import LAB_KEYS
from neuron_tui.tui.match.open_views import INSIDE_KEYS
from neuron_tui.tui.match.panel_focus import PANEL_KEYS
from neuron_tui.tui.match.selected_weight import WEIGHT_KEYS

ROWS = Binding.Group("rows")
MATCH_KEYS: list[BindingType] = [
    *guess_keys("move"),
    Binding("enter", "confirm(False)", "next question", key_display="Enter", tooltip="confirm the guess"),
    Binding("enter", "confirm(True)", "done", key_display="Enter", tooltip="confirm the guess"),
    Binding("h", "hint", "hint", tooltip="a hint, then the next"),
    Binding("enter", "next", "next", key_display="Enter", tooltip="the next puzzle"),
    Binding("a", "again", "again", tooltip="the same puzzle again"),
    Binding("s", "share", "share", tooltip="the result card"),
    *TRANSPORT_KEYS,
    *INSIDE_KEYS,
    *HAND_KEYS,
    *LAB_KEYS,
    *SPEED_KEYS,
    Binding("up", "select(-1)", "the row above", key_display="\u2191", group=ROWS),
    Binding("down", "select(1)", "the row below", key_display="\u2193", group=ROWS),
    *WEIGHT_KEYS,
    *PANEL_KEYS,
    Binding("f", "exact", "more decimals, or fewer", show=False),
    Binding("p", "words", "all words", tooltip="all words on one page"),
    Binding("escape", "leave", "back", key_display="Esc", tooltip="back home"),
]
MATCH_HELP = """
The table holds the examples, and below the line the row to guess. Find the rule that links
inputs to output.

A guess is a number from 0 to 1: how likely is it that the answer is 1? Sure and right gives
+100, sure and wrong \u2212300, undecided 0. Saying just what you believe scores best.

Where chance has a say, the same inputs lead now to 1, now to 0. An answer such as 3/4 says how often
it is 1, and points are the mean over all that may come. A question may also have no right answer:
then its answer reads ?, and nobody gets points.

The neuron multiplies each input by a weight (orange pulls towards 1, blue towards 0) and adds
them up: the weighted sum. The S-curve turns the sum into an output between 0 and 1. Filled dots
\u25cf should come out 1, open dots \u25cb should come out 0, and \u25c6 is the row that nobody
told it about.

At each iteration it compares its outputs with the table and moves every weight a little to make
its errors smaller. The iterations are drawn with the first hundred wide and the last thousands
narrow. Above them stands the error; \u2713 and \u2717 mark where an example came out right, or no
longer did, and ~ where both happened.

Which weight will move most? Select one with n or a click, and go on with the dot.

Whatever you try beside the match is not scored. The run before stays in sight as a dotted curve,
and R goes back to the puzzle's own. F4 tells what the terms mean.
"""
