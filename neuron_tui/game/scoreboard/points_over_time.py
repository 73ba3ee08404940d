"""How it went, answer by answer: points as they were added up, and wins in a row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuron_tui.game.scoreboard.counted_answers import Floats, Indices
from neuron_tui.game.scoreboard.head_to_head import HeadToHead
from neuron_tui.game.scoreboard.vectors import points

MOST_POINTS = 500
"""How many points of the curves are kept; a picture has fewer columns of dots than that."""


@dataclass(frozen=True)
class Streak:
    """Wins against the neuron in a row: up to now, and the most there ever were. A draw ends a streak."""

    current: int
    longest: int


def streak(winners: Indices) -> Streak:
    """The streaks of the player's wins; `winners` has shape `(answers,)` and is +1 at a win."""
    ends = np.flatnonzero(np.concatenate([[True], winners <= 0, [True]]))
    lengths = np.diff(ends) - 1
    return Streak(int(lengths[-1]), int(lengths.max()))


@dataclass(frozen=True, eq=False)
class PointsOverTime:
    """Points added up, from 0 before the first answer on. All columns have the same length.

    `answers` are how many answers there were by then; the last one is all of them.
    """

    answers: Indices
    you: Floats
    neuron: Floats


def points_over_time(total: HeadToHead) -> PointsOverTime:
    """Both players' points as they grew, thinned out to MOST_POINTS."""
    kept = np.linspace(0, total.count, min(total.count + 1, MOST_POINTS)).round().astype(np.int64)
    yours, its = (
        np.concatenate([[0.0], np.cumsum(points(side.errors))])[kept] for side in (total.you, total.neuron)
    )
    return PointsOverTime(kept, yours, its)
