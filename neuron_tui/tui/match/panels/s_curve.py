"""The S-curve with every row of the table as a dot on it."""

from __future__ import annotations

import math

import numpy as np

from neuron_tui.game.explain.numbers import MINUS
from neuron_tui.game.explain.training import FLAT
from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron.neuron import sigmoid
from neuron_tui.tui.kit.cells import Line, fit
from neuron_tui.tui.kit.chart import OUTPUTS, Axis, Chart, Mark, Series, draw, nice_limit
from neuron_tui.tui.kit.glyphs import ASKED, SHOULD_BE_ONE, SHOULD_BE_ZERO
from neuron_tui.tui.kit.picture import Picture

FURTHEST = 20.0
"""Beyond such sums the curve is flat to nine decimals: dots further out are at its end."""
LABELLED = (26, 10)
"""From this width and height on there is room for the dots' labels."""
CAPTIONED = 12
"""From this height on there is room for a line of words."""
TANGENT = 0.09
"""How far the tangent reaches to either side, as a share of the picture's width."""
GHOST = "\u00b7"


def s_curve(
    replay: Replay,
    iteration: int,
    selected: int,
    *,
    labelled: bool = False,
    ghost: Replay | None = None,
    shape: float = 1.0,
) -> Chart:
    """The curve over the weighted sums, and a dot per row: filled where it should be 1, open where 0.

    Where there is room, the dots are labelled with the numbers of their rows. The selected dot has a short
    tangent; `shape` is the width of the plot over its height, as it is seen. The run behind has points.
    """
    reach = max(run.reach()[1] for run in (replay, ghost) if run is not None)
    limit = min(nice_limit(reach, 5.0), FURTHEST)
    sums, outputs = replay.sums(iteration), replay.outputs(iteration)
    along = np.linspace(-limit, limit, 240)
    marks = [] if ghost is None else _ghost_marks(replay, ghost, iteration)
    for row in sorted(range(len(sums)), key=lambda row: row == selected):  # the selected one on top
        asked = row >= len(replay.puzzle.examples)
        one = not asked and bool(replay.puzzle.examples[row].target)
        glyph = ASKED if asked else SHOULD_BE_ONE if one else SHOULD_BE_ZERO
        style = "accent" if asked else "one" if one else "zero"
        label = replay.puzzle.row_name(row) if labelled else ""
        strong = " strong" if row == selected else ""
        marks.append(Mark(float(sums[row]), float(outputs[row]), glyph, style + strong, label))
    end = f"{limit:g}"
    low, high = ("\u2264 ", "\u2265 ") if reach > limit else ("", "")  # what lies beyond stands at the end
    across = Axis(-limit, limit, ((-limit, low + MINUS + end), (0, "sum 0"), (limit, high + "+" + end)))
    curves = (
        Series(along, sigmoid(along), "muted"),
        between_0_and_1(tangent(float(sums[selected]), float(outputs[selected]), limit, shape)),
    )
    return Chart(across, OUTPUTS, curves, tuple(marks), level=0.5, cursor=float(sums[selected]))


def tangent(weighted_sum: float, output: float, limit: float, shape: float) -> Series:
    """A short piece of the straight line that touches the curve; it is equally long everywhere.

    Its slope is the gradient, `output * (1 - output)`.
    """
    gradient = output * (1 - output)
    steepness = gradient * 2 * limit / shape  # as it is seen: the plot is 2 * limit wide and 1 high
    reach = 2 * limit * TANGENT / math.hypot(1, steepness)
    centre = min(max(weighted_sum, -limit), limit)
    x = np.array([centre - reach, centre + reach])
    return Series(x, output + gradient * (x - centre), "text")


def between_0_and_1(line: Series) -> Series:
    """The part of a rising straight line that lies between 0 and 1; a flat one is there as a whole."""
    if line.y[0] == line.y[-1]:
        return line
    y = np.clip(line.y, 0, 1)
    return Series(np.interp(y, line.y, line.x), y, line.style)


def _ghost_marks(replay: Replay, ghost: Replay, iteration: int) -> list[Mark]:
    """Where the run behind has the same rows at this iteration."""
    at = min(iteration, ghost.recording.recorded)
    weights = ghost.weights(at)
    sums = ghost.model.weighted_sums(weights, replay.rows)
    outputs = ghost.model.think(weights, replay.rows)
    return [Mark(float(x), float(y), GHOST, "muted", behind=True) for x, y in zip(sums, outputs, strict=True)]


def slope_in_words(output: float, width: int) -> str:
    """What the slope of the curve at an output means for the output, with the number where there is room.

    Where there is little room it only says how steep it is.
    """
    gradient = output * (1 - output)
    if gradient < FLAT:
        here, meaning = "shallow here", "a change of the sum hardly shows"
    elif gradient < 0.15:
        here, meaning = "sloping here", "a change of the sum shows"
    else:
        here, meaning = "steep here", "a change of the sum shows most"
    texts = (f"slope {gradient:.4f}, {here}: {meaning}", f"{here}: {meaning}")
    return next((text for text in texts if len(text) <= width), here)


class SCurve(Picture):
    """How the weighted sums become outputs."""

    about = "S-curve: turns each weighted sum into an output. A dot for every row."

    def paint(self, width: int, height: int) -> list[Line]:
        labelled = width >= LABELLED[0] and height >= LABELLED[1]
        caption: list[Line] = []
        if height >= CAPTIONED:
            output = float(self.replay.outputs(self.iteration)[self.selected])
            caption = [((fit(slope_in_words(output, width), width), "muted"),)]
        rows = height - len(caption)
        chart = s_curve(
            self.replay,
            self.iteration,
            self.selected,
            labelled=labelled,
            ghost=self.ghost,
            shape=width / (2 * max(rows, 1)),
        )
        return [*caption, *draw(chart, width, rows)]
