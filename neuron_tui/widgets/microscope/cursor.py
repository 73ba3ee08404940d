"""The cursor that goes over the microscope's numbers, and where the arrow keys take it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from neuron_tui.game.microscope import OF_A_ROW, OF_A_WEIGHT, Kind, Place

ACROSS: tuple[Kind, ...] = (*OF_A_ROW, "term")
"""The columns of the examples behind the inputs, from left to right."""
ABOVE: dict[Kind, Kind] = {"weight": "product", "adjustment": "total", "new": "term"}
BELOW: dict[Kind, Kind] = {"product": "weight", "sum": "weight", "output": "weight", "term": "total"}
"""From the first weight up into the table of examples, and from the last example down."""


@dataclass(frozen=True)
class Cursor:
    """The number that is looked at, and the row and the weight that stay chosen beside it."""

    kind: Kind = "sum"
    row: int = 0
    weight: int = 0

    @property
    def place(self) -> Place:
        """Where the number stands."""
        return Place.of(self.kind, self.row, self.weight)


def moved(cursor: Cursor, right: int, down: int, examples: int, weights: int) -> Cursor:
    """The cursor one number on; at the edges it stays."""
    if cursor.kind in OF_A_WEIGHT:
        return _among_weights(cursor, right, down, examples, weights)
    if cursor.kind == "total":
        weight = min(max(cursor.weight + right, 0), weights - 1)
        if down > 0:
            return Cursor("adjustment", cursor.row, 0)
        return Cursor("total" if right else "term", examples - 1 if down else cursor.row, weight)
    if down:
        if down > 0 and cursor.row == examples - 1:
            return _leaving(cursor)
        return replace(cursor, row=min(max(cursor.row + down, 0), examples - 1))
    at = cursor.weight if cursor.kind == "product" else weights + ACROSS.index(cursor.kind)
    at = min(max(at + right, 0), weights + len(ACROSS) - 1)
    if at >= weights:
        return replace(cursor, kind=ACROSS[at - weights])
    return replace(cursor, kind="product", weight=at)


def _leaving(cursor: Cursor) -> Cursor:
    """Down from the last example: to the sum of the terms, or to the first weight."""
    kind = BELOW.get(cursor.kind, "adjustment")
    return replace(cursor, kind=kind, weight=cursor.weight if kind == "total" else 0)


def _among_weights(cursor: Cursor, right: int, down: int, examples: int, weights: int) -> Cursor:
    """The next number in the table of weights, or in the table above it."""
    if down < 0 and cursor.weight == 0:
        return Cursor(ABOVE[cursor.kind], examples - 1, 0)
    across = min(max(OF_A_WEIGHT.index(cursor.kind) + right, 0), len(OF_A_WEIGHT) - 1)
    return replace(cursor, kind=OF_A_WEIGHT[across], weight=min(max(cursor.weight + down, 0), weights - 1))
