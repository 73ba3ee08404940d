"""The columns of the microscope's tables: as wide as the numbers of the whole tape, so that nothing moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from neuron_tui.game.explain.numbers import signed
from neuron_tui.game.microscope.one_neuron import OneNeuron
from neuron_tui.game.microscope.slide import NumberKind, of_a_row
from neuron_tui.game.replay.replay import Replay
from neuron_tui.tui.kit.cells import visible, widest, width_of
from neuron_tui.tui.match.views.microscope.writing import ENDING

LONGEST_NAME = 20
"""Cells that a name is given over a column where there is room."""
WIDEST_GAP = 3
"""Cells between two columns, where there is room."""
UNSIGNED = frozenset(("output", "gradient"))
WEIGHT_GAP = 3
"""Cells between the columns of the weights, besides the mark."""
HEADS: dict[NumberKind, tuple[str, str]] = {
    "sum": ("weighted", "sum"),
    "output": ("", "output"),
    "target": ("target", ""),
    "delta": ("sent", "back"),
    "error": ("", "error"),
    "gradient": ("", "gradient"),
    "term": ("", "\u00d7 gradient"),
    "weight": ("", "weight"),
    "adjustment": ("", "+ adjustment"),
    "new": ("", "= new weight"),
}
"""The names of the columns, on two lines. That of a target, a single digit, may stand out to both sides."""


@dataclass(frozen=True)
class NumberColumn:
    """A column of numbers, `width` cells wide; a mark comes before."""

    kind: NumberKind
    width: int
    weight: int = -1


Columns = tuple[NumberColumn, ...]


@dataclass(frozen=True)
class ExampleColumns:
    """The columns in sight of the table of examples.

    `label`: cells for the number of a row. `product`: cells of one next to its input, 0 where they are not
    written out. `gap`: cells before each of the others. `before`, `after`: whether inputs are left out there.
    """

    label: int
    product: int
    inputs: Columns
    others: Columns
    gap: int
    before: bool = False
    after: bool = False

    @property
    def end(self) -> int:
        """The cell behind all of them."""
        return self.label + _taken(self.inputs) + _taken(self.others) + self.gap * len(self.others)


def example_columns(neuron: OneNeuron, weight: int, width: int) -> ExampleColumns:
    """The table's columns in `width` cells, with the cursor on this weight.

    Room that is left goes to the products, to the names of the inputs, and then between the columns. Where
    there is no room for all inputs, those around the cursor are there.
    """
    label = len(str(_most_rows(neuron.replay)))  # the first mark keeps the inputs away from it
    others = _others(neuron)
    room = width - label - _taken(others)
    product = _signed_width(neuron.reach().weight)
    if neuron.graded or (len("1 ") + product + 1) * len(neuron.names) > room:
        product = 0
    inputs = _inputs(neuron, product, room)
    count = len(inputs)
    while count > 1 and _taken(inputs[:count]) > room:
        count -= 1
    start = page_start(weight, count, len(inputs))
    shown = inputs[start : start + count]
    gap = min(max(room - _taken(shown), 0) // len(others), WIDEST_GAP)
    return ExampleColumns(label, product, shown, others, gap, start > 0, start + count < len(inputs))


def weight_columns(neuron: OneNeuron, width: int) -> tuple[int, Columns]:
    """The width of the weights' names, and the columns of the table of weights."""
    weight = _signed_width(neuron.reach().weight)
    rate = max(run.recording.training.learning_rate for run in neuron.replay.lineage())
    widths: dict[NumberKind, int] = {
        "weight": weight,
        "adjustment": _signed_width(rate * _most_asked(neuron)),
        "new": weight,
    }
    columns = tuple(NumberColumn(kind, max(widths[kind], len(HEADS[kind][1]))) for kind in widths)
    room = width - 2 - WEIGHT_GAP * len(columns) - _taken(columns)
    return max(min(widest(neuron.names), room, LONGEST_NAME), 1), columns


def outgoing_column(neuron: OneNeuron) -> NumberColumn:
    """The weight to the output neuron, which has a place of its own."""
    return NumberColumn("outgoing", _signed_width(neuron.reach().outgoing_weight))


def page_start(at: int, count: int, of: int) -> int:
    """The first of `count` in sight: they stand still until the one at the cursor is none of them."""
    return max(min(at // count * count, of - count), 0)


def _others(neuron: OneNeuron) -> Columns:
    """The columns from the weighted sum on; the sum of the terms is under them."""
    reach = neuron.reach()
    largest: dict[NumberKind, float] = {
        "sum": reach.weighted_sum,
        "error": reach.error,
        "term": _most_asked(neuron),
    }
    columns = []
    for kind in (*of_a_row(neuron), "term"):
        number = _signed_width(largest.get(kind, 0)) - (kind in UNSIGNED)
        head = max(map(len, HEADS[kind])) + (kind == "sum")  # names of inputs may end right before it
        columns.append(NumberColumn(kind, 1 if kind == "target" else max(number, head)))
    return tuple(columns)


def _inputs(neuron: OneNeuron, product: int, room: int) -> Columns:
    """The columns of the inputs, and of their products, as wide as their names as far as there is room."""
    names = [width_of(visible(name)) for name in neuron.names]
    least = [len("1 ") + product if product else 1] * len(names)
    if neuron.graded:
        least = [len("0") + ENDING] * (len(neuron.neurons) - 1) + [1] * neuron.replay.model.threshold
    for longest in range(LONGEST_NAME, 0, -1):
        widths = [max(one, min(name, longest)) for one, name in zip(least, names, strict=True)]
        if sum(widths) + len(widths) <= room:
            break
    return tuple(NumberColumn("product", width, weight) for weight, width in enumerate(widths))


def _signed_width(largest: float) -> int:
    """The cells of a signed number of this size, and of all that are smaller."""
    return len(signed(largest, 0)) + ENDING


def _most_rows(replay: Replay) -> int:
    """The rows of the longest table that the tape learned from."""
    return max(len(run.recording.training.targets) for run in replay.lineage())


def _most_asked(neuron: OneNeuron) -> float:
    """More than the terms of one weight can add up to."""
    return _most_rows(neuron.replay) * neuron.reach().error * neuron.steepest


def _taken(columns: Sequence[NumberColumn]) -> int:
    """Cells that columns take with the marks before them."""
    return sum(column.width + 1 for column in columns)
