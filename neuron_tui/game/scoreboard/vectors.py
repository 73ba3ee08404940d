"""Every answer scored, for both players at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuron_tui.game.scoreboard.blocks import blocks
from neuron_tui.game.scoreboard.counted_answers import CountedAnswers, Flags, Floats

AS_A_HALF = 0.00005
"""Whatever is no further from 0.5 than this reads 0.5000, and leans to neither side."""


WORTH, LOST = 100.0, 400.0
"""The points of an answer without any error, and what a whole error takes away."""


def errors(guesses: Floats, right: Floats) -> Floats:
    """The squared distance of each guess from its outcome, on average over the outcomes. Shape `(answers,)`.

    An outcome is 1 with probability `right`: `right * (1 - guess)^2 + (1 - right) * guess^2`, shortened.
    Its mean is the Brier score (Brier 1950, "Verification of forecasts expressed in terms of probability"):
    0 for whoever knows everything, 0.25 for whoever never decides.
    """
    return (guesses - right) ** 2 + right * (1 - right)


def points(errors: Floats) -> Floats:
    """The points for errors: `100 * (1 - 4 * error)`, as in `game.scoring`. Any shape, same shape out."""
    return WORTH - LOST * errors


def on_right_side(guesses: Floats, right: Floats) -> Flags:
    """Which guesses lean to the answer's side of 0.5. All arrays have shape `(answers,)`.

    A guess that is shown as a half does not, and where the answer itself is a half, none does.
    """
    leaning = guesses - 0.5
    return np.asarray((leaning * (right - 0.5) > 0) & (np.abs(leaning) > AS_A_HALF))


@dataclass(frozen=True, eq=False)
class Scored:
    """What each answer came to. Every column has shape `(answers,)`.

    `winners` is +1 where the player has more points as they are shown, -1 where the neuron has, else 0.
    `right` and `neuron_right` say who was on the answer's side of 0.5; where it has one is in `sided`.
    """

    errors: Floats
    neuron_errors: Floats
    winners: NDArray[np.int8]
    right: Flags
    neuron_right: Flags
    sided: Flags

    @property
    def leads(self) -> Floats:
        """By how much the neuron's error is the larger one: what the player is ahead, answer by answer."""
        return self.neuron_errors - self.errors

    def where(self, chosen: Flags) -> Scored:
        """Only the chosen answers; `chosen` has shape `(answers,)`."""
        return Scored(
            self.errors[chosen],
            self.neuron_errors[chosen],
            self.winners[chosen],
            self.right[chosen],
            self.neuron_right[chosen],
            self.sided[chosen],
        )


def scored(counted: CountedAnswers) -> Scored:
    """Score all answers."""
    size = len(counted)
    found = Scored(
        errors=np.empty(size),
        neuron_errors=np.empty(size),
        winners=np.empty(size, dtype=np.int8),
        right=np.empty(size, dtype=np.bool_),
        neuron_right=np.empty(size, dtype=np.bool_),
        sided=counted.right != 0.5,
    )
    for block in blocks(size):
        guesses, its_guesses, right = (
            column[block] for column in (counted.guesses, counted.neuron_guesses, counted.right)
        )
        yours, its = errors(guesses, right), errors(its_guesses, right)
        found.errors[block], found.neuron_errors[block] = yours, its
        found.winners[block] = np.sign(np.rint(points(yours)) - np.rint(points(its)))
        found.right[block] = on_right_side(guesses, right)
        found.neuron_right[block] = on_right_side(its_guesses, right)
    return found
