"""The score rule over many answers at once, in floats. `game.score_rule` has it exact, for one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuron_tui.game.score_rule import READS_HALF
from neuron_tui.game.scoreboard.counted_answers import CountedAnswers, Flags, Floats, Indices


def errors(guesses: Floats, right: Floats) -> Floats:
    """The squared distance of each guess from its outcome, on average over the outcomes. Shape `(answers,)`.

    An outcome is 1 with probability `right`: `right * (1 - guess)^2 + (1 - right) * guess^2`, shortened.
    Its mean is the Brier score (Brier 1950, "Verification of forecasts expressed in terms of probability"):
    0 for a player who knows everything, 0.25 for one who never decides.
    """
    return (guesses - right) ** 2 + right * (1 - right)


def points(errors: Floats) -> Floats:
    """The points for errors: `100 * (1 - 4 * error)`. Any shape, same shape out."""
    return 100.0 - 400.0 * errors


def leans_right(guesses: Floats, right: Floats) -> Flags:
    """Which guesses lean to the answer's side of 0.5. All arrays have shape `(answers,)`.

    A guess that is shown as a half does not, and where the answer itself is a half, none does.
    """
    leaning = guesses - 0.5
    return np.asarray((leaning * (right - 0.5) > 0) & (np.abs(leaning) > READS_HALF))


@dataclass(frozen=True, eq=False)
class ScoredAnswers:
    """What each answer came to. Every column has shape `(answers,)`.

    `winners` is +1 where the player has more points as they are shown, -1 where the neuron has, else 0.
    `right` and `neuron_right` say who was on the answer's side of 0.5; where it has one is in `sided`.
    """

    errors: Floats
    neuron_errors: Floats
    winners: Indices
    right: Flags
    neuron_right: Flags
    sided: Flags

    @property
    def leads(self) -> Floats:
        """The neuron's error less the player's: how far the player is ahead, answer by answer."""
        return self.neuron_errors - self.errors


def scored(counted: CountedAnswers) -> ScoredAnswers:
    """Score all answers."""
    yours, its = errors(counted.guesses, counted.right), errors(counted.neuron_guesses, counted.right)
    return ScoredAnswers(
        errors=yours,
        neuron_errors=its,
        winners=np.sign(np.rint(points(yours)) - np.rint(points(its))).astype(np.int64),
        right=leans_right(counted.guesses, counted.right),
        neuron_right=leans_right(counted.neuron_guesses, counted.right),
        sided=counted.right != 0.5,
    )
