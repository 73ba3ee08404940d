"""What the scoreboard works out behind the screen, only for what is in sight: titles and the ten starts."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence

from neuron_tui.game.proving.expectation import outcomes_of, train_starts
from neuron_tui.game.scoreboard.counted_answers import PuzzleVersion
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.tui.scores.titles import Titles

SLICE_SECONDS = 0.004
"""How long it works at a time before the keys have their turn."""

_known: dict[str, int] = {}
"""How many starts learn a puzzle, by the hash of what it asks: it never changes while the game runs."""


async def read_titles(puzzles: Sequence[PuzzleVersion], titles: Titles) -> bool:
    """Read the files of these puzzles that are not read yet; returns whether that changed any title."""
    changed = False
    begun = time.monotonic()
    for version in puzzles:
        changed |= titles.learn(version.id)
        if time.monotonic() - begun > SLICE_SECONDS:
            await asyncio.sleep(0)
            begun = time.monotonic()
    return changed


def known_starts(puzzles: Sequence[PuzzleVersion], titles: Titles) -> dict[PuzzleVersion, int | None]:
    """How many starts learn each of these puzzles, as far as it was found out since the game began.

    None for an earlier version, which has no starts.
    """
    known: dict[PuzzleVersion, int | None] = {
        version: None for version in puzzles if titles.is_earlier(version)
    }
    current = [version for version in puzzles if titles.is_current(version)]
    known.update((version, _known[version.content]) for version in current if version.content in _known)
    return known


async def right_starts(puzzle: Puzzle) -> int:
    """How many of the ten starts come out right. The keys have their turn meanwhile."""
    content = content_of(puzzle)
    if content not in _known:
        begun = time.monotonic()
        for weights in train_starts(puzzle):
            trained = weights
            if time.monotonic() - begun > SLICE_SECONDS:
                await asyncio.sleep(0)
                begun = time.monotonic()
        outcomes = outcomes_of(puzzle, trained)
        _known[content] = sum(outcome.questions_right == outcome.questions for outcome in outcomes)
    return _known[content]
