"""Wins in a row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuron_tui.game.scoreboard.vectors import Indices


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
