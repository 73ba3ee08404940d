"""How many decimals each number of an iteration carries, so that it can be worked out from the others.

Written with d decimals, a number is at most half of its last digit away from what it is. What is worked out
from such numbers may come out at most 1.5 of the last digit away from what is written there, which rounds to
one. The rules below follow from that.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from neuron_tui.game.replay import Replay

FINEST = 12
"""No output is written with more decimals: three more for terms, and a float has no further ones."""
EXTRA = 3
"""So many more decimals than a sum its terms carry: 256 of them are off by 0.128 of its last digit."""
WORTH_SHOWING = 3
"""Digits of an adjustment that are to be seen."""
FLOAT = 15
"""Digits that a float surely has."""
SAMPLES = 64
"""Iterations that are looked at to see how small the adjustments of a tape are."""


@dataclass(frozen=True)
class Digits:
    """The decimals of every kind of number. Sums, errors and gradients have as many as the outputs."""

    outputs: int
    weights: int
    terms: int
    totals: int
    adjustments: int
    new: int

    @classmethod
    def of(cls, outputs: int, swing: float, rate: float, weight: float) -> Digits:
        """The decimals where the outputs have so many.

        `swing`: the largest error plus gradient of any row, in size. `weight`: the largest weight.
        """
        terms = outputs + finer_terms(swing)
        adjustments = min(terms - EXTRA - coarser(rate), FLOAT)
        new = max(min(adjustments, outputs + EXTRA, FLOAT - integer_digits(weight)), 0)
        return cls(outputs, outputs + EXTRA, terms, terms - EXTRA, max(adjustments, 0), new)

    def decimals(self, kind: str) -> int:
        """The decimals of one kind of number."""
        named = {
            "product": self.weights,
            "weight": self.weights,
            "term": self.terms,
            "total": self.totals,
            "adjustment": self.adjustments,
            "new": self.new,
        }
        return 0 if kind == "target" else named.get(kind, self.outputs)


def finer_terms(swing: float) -> int:
    """How many more decimals than the outputs the terms can carry, 0 to 3.

    A term is error times gradient: half a last digit of each moves it by half of (error + gradient).
    """
    if swing <= 0:
        return EXTRA
    return min(max(math.floor(math.log10(1.8 / swing)), 0), EXTRA)


def coarser(rate: float) -> int:
    """How many decimals fewer than the total the adjustment has (negative: more): the rate enlarges it."""
    return math.ceil(math.log10(rate)) if rate > 0 else 0


def integer_digits(value: float) -> int:
    """Digits before the decimal point."""
    return len(f"{abs(value):.0f}")


def finest(replay: Replay) -> int:
    """The decimals that outputs can have in this training: large sums leave fewer to a float."""
    return max(min(FINEST, FLOAT - 1 - integer_digits(max(replay.reach()))), 1)


def needs(replay: Replay) -> tuple[int, ...]:
    """For each weight the decimals that outputs need, for its adjustments to show their first three digits.

    Looked up over all that is recorded, so that it does not change while the tape plays.
    """
    recorded = replay.recording.recorded
    iterations = np.unique(np.geomspace(1, recorded + 1, SAMPLES).astype(np.int64)) - 1
    most = np.zeros(replay.neuron.size)
    for iteration in map(int, iterations):
        training, weights = replay.training_at(iteration), replay.weights(iteration)
        errors = replay.neuron.errors(weights, training.inputs, training.targets)
        swing = float(np.max(np.abs(errors) + replay.neuron.gradients(weights, training.inputs)))
        totals = replay.neuron.adjustment(weights, training.inputs, training.targets)
        adjustments = np.abs(training.learning_rate * totals)
        with np.errstate(divide="ignore"):
            digits = WORTH_SHOWING - 1 - np.floor(np.log10(adjustments))
        gained = EXTRA + coarser(training.learning_rate) - finer_terms(swing)
        most = np.maximum(most, np.where(adjustments > 0, digits + gained, 0))
    return tuple(int(need) for need in np.minimum(most, FLOAT))
