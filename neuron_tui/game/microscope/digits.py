"""How the microscope writes numbers: in fixed decimals, or in powers of ten where these show too little."""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal

from neuron_tui.game.explain.numbers import MINUS, signed
from neuron_tui.game.microscope.one_neuron import OneNeuron

MOST, FEWEST, FEWEST_OF_NETWORK = 8, 6, 5
"""Decimals of the numbers: at most, and at least in the tables of one neuron and of a network."""
LEAST_DIGITS = 3
"""Digits that are seen of every number that leads to an adjustment."""
LONGEST_POWER = 6
"""Decimals that take as much room as the end of a number in powers of ten: .26e-12, or .2e-123."""
FLOAT = 14
"""Digits that a computed float surely has."""
EXACT = Context(prec=60, Emax=MAX_EMAX, Emin=MIN_EMIN)
"""A pocket calculator that is good enough for every number here."""


def most_decimals(neuron: OneNeuron) -> int:
    """The decimals that its numbers can have: large ones leave fewer to a float."""
    reaches = neuron.reach(), neuron.last.reach()
    largest = max(max(reach.weight, reach.weighted_sum) for reach in reaches)
    return max(min(MOST, FLOAT - len(f"{largest:.0f}")), 1)


def is_small(size: float, decimals: int) -> bool:
    """Whether fixed decimals would show fewer than three digits."""
    return size < 10.0 ** (LEAST_DIGITS - 1 - decimals)


def fixed(value: float, decimals: int) -> str:
    """A number with its sign and `decimals` decimals; exactly nothing is 0."""
    return signed(value, max(decimals, 0)) if value else "0"


def floating(value: float, decimals: int, guard: int) -> str:
    """A number with its sign, in fixed decimals or, where it is small, in powers of ten: +5.61e\u22126.

    `guard`: digits more than that, or fewer where negative.
    """
    if not value or not is_small(abs(value), decimals):
        return fixed(value, decimals + guard)
    return (MINUS if value < 0 else "+") + _powers(abs(value), guard)


def output(tail: float, high: bool, decimals: int, guard: int) -> str:
    """An output from its distance to 0 or, if `high`, to 1; very close to 1 it reads 1\u22124.03e\u22127."""
    if not tail:
        return str(int(high))
    if is_small(tail, decimals):
        return high * f"1{MINUS}" + _powers(tail, guard)
    value = EXACT.subtract(Decimal(1), Decimal(tail)) if high else Decimal(tail)
    return f"{value:.{max(decimals + guard, 0)}f}"


def _powers(value: float, guard: int) -> str:
    digits = max(LEAST_DIGITS + guard - (value < 1e-99), 1)  # a long exponent takes the place of a digit
    mantissa, _, exponent = f"{value:.{digits - 1}e}".partition("e")
    return f"{mantissa}e{MINUS}{-int(exponent)}"


def read(text: str) -> Decimal:
    """A number as it is written here: plainly, in powers of ten, or as what is taken from 1."""
    if text.startswith(f"1{MINUS}"):
        return EXACT.subtract(Decimal(1), read(text[2:]))
    return Decimal(text.replace(MINUS, "-").replace(",", ""))


def last_digit(text: str) -> Decimal:
    """What one unit of a written number's last digit is worth."""
    exponent = read(text).as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
