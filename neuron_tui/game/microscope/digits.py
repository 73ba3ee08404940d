"""How the microscope writes numbers: with four decimals, or in powers of ten where these show too little."""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal

from neuron_tui.game.explain.numbers import MINUS, signed

DECIMALS, DIGITS = 4, 2
"""Decimals of every number; where they would show fewer digits than this, powers of ten show as many."""
EXACT = Context(prec=60, Emax=MAX_EMAX, Emin=MIN_EMIN)
"""A pocket calculator that is good enough for every number here."""


def written(value: float, guard: int = 0) -> str:
    """A number with its sign: +0.2862, and in powers of ten +5.6e\u22126; exactly nothing is 0.

    `guard`: digits more than that, or fewer where negative.
    """
    if not value:
        return "0"
    if abs(value) >= 10.0 ** (DIGITS - 1 - DECIMALS):
        return signed(value, max(DECIMALS + guard, 0))
    digits = max(DIGITS + guard - (abs(value) < 1e-99), 1)  # a long exponent takes the place of a digit
    mantissa, _, exponent = f"{abs(value):.{digits - 1}e}".partition("e")
    return f"{MINUS if value < 0 else '+'}{mantissa}e{MINUS}{-int(exponent)}"


def output(tail: float, high: bool, guard: int = 0) -> str:
    """An output from its distance to 0 or, if `high`, to 1: a float close to 1 has few digits of it."""
    if not tail:
        return str(int(high))
    if high:
        return f"{EXACT.subtract(Decimal(1), Decimal(tail)):.{max(DECIMALS + guard, 0)}f}"
    return written(tail, guard).removeprefix("+")


def read(text: str) -> Decimal:
    """A number as it is written here."""
    return Decimal(text.replace(MINUS, "-").replace(",", ""))


def last_digit(text: str) -> Decimal:
    """What one unit of a written number's last digit is worth; nothing at all is as exact as the tables."""
    exponent = read(text).as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) and text not in ("0", "1") else -DECIMALS)
