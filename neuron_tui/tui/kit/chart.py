"""Charts in cells: braille curves with axes and marks, as a pure function of data and size."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

import numpy as np
from numpy.typing import NDArray

from neuron_tui.tui.kit.cells import ELLIPSIS, Line, Span, cells_of, width_of

Array = NDArray[np.float64]
Cells = NDArray[np.object_]
"""A text or a style per cell. The cell that the right half of a wide character covers holds an empty text."""
Bits = NDArray[np.int64]
"""The braille dots of each cell."""
Dots = NDArray[np.bool_]
Place = tuple[int, int]
"""A row and a column."""

MIXED = "\u25d0"
"""Stands in a cell where marks of different glyphs meet, unless a strong one is on top."""
MOST_LABELS = 3
LEVEL, CURSOR = "\u00b7", "\u2506"

_DOTS = np.array([[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]])
"""The bits of a braille cell, four dots high and two wide (Unicode, "Braille Patterns")."""


@dataclass(frozen=True)
class Axis:
    """From where to where an axis goes, and its labels at their values."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...] = ()

    def share(self, value: float) -> float:
        """The place of a value on the axis, 0 to 1; values beyond the ends are put there."""
        return min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)


OUTPUTS = Axis(0, 1, ((0, "0"), (0.5, "\u00bd"), (1, "1")))
"""The axis of everything that the neuron says."""


