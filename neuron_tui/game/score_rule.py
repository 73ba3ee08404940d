"""One scale and one rule for both players.

A guess is a probability that the answer is 1, whoever makes it.
"""

from __future__ import annotations

from fractions import Fraction

NEAR = Fraction(1, 10)
"""Whoever is no further than this from what is right has got it: at 0.90 and more where that is 1."""
READS_HALF = 0.00005
"""A probability no further from 0.5 than this reads 0.5000, and leans to neither side."""


def score(guess: Fraction | float, answer: Fraction | int) -> Fraction:
    """The points for one guess, exact: `100 * (1 - 4 * (guess - answer)^2)`.

    Undecided gives 0, sure and right +100, sure and wrong -300. It is the Brier score (Brier 1950) on
    another scale, and like it proper: whoever wants most points says what they believe. An answer that is
    itself a probability gives the mean over its outcomes, in which the guess that equals it scores best.

    Raises ValueError for a guess or an answer outside 0 to 1.
    """
    if not 0 <= guess <= 1:
        raise ValueError(f"a guess is a probability from 0 to 1, not {guess}")
    if not 0 <= answer <= 1:
        raise ValueError(f"an answer is a probability from 0 to 1, not {answer}")
    exact, share = Fraction(guess), Fraction(answer)
    return 100 * (1 - 4 * (share * (exact - 1) ** 2 + (1 - share) * exact**2))


def foresight(guess: Fraction | float, output: Fraction | float) -> Fraction:
    """The points for foreseeing a neuron, exact: `100 * (1 - 4 * (guess - output)^2)`.

    Its output is no chance but a number, so that the guess which equals it always has +100.
    """
    return 100 * (1 - 4 * (Fraction(guess) - Fraction(output)) ** 2)


def got_it(guess: Fraction | float, right: Fraction | float) -> bool:
    """Whether a guess is as near to what is right as `NEAR`. A prediction counts as it is shown: 0.9000."""
    return abs(_as_shown(guess) - _as_shown(right)) <= NEAR


def _as_shown(probability: Fraction | float) -> Fraction:
    return Fraction(f"{probability:.4f}") if isinstance(probability, float) else Fraction(probability)


def shown(points: Fraction | float) -> int:
    """Points as they are shown: rounded to a whole number, halves to even."""
    return round(points)
