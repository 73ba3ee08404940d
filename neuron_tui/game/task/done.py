"""The tasks that a player has done: the best of each counts."""

from __future__ import annotations

from collections.abc import Iterable

from neuron_tui.game.journal.kept import KeptTask
from neuron_tui.puzzle.task import MOST_STARS


def stars_of(tasks: Iterable[KeptTask]) -> dict[tuple[str, str], int]:
    """The most stars for each task, by what the puzzle asks (its content) and the kind."""
    best: dict[tuple[str, str], int] = {}
    for task in tasks:
        key = task.content, task.do
        best[key] = max(best.get(key, 0), task.stars)
    return best


def about_tasks(tasks: Iterable[KeptTask]) -> str:
    """How many are done and with how many stars; empty where there is none."""
    best = stars_of(tasks).values()
    return f"Tasks: {len(best):,} done, {sum(best):,} of {MOST_STARS * len(best):,} stars." if best else ""
