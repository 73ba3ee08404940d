"""How wide the columns of a table are."""

from __future__ import annotations

from collections.abc import Sequence


def widest_gap(widths: Sequence[int], gaps: Sequence[int], room: int) -> int:
    """The first of the gaps, from the widest on, with which all columns fit side by side; 0 for none."""
    return next((gap for gap in gaps if sum(widths) + gap * (len(widths) - 1) <= room), 0)


def fit_columns(wanted: Sequence[int], gaps: Sequence[int], room: int) -> tuple[tuple[int, ...], int]:
    """The widths of columns in `room` cells, none above what it wants, and the gap between them.

    First the gap gives way, then the widest columns, down to a cell each, and at last there is no gap.
    """
    widths, gap = tuple(wanted), widest_gap(wanted, gaps, room)
    for widest in range(max(wanted) - 1, 0, -1):
        if gap:
            break
        widths = tuple(min(width, widest) for width in wanted)
        gap = widest_gap(widths, gaps[-1:], room)
    return widths, gap
