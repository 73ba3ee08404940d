"""One iteration as arithmetic: every number of it, as it is written, and the numbers that it came from.

What is written is enough to work everything out again, to the last digit written, give or take one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from neuron_tui.game.digits import Digits
from neuron_tui.game.numbers import signed
from neuron_tui.game.replay import Replay
from neuron_tui.neuron.neuron import Array

Kind = Literal[
    "product",
    "sum",
    "output",
    "target",
    "error",
    "gradient",
    "term",
    "total",
    "weight",
    "adjustment",
    "new",
]
OF_A_ROW: tuple[Kind, ...] = ("sum", "output", "target", "error", "gradient")
"""The numbers that an example has one of, in the order in which they come about."""
OF_A_WEIGHT: tuple[Kind, ...] = ("weight", "adjustment", "new")
"""The numbers that a weight has one of; its total, the sum of its terms, is one more."""
OF_BOTH: tuple[Kind, ...] = ("product", "term")
"""The numbers that there is one of for every example and every weight."""


@dataclass(frozen=True)
class Place:
    """Where a number stands: its kind, and the row and the weight (from 0) where it belongs to one."""

    kind: Kind
    row: int = -1
    weight: int = -1

    @classmethod
    def of(cls, kind: Kind, row: int, weight: int) -> Place:
        """The place of this kind's number, without what it does not belong to."""
        if kind in OF_BOTH:
            return cls(kind, row, weight)
        return cls(kind, row=row) if kind in OF_A_ROW else cls(kind, weight=weight)


@dataclass(frozen=True, eq=False)
class Moment:
    """The numbers of one iteration, from the weights at it to the weights after it.

    `signals`: (examples, weights) array of 0/1; `weights`, `totals`, `adjustments`, `new`: (weights,);
    the others: (examples,). The total of a weight is what one iteration at learning rate 1 would add to it.

    `last`: the tape ends here, and the new weights are those that would come next. Where a hand turns the
    weights (`step` is "turn"), they are those that the neuron would choose.
    """

    iteration: int
    step: Literal["iteration", "turn"]
    last: bool
    names: tuple[str, ...]
    threshold: bool
    rate: float
    signals: Array
    targets: Array
    weights: Array
    sums: Array
    outputs: Array
    errors: Array
    gradients: Array
    totals: Array
    adjustments: Array
    new: Array

    @classmethod
    def of(cls, replay: Replay, iteration: int) -> Moment:
        """The numbers that lead from an iteration's weights to the next."""
        training, neuron = replay.training_at(iteration), replay.neuron
        inputs, targets, weights = training.inputs, training.targets, replay.weights(iteration)
        totals = neuron.adjustment(weights, inputs, targets)
        adjustments = training.learning_rate * totals
        return cls(
            iteration=iteration,
            step=replay.step,
            last=iteration == replay.iterations,
            names=replay.weight_names,
            threshold=neuron.threshold,
            rate=training.learning_rate,
            signals=neuron.signals(inputs),
            targets=targets,
            weights=weights,
            sums=neuron.weighted_sums(weights, inputs),
            outputs=neuron.think(weights, inputs),
            errors=neuron.errors(weights, inputs, targets),
            gradients=neuron.gradients(weights, inputs),
            totals=totals,
            adjustments=adjustments,
            new=weights + adjustments,
        )

    @property
    def examples(self) -> int:
        """How many rows the table has."""
        return len(self.targets)

    def signal(self, place: Place) -> int:
        """The input of a row that meets a weight: 0 or 1."""
        return int(self.signals[place.row, place.weight])

    def value(self, place: Place) -> float:
        """The number at a place."""
        row, weight = place.row, place.weight
        match place.kind:
            case "product":
                return float(self.signals[row, weight] * self.weights[weight])
            case "term":
                return float(self.errors[row] * self.signals[row, weight] * self.gradients[row])
            case "sum" | "output" | "target" | "error" | "gradient":
                return float(self._by_row(place.kind)[row])
            case "total":
                return float(self.totals[weight])
            case "weight":
                return float(self.weights[weight])
            case "adjustment":
                return float(self.adjustments[weight])
            case _:
                return float(self.new[weight])

    def _by_row(self, kind: Kind) -> Array:
        columns = {"sum": self.sums, "output": self.outputs, "target": self.targets, "error": self.errors}
        return columns.get(kind, self.gradients)


@dataclass(frozen=True, eq=False)
class Slide:
    """A moment with so many digits of each number."""

    moment: Moment
    digits: Digits

    @classmethod
    def of(cls, replay: Replay, iteration: int, outputs: int) -> Slide:
        """An iteration with so many decimals of each output, and of the others as many as they need."""
        moment = Moment.of(replay, iteration)
        swing = float(np.max(np.abs(moment.errors) + moment.gradients))
        largest = float(max(np.abs(moment.weights).max(), np.abs(moment.new).max()))
        return cls(moment, Digits.of(outputs, swing, moment.rate, largest))

    def text(self, place: Place) -> str:
        """A number as it is written, with its sign where it can be negative."""
        value, digits = self.moment.value(place), self.digits
        match place.kind:
            case "target":
                return f"{value:.0f}"
            case "output" | "gradient":
                return f"{value:.{digits.outputs}f}"
            case "product" | "term" if not self.moment.signal(place):
                return "0"
            case _:
                return signed(value, digits.decimals(place.kind))

    def sources(self, place: Place) -> tuple[Place, ...]:
        """The places of the numbers that a number is worked out from."""
        row, weight = place.row, place.weight
        match place.kind:
            case "product":
                return (Place("weight", weight=weight),)
            case "sum":
                return tuple(Place("product", row, index) for index in range(len(self.moment.names)))
            case "output":
                return (Place("sum", row),)
            case "error":
                return (Place("target", row), Place("output", row))
            case "gradient":
                return (Place("output", row),)
            case "term":
                return (Place("error", row), Place("product", row, weight), Place("gradient", row))
            case "total":
                return tuple(Place("term", index, weight) for index in range(self.moment.examples))
            case "adjustment":
                return (Place("total", weight=weight),)
            case "new":
                return (Place("weight", weight=weight), Place("adjustment", weight=weight))
            case _:
                return ()

    def uses(self, place: Place, weight: int) -> tuple[Place, ...]:
        """The places of the numbers that are worked out from a number, on the way to a weight's new value."""
        row = place.row
        onward = Place("term", row, weight)
        match place.kind:
            case "product":
                return (Place("sum", row),)
            case "sum":
                return (Place("output", row),)
            case "output":
                return (Place("error", row), Place("gradient", row))
            case "target":
                return (Place("error", row),)
            case "error" | "gradient":
                return (onward,)
            case "term":
                return (Place("total", weight=weight),)
            case "total":
                return (Place("adjustment", weight=weight),)
            case "weight" | "adjustment":
                return (Place("new", weight=weight),)
            case _:
                return ()
