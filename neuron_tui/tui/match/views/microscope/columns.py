"""The columns of the microscope's tables: which fit, and with how many decimals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from neuron_tui.game.explain.numbers import signed
from neuron_tui.game.microscope.digits import (
    FEWEST,
    FEWEST_OF_NETWORK,
    LONGEST_POWER,
    most_decimals,
)
from neuron_tui.game.microscope.one_neuron import OneNeuron
from neuron_tui.game.microscope.slide import NumberKind, of_a_row
from neuron_tui.game.replay.replay import Replay
from neuron_tui.tui.kit.cells import widest, window_start

LONGEST_NAME = 12
"""Cells that a name is given over a column where there is room."""
WIDEST_GAP = 4
"""Cells between two columns, where there is room."""
LEAST_TERM = 10
"""Cells of the terms' column: what they are is written over it."""
UNSIGNED: tuple[NumberKind, ...] = ("output", "target", "gradient")
WEIGHT_GAP = 3
"""Cells between the columns of the weights, besides the mark."""


@dataclass(frozen=True)
class NumberColumn:
    """A column of numbers, `width` cells wide, `decimals` of them behind the point; a mark comes before.

    `more`: whether other columns are left out behind it.
    """

    kind: NumberKind
    width: int
    decimals: int = 0
    weight: int = -1
    more: bool = False


Columns = tuple[NumberColumn, ...]


@dataclass(frozen=True)
class ExampleColumns:
    """The columns in sight of the table of examples, in `gap` cells from each other.

    `decimals`: of every number. `products`: whether there is room to write them out next to the inputs.
    `label`: cells for the number of a row. `before`: whether columns are left out before all of them.
    """

    decimals: int
    products: bool
    label: int
    gap: int
    shown: Columns
    before: bool = False


def example_columns(neuron: OneNeuron, kind: NumberKind, weight: int, width: int) -> ExampleColumns:
    """The table's columns in `width` cells, with the cursor on a number of this kind and weight.

    Room that is left goes to the names of the inputs, then between the columns. Where there is no room for
    all columns, the table scrolls sideways.
    """
    label = len(str(_most_rows(neuron.replay)))  # the first mark keeps the inputs away from it
    most = most_decimals(neuron)
    fewest = min(FEWEST_OF_NETWORK if neuron.replay.is_network else FEWEST, most)
    for decimals in range(most, fewest - 1, -1):
        for products in (False,) if neuron.graded else (True, False):
            inputs, others = _inputs(neuron, products, decimals), _others(neuron, decimals)
            spare = width - label - _taken(inputs) - _taken(others)
            if spare >= 0:
                named = inputs if products else _named(inputs, neuron.names, spare)
                spare -= _taken(named) - _taken(inputs)
                shown = (*named, *others)
                gap = 1 + min(spare // len(shown), WIDEST_GAP - 1)
                return ExampleColumns(decimals, products, label, gap, shown)
    shown, before = _scrolled(inputs, others, kind, weight, width - label)
    return ExampleColumns(fewest, False, label, 1, shown, before)


def _most_rows(replay: Replay) -> int:
    """The rows of the longest table that the tape learned from."""
    return max(len(run.recording.training.targets) for run in replay.lineage())


def _most_asked(neuron: OneNeuron) -> float:
    """More than the terms of one weight can add up to."""
    return _most_rows(neuron.replay) * neuron.reach().error * neuron.steepest


def _others(neuron: OneNeuron, decimals: int) -> Columns:
    """The columns from the weighted sum on: what the whole tape holds fits in them."""
    reach, exact = neuron.reach(), max(decimals, LONGEST_POWER)
    largest: dict[NumberKind, tuple[float, int]] = {
        "sum": (reach.weighted_sum, decimals),
        "output": (0, max(decimals, LONGEST_POWER + len("1-"))),
        "target": (0, 0),
        "delta": (0, exact),
        "error": (reach.error, exact),
        "gradient": (0, exact),
        "term": (_most_asked(neuron), exact),  # their sum is under them
    }
    columns = []
    for kind in (*of_a_row(neuron), "term"):
        width = len(signed(*largest[kind])) - (kind in UNSIGNED)
        columns.append(NumberColumn(kind, max(width, LEAST_TERM * (kind == "term")), largest[kind][1]))
    return tuple(columns)


def _inputs(neuron: OneNeuron, products: bool, decimals: int) -> Columns:
    """The columns of the inputs, as narrow as they may be."""
    always = neuron.replay.model.threshold * (len(neuron.names) - 1)
    if products:
        one = NumberColumn("product", len("1 ") + len(signed(neuron.reach().weight, decimals)), decimals)
    else:
        one = NumberColumn("product", 1)
    exact = max(decimals, LONGEST_POWER)
    graded = NumberColumn("product", len("0.") + exact, exact)
    return tuple(
        replace(graded if neuron.graded and (not always or index != always) else one, weight=index)
        for index in range(len(neuron.names))
    )


def _taken(columns: Sequence[NumberColumn]) -> int:
    """Cells that columns take with the marks before them."""
    return sum(column.width + 1 for column in columns)


def _named(inputs: Columns, names: Sequence[str], spare: int) -> Columns:
    """The columns of the inputs, wider by their share of the spare cells as far as their names need it."""
    longest = min(widest(names), LONGEST_NAME)
    more = min(spare // len(inputs), max(longest - inputs[0].width, 0))
    return tuple(replace(column, width=column.width + more) for column in inputs)


def _scrolled(
    inputs: Columns, others: Columns, kind: NumberKind, weight: int, room: int
) -> tuple[Columns, bool]:
    """The columns that fit around the cursor, and whether inputs are left out before them.

    The inputs scroll first, the others only where they must. The terms stay in sight: all others are there
    to explain them.
    """
    one = _taken(inputs[:1])
    *middle, term = others
    least = room - one - term.width - 1
    early = kind in ("product", "sum", "output", "weight")
    kept = list(middle)
    while len(kept) > 1 and _taken(kept) > least:
        kept.pop(-1 if early or kept[0].kind == kind else 0)
    count = max((least - _taken(kept)) // one + 1, 1)
    start = window_start(weight, count, len(inputs))
    shown = inputs[start : start + count]
    if middle[-1] not in kept:
        kept[-1] = replace(kept[-1], more=True)
    if start + count < len(inputs) or middle[0] not in kept:
        shown = (*shown[:-1], replace(shown[-1], more=True))
    return (*shown, *kept, term), start > 0


def weight_columns(neuron: OneNeuron, decimals: int, width: int) -> tuple[int, Columns]:
    """The width of the weights' names, and the columns of the table of weights."""
    weight = len(signed(neuron.reach().weight, decimals))
    adjusted = max(decimals, LONGEST_POWER)
    rate = max(run.recording.training.learning_rate for run in neuron.replay.lineage())
    most = max(rate * _most_asked(neuron), 1)
    columns = (
        NumberColumn("weight", weight, decimals),
        NumberColumn("adjustment", max(len(signed(most, adjusted)), len("+ adjustment")), adjusted),
        NumberColumn("new", max(weight, len("= new weight")), decimals),
    )
    gaps = 2 + (WEIGHT_GAP + 1) * len(columns)
    longest = widest(neuron.names)
    room = width - sum(column.width for column in columns) - gaps
    return max(min(longest, room, 20), 1), columns
