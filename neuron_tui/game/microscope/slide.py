"""One iteration as arithmetic: every number of it, as it is written, and the numbers that it came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from neuron_tui.game.microscope.digits import output, written
from neuron_tui.game.microscope.iteration import IterationNumbers, numbers_at
from neuron_tui.game.microscope.one_neuron import OneNeuron
from neuron_tui.neuron.neuron import Array

NumberKind = Literal[
    "product", "sum", "output", "target", "delta", "outgoing", "error", "gradient", "term", "total", "weight",
    "adjustment", "new",
]  # fmt: skip
OF_A_ROW: tuple[NumberKind, ...] = ("sum", "output", "target", "error", "gradient")
"""The numbers that an example has one of, in the order in which they come about."""
OF_A_HIDDEN_ROW: tuple[NumberKind, ...] = ("sum", "output", "delta", "error", "gradient")
"""The same of a hidden neuron, which has no target: its errors are propagated back from the output."""
OF_A_WEIGHT: tuple[NumberKind, ...] = ("weight", "adjustment", "new")
"""The numbers that a weight has one of; its total, the sum of its terms, is one more."""
OF_BOTH: tuple[NumberKind, ...] = ("product", "term")
"""The numbers that there is one of for every example and every weight."""
SUMS: tuple[NumberKind, ...] = ("sum", "total")
"""The numbers that many others are added up to."""
HAS_ROW = frozenset((*OF_A_ROW, *OF_A_HIDDEN_ROW, *OF_BOTH))
HAS_WEIGHT = frozenset((*OF_A_WEIGHT, "total", *OF_BOTH))
SOURCES: dict[NumberKind, tuple[NumberKind, ...]] = {
    "product": ("weight",),
    "sum": ("product",),
    "output": ("sum",),
    "error": ("target", "output"),
    "gradient": ("output",),
    "term": ("error", "product", "gradient"),
    "total": ("term",),
    "adjustment": ("total",),
    "new": ("weight", "adjustment"),
}
"""What a number is worked out from: where it has no row or weight of its own, the numbers of all of them."""
HIDDEN_SOURCES = SOURCES | {"error": ("delta", "outgoing")}
USES: dict[NumberKind, tuple[NumberKind, ...]] = {
    "product": ("sum",),
    "sum": ("output",),
    "output": ("error", "gradient"),
    "target": ("error",),
    "delta": ("error",),
    "outgoing": ("error",),
    "error": ("term",),
    "gradient": ("term",),
    "term": ("total",),
    "total": ("adjustment",),
    "weight": ("new",),
    "adjustment": ("new",),
}
"""What is worked out from a number, on the way to a weight's new value."""
HIDDEN_USES = USES | {"output": ("gradient",)}


def of_a_row(neuron: OneNeuron) -> tuple[NumberKind, ...]:
    """The numbers that an example of this neuron has one of."""
    if neuron.hidden:
        return OF_A_HIDDEN_ROW
    return tuple(kind for kind in OF_A_ROW if kind != "gradient" or neuron.steep)


@dataclass(frozen=True)
class NumberPlace:
    """Which number it is: its kind, and the row and the weight (from 0) where it belongs to one."""

    kind: NumberKind
    row: int = -1
    weight: int = -1

    @classmethod
    def of(cls, kind: NumberKind, row: int, weight: int) -> NumberPlace:
        """The place of this kind's number, without what it does not belong to."""
        return cls(kind, row if kind in HAS_ROW else -1, weight if kind in HAS_WEIGHT else -1)


@dataclass(frozen=True, eq=False)
class Slide:
    """A neuron's iteration as it is written; `downstream` is the output neuron's of a hidden one."""

    neuron: OneNeuron
    numbers: IterationNumbers
    downstream: Slide | None = None

    @classmethod
    def of(cls, neuron: OneNeuron, iteration: int) -> Slide:
        numbers = numbers_at(neuron, iteration)
        after = numbers.downstream
        return cls(neuron, numbers, None if after is None else cls(neuron.last, after))

    def signal(self, place: NumberPlace, guard: int = 0) -> str:
        """What meets a weight in a row, as it is written: 0 or 1, or a hidden neuron's activation."""
        value = float(self.numbers.signals[place.row, place.weight])
        return f"{value:.0f}" if value in (0, 1) else written(value, guard)[1:]

    @cached_property
    def _values(self) -> dict[NumberKind, Array]:
        numbers = self.numbers
        return {
            "product": numbers.signals * numbers.weights,
            "sum": numbers.sums,
            "output": numbers.outputs,
            "target": numbers.targets,
            "delta": numbers.deltas if self.downstream is None else self.downstream.numbers.deltas,
            "outgoing": np.array(numbers.outgoing_weight),
            "error": numbers.errors,
            "gradient": numbers.gradients,
            "term": numbers.terms,
            "total": numbers.totals,
            "weight": numbers.weights,
            "adjustment": numbers.adjustment,
            "new": numbers.new_weights,
        }

    def value(self, place: NumberPlace) -> float:
        """The number at a place."""
        return float(self._values[place.kind][tuple(at for at in (place.row, place.weight) if at >= 0)])

    def text(self, place: NumberPlace, guard: int = 0) -> str:
        """A number as it is written, with its sign where it can be negative; nothing at all is 0.

        `guard`: digits more than in the tables, so that what follows from it comes out to the last digit.
        """
        value = self.value(place)
        match place.kind:
            case "target":
                return f"{value:.0f}"
            case "output":
                return output(float(self.numbers.tails[place.row]), value > 0.5, guard)
            case "gradient":
                return written(value, guard).removeprefix("+")
            case _:
                return written(value, guard)

    def sources(self, place: NumberPlace) -> list[NumberPlace]:
        """The places of the numbers that a number is worked out from."""
        kinds = HIDDEN_SOURCES if self.downstream else SOURCES
        return self._places(kinds.get(place.kind, ()), place.row, place.weight)

    def added(self, place: NumberPlace) -> list[NumberPlace]:
        """The places of the numbers that a sum is made of, without those that are 0."""
        return [source for source in self.sources(place) if self.value(source)]

    def uses(self, place: NumberPlace, weight: int) -> list[NumberPlace]:
        """The places of the numbers that are worked out from a number, on the way to a weight's new value."""
        kinds = HIDDEN_USES if self.downstream else USES
        return self._places(kinds.get(place.kind, ()), place.row, weight)

    def _places(self, kinds: Iterable[NumberKind], row: int, weight: int) -> list[NumberPlace]:
        """All places of these kinds in a row and of a weight; of any, where that is negative."""
        rows = range(self.numbers.examples) if row < 0 else [row]
        weights = range(len(self.neuron.names)) if weight < 0 else [weight]
        return [
            NumberPlace.of(kind, at_row, at_weight)
            for kind in kinds
            if kind != "gradient" or self.neuron.steep
            for at_row in (rows if kind in HAS_ROW else [-1])
            for at_weight in (weights if kind in HAS_WEIGHT else [-1])
        ]
