"""Work that goes on behind a screen."""

from __future__ import annotations

from collections.abc import Callable, Coroutine

from textual.worker import WorkType


def later(work: Callable[[], Coroutine[None, None, None]]) -> WorkType[None]:
    """Work for a worker, given as what begins it.

    A coroutine made at once and never begun, because the game is left in the same instant, is one that nobody
    awaits: Python would say so on the terminal.
    """
    return work
