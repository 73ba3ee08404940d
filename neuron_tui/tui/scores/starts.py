"""How many of the ten starts of the neuron learn a puzzle, worked out behind the screen."""

from __future__ import annotations

import asyncio

from neuron_tui.game.proving.expectation import outcomes_of, train_starts
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.puzzle import Puzzle

_known: dict[str, int] = {}
"""By the hash of what a puzzle asks: it never changes while the game runs."""


async def right_starts(puzzle: Puzzle) -> int:
    """How many of the ten starts come out right. The keys have their turn meanwhile."""
    content = content_of(puzzle)
    if content not in _known:
        for weights in train_starts(puzzle):
            trained = weights
            await asyncio.sleep(0)
        outcomes = outcomes_of(puzzle, trained)
        _known[content] = sum(outcome.questions_right == outcome.questions for outcome in outcomes)
    return _known[content]
