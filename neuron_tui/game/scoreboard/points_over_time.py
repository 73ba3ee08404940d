"""How it went, answer by answer: points as they were added up, and wins in a row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuron_tui.game.scoreboard.counted_answers import Floats, Indices
from neuron_tui.game.scoreboard.vectors import LOST, WORTH

POINTS = 500
"""So many points of the curves are kept; a picture has fewer columns of dots than that."""


@dataclass(frozen=True)
class Streak:
    """Wins against the neuron in a row: up to now, and the most there ever were. A draw ends a streak."""

    current: int
    longest: int


def streak(winners: NDArray[np.int8]) -> Streak:
    """The streaks of the player's wins; `winners` has shape `(answers,)` and is +1 at a win."""
    ends = np.flatnonzero(np.concatenate([[True], winners <= 0, [True]]))
    lengths = np.diff(ends) - 1
    return Streak(int(lengths[-1]), int(lengths.max()))


@dataclass(frozen=True, eq=False)
class Course:
    """Points added up, from 0 before the first answer on. All columns have the same length.

    `answers` are how many answers there were by then; the last one is all of them.
    """

    answers: Indices
    you: Floats
    neuron: Floats


def course(errors: Floats, neuron_errors: Floats) -> Course:
    """The course of both players' points, of which at most POINTS are kept. Both have shape `(answers,)`."""
    count = len(errors)
    kept = np.unique(np.linspace(0, count, min(count + 1, POINTS)).round().astype(np.int64))
    yours, its = (
        WORTH * kept - LOST * np.concatenate([[0.0], np.cumsum(column)[kept[1:] - 1]])
        for column in (errors, neuron_errors)
    )
    return Course(kept, yours, its)
