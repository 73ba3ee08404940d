"""Points over time as a picture: added up answer by answer, of both players or for foreseeing the neuron."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from neuron_tui.game.explain.numbers import MINUS, whole
from neuron_tui.game.scoreboard.foreseen import Foreseen
from neuron_tui.game.scoreboard.head_to_head import HeadToHead
from neuron_tui.game.scoreboard.vectors import Floats, points
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.chart import Axis, Chart, Mark, Series, draw, nice_limit
from neuron_tui.tui.kit.glyphs import NEURON, YOU
from neuron_tui.tui.scores.calibration import ITS, YOURS

SMALLEST = 100.0
"""The axis spans at least the points of one sure and right answer."""
STEPS = (1, 1.5, 2, 3, 4, 5, 6, 8)
"""The axis ends at one of these, times a power of ten."""


def short_amount(value: float) -> str:
    """A round number of points in few cells: 500, −2k, 12M."""
    size = abs(value)
    text = f"{size / 1e6:g}M" if size >= 1e6 else f"{size / 1e3:g}k" if size >= 1e3 else f"{size:g}"
    return (MINUS if value < 0 else "") + text


class Course(NamedTuple):
    """The points of each answer, shape `(answers,)`, what they came to in words, and how that is drawn."""

    points: Floats
    came_to: str
    glyph: str
    style: str


def match_courses(total: HeadToHead) -> tuple[Course, ...]:
    """Both players over the same answers."""
    you, neuron = total.you, total.neuron
    return (
        Course(points(you.errors), f"you {whole(you.points)}", YOU, YOURS),
        Course(points(neuron.errors), f"neuron {whole(neuron.points)}", NEURON, ITS),
    )


def foreseen_courses(foreseen: Foreseen) -> tuple[Course, ...]:
    """What it brought the player to foresee the neuron; nothing where they never did."""
    if not len(foreseen):
        return ()
    all_of_them, each = whole(float(foreseen.points.sum())), whole(float(foreseen.points.mean()))
    return (Course(foreseen.points, f"you {all_of_them}, {each} per answer", YOU, YOURS),)


def points_lines(courses: Sequence[Course], width: int, height: int) -> list[Line]:
    """The curves of these points added up, over as many answers each, and over them what they came to."""
    if not courses:
        return []
    grown = np.cumsum([[0.0, *course.points] for course in courses], axis=1)
    x = np.arange(len(grown[0]), dtype=np.float64)
    all_points = np.round(grown, 6)
    high, low = nice_limit(all_points.max(), 0, STEPS), -nice_limit(-all_points.min(), 0, STEPS)
    if high - low < SMALLEST:
        high = low + SMALLEST
    ticks = [(value, short_amount(value)) for value in sorted({low, 0.0, high})]
    drawn = list(zip(courses, grown, strict=True))[::-1]  # the first one in front
    chart = Chart(
        Axis(0, max(x[-1], 1), ((0, "0"), (x[-1], f"{int(x[-1]):,}"))),
        Axis(low, high, tuple(ticks)),
        tuple(Series(x, points, course.style) for course, points in drawn),
        tuple(Mark(x[-1], points[-1], course.glyph, course.style) for course, points in drawn),
        level=0.0,
    )
    gap = ("   ", "")
    legend = [span for each in courses for span in (gap, (f"{each.glyph} {each.came_to}", each.style))]
    return [tuple(legend[1:]), *draw(chart, width, height - 1)]
