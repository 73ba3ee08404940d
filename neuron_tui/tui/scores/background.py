"""What the scoreboard works out beside, only for what is in sight: titles, intervals, the ten seeds."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence

from neuron_tui.game.proving.expectation import outcomes_of, train_starts
from neuron_tui.game.scoreboard.counted_answers import PuzzleVersion
from neuron_tui.game.scoreboard.figures import Figures
from neuron_tui.game.scoreboard.intervals import bootstrap
from neuron_tui.game.scoreboard.ranking import ScoreRow
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.tui.scores.columns import Intervals
from neuron_tui.tui.scores.titles import Titles

SLICE_SECONDS = 0.004
"""How long one goes on before the keys have their turn."""

_known: dict[str, int] = {}
"""How many seeds learn what a puzzle asks, by the hash of that: it never changes while the game runs."""


async def read_titles(puzzles: Sequence[PuzzleVersion], titles: Titles) -> bool:
    """Read the files of these puzzles that are not read yet; says whether that told anything."""
    learned = False
    begun = time.monotonic()
    for asked in puzzles:
        learned |= titles.learn(asked.id)
        if time.monotonic() - begun > SLICE_SECONDS:
            await asyncio.sleep(0)
            begun = time.monotonic()
    return learned


async def intervals_of(figures: Figures, row: ScoreRow, kind: str) -> Intervals:
    """The intervals of a row's Brier scores, worked out in a thread: a million answers take a while."""
    return await asyncio.to_thread(_intervals, figures, row, kind)


def _intervals(figures: Figures, row: ScoreRow, kind: str) -> Intervals:
    if kind == "chapter":
        chosen = figures.chapters.places == figures.chapters.ids.index(row.id)
    else:
        chosen = figures.puzzles.places == figures.puzzles.ids.index(PuzzleVersion(row.id, row.content))
    scored, nothing = figures.scored, (0.0, 0.0)
    return bootstrap(scored.errors[chosen]) or nothing, bootstrap(scored.neuron_errors[chosen]) or nothing


def known_seeds(puzzles: Sequence[PuzzleVersion], titles: Titles) -> dict[PuzzleVersion, int | None]:
    """How many seeds learn each of these puzzles, as far as it was found out since the game began.

    None for an earlier version, which has no seeds.
    """
    known: dict[PuzzleVersion, int | None] = {asked: None for asked in puzzles if titles.is_earlier(asked)}
    current = [asked for asked in puzzles if titles.is_current(asked)]
    known.update((asked, _known[asked.content]) for asked in current if asked.content in _known)
    return known


async def seeds_of(puzzle: Puzzle, wanted: Callable[[], bool]) -> int | None:
    """How many of the ten seeds come out right; None where it is no longer wanted before that is known."""
    content = content_of(puzzle)
    if content not in _known:
        begun = time.monotonic()
        for weights in train_starts(puzzle):
            trained = weights
            if time.monotonic() - begun > SLICE_SECONDS:
                await asyncio.sleep(0)
                if not wanted():
                    return None
                begun = time.monotonic()
        outcomes = outcomes_of(puzzle, trained)
        _known[content] = sum(outcome.questions_right == outcome.questions for outcome in outcomes)
    return _known[content]
