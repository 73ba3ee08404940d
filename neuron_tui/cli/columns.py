"""Text in aligned columns."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rich.cells import cell_len

from neuron_tui.puzzle.text import clean

GAP = "  "


def aligned(rows: Sequence[Sequence[str]], right: Collection[int] = ()) -> list[str]:
    """One line per row, its cells padded to equal width on the screen; the columns `right` to the right.

    All rows have as many cells. What a cell holds is cleaned of control characters.
    """
    cleaned = [[clean(cell) for cell in row] for row in rows]
    widths = [max(map(cell_len, column)) for column in zip(*cleaned, strict=True)]
    sides = [place in right for place in range(len(widths))]
    return [GAP.join(map(_padded, row, widths, sides)).rstrip() for row in cleaned]


def _padded(cell: str, width: int, to_the_right: bool) -> str:
    padding = " " * (width - cell_len(cell))
    return padding + cell if to_the_right else cell + padding
