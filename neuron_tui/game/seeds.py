"""Seeds for what is drawn by lot: a race, a small game."""

from __future__ import annotations

from collections.abc import Callable
from secrets import randbelow

from neuron_tui.puzzle.puzzle import MAX_SEED


def seeds(first: int | None = None) -> Callable[[], int]:
    """Draws a seed each time, but at first the one that was asked for."""
    asked_for = [] if first is None else [first]
    return lambda: asked_for.pop() if asked_for else randbelow(MAX_SEED + 1)
