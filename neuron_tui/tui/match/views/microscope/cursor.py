"""The cursor that goes over the microscope's numbers, and where the arrow keys take it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from neuron_tui.game.microscope.one_neuron import LAST
from neuron_tui.game.microscope.slide import OF_A_HIDDEN_ROW, OF_A_ROW, OF_A_WEIGHT, NumberKind, NumberPlace

ABOVE: dict[NumberKind, NumberKind] = {"weight": "product", "adjustment": "total", "new": "term"}
BELOW: dict[NumberKind, NumberKind] = {
    "product": "weight",
    "sum": "weight",
    "output": "weight",
    "term": "total",
}
"""From the first weight up into the table of examples, and from the last example down."""


@dataclass(frozen=True)
class Cursor:
    """The chosen number, and the row and the weight that stay chosen with it.

    `neuron`: whose number it is, in a network.
    """

    kind: NumberKind = "sum"
    row: int = 0
    weight: int = 0
    neuron: int = LAST

    @property
    def across(self) -> tuple[NumberKind, ...]:
        """The columns of the examples behind the inputs, from left to right."""
        return (*(OF_A_ROW if self.neuron == LAST else OF_A_HIDDEN_ROW), "term")

    def at(self, neuron: int, weights: int) -> Cursor:
        """The same number of another neuron, or what corresponds to it there."""
        kind, weight = self.kind, min(self.weight, weights - 1)
        if kind in ("target", "delta", "outgoing"):
            kind = "target" if neuron == LAST else "delta"
        return Cursor(kind, self.row, weight, neuron)

    @property
    def place(self) -> NumberPlace:
        """Which number is chosen."""
        return NumberPlace.of(self.kind, self.row, self.weight)


def moved(cursor: Cursor, right: int, down: int, examples: int, weights: int) -> Cursor:
    """The cursor one number on; at the edges it stays."""
    if cursor.kind in OF_A_WEIGHT:
        return _among_weights(cursor, right, down, examples, weights)
    if cursor.kind in ("total", "outgoing"):
        return _below_examples(cursor, right, down, examples, weights)
    if down:
        if down > 0 and cursor.row == examples - 1:
            return _leaving(cursor)
        return replace(cursor, row=min(max(cursor.row + down, 0), examples - 1))
    across = cursor.across
    at = cursor.weight if cursor.kind == "product" else weights + across.index(cursor.kind)
    at = min(max(at + right, 0), weights + len(across) - 1)
    if at >= weights:
        return replace(cursor, kind=across[at - weights])
    return replace(cursor, kind="product", weight=at)


def _below_examples(cursor: Cursor, right: int, down: int, examples: int, weights: int) -> Cursor:
    """From the sum of the terms, or from the weight that errors are sent back by."""
    if down > 0:
        return replace(cursor, kind="adjustment", weight=0)
    if down:
        return replace(cursor, kind="term" if cursor.kind == "total" else "error", row=examples - 1)
    if cursor.kind == "outgoing":
        return replace(cursor, kind="total") if right > 0 else cursor
    if right < 0 and cursor.weight == 0 and cursor.neuron != LAST:
        return replace(cursor, kind="outgoing")
    return replace(cursor, weight=min(max(cursor.weight + right, 0), weights - 1))


def _leaving(cursor: Cursor) -> Cursor:
    """Down from the last example: to the sum of the terms, to the way back, or to the first weight."""
    kind = BELOW.get(cursor.kind, "adjustment")
    if cursor.neuron != LAST and cursor.kind in ("delta", "error"):
        kind = "outgoing"
    return replace(cursor, kind=kind, weight=0 if kind in OF_A_WEIGHT else cursor.weight)


def _among_weights(cursor: Cursor, right: int, down: int, examples: int, weights: int) -> Cursor:
    """The next number in the table of weights, or in the table above it."""
    if down < 0 and cursor.weight == 0:
        return replace(cursor, kind=ABOVE[cursor.kind], row=examples - 1)
    across = min(max(OF_A_WEIGHT.index(cursor.kind) + right, 0), len(OF_A_WEIGHT) - 1)
    return replace(cursor, kind=OF_A_WEIGHT[across], weight=min(max(cursor.weight + down, 0), weights - 1))
