"""The lucky starts as bars: one for each number of hidden neurons."""

from __future__ import annotations

from collections.abc import Sequence

from neuron_tui.game.lab.how_many import SuccessCount
from neuron_tui.tui.kit.cells import Line, fit

SUCCESSFUL, EXAMPLES_ONLY, NEITHER = "█", "▒", "·"
OWN = "▸"
NAME, THICKEST, WIDEST = 11, 4, 100
"""Cells of a bar's name, lines of a bar, and cells of one: no more than there are starts."""
LEGEND: Line = (
    ("  ", ""),
    (SUCCESSFUL, "accent"), (" lucky   ", "muted"),
    (EXAMPLES_ONLY, "muted"), (" examples only   ", "muted"),
    (NEITHER, "muted"), (" neither   ", "muted"),
    (OWN, "accent strong"), (" this puzzle   ", "muted"),
)  # fmt: skip


def bar_lengths(counts: SuccessCount, width: int) -> tuple[int, int]:
    """Cells for the lucky starts and for those with the examples only. None is left out or made whole."""
    successful = _cells(counts.successful, counts.starts, width)
    both = _cells(counts.successful + counts.examples_only, counts.starts, width)
    return successful, max(both - successful, 0)


def _cells(some: int, of: int, width: int) -> int:
    """Cells for a share: all of them only for all, none only for none."""
    if some in (0, of):
        return width if some else 0
    return min(max(round(width * some / of), 1), width - 1)


def bar_lines(counts: Sequence[SuccessCount], own: int, width: int, height: int) -> list[Line]:
    """A bar for each number of hidden neurons, and below them what the glyphs mean."""
    if not counts or width < 1:
        return []
    counted = len(f" {counts[0].starts} of {counts[0].starts}")
    room = max(min(width - 2 - NAME - counted - 1, WIDEST), 1)
    band = max((height - 1) // len(counts), 1)
    thick = max(min(band - 1, THICKEST), 1)
    lines: list[Line] = []
    for one in counts:
        for line in range(band):
            beside = line == (thick - 1) // 2
            lines.append(_line(one, one.hidden == own, room, counted, beside) if line < thick else ())
    lines += [()] * (height - 1 - len(lines))
    return [*lines[: height - 1], LEGEND]


def _line(counts: SuccessCount, own: bool, room: int, counted: int, beside: bool) -> Line:
    successful, examples = bar_lengths(counts, room)
    name = "one alone" if counts.hidden == 0 else f"{counts.hidden} hidden"
    mark = f"{OWN} " if own and beside else "  "
    return (
        (mark, "accent strong"),
        (fit(name if beside else "", NAME), "text strong" if own else "text"),
        (SUCCESSFUL * successful, "accent"),
        (EXAMPLES_ONLY * examples, "muted"),
        (NEITHER * (room - successful - examples), "faint"),
        (fit(f"{counts.successful} of {counts.starts}" if beside else "", counted, "right"), "text strong"),
    )
