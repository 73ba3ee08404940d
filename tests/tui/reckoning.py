"""Guesses, and the points for them reckoned by the rule that players are told, not by the game's own code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

HALF = Fraction(1, 2)
SHOWN = Fraction(1, 20_000)
"""An output that is shown with four decimals is known to this."""


@dataclass(frozen=True)
class Guess:
    """What the player says to a question, and the keys for it."""

    probability: Fraction
    keys: tuple[str, ...]


def guess_for(answer: Fraction | None, number: int) -> Guess:
    """As the rule says, certain or nearly; every third time the opposite. Shares as near as the keys go."""
    if answer is None:
        return Guess(HALF, ("right", "left")) if number % 2 else Guess(Fraction(1, 10), ("0",))
    if answer.denominator > 1:
        steps = round((answer - HALF) * 20)
        return Guess(HALF + Fraction(steps, 20), ("right" if steps > 0 else "left",) * abs(steps))
    side = answer if number % 3 else 1 - answer
    if number % 3 == 1:
        return Guess(side, (str(side), str(side)))
    return Guess(Fraction(9, 10) if side else Fraction(1, 10), (str(side),))


def foreseen(guess: Fraction, output: Fraction) -> list[int]:
    """The whole points for a guess that is to foresee a neuron which showed this output."""
    ends = [100 * (1 - 4 * (guess - output - off) ** 2) for off in (-SHOWN, 0, SHOWN)]
    return list(range(round(min(ends)), round(max(ends)) + 1))


def reckoned(guess: Fraction, answer: Fraction | None) -> Fraction:
    """100 * (1 - 4 * (guess - answer)^2), and the mean of it where the answer is a share."""
    if answer is None:
        return Fraction(0)
    ones, zeros = (100 * (1 - 4 * (guess - outcome) ** 2) for outcome in (1, 0))
    return answer * ones + (1 - answer) * zeros


def possible(outputs: Sequence[Fraction], answers: Sequence[Fraction | None]) -> list[int]:
    """The whole points that a neuron may have got in all which showed these outputs."""
    low = high = Fraction(0)
    for output, answer in zip(outputs, answers, strict=True):
        ends = [reckoned(min(max(output + off, Fraction(0)), Fraction(1)), answer) for off in (-SHOWN, SHOWN)]
        low, high = low + min(ends), high + max(ends)
    return list(range(round(low), round(high) + 1))


def written(points: int) -> str:
    """Points as the screen writes them."""
    return f"{points:+,}".replace("-", "−") if points else "0"
