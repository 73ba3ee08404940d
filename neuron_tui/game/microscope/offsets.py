"""How exact each number of the rows can be written, step by step from what it is worked out from.

A unit is the power of ten that a number's last digit stands for, -8 for eight decimals. With d for the
decimals of the weighted sums, a unit here is something that depends on the moment, minus d; that something
is called its offset.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuron_tui.game.microscope.moment import Moment
from neuron_tui.neuron.neuron import Array

Units = NDArray[np.int64]

EXTRA = 3
"""So many more decimals than a sum its terms carry: 256 of them are off by 0.128 of its last digit."""
SMALL = -5
"""Numbers from 0.00001 on are written out where they have the widest columns, those of terms and outputs."""
ROUNDING = 0.9
"""So much of a last digit may the rounding of the numbers that it is worked out from come to."""
NOWHERE = -1_000
"""The exponent of zero, and its offset: it has no digits that could be off."""


@dataclass(frozen=True, eq=False)
class Offsets:
    """The units of the rows' numbers, but for the decimals of the sums, which are taken from them.

    `signals`, `products`, `terms`: (examples, weights); the others: (examples,). `sent` is what the last
    neuron sends back to a hidden one.
    """

    signals: Units
    products: Units
    sums: Units
    outputs: Units
    delta: Units
    errors: Units
    terms: Units

    @classmethod
    def of(cls, moment: Moment, finer: int) -> Offsets:
        """What the size of each number makes of its unit.

        Answers of hidden neurons that are heard carry so many decimals more (`finer`) than the sums.
        """
        signals = _signals(moment, finer)
        inputs = np.abs(moment.signals)
        products = np.maximum(
            above((ten(signals) * np.abs(moment.weights) + ten(-EXTRA) * inputs) / 2 / ROUNDING),
            -EXTRA,
        )
        sums = np.maximum(above((ten(products) * (inputs > 0)).sum(axis=1) / 2 / ROUNDING), 0)
        sizes = exponents(moment.tails)
        outputs = np.maximum(sizes + places(sizes), above(ten(sums) * moment.gradients / 2 / ROUNDING))
        outputs = np.where(moment.tails > 0, outputs, 0)
        delta, errors = _errors(moment, outputs, finer)
        off = inputs * (ten(errors) * moment.gradients + ten(outputs) * np.abs(moment.errors))[:, None]
        off += ten(signals) * np.abs(moment.errors * moment.gradients)[:, None]
        terms = fitted(off, exponents(moment.signals * moment.deltas[:, None]))
        return cls(signals, products, sums, outputs, delta, errors, terms)

    def totals(self, moment: Moment) -> Units:
        """Of each weight's sum: it is as exact as the terms that it is made of, with three fewer decimals."""
        there = moment.signals * moment.deltas[:, None] != 0
        return np.asarray(np.where(there, self.terms, NOWHERE).max(axis=0) + EXTRA)


def _signals(moment: Moment, finer: int) -> Units:
    """Of what is heard: 0 and 1 are just that, and very small answers are in powers of ten."""
    size = exponents(moment.signals)
    small = np.minimum(size + 2 + places(size) - finer, -finer)
    return np.where(moment.signal_tails == 0, NOWHERE, np.where(size >= SMALL, -finer, small))


def _errors(moment: Moment, outputs: Units, finer: int) -> tuple[Units, Units]:
    """Of what is sent back, and of the errors that follow from it or from the outputs."""
    last = moment.downstream
    if last is None:
        low = np.abs(moment.errors) < 0.5
        return np.zeros_like(outputs), np.where(low, outputs, np.maximum(outputs, 0))
    there = Offsets.of(last, finer)
    off = ten(there.errors) * last.gradients + ten(there.outputs) * np.abs(last.errors)
    delta = fitted(off, exponents(last.deltas))
    handed = ten(delta) * abs(moment.outgoing_weight) + ten(-EXTRA) * np.abs(last.deltas)
    return delta, fitted(handed, exponents(moment.errors))


def fitted(off: Array, size: Units) -> Units:
    """As exact as sources that are off by half of this allow, but no wider than a column of terms."""
    exact = above(off / 2 / ROUNDING)
    small = np.where(exact >= -EXTRA, exact, np.maximum(exact, size - 1 + places(size)))
    return np.where(size >= SMALL, np.maximum(exact, -EXTRA), small)


def ten(powers: Units | int) -> Array:
    """Ten to these powers."""
    return np.asarray(10.0 ** np.asarray(powers))


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
