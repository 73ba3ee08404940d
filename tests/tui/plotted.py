"""Curves and marks read back from a chart's cells, and where the values of a tape belong in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuron_tui.neuron.neuron import Array
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.chart import Axis, Chart, draw
from tests.tui.reading import cells

Cell = tuple[str, str]
"""A glyph and its style."""

_BITS = {(0, 0): 1, (1, 0): 2, (2, 0): 4, (3, 0): 64, (0, 1): 8, (1, 1): 16, (2, 1): 32, (3, 1): 128}
"""The bit of each (dot from the top, dot from the left), as Unicode numbers them."""


def plot(chart: Chart, width: int, height: int) -> list[list[Cell]]:
    """The cells inside the axes, row by row."""
    margin = max((len(label) for _, label in chart.y.ticks), default=0) + 1
    return [cells(line)[margin:] for line in draw(chart, width, height)[:-1]]


def is_braille(glyph: str) -> bool:
    """Whether a cell holds dots of curves."""
    return len(glyph) == 1 and 0x2800 < ord(glyph) <= 0x28FF


def dots_in(rows: list[list[Cell]], *styles: str) -> list[list[int]]:
    """The braille dots of each dot column, counted from the top; only those in these styles, if any."""
    found: list[list[int]] = []
    for column in range(2 * len(rows[0])):
        found.append([])
        for down in range(4 * len(rows)):
            glyph, style = rows[down // 4][column // 2]
            counts = is_braille(glyph) and (not styles or style in styles)
            if counts and (ord(glyph) - 0x2800) & _BITS[down % 4, column % 2]:
                found[-1].append(down)
    return found


def dots(chart: Chart, width: int, height: int, *styles: str) -> list[list[int]]:
    """The braille dots of a chart."""
    return dots_in(plot(chart, width, height), *styles)


def where(chart: Chart, glyph: str, width: int = 21, height: int = 12) -> list[tuple[int, int]]:
    """The (column, row) of every cell that shows a glyph, inside the axes."""
    return where_in(plot(chart, width, height), glyph)


def where_in(rows: list[list[Cell]], glyph: str) -> list[tuple[int, int]]:
    """The (column, row) of every cell that shows a glyph."""
    return [(x, y) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell[0] == glyph]


def stands_at(cell: tuple[int, int], x: float, y: float, columns: int, rows: int) -> bool:
    """Whether a cell is the one of a point, x from the left and y from below, each from 0 to 1.

    A cell is two dots wide and four dots high, and a point is at the dot that is nearest to it.
    """
    column, row = cell
    across, down = x * (2 * columns - 1), (1 - y) * (4 * rows - 1)
    return abs(2 * column + 0.5 - across) <= 1.0001 and abs(4 * row + 1.5 - down) <= 2.0001


def filled(found: list[list[int]]) -> list[int]:
    """The dot columns that hold a dot."""
    return [column for column, downs in enumerate(found) if downs]


def styles_of(lines: list[Line], words: str) -> set[str]:
    """The styles of the runs that hold these words."""
    return {style for line in lines for text, style in line if words in text}


@dataclass(frozen=True, eq=False)
class Expected:
    """Values at places from 0 to 1, both of shape (points,), on an upright axis of `high` dots."""

    places: Array
    values: Array
    upright: Axis
    high: int

    @classmethod
    def on_timeline(
        cls, values: Array, iterations: int, upright: Axis, high: int, *, linear: bool = False
    ) -> Expected:
        """A value per iteration from 0 on, on the scale of a run with so many iterations."""
        at = np.arange(len(values))
        places = at / iterations if linear else np.log(1 + at) / np.log(1 + iterations)
        return cls(places, values, upright, high)

    def near(self, column: int, wide: int) -> tuple[float, float]:
        """Between which dots, counted from the top, the values around a dot column lie, give or take one."""
        place = column / (wide - 1)
        first, last = np.searchsorted(self.places, [place - 1.5 / (wide - 1), place + 1.5 / (wide - 1)])
        values = self.values[max(int(first) - 1, 0) : int(last) + 1]  # with those on either side
        span = self.upright.high - self.upright.low
        down = (1 - (values - self.upright.low) / span) * (self.high - 1)
        return float(down.min()) - 1, float(down.max()) + 1

    def holds(self, found: list[list[int]]) -> bool:
        """Whether every dot that was found is one of these values'."""
        for column in filled(found):
            low, high = self.near(column, len(found))
            if not all(low <= down <= high for down in found[column]):
                return False
        return True
