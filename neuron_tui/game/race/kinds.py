"""The six kinds of pattern: how eight figures can be split, four against four.

After Shepard, Hovland and Jenkins (1961), "Learning and memorization of classifications",
Psychological Monographs 75 (13).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import permutations, product
from typing import Literal

from neuron_tui.game.race.eight import INPUTS, ROWS, Outputs

Kind = Literal["I", "II", "III", "IV", "V", "VI"]

KINDS: dict[Kind, Outputs] = {
    "I": (0, 0, 0, 0, 1, 1, 1, 1),
    "II": (0, 0, 1, 1, 1, 1, 0, 0),
    "III": (0, 0, 0, 1, 1, 0, 1, 1),
    "IV": (0, 0, 0, 1, 0, 1, 1, 1),
    "V": (0, 0, 0, 1, 1, 1, 1, 0),
    "VI": (0, 1, 1, 0, 1, 0, 0, 1),
}
"""One table of each kind, its outputs in the order of the rows."""
LEARNED_BY_ONE: tuple[Kind, ...] = ("I", "IV")
"""The kinds that one neuron with a threshold can learn: a straight cut separates their 0s from their 1s."""
IN_WORDS: dict[Kind, str] = {
    "I": "one input decides",
    "II": "exclusive or",
    "III": "a rule with exceptions",
    "IV": "the majority",
    "V": "one input, with two rows swapped",
    "VI": "odd or even",
}


def kind_of(outputs: Outputs) -> Kind | None:
    """The kind of eight outputs; None where they are not four against four.

    Tables are of one kind where they are the same up to swapping inputs, flipping an input's 0 and 1, and
    flipping the output.
    """
    return _kinds_by_table().get(outputs)


@cache
def _kinds_by_table() -> dict[Outputs, Kind]:
    """Every table of every kind."""
    return {table: kind for kind, outputs in KINDS.items() for table in alike(outputs)}


def alike(outputs: Outputs, *, flipped: bool = True) -> Iterator[Outputs]:
    """The table with its inputs swapped and, unless not `flipped`, flipped in every way.

    Each also with its output flipped.
    """
    every_flip = product((0, 1), repeat=INPUTS) if flipped else [(0,) * INPUTS]
    for order, flips in product(permutations(range(INPUTS)), every_flip):
        moved = tuple(outputs[ROWS.index(_moved(row, order, flips))] for row in ROWS)
        yield moved
        yield tuple(1 - output for output in moved)


def _moved(row: tuple[int, ...], order: tuple[int, ...], flips: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(row[place] ^ flip for place, flip in zip(order, flips, strict=True))
