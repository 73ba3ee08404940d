"""The score rule over many answers at once, in floats. `game.score_rule` has it exact, for one."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from neuron_tui.game.score_rule import NEAR

Floats = NDArray[np.float64]
Indices = NDArray[np.int64]
Flags = NDArray[np.bool_]

_TRACES = 1e-9
"""What binary fractions may be off."""
Errors = TypeVar("Errors", float, Floats)


def errors(guesses: Floats, right: Floats) -> Floats:
    """The squared distance of each guess from its outcome, on average over the outcomes. Shape `(answers,)`.

    An outcome is 1 with probability `right`: `right * (1 - guess)^2 + (1 - right) * guess^2`, shortened.
    Its mean is the Brier score (Brier 1950, "Verification of forecasts expressed in terms of probability"):
    0 for a player who knows everything, 0.25 for one who never decides.
    """
    return (guesses - right) ** 2 + right * (1 - right)


def points(errors: Errors) -> Errors:
    """The points for errors: `100 * (1 - 4 * error)`. Any shape, same shape out."""
    return 100.0 - 400.0 * errors


def foresight(guesses: Floats, outputs: Floats) -> Floats:
    """The points for foreseeing a neuron, shape `(answers,)`."""
    return points((guesses - outputs) ** 2)


def got_it(guesses: Floats, right: Floats) -> Flags:
    """Which guesses, as they are shown with four decimals, are as near to what is right as `NEAR`."""
    return np.asarray(np.abs(np.round(guesses, 4) - right) <= float(NEAR) + _TRACES)
