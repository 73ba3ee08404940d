"""The S-curve with every row of the table as a dot on it."""

from __future__ import annotations

import numpy as np

from neuron_tui.game.numbers import MINUS
from neuron_tui.game.replay import Replay
from neuron_tui.neuron.neuron import sigmoid
from neuron_tui.widgets.cells import Line
from neuron_tui.widgets.chart import Axis, Chart, Mark, Series, draw
from neuron_tui.widgets.picture import Picture, nice_limit

UPRIGHT = Axis(0, 1, ((0, "0"), (0.5, "\u00bd"), (1, "1")))
FURTHEST = 20.0
"""Beyond such sums the curve is flat to nine decimals: dots further out stand at its end."""
LABELLED = (26, 10)
"""From this width and height on there is room for the dots' labels."""
SHOULD_BE_ONE, SHOULD_BE_ZERO, ASKED = "\u25cf", "\u25cb", "\u25c6"


def s_curve(replay: Replay, iteration: int, selected: int, labelled: bool = False) -> Chart:
    """The curve over the weighted sums, and a dot per row: filled where it should be 1, open where 0.

    Where there is room, the dots are labelled with the numbers of their rows.
    """
    limit = min(nice_limit(replay.reach()[1], 5.0), FURTHEST)
    sums, outputs = replay.sums(iteration), replay.outputs(iteration)
    along = np.linspace(-limit, limit, 240)
    targets = replay.recording.training.targets
    marks = []
    for row in sorted(range(len(sums)), key=lambda row: row == selected):  # the selected one on top
        asked = row >= len(targets)
        one = not asked and bool(targets[row])
        glyph = ASKED if asked else SHOULD_BE_ONE if one else SHOULD_BE_ZERO
        ink = "accent" if asked else "one" if one else "zero"
        label = ("???" if asked else f"{row + 1}") if labelled else ""
        strong = " strong" if row == selected else ""
        marks.append(Mark(float(sums[row]), float(outputs[row]), glyph, ink + strong, label))
    end = f"{limit:g}"
    across = Axis(-limit, limit, ((-limit, MINUS + end), (0, "0"), (limit, "+" + end)))
    curve = Series(along, sigmoid(along), "muted")
    cursor = float(sums[selected])
    return Chart(across, UPRIGHT, (curve,), tuple(marks), level=0.5, cursor=cursor)


class SCurve(Picture):
    """How the weighted sums become outputs."""

    def paint(self, width: int, height: int) -> list[Line]:
        """The curve and its dots in so many cells."""
        labelled = width >= LABELLED[0] and height >= LABELLED[1]
        return draw(s_curve(self.replay, self.iteration, self.selected, labelled), width, height)
