"""One iteration as arithmetic: every number of it, as it is written, and the numbers that it came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from neuron_tui.game.microscope.digits import fixed, floating, output
from neuron_tui.game.microscope.iteration import IterationNumbers, numbers_at
from neuron_tui.game.microscope.one_neuron import OneNeuron

NumberKind = Literal[
    "product",
    "sum",
    "output",
    "target",
    "delta",
    "outgoing",
    "error",
    "gradient",
    "term",
    "total",
    "weight",
    "adjustment",
    "new",
]
OF_A_ROW: tuple[NumberKind, ...] = ("sum", "output", "target", "error", "gradient")
"""The numbers that an example has one of, in the order in which they come about."""
OF_A_HIDDEN_ROW: tuple[NumberKind, ...] = ("sum", "output", "delta", "error", "gradient")
"""The same of a hidden neuron, which has no target: its errors are propagated back from the output."""
OF_A_WEIGHT: tuple[NumberKind, ...] = ("weight", "adjustment", "new")
"""The numbers that a weight has one of; its total, the sum of its terms, is one more."""
OF_BOTH: tuple[NumberKind, ...] = ("product", "term")
"""The numbers that there is one of for every example and every weight."""


@dataclass(frozen=True)
class NumberPlace:
    """Which number it is: its kind, and the row and the weight (from 0) where it belongs to one."""

    kind: NumberKind
    row: int = -1
    weight: int = -1

    @classmethod
    def of(cls, kind: NumberKind, row: int, weight: int) -> NumberPlace:
        """The place of this kind's number, without what it does not belong to."""
        if kind in OF_BOTH:
            return cls(kind, row, weight)
        if kind in OF_A_ROW or kind in OF_A_HIDDEN_ROW:
            return cls(kind, row=row)
        return cls(kind) if kind == "outgoing" else cls(kind, weight=weight)


@dataclass(frozen=True, eq=False)
class Slide:
    """A neuron's iteration in fixed decimals; `downstream` is the output neuron's of a hidden one."""

    neuron: OneNeuron
    numbers: IterationNumbers
    decimals: int
    downstream: Slide | None = None

    @classmethod
    def of(cls, neuron: OneNeuron, iteration: int, decimals: int) -> Slide:
        numbers = numbers_at(neuron, iteration)
        after = numbers.downstream
        return cls(neuron, numbers, decimals, None if after is None else cls(neuron.last, after, decimals))

    def signal(self, place: NumberPlace, guard: int = 0) -> str:
        """What meets a weight in a row, as it is written: 0 or 1, or a hidden neuron's activation."""
        value = float(self.numbers.signals[place.row, place.weight])
        return f"{value:.0f}" if value in (0, 1) else floating(value, self.decimals, guard)[1:]

    def value(self, place: NumberPlace) -> float:
        """The number at a place."""
        numbers, row, weight = self.numbers, place.row, place.weight
        match place.kind:
            case "product":
                return float(numbers.signals[row, weight] * numbers.weights[weight])
            case "term":
                return float(numbers.terms[row, weight])
            case "sum":
                return float(numbers.sums[row])
            case "output":
                return float(numbers.outputs[row])
            case "target":
                return float(numbers.targets[row])
            case "delta":
                return 0.0 if numbers.downstream is None else float(numbers.downstream.deltas[row])
            case "outgoing":
                return numbers.outgoing_weight
            case "error":
                return float(numbers.errors[row])
            case "gradient":
                return float(numbers.gradients[row])
            case "total":
                return float(numbers.totals[weight])
            case "weight":
                return float(numbers.weights[weight])
            case "adjustment":
                return float(numbers.adjustment[weight])
            case "new":
                return float(numbers.new_weights[weight])

    def text(self, place: NumberPlace, guard: int = 0) -> str:
        """A number as it is written, with its sign where it can be negative; nothing at all is 0.

        `guard`: digits more than in the tables, so that what follows from it comes out to the last digit.
        """
        value, decimals = self.value(place), self.decimals
        match place.kind:
            case "target":
                return f"{value:.0f}"
            case "output":
                return output(float(self.numbers.tails[place.row]), value > 0.5, decimals, guard)
            case "gradient":
                return floating(value, decimals, guard).removeprefix("+")
            case "delta" | "error" | "term" | "total" | "adjustment":
                return floating(value, decimals, guard)
            case _:
                return fixed(value, decimals + guard)

    def sources(self, place: NumberPlace) -> tuple[NumberPlace, ...]:
        """The places of the numbers that a number is worked out from."""
        row, weight = place.row, place.weight
        match place.kind:
            case "product":
                return (NumberPlace("weight", weight=weight),)
            case "sum":
                return tuple(NumberPlace("product", row, index) for index in range(len(self.neuron.names)))
            case "output":
                return (NumberPlace("sum", row),)
            case "error" if self.downstream:
                return (NumberPlace("delta", row), NumberPlace("outgoing"))
            case "error":
                return (NumberPlace("target", row), NumberPlace("output", row))
            case "gradient":
                return (NumberPlace("output", row),)
            case "term":
                return (
                    NumberPlace("error", row),
                    NumberPlace("product", row, weight),
                    NumberPlace("gradient", row),
                )
            case "total":
                return tuple(NumberPlace("term", index, weight) for index in range(self.numbers.examples))
            case "adjustment":
                return (NumberPlace("total", weight=weight),)
            case "new":
                return (NumberPlace("weight", weight=weight), NumberPlace("adjustment", weight=weight))
            case _:
                return ()

    def uses(self, place: NumberPlace, weight: int) -> tuple[NumberPlace, ...]:
        """The places of the numbers that are worked out from a number, on the way to a weight's new value."""
        row = place.row
        term = NumberPlace("term", row, weight)
        match place.kind:
            case "product":
                return (NumberPlace("sum", row),)
            case "sum":
                return (NumberPlace("output", row),)
            case "output" if self.downstream:
                return (NumberPlace("gradient", row),)
            case "output":
                return (NumberPlace("error", row), NumberPlace("gradient", row))
            case "target" | "delta":
                return (NumberPlace("error", row),)
            case "outgoing":
                return tuple(NumberPlace("error", index) for index in range(self.numbers.examples))
            case "error" | "gradient":
                return (term,)
            case "term":
                return (NumberPlace("total", weight=weight),)
            case "total":
                return (NumberPlace("adjustment", weight=weight),)
            case "weight" | "adjustment":
                return (NumberPlace("new", weight=weight),)
            case _:
                return ()
