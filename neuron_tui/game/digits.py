"""How many digits each number of an iteration carries, so that it can be worked out from the others.

A number is at most half of its last digit away from what it is. What is worked out from such numbers may
come out at most 1.5 of the last digit away from what is written there, which rounds to one. The rules below
follow from that. They speak of units: the power of ten that a last digit stands for, -8 for eight decimals.

With d for the decimals of the weighted sums, every output has d digits of its distance from 0 or 1. So most
units are something that depends on the moment, minus d; that something is called an offset here.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from neuron_tui.game.moment import Moment, moment_at
from neuron_tui.game.numbers import MINUS, signed
from neuron_tui.game.replay import Replay
from neuron_tui.neuron.neuron import Array

Units = NDArray[np.int64]

FINEST = 12
"""No weighted sum is written with more decimals: a float has no further ones."""
EXTRA = 3
"""So many more decimals than a sum its terms carry: 256 of them are off by 0.128 of its last digit."""
WORTH_SHOWING = 3
"""Digits of an adjustment that are to be seen."""
MOST_SHOWN = 5
"""Digits of an adjustment in powers of ten: there is no room for more."""
SMALL = -5
"""Numbers from 0.00001 on are written out where they have the widest columns, those of terms and outputs."""
ROUNDING = 0.9
"""So much of a last digit may the rounding of the numbers that it is worked out from come to."""
FLOAT = 15
"""Digits that a float surely has."""
NOISE = 4e-16
"""How far a term of the tape may be off, as every float is rounded."""
SAMPLES = 40
"""Iterations that are looked at to see how small the adjustments of a tape are."""
NOWHERE = -1_000
"""The exponent of zero, and its offset: it has no digits that could be off."""


@dataclass(frozen=True)
class Room:
    """The decimals that each kind of number is given room for; what needs more is in powers of ten.

    `outputs`: the decimals of the weighted sums, which all others follow.
    """

    outputs: int
    rate: float = 1.0

    def decimals(self, kind: str) -> int:
        """The decimals that one kind of number has at most."""
        more = {"product": EXTRA, "weight": EXTRA, "new": EXTRA, "term": EXTRA, "output": 4}
        more |= {"error": 2, "gradient": 2, "adjustment": -coarser(self.rate)}
        return 0 if kind == "target" else max(self.outputs + more.get(kind, 0), 0)


@dataclass(frozen=True, eq=False)
class Digits:
    """The unit of each number: an array over the rows, or over the weights."""

    room: Room
    outputs: Units
    errors: Units
    terms: Units
    totals: Units
    adjustments: Units
    new: Units

    @classmethod
    def of(cls, moment: Moment, outputs: int, weight: int, finest: int) -> Digits:
        """The units with so many decimals of the sums, while the terms of one weight are seen.

        Of the other weights' adjustments three digits are written in any case, as far as the terms show
        them with the `finest` decimals there can be.
        """
        room = Room(outputs, moment.rate)
        rows = Offsets.of(moment)
        offsets = rows.totals(moment)
        totals = _totals(moment, offsets, room)
        adjustments = _adjustments(moment, totals, room)
        limit = _adjustments(moment, _totals(moment, offsets, Room(finest)), room)
        seen = np.maximum(exponents(moment.adjustment) - WORTH_SHOWING + 1, limit)
        others = np.arange(len(adjustments)) != weight
        adjustments = np.where(others, np.minimum(adjustments, seen), adjustments)
        return cls(
            room,
            rows.outputs - outputs,
            rows.errors - outputs,
            rows.terms - outputs,
            totals,
            adjustments,
            _new(moment, adjustments, room),
        )


@dataclass(frozen=True, eq=False)
class Offsets:
    """The units of the rows' numbers, but for the decimals of the sums, which are taken from them."""

    outputs: Units
    errors: Units
    terms: Units

    @classmethod
    def of(cls, moment: Moment) -> Offsets:
        """What the size of each row's numbers makes of their units."""
        gaps = exponents(moment.gaps)
        outputs = np.where(moment.gaps > 0, gaps + places(gaps), 0)
        errors = np.where(np.abs(moment.errors) < 0.5, outputs, 0)
        off = 10.0**errors * moment.gradients + 10.0**outputs * np.abs(moment.errors)
        exact = above(off / 2 / ROUNDING)
        size = exponents(moment.deltas)
        small = np.where(exact >= -EXTRA, exact, np.maximum(exact, size - 1 + places(size)))
        return cls(outputs, errors, np.where(size >= SMALL, np.maximum(exact, -EXTRA), small))

    def totals(self, moment: Moment) -> Units:
        """Of each weight's sum: it is as exact as the terms that it is made of, with three fewer decimals."""
        there = moment.signals * moment.deltas[:, None] != 0
        return np.asarray(np.where(there, self.terms[:, None], NOWHERE).max(axis=0) + EXTRA)


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
    noise = int(above(np.array(moment.rate * moment.examples * NOISE)))
    floor = max(-room.decimals("new"), integer_digits(largest) - FLOAT, noise)
    return np.minimum(np.maximum(adjustments, floor), 0)


def settled(size: Units, units: Units, decimals: int, least: int) -> Units:
    """Units that are no finer than so many decimals, where these show `least` digits of a number."""
    coarse = np.maximum(units, -decimals)
    return np.where(size - coarse + 1 >= least, coarse, units)


def exponents(values: Array) -> Units:
    """The power of ten that the first digit stands for."""
    with np.errstate(divide="ignore"):
        found = np.floor(np.log10(np.abs(values)))
    return np.where(values == 0, NOWHERE, np.nan_to_num(found, neginf=NOWHERE)).astype(np.int64)


def above(values: Array) -> Units:
    """The smallest power of ten that is no smaller than each value."""
    with np.errstate(divide="ignore"):
        return np.maximum(np.ceil(np.log10(values)), NOWHERE).astype(np.int64)


def places(size: Units) -> Units:
    """The digits of a small number's exponent, 1 where it is written out: they take the room of others."""
    return np.where(size < -99, 3, np.where(size < -9, 2, 1))


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


def finest(replay: Replay) -> int:
    """The decimals that sums can have in this training: large ones leave fewer to a float."""
    return max(min(FINEST, FLOAT - 1 - integer_digits(max(replay.reach()))), 1)


def needs(replay: Replay) -> tuple[int, ...]:
    """For each weight the decimals that sums need, for its adjustments to show their first three digits.

    Looked up over all that is recorded, so that it does not change while the tape plays.
    """
    recorded = replay.recording.recorded
    iterations = np.unique(np.geomspace(1, recorded + 1, SAMPLES).astype(np.int64)) - 1
    most = np.zeros(replay.model.size, dtype=np.int64)
    for iteration in iterations.tolist():
        moment = moment_at(replay, iteration)
        offsets = Offsets.of(moment).totals(moment)
        total = offsets - exponents(moment.totals)
        adjusted = offsets + coarser(moment.rate) - exponents(moment.adjustment)
        asked = np.maximum(total, adjusted) + WORTH_SHOWING - 1
        most = np.maximum(most, np.where((moment.totals != 0) & (moment.adjustment != 0), asked, 0))
    return tuple(np.minimum(most, FLOAT).tolist())
