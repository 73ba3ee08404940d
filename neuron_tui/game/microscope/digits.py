"""How many digits each number of an iteration carries, so that it can be worked out from the others.

A number is at most half of its last digit away from what it is. What is worked out from such numbers may
come out at most 1.5 of the last digit away from what is written there, which rounds to one. The rules below
follow from that. They speak of units: the power of ten that a last digit stands for, -8 for eight decimals.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from neuron_tui.game.explain.numbers import MINUS, signed
from neuron_tui.game.microscope.moment import Moment, moment_of
from neuron_tui.game.microscope.offsets import (
    EXTRA,
    NOWHERE,
    ROUNDING,
    Offsets,
    Units,
    above,
    exponents,
    places,
)
from neuron_tui.game.microscope.one_neuron import Part

FINEST = 12
"""No weighted sum is written with more decimals: a float has no further ones."""
WORTH_SHOWING = 3
"""Digits of an adjustment that are to be seen."""
MOST_SHOWN = 5
"""Digits of an adjustment in powers of ten: there is no room for more."""
FLOAT = 15
"""Digits that a float surely has."""
NOISE = 4e-16
"""How far a term of the tape may be off, as every float is rounded."""
PRODUCT = 0.179
"""So much of a sum's last digit may the rounding of an answer be off, after it met its weight."""
SAMPLES = 40
"""Iterations that are looked at to see how small the adjustments of a tape are."""


@dataclass(frozen=True)
class Room:
    """The decimals that each kind of number is given room for; what needs more is in powers of ten.

    `outputs`: the decimals of the weighted sums, which all others follow. `finer`: so many more have hidden
    neurons' answers where the last one hears them. `hidden`: whether it is a hidden neuron itself.
    """

    outputs: int
    rate: float = 1.0
    finer: int = 0
    hidden: bool = False

    @classmethod
    def of(cls, part: Part, outputs: int, rate: float = 1.0) -> Room:
        """The room that one neuron's numbers are given with so many decimals of the sums."""
        return cls(outputs, rate, finer(part), part.hidden)

    def decimals(self, kind: str) -> int:
        """The decimals that one kind of number has at most."""
        more = {"product": EXTRA, "weight": EXTRA, "new": EXTRA, "term": EXTRA, "output": 4}
        more |= {"signal": self.finer, "delta": EXTRA, "outgoing": EXTRA}
        more |= {"error": EXTRA if self.hidden else 2, "gradient": 2, "adjustment": -coarser(self.rate)}
        return 0 if kind == "target" else max(self.outputs + more.get(kind, 0), 0)


@dataclass(frozen=True, eq=False)
class Digits:
    """The unit of each number: an array over the rows, over the weights, or over both."""

    room: Room
    signals: Units
    products: Units
    sums: Units
    outputs: Units
    delta: Units
    errors: Units
    terms: Units
    totals: Units
    adjustments: Units
    new: Units

    @classmethod
    def of(cls, moment: Moment, room: Room, weight: int, finest: int) -> Digits:
        """The units in so much room, while the terms of one weight are seen.

        Of the other weights' adjustments three digits are written in any case, as far as the terms show
        them with the `finest` decimals there can be.
        """
        rows = Offsets.of(moment, room.finer)
        offsets = rows.totals(moment)
        totals = _totals(moment, offsets, room)
        adjustments = _adjustments(moment, totals, room)
        limit = _adjustments(moment, _totals(moment, offsets, Room(finest)), room)
        seen = np.maximum(exponents(moment.adjustment) - WORTH_SHOWING + 1, limit)
        others = np.arange(len(adjustments)) != weight
        adjustments = np.where(others, np.minimum(adjustments, seen), adjustments)
        return cls(
            room,
            rows.signals - room.outputs,
            rows.products - room.outputs,
            rows.sums - room.outputs,
            rows.outputs - room.outputs,
            rows.delta - room.outputs,
            rows.errors - room.outputs,
            rows.terms - room.outputs,
            totals,
            adjustments,
            _new(moment, adjustments, room),
        )


def _totals(moment: Moment, offsets: Units, room: Room) -> Units:
    size = exponents(moment.totals)
    units = np.maximum(offsets - room.outputs, size - 1 + places(size) - room.outputs)
    return settled(size, units, room.decimals("total"), WORTH_SHOWING + 1)


