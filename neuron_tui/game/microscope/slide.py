"""One iteration as arithmetic: every number of it, as it is written, and the numbers that it came from.

What is written is enough to work everything out again, to the last digit written, give or take one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from neuron_tui.game.explain.numbers import signed
from neuron_tui.game.microscope.digits import Digits, Room, finest, output, written
from neuron_tui.game.microscope.moment import Moment, moment_of
from neuron_tui.game.microscope.offsets import NOWHERE
from neuron_tui.game.microscope.one_neuron import Part

Kind = Literal[
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
OF_A_ROW: tuple[Kind, ...] = ("sum", "output", "target", "error", "gradient")
"""The numbers that an example has one of, in the order in which they come about."""
OF_A_HIDDEN_ROW: tuple[Kind, ...] = ("sum", "output", "delta", "error", "gradient")
"""The same of a hidden neuron, which is told no target: its errors are sent back by the last neuron."""
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
        if kind in OF_A_ROW or kind in OF_A_HIDDEN_ROW:
            return cls(kind, row=row)
        return cls(kind) if kind == "outgoing" else cls(kind, weight=weight)


@dataclass(frozen=True, eq=False)
class Slide:
    """A moment with so many digits of each number; of a hidden neuron, the last one's is `onward`."""

    part: Part
    moment: Moment
    digits: Digits
    downstream: Slide | None = None

    @classmethod
    def of(cls, part: Part, iteration: int, outputs: int, weight: int = 0) -> Slide:
        """An iteration with so many decimals of each weighted sum, and of the others what they need.

        `weight`: the one whose terms are seen.
        """
        moment = moment_of(part, iteration)
        digits = Digits.of(moment, Room.of(part, outputs, moment.rate), weight, finest(part))
        downstream = cls.of(part.last, iteration, outputs) if part.hidden else None
        return cls(part, moment, digits, downstream)

    def signal(self, place: Place) -> str:
        """What of a row meets a weight, as it is written: 0 or 1, or what a hidden neuron answers."""
        value = float(self.moment.signals[place.row, place.weight])
        unit = int(self.digits.signals[place.row, place.weight])
        if unit <= NOWHERE:
            return f"{value:.0f}"
        return written(value, unit, self.digits.room.decimals("signal"))[1:]

    def value(self, place: Place) -> float:
        """The number at a place."""
        moment, row, weight = self.moment, place.row, place.weight
        match place.kind:
            case "product":
                return float(moment.signals[row, weight] * moment.weights[weight])
            case "term":
                return float(moment.signals[row, weight] * moment.deltas[row])
            case "sum":
                return float(moment.sums[row])
            case "output":
                return float(moment.outputs[row])
            case "target":
                return float(moment.targets[row])
            case "delta":
                return 0.0 if moment.downstream is None else float(moment.downstream.deltas[row])
            case "outgoing":
                return moment.outgoing_weight
            case "error":
                return float(moment.errors[row])
            case "gradient":
                return float(moment.gradients[row])
            case "total":
                return float(moment.totals[weight])
            case "weight":
                return float(moment.weights[weight])
            case "adjustment":
                return float(moment.adjustment[weight])
            case _:
                return float(moment.new_weights[weight])

    def text(self, place: Place) -> str:
        """A number as it is written, with its sign where it can be negative; nothing at all is 0."""
        value, kind, row = self.value(place), place.kind, place.row
        decimals = self.digits.room.decimals(kind)
        if kind == "output":
            moment = self.moment
            return output(float(moment.tails[row]), value > 0.5, self._unit(place), decimals)
        if kind == "target" or value == 0:
            return f"{abs(value):.0f}"
        if kind == "error" and not self.downstream and self.moment.tails[row] == 0:
            return signed(value, 0)
        text = written(value, self._unit(place), decimals)
        return text[1:] if kind == "gradient" else text

    def _unit(self, place: Place) -> int:
        """The power of ten that the number's last digit stands for."""
        digits, row, weight = self.digits, place.row, place.weight
        match place.kind:
            case "output" | "gradient":
                return int(digits.outputs[row])
            case "product":
                return int(digits.products[row, weight])
            case "sum":
                return int(digits.sums[row])
            case "delta":
                return int(digits.delta[row])
            case "error":
                return int(digits.errors[row])
            case "term":
                return int(digits.terms[row, weight])
            case "total":
                return int(digits.totals[weight])
            case "adjustment":
                return int(digits.adjustments[weight])
            case "new":
                return int(digits.new[weight])
            case _:
                return -digits.room.decimals(place.kind)

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
            case "error" if self.downstream:
                return (Place("delta", row), Place("outgoing"))
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
        term = Place("term", row, weight)
        match place.kind:
            case "product":
                return (Place("sum", row),)
            case "sum":
                return (Place("output", row),)
            case "output" if self.downstream:
                return (Place("gradient", row),)
            case "output":
                return (Place("error", row), Place("gradient", row))
            case "target" | "delta":
                return (Place("error", row),)
            case "outgoing":
                return tuple(Place("error", index) for index in range(self.moment.examples))
            case "error" | "gradient":
                return (term,)
            case "term":
                return (Place("total", weight=weight),)
            case "total":
                return (Place("adjustment", weight=weight),)
            case "weight" | "adjustment":
                return (Place("new", weight=weight),)
            case _:
                return ()
