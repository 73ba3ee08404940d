"""A figure drawn in half blocks, whose pixels are nearly square."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from neuron_tui.game.race.schedule import Figure

Pixels = NDArray[np.bool_]

SMALL_SHARE = 0.45
"""How large a small figure is, beside a large one."""
LARGEST, LEAST_LARGE, LEAST_SMALL = 36, 8, 4
_HALVES = np.array([" ", "\u2580", "\u2584", "\u2588"])
"""A cell by its upper and its lower pixel."""


def pixels(figure: Figure, room: int, *, dark: bool) -> Pixels:
    """The figure in a square of at most `room` pixels, shape `(side, side)`, with an even side.

    White is what is light on the screen, black what is dark: on a dark screen a white figure is filled with
    the light style and a black one is an outline in it; on a light screen it is the other way round.
    """
    large = min(max(room // 2 * 2, LEAST_LARGE), LARGEST)
    side = large if figure.size else max(round(large * SMALL_SHARE / 2) * 2, LEAST_SMALL)
    shape = np.ones((side, side), dtype=bool) if figure.shape else _triangle(side)
    if (figure.colour == 0) == dark:
        return shape
    return shape & ~_worn(shape, max(side // 8, 1))


def _triangle(side: int) -> Pixels:
    """A triangle that stands on its base."""
    across, down = np.arange(side), np.arange(side)[:, None]
    half = (down // 2) + 1
    return np.asarray((across >= side // 2 - half) & (across < side // 2 + half))


def _worn(shape: Pixels, times: int) -> Pixels:
    """The shape without its outermost pixels."""
    for _ in range(times):
        wide = np.pad(shape, 1)
        shape = wide[1:-1, 1:-1] & wide[:-2, 1:-1] & wide[2:, 1:-1] & wide[1:-1, :-2] & wide[1:-1, 2:]
    return shape


def in_cells(shape: Pixels) -> list[str]:
    """Pixels as text, two of them to a cell, one above the other; the number of rows must be even."""
    cells = _HALVES[shape[::2].astype(np.int64) + 2 * shape[1::2].astype(np.int64)]
    return ["".join(row) for row in cells.tolist()]
