"""Errors by block: those of people as published, of one race beside them, and of many neurons racing alone.

The people's are from Nosofsky, Gluck, Palmeri, McKinley and Glauthier (1994), "Comparing models of rule-based
classification learning: A replication and extension of Shepard, Hovland, and Jenkins (1961)", Memory &
Cognition 22, 352-369, Table 1, its first 16 blocks.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuron_tui.game.race.kinds import Kind, Outputs
from neuron_tui.game.race.race import Race, errors_by_block, reached_at
from neuron_tui.game.race.schedule import BLOCK, BLOCKS, neurons_wrong

MAX_RUNS = 100_000
SLICE = 1_000
"""Runs in one matrix; more would take more memory and no less time."""
SEEDS = 2**32
"""How many seeds numpy's legacy generator has."""
SOURCE = "Nosofsky and others (1994), Memory & Cognition 22, 352-369"
SHORT_SOURCE = "Nosofsky et al. 1994"
ERRORS: dict[Kind, tuple[float, ...]] = {
    "I": (
        0.211, 0.025, 0.003, 0.000, 0.000, 0.000, 0.000, 0.000,
        0.000, 0.000, 0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
    ),
    "II": (
        0.378, 0.156, 0.083, 0.056, 0.031, 0.027, 0.028, 0.016,
        0.016, 0.008, 0.000, 0.002, 0.005, 0.003, 0.002, 0.000,
    ),
    "III": (
        0.459, 0.286, 0.223, 0.145, 0.081, 0.078, 0.063, 0.033,
        0.023, 0.016, 0.019, 0.009, 0.008, 0.013, 0.009, 0.013,
    ),
    "IV": (
        0.422, 0.295, 0.222, 0.172, 0.148, 0.109, 0.089, 0.063,
        0.025, 0.031, 0.019, 0.025, 0.005, 0.000, 0.000, 0.000,
    ),
    "V": (
        0.472, 0.331, 0.230, 0.139, 0.106, 0.081, 0.067, 0.078,
        0.048, 0.045, 0.050, 0.036, 0.031, 0.027, 0.016, 0.014,
    ),
    "VI": (
        0.498, 0.341, 0.284, 0.245, 0.217, 0.192, 0.192, 0.177,
        0.172, 0.128, 0.139, 0.117, 0.103, 0.098, 0.106, 0.106,
    ),
}  # fmt: skip
"""The mean share of wrong answers in each block of 16 trials; 40 people learned each kind. Who had four
faultless rounds of eight in a row stopped, and counts as faultless from then on."""


@dataclass(frozen=True)
class Standing:
    """Wrong answers in 100, over all figures that were judged.

    `people` is the published mean over the blocks of these figures, each block counting by how many of its
    figures were judged; None where the pattern is none of the six kinds.
    """

    figures: int
    you: float
    neuron: float
    people: float | None


def standing_of(race: Race, kind: Kind | None) -> Standing:
    """The standing of a race with at least one trial."""
    people = None if kind is None else np.repeat(ERRORS[kind], BLOCK)[: race.trials]
    return Standing(
        race.trials,
        100 * int(race.yours_wrong.sum()) / race.trials,
        100 * int(race.neuron_wrong.sum()) / race.trials,
        None if people is None else 100 * float(people.mean()),
    )


@dataclass(frozen=True)
class ManyRaces:
    """The mean share of wrong answers in each of the 16 blocks, and how many reached the criterion."""

    runs: int
    seed: int
    errors: tuple[float, ...]
    reached: int

    @property
    def learned(self) -> float:
        """The share of neurons that reached the criterion."""
        return self.reached / self.runs


def race_alone(outputs: Outputs, runs: int, seed: int) -> ManyRaces:
    """Let 1 to MAX_RUNS neurons race; the i-th is the one of the race with the seed `seed + i`."""
    total, reached = np.zeros(BLOCKS), 0
    for first in range(0, runs, SLICE):
        seeds = (seed + np.arange(first, min(first + SLICE, runs), dtype=np.int64)) % SEEDS
        wrong = neurons_wrong(outputs, seeds)
        total += errors_by_block(wrong).sum(axis=0)
        reached += int((reached_at(wrong) >= 0).sum())
    return ManyRaces(runs, seed, tuple((total / runs).tolist()), reached)