def _adjustments(moment: Moment, totals: Units, room: Room) -> Units:
    size = exponents(moment.adjustment)
    units = settled(size, totals + coarser(moment.rate), room.decimals("adjustment"), WORTH_SHOWING)
    in_powers = units < -room.decimals("adjustment")
    return np.minimum(np.where(in_powers, np.maximum(units, size - MOST_SHOWN + 1), units), 0)


def _new(moment: Moment, adjustments: Units, room: Room) -> Units:
    """As exact as the weight and the adjustment, and as a float."""
    largest = float(max(np.abs(moment.weights).max(), np.abs(moment.new_weights).max()))
    noise = int(above(np.array(moment.rate * moment.examples * NOISE * max(abs(moment.outgoing_weight), 1))))
    floor = max(-room.decimals("new"), integer_digits(largest) - FLOAT, noise)
    return np.minimum(np.maximum(adjustments, floor), 0)


def settled(size: Units, units: Units, decimals: int, least: int) -> Units:
    """Units that are no finer than so many decimals, where these show `least` digits of a number."""
    coarse = np.maximum(units, -decimals)
    return np.where(size - coarse + 1 >= least, coarse, units)


def coarser(rate: float) -> int:
    """How many decimals fewer than the total the adjustment has (negative: more): the rate enlarges it."""
    return math.ceil(math.log10(rate / 2 / ROUNDING)) if rate > 0 else 0


def integer_digits(value: float) -> int:
    """Digits before the decimal point."""
    return len(f"{abs(value):.0f}")


def written(value: float, unit: int, decimals: int) -> str:
    """A number with its sign and its last digit at a unit; in powers of ten where it has more decimals."""
    if -unit <= decimals:
        return signed(value, max(-unit, 0))
    return (MINUS if value < 0 else "+") + powers(abs(value), unit)


def powers(value: float, unit: int) -> str:
    """A number below 1 in powers of ten, as 5.61e\u22126, with its last digit at a unit."""
    places = (math.floor(math.log10(value)) if value else NOWHERE) - unit
    if places < 0:
        return f"{Decimal(value).scaleb(-unit):.0f}e{MINUS}{-unit}"
    digits, _, exponent = f"{value:.{places}e}".partition("e")
    return f"{digits}e{MINUS}{-int(exponent)}"


def output(gap: float, high: bool, unit: int, decimals: int) -> str:
    """An output from its distance to 0 or to 1; very close to 1 it is written as 1\u22124.03e\u22127."""
    if not gap:
        return str(int(high))
    if -unit > decimals:
        return high * f"1{MINUS}" + powers(gap, unit)
    return f"{1 - Decimal(gap) if high else Decimal(gap):.{-unit}f}"


def finer(part: Part) -> int:
    """How many more decimals than the sums the answers of hidden neurons have where the last one hears them.

    Each product with a weight is then exact to a tenth of a sum's last digit, and 17 of them make a sum.
    """
    largest = part.last.reach().weight
    return math.ceil(math.log10(max(largest, 1) / PRODUCT)) if part.replay.is_network else 0


def finest(part: Part) -> int:
    """The decimals that sums can have in this training: large ones leave fewer to a float."""
    reaches = part.reach(), part.last.reach()
    largest = max(max(reach.weight, reach.weighted_sum) for reach in reaches)
    return max(min(FINEST, FLOAT - 1 - integer_digits(largest)), 1)


def needs(part: Part) -> tuple[int, ...]:
    """For each weight the decimals that sums need, for its adjustments to show their first three digits.

    Looked up over all that is recorded, so that it does not change while the tape plays.
    """
    recorded = part.replay.recording.recorded
    iterations = np.unique(np.geomspace(1, recorded + 1, SAMPLES).astype(np.int64)) - 1
    most = np.zeros(len(part.names), dtype=np.int64)
    for iteration in iterations.tolist():
        moment = moment_of(part, iteration)
        offsets = Offsets.of(moment, finer(part)).totals(moment)
        total = offsets - exponents(moment.totals)
        adjusted = offsets + coarser(moment.rate) - exponents(moment.adjustment)
        asked = np.maximum(total, adjusted) + WORTH_SHOWING - 1
        most = np.maximum(most, np.where((moment.totals != 0) & (moment.adjustment != 0), asked, 0))
    return tuple(np.minimum(most, FLOAT).tolist())
