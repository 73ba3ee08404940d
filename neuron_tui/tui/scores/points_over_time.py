"""Points over time as a picture: both players' points, added up answer by answer."""

from __future__ import annotations

import math

import numpy as np

from neuron_tui.game.explain.numbers import MINUS
from neuron_tui.game.scoreboard.points_over_time import PointsOverTime
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.chart import Axis, Chart, Mark, Series, draw
from neuron_tui.tui.kit.guess_scale import NEURON, YOU
from neuron_tui.tui.kit.painted import Painted
from neuron_tui.tui.scores.calibration import ITS, YOURS

SMALLEST = 100.0
"""The axis spans at least the points of one sure and right answer."""


def amount(value: float) -> str:
    """Points as they are shown: 1,234 or −5."""
    rounded = round(value)
    return f"{abs(rounded):,}" if rounded >= 0 else f"{MINUS}{abs(rounded):,}"


def short_amount(value: float) -> str:
    """A round number of points in few cells: 500, −2k, 12M."""
    size = abs(value)
    text = f"{size / 1e6:g}M" if size >= 1e6 else f"{size / 1e3:g}k" if size >= 1e3 else f"{size:g}"
    return (MINUS if value < 0 else "") + text


def round_up(value: float) -> float:
    """The next round number: 1, 1.5, 2, 3 and so on, times a power of ten."""
    if value <= 0:
        return 0.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(
        step * power for step in (1, 1.5, 2, 3, 4, 5, 6, 8, 10) if step * power >= value * (1 - 1e-12)
    )


def course_lines(course: PointsOverTime, width: int, height: int, who: str = "you") -> list[Line]:
    """Both curves, over them what they came to."""
    x = course.answers.astype(np.float64)
    everything = np.concatenate([course.you, course.neuron])
    high, low = round_up(float(everything.max())), -round_up(-float(everything.min()))
    if high - low < SMALLEST:
        high = low + SMALLEST
    ticks = [(value, short_amount(value)) for value in sorted({low, 0.0, high})]
    legend: Line = (
        (f"{YOU} {who} {amount(course.you[-1])}", YOURS),
        ("   ", ""),
        (f"{NEURON} neuron {amount(course.neuron[-1])}", ITS),
    )
    ends = Mark(x[-1], course.neuron[-1], NEURON, ITS), Mark(x[-1], course.you[-1], YOU, YOURS)
    chart = Chart(
        Axis(0, max(x[-1], 1), ((0, "0"), (x[-1], f"{int(x[-1]):,}"))),
        Axis(low, high, tuple(ticks)),
        (Series(x, course.neuron, ITS), Series(x, course.you, "text")),
        ends,
        level=0.0,
    )
    return [legend, *draw(chart, width, height - 1)]


class CoursePicture(Painted):
    """The points of both players from the first answer to the last."""

    def __init__(self) -> None:
        super().__init__(id="course", classes="panel")
        self._course: PointsOverTime | None = None
        self._who = "you"
        self.border_title = "Points over time"
        self.border_subtitle = "across: answers"

    def show(self, course: PointsOverTime, who: str = "you") -> None:
        """Show another course; `who` says whose points are beside the neuron's."""
        self._course, self._who = course, who
        self.repaint()

    def paint(self, width: int, height: int) -> list[Line]:
        """The picture."""
        return course_lines(self._course, width, height, self._who) if self._course else []
