"""Calibration as a picture: what was said across, how often it came true upright, for both players."""

from __future__ import annotations

import numpy as np

from neuron_tui.game.scoreboard.calibration import BINS, Bin, calibration
from neuron_tui.game.scoreboard.head_to_head import HeadToHead
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.chart import OUTPUTS, Chart, Mark, Series, column_of, draw
from neuron_tui.tui.kit.glyphs import NEURON, YOU

REACH = "\u2502"
"""Drawn where the share may lie in the long run."""
BELOW = 3
"""Lines under the axis: what they are, and a count for each bin of either player."""
MARGIN = 2

YOURS, ITS = "text strong", "accent"


def short(count: int) -> str:
    """A count in at most three cells: 999, 12k, .4M, 7M."""
    if count < 1_000:
        return f"{count}"
    if count < 100_000:
        return f"{count // 1_000}k"
    return f".{count // 100_000}M" if count < 1_000_000 else f"{count // 1_000_000}M"


def calibration_lines(total: HeadToHead | None, width: int, height: int) -> list[Line]:
    """Both players' shares over what they said, the diagonal, and how many answers each bin has."""
    if total is None:
        return []
    yours, its = (calibration(side.guesses, side.answers) for side in (total.you, total.neuron))
    rows = height - BELOW - 1
    columns = width - MARGIN
    legend: Line = ((f"{YOU} you", YOURS), ("   ", ""), (f"{NEURON} neuron", ITS))
    diagonal = Series(np.array([0.0, 1.0]), np.array([0.0, 1.0]), "faint")
    marks = [*_reaches(yours, rows - 1), *_marks(its, NEURON, ITS), *_marks(yours, YOU, YOURS)]
    chart = draw(Chart(OUTPUTS, OUTPUTS, (diagonal,), tuple(marks)), width, rows)
    if not chart:
        return [legend]
    heading: Line = (("how many answers".center(width), "muted"),)
    return [
        legend,
        *chart,
        heading,
        _counts(yours, YOU, YOURS, columns),
        _counts(its, NEURON, ITS, columns),
    ]


def _marks(bins: tuple[Bin, ...], glyph: str, style: str) -> list[Mark]:
    """A mark for each bin that has answers."""
    return [Mark(bin.said, bin.came, glyph, style) for bin in bins if bin.count]


def _reaches(bins: tuple[Bin, ...], rows: int) -> list[Mark]:
    """A quiet upright line for each bin, as long as its interval; it gives way to everything else."""
    found = []
    for bin in bins:
        if interval := bin.interval():
            steps = max(round((interval[1] - interval[0]) * rows * 2), 1)
            found += [
                Mark(bin.said, float(level), REACH, "faint", behind=True)
                for level in np.linspace(*interval, steps + 1)
            ]
    return found


def _counts(bins: tuple[Bin, ...], glyph: str, style: str, columns: int) -> Line:
    """The counts under their bins, as far as they have room."""
    cells = [" "] * columns
    for place, bin in enumerate(bins):
        text = short(bin.count) if bin.count else "\u00b7"
        centre = column_of(OUTPUTS, (place + 0.5) / BINS, columns)
        start = min(max(centre - (len(text) - 1) // 2, 0), columns - len(text))
        if start == 0 or cells[start - 1] == " ":
            cells[start : start + len(text)] = text
    return ((f"{glyph} ", style), ("".join(cells), "text" if glyph == YOU else "muted"))