def nice_limit(value: float, least: float, steps: Sequence[float] = (1, 2, 3, 5)) -> float:
    """The end of an axis that holds `value`: one of the steps times a power of ten, and at least `least`."""
    limit, step = least, 0
    while limit < value:
        limit = steps[step % len(steps)] * 10.0 ** (step // len(steps))
        step += 1
    return limit


def signed_axis(limit: float) -> Axis:
    """The axis of weights, from minus the limit to the limit."""
    return Axis(-limit, limit, ((-limit, f"\u2212{limit:g}"), (0, "0"), (limit, f"+{limit:g}")))


@dataclass(frozen=True, eq=False)
class Series:
    """A curve through points, drawn in a style. `x` and `y` have shape (points,); x rises.

    A dotted one shows every third of its dots: it stays behind all others.
    """

    x: Array
    y: Array
    style: str
    dotted: bool = False


@dataclass(frozen=True)
class Mark:
    """A glyph at a point. Marks that fall into one cell share it: they never move from where they belong.

    The labels are put next to it where cells are free, and are left out where they are not. One
    that is `behind` gives way to the others in its cell.
    """

    x: float
    y: float
    glyph: str
    style: str
    label: str = ""
    behind: bool = False


@dataclass(frozen=True, eq=False)
class Chart:
    """All that is drawn. Later series and marks are drawn over earlier ones.

    Quiet lines go across at the `level`, and upright at the `cursor`.
    """

    x: Axis
    y: Axis
    series: tuple[Series, ...] = ()
    marks: tuple[Mark, ...] = ()
    level: float | None = None
    cursor: float | None = None


def draw(chart: Chart, width: int, height: int) -> list[Line]:
    """The chart in `width` x `height` cells: y labels on the left, x labels below."""
    margin = max((width_of(label) for _, label in chart.y.ticks), default=0) + 1
    columns, rows = width - margin, height - 1
    if columns < 4 or rows < 2:
        return []
    labels = {row_of(chart.y, value, rows): label for value, label in chart.y.ticks}
    lines: list[Line] = []
    for row, line in enumerate(plot(chart, columns, rows)):
        label = labels.get(row, "")
        edge: Span = (
            label.rjust(margin - 1) + ("\u2524" if label else "\u2502"),
            "muted" if label else "faint",
        )
        lines.append((edge, *line))
    lines.append(_labels_below(chart.x, margin, columns))
    return lines


def plot(chart: Chart, columns: int, rows: int) -> list[Line]:
    """The plot between the axes, in `columns` x `rows` cells."""
    glyphs = np.full((rows, columns), " ", dtype=object)
    styles = np.full((rows, columns), "faint", dtype=object)
    if chart.level is not None:
        glyphs[row_of(chart.y, chart.level, rows), ::2] = LEVEL
    if chart.cursor is not None:
        glyphs[:, column_of(chart.x, chart.cursor, columns)] = CURSOR
    solid, dotted = (np.zeros((rows, columns), dtype=np.int64) for _ in range(2))
    for series in chart.series:
        _curve(series, chart, dotted if series.dotted else solid, styles)
    bits = solid | dotted
    drawn = bits > 0
    glyphs[drawn] = [chr(0x2800 + cell) for cell in bits[drawn].tolist()]
    _marks(chart, glyphs, styles, solid == 0)
    return [tuple(runs_of(glyphs[row], styles[row])) for row in range(rows)]


def braille(dots: Dots) -> Bits:
    """Dots, two to a cell across and four upright, as the bits of their cells."""
    high, wide = dots.shape
    return np.asarray((dots.reshape(high // 4, 4, wide // 2, 2) * _DOTS[None, :, None, :]).sum(axis=(1, 3)))


def column_of(axis: Axis, value: float, columns: int) -> int:
    """The column of a value: the one of a curve's dot there."""
    return round(axis.share(value) * (2 * columns - 1)) // 2


def row_of(axis: Axis, value: float, rows: int) -> int:
    """The row of a value, from the top: the one of a curve's dot there."""
    return round((1 - axis.share(value)) * (4 * rows - 1)) // 4


def _curve(series: Series, chart: Chart, bits: Bits, styles: Cells) -> None:
    """Add the braille dots through the points, without gaps where the curve is steep."""
    rows, columns = bits.shape
    if len(series.x) == 0:
        return
    wide, high = columns * 2, rows * 4
    span = chart.x.high - chart.x.low
    first, last = (round(chart.x.share(value) * (wide - 1)) for value in (series.x[0], series.x[-1]))
    at = np.arange(first, last + 1)
    values = np.interp(chart.x.low + at / (wide - 1) * span, series.x, series.y)
    share = (values - chart.y.low) / (chart.y.high - chart.y.low)
    level = np.clip(np.round((1 - share) * (high - 1)), 0, high - 1).astype(np.int64)
    before = np.concatenate([level[:1], level[:-1]])
    highest = np.minimum(level, np.where(before < level, before + 1, level))
    lowest = np.maximum(level, np.where(before > level, before - 1, level))
    down = np.arange(high)[:, None]
    dots = np.zeros((high, wide), dtype=bool)
    drawn = (down >= highest) & (down <= lowest)
    if series.dotted:  # counted along the curve, so that it is seen at every slope
        count = lowest - highest + 1
        along = np.cumsum(count) - count + np.where(before < level, down - highest, lowest - down)
        drawn &= along % 3 == 0
    dots[:, first : last + 1] = drawn
    cells = braille(dots)
    bits |= cells
    styles[cells > 0] = series.style


def _marks(chart: Chart, glyphs: Cells, styles: Cells, free: Dots) -> None:
    """Marks in their cells; the last one in a cell is on top. Labels go into free cells."""
    rows, columns = glyphs.shape
    places: dict[Place, list[Mark]] = {}
    for mark in chart.marks:
        column, row = column_of(chart.x, mark.x, columns), row_of(chart.y, mark.y, rows)
        places.setdefault((row, column), []).append(mark)
    for place, marks in places.items():
        places[place] = [mark for mark in marks if not mark.behind] or marks
    for (row, column), marks in places.items():
        top = marks[-1]
        mixed = len({mark.glyph for mark in marks}) > 1 and not top.style.endswith("strong")
        glyphs[row, column] = MIXED if mixed else top.glyph
        styles[row, column] = "text" if mixed else top.style
        free[row, column] = False
    for place, marks in places.items():
        labels = [mark.label for mark in marks if mark.label]
        more = ELLIPSIS if len(labels) > MOST_LABELS else ""
        colours = {mark.style.removesuffix(" strong") for mark in marks}
        style = colours.pop() if len(colours) == 1 else "text"
        others = places.keys() - {place}
        for joint in (", ", ","):  # the narrower one where there is no room for the other
            joined = joint.join(labels[:MOST_LABELS]).removesuffix(more) + more
            if _label(joined, style, place, others, glyphs, styles, free):
                break


def _label(
    label: str, style: str, place: Place, others: set[Place], glyphs: Cells, styles: Cells, free: Dots
) -> bool:
    """Put a label next to its cell, else below or above, where all the cells that it needs are free.

    Never as near to another mark: it would seem to be that one's. Returns whether there was room.
    """
    size, (row, column) = width_of(label), place
    rows, columns = glyphs.shape
    right, left, middle = column + 2, column - 1 - size, column - size // 2
    near = [(row, right), (row, left), (row + 1, middle), (row - 1, middle), (row - 1, left), (row + 1, left)]
    further = [(row + away, start) for away in (2, -2, 3) for start in (right, left)]
    inside = min(max(middle, 0), columns - size)
    further += [(row - 1, right), (row + 1, right), (row - 2, inside), (row + 2, inside)]
    for at, start in near + further:
        if size == 0 or not 0 <= at < rows or start < 0 or start + size > columns:
            continue
        own, nearest = (
            min((_distance(mark, at, start, size) for mark in marks), default=math.inf)
            for marks in ({place}, others)
        )
        if free[at, max(start - 1, 0) : start + size + 1].all() and own < nearest:
            around = glyphs[at, max(start - 1, 0) : start + size + 1]
            around[around == LEVEL] = " "  # a word does not run into the dots
            glyphs[at, start : start + size] = cells_of(label)
            styles[at, start : start + size] = style
            free[at, start : start + size] = False
            return True
    return False


def _distance(mark: Place, row: int, start: int, size: int) -> float:
    """How far a label is from a mark, in cells across; a cell is twice as high as it is wide."""
    across = max(start - mark[1], mark[1] - (start + size - 1), 0)
    return math.hypot(across, 2 * (row - mark[0]))


def runs_of(glyphs: Iterable[str], styles: Iterable[str]) -> list[Span]:
    """One row of cells as spans of equal style."""
    ahead = iter(glyphs)
    return [("".join(islice(ahead, len(list(run)))), style) for style, run in groupby(styles)]


def _labels_below(axis: Axis, margin: int, columns: int) -> Line:
    """The labels of the x axis, centred under their values; one that would touch another is left out."""
    cells = [" "] * (margin + columns)
    ends_first = sorted(axis.ticks, key=lambda tick: -abs(axis.share(tick[0]) - 0.5))
    for value, label in ends_first:
        centre = margin + column_of(axis, value, columns)
        start = min(max(round(centre - (len(label) - 1) / 2), 0), margin + columns - len(label))
        if all(cell == " " for cell in cells[max(start - 1, 0) : start + len(label) + 1]):
            cells[start : start + len(label)] = label
    return (("".join(cells), "muted"),)
