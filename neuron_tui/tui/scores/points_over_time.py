"""Points over time as a picture: both players' points, added up answer by answer."""

from __future__ import annotations

import numpy as np

from neuron_tui.game.explain.numbers import MINUS, whole
from neuron_tui.game.scoreboard.points_over_time import points_over_time
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.chart import Axis, Chart, Mark, Series, draw, nice_limit
from neuron_tui.tui.kit.glyphs import NEURON, YOU
from neuron_tui.tui.scores.calibration import ITS, YOURS, Compared

SMALLEST = 100.0
"""The axis spans at least the points of one sure and right answer."""
STEPS = (1, 1.5, 2, 3, 4, 5, 6, 8)
"""The axis ends at one of these, times a power of ten."""


def short_amount(value: float) -> str:
    """A round number of points in few cells: 500, −2k, 12M."""
    size = abs(value)
    text = f"{size / 1e6:g}M" if size >= 1e6 else f"{size / 1e3:g}k" if size >= 1e3 else f"{size:g}"
    return (MINUS if value < 0 else "") + text


def points_lines(compared: Compared | None, width: int, height: int) -> list[Line]:
    """Both curves, over them what they came to."""
    if compared is None:
        return []
    total, who = compared
    points = points_over_time(total)
    x = points.answers.astype(np.float64)
    both = np.round([points.you, points.neuron], 6)
    high, low = nice_limit(both.max(), 0, STEPS), -nice_limit(-both.min(), 0, STEPS)
    if high - low < SMALLEST:
        high = low + SMALLEST
    ticks = [(value, short_amount(value)) for value in sorted({low, 0.0, high})]
    legend: Line = (
        (f"{YOU} {who} {whole(points.you[-1])}", YOURS),
        ("   ", ""),
        (f"{NEURON} neuron {whole(points.neuron[-1])}", ITS),
    )
    ends = Mark(x[-1], points.neuron[-1], NEURON, ITS), Mark(x[-1], points.you[-1], YOU, YOURS)
    chart = Chart(
        Axis(0, max(x[-1], 1), ((0, "0"), (x[-1], f"{int(x[-1]):,}"))),
        Axis(low, high, tuple(ticks)),
        (Series(x, points.neuron, ITS), Series(x, points.you, "text")),
        ends,
        level=0.0,
    )
    return [legend, *draw(chart, width, height - 1)]
