"""How numbers are written, everywhere in the game."""

from __future__ import annotations

from fractions import Fraction

from neuron_tui.game.score_rule import shown
from neuron_tui.puzzle.puzzle import Answer

MINUS = "\u2212"


def signed(value: float, decimals: int = 2) -> str:
    """A number with its sign, as it is always shown: +9.67, −4.63, +0.00."""
    text = f"{abs(value):,.{decimals}f}"
    return (MINUS if value < 0 and float(text.replace(",", "")) else "+") + text


def points(value: Fraction | float) -> str:
    """Points won or lost, as they are shown: +96, −224, 0."""
    rounded = shown(value)
    return "0" if rounded == 0 else signed(rounded, 0)


def whole(value: Fraction | float) -> str:
    """Points that someone has, as they are shown: 96, −224, 0."""
    return points(value).removeprefix("+")


def probability(value: Fraction | float) -> str:
    """A prediction, always with four decimals: 0.9999."""
    return f"{float(value):.4f}"


def told_apart(one: float | None, other: float | None) -> tuple[str, str]:
    """Two predictions or errors, with more than four decimals where it takes more to tell them apart."""
    decimals = 4
    if one is not None and other is not None:
        tries = (places for places in (4, 5, 6) if f"{one:.{places}f}" != f"{other:.{places}f}")
        decimals = next(tries, decimals)
    shown = ("\u2026" if value is None else f"{value:.{decimals}f}" for value in (one, other))
    return next(shown), next(shown)


def side(value: Fraction | float) -> int | None:
    """The answer that a prediction leans to as it is shown: 0 or 1, None where it reads 0.5000."""
    if probability(value) == probability(0.5):
        return None
    return 1 if value > 0.5 else 0


def answer_side(answer: Answer) -> int | None:
    """The side an answer is on: None for a share of a half, or where nothing is right."""
    return None if answer is None else side(answer)
