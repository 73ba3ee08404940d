"""How it went, answer by answer: points as they were added up, and wins in a row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuron_tui.game.scoreboard.vectors import Floats, Indices

MOST_POINTS = 500
"""How many points of a curve are kept; a picture has fewer columns of dots than that."""


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
    """Points added up, from 0 before the first answer on. Both columns have the same length.

    `answers` are how many answers there were by then; the last one is all of them.
    """

    answers: Indices
    points: Floats


def points_over_time(points: Floats) -> PointsOverTime:
    """The points of one answer after the other as they grew, thinned out to MOST_POINTS."""
    count = len(points)
    kept = np.linspace(0, count, min(count + 1, MOST_POINTS)).round().astype(np.int64)
    return PointsOverTime(kept, np.concatenate([[0.0], np.cumsum(points)])[kept])
