"""One scale and one rule for both players.

A guess is a probability that the answer is 1, whoever makes it.
"""

from __future__ import annotations

from fractions import Fraction


def score(guess: Fraction | float, answer: int) -> Fraction:
    """The points for one guess, exact: `100 * (1 - 4 * (guess - answer)^2)`.

    Undecided gives 0, sure and right +100, sure and wrong -300. It is the Brier score (Brier 1950) on
    another scale, and like it proper: whoever wants most points says what they believe.

    Raises ValueError for a guess outside 0 to 1.
    """
    if not 0 <= guess <= 1:
        raise ValueError(f"a guess is a probability from 0 to 1, not {guess}")
    return 100 * (1 - 4 * (Fraction(guess) - answer) ** 2)


def shown(points: Fraction) -> int:
    """Points as they are shown: rounded to a whole number, halves to even."""
    return round(points)
