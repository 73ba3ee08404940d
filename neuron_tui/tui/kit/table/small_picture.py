"""A little picture in half-block cells: two rows of points in each line, so that a point is nearly square."""

from __future__ import annotations

from collections.abc import Sequence

from neuron_tui.tui.kit.cells import Line, Span
from neuron_tui.tui.kit.glyphs import HALVES

Shape = tuple[int, int]
"""Rows and columns of a picture; its points are the inputs, row by row."""

LIT, UNLIT = "text", "unlit"


def lines_of(shape: Shape) -> int:
    """How many lines a picture takes."""
    return (shape[0] + 1) // 2


def small(inputs: Sequence[int], shape: Shape) -> list[Line]:
    """The picture: lit points bright, the others faint. An odd last row fills the upper half of its line."""
    rows, columns = shape
    points = [inputs[row * columns : (row + 1) * columns] for row in range(rows)]
    return [
        tuple(
            _cell(points[row][column], points[row + 1][column] if row + 1 < rows else None)
            for column in range(columns)
        )
        for row in range(0, rows, 2)
    ]


def _cell(upper: int, lower: int | None) -> Span:
    """Two points above each other in one cell, told by the glyph wherever it can be."""
    if lower is None:
        return HALVES[1], LIT if upper else UNLIT
    styles = (f"on-{UNLIT}", f"{LIT} on-{UNLIT}", LIT)
    return HALVES[upper + 2 * lower], styles[upper + lower]
