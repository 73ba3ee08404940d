"""The eight rows of three inputs, and the six kinds of pattern: how to split them, four against four.

After Shepard, Hovland and Jenkins (1961), "Learning and memorization of classifications",
Psychological Monographs 75 (13).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import permutations, product
from typing import Literal

from neuron_tui.puzzle.formula.parser import read_formula
from neuron_tui.puzzle.puzzle import Answer, Puzzle

INPUTS = 3
ROWS: tuple[tuple[int, ...], ...] = tuple(product((0, 1), repeat=INPUTS))
"""000, 001, 010 and so on up to 111; a row's number is its place in here."""
Outputs = tuple[int, ...]
"""The right answer to each of the eight rows, in their order."""


def outputs_of(puzzle: Puzzle) -> Outputs | None:
    """The eight outputs, from the puzzle's examples and the answers to its questions.

    To a question that is open, because several rules fit the examples, the formula says what is meant. None
    where it has other than three inputs, leaves a row out, or says both 0 and 1 of one: such a puzzle cannot
    be raced.
    """
    if len(puzzle.input_names) != INPUTS:
        return None
    known: list[tuple[tuple[int, ...], Answer]]
    known = [(example.inputs, example.target) for example in puzzle.examples]
    known += [(question.inputs, question.answer) for question in puzzle.questions]
    if puzzle.formula:
        said = read_formula(puzzle.formula, puzzle.input_names, puzzle.output_name).outputs(ROWS)
        meant = dict(zip(ROWS, said, strict=True))
        known = [(row, meant[row] if answer is None else answer) for row, answer in known]
    outputs = dict(known)
    if set(outputs) != set(ROWS) or any(outputs[row] != answer for row, answer in known):
        return None
    if not set(outputs.values()) <= {0, 1}:  # where chance decides, nobody can be right or wrong
        return None
    return tuple(int(outputs[row] or 0) for row in ROWS)


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
    """The kind of a table's outputs; None where they are not eight, four against four.

    Tables are of one kind where they are the same up to swapping inputs, flipping an input's 0 and 1, and
    flipping the output.
    """
    return _kinds_by_table().get(outputs)


@cache
def _kinds_by_table() -> dict[Outputs, Kind]:
    return {table: kind for kind, outputs in KINDS.items() for table in alike(outputs)}


def alike(outputs: Outputs, *, flipped: bool = True) -> Iterator[Outputs]:
    """The table with its inputs swapped and, unless not `flipped`, flipped in every way.

    Each also with its output flipped.
    """
    every_flip = product((0, 1), repeat=INPUTS) if flipped else [(0,) * INPUTS]
    output_of = dict(zip(ROWS, outputs, strict=True))
    for order, flips in product(permutations(range(INPUTS)), every_flip):
        moved = tuple(
            output_of[tuple(row[place] ^ flip for place, flip in zip(order, flips, strict=True))]
            for row in ROWS
        )
        yield moved
        yield tuple(1 - output for output in moved)
