"""What the scoreboard works out beside, only for what is in sight: titles, intervals, the ten seeds."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence

from neuron_tui.game.scores.figures import Figures
from neuron_tui.game.scores.intervals import bootstrap
from neuron_tui.game.scores.ranking import Row
from neuron_tui.game.scores.seeds import seeds_right
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.screens.scores.reading import Titles
from neuron_tui.widgets.scores.columns import Intervals

SLICE_SECONDS = 0.004
"""How long one goes on before the keys have their turn."""

_known: dict[str, int] = {}
"""How many seeds learn what a puzzle asks, by the hash of that: it never changes while the game runs."""


async def read_titles(puzzles: Sequence[str], titles: Titles) -> bool:
    """Read the files of these puzzles that are not read yet; says whether there were any."""
    read = False
    begun = time.monotonic()
    for puzzle in puzzles:
        entry = titles.entry(puzzle)
        if entry is not None and entry.reading is None:
            titles.shelf.read(entry.path)
            read = True
        if time.monotonic() - begun > SLICE_SECONDS:
            await asyncio.sleep(0)
            begun = time.monotonic()
    if read:
        titles.look()
    return read


async def intervals_of(figures: Figures, row: Row, kind: str) -> Intervals:
    """The intervals of a row's Brier scores, worked out in a thread: a million answers take a while."""
    return await asyncio.to_thread(_intervals, figures, row, kind)


def _intervals(figures: Figures, row: Row, kind: str) -> Intervals:
    groups = figures.chapters if kind == "chapter" else figures.puzzles
    scored = figures.scored.where(groups.places == groups.ids.index(row.id))
    nothing = (0.0, 0.0)
    return bootstrap(scored.errors) or nothing, bootstrap(scored.neuron_errors) or nothing


async def seeds_of(puzzle: Puzzle, wanted: Callable[[], bool]) -> int | None:
    """How many of the ten seeds come out right; None where it is no longer wanted before that is known."""
    content = content_of(puzzle)
    begun = time.monotonic()
    for right in () if content in _known else seeds_right(puzzle):
        if right is not None:
            _known[content] = right
        if time.monotonic() - begun > SLICE_SECONDS:
            await asyncio.sleep(0)
            if not wanted():
                return None
            begun = time.monotonic()
    return _known[content]
