"""Many neurons racing on their own, side by side."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuron_tui.game.race.criterion import errors_by_block, reached_at
from neuron_tui.game.race.eight import Outputs
from neuron_tui.game.race.trial_order import BLOCKS, neurons_wrong

MAX_RUNS = 100_000
SLICE = 1_000
"""So many run as one matrix; more would take more memory and no less time."""
SEEDS = 2**32
"""Numpy's legacy generator knows so many seeds."""


@dataclass(frozen=True)
class Many:
    """The mean share of wrong answers in each of the 16 blocks, and how many reached the criterion."""

    runs: int
    seed: int
    errors: tuple[float, ...]
    reached: int

    @property
    def learned(self) -> float:
        """The share of neurons that reached the criterion."""
        return self.reached / self.runs


def race_alone(outputs: Outputs, runs: int, seed: int) -> Many:
    """Let 1 to MAX_RUNS neurons race; the i-th is the one of the race with the seed `seed + i`."""
    total, reached = np.zeros(BLOCKS), 0
    for first in range(0, runs, SLICE):
        seeds = (seed + np.arange(first, min(first + SLICE, runs), dtype=np.int64)) % SEEDS
        wrong = neurons_wrong(outputs, seeds)
        total += errors_by_block(wrong).sum(axis=0)
        reached += int((reached_at(wrong) >= 0).sum())
    return Many(runs, seed, tuple((total / runs).tolist()), reached)
