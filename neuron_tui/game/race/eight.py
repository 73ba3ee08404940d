"""The eight rows that three inputs have, and what a puzzle says of them."""

from __future__ import annotations

from itertools import product

import numpy as np

from neuron_tui.neuron.neuron import Array
from neuron_tui.puzzle.formula.parser import read_formula
from neuron_tui.puzzle.puzzle import Answer, Puzzle

INPUTS = 3
ROWS: tuple[tuple[int, ...], ...] = tuple(product((0, 1), repeat=INPUTS))
"""000, 001, 010 and so on up to 111; a row's number is its place in here."""
Outputs = tuple[int, ...]
"""The right answer to each of the eight rows, in their order."""


def inputs_of_rows() -> Array:
    """The eight rows as an array, shape `(8, 3)`."""
    return np.array(ROWS, dtype=np.float64)


def outputs_of(puzzle: Puzzle) -> Outputs | None:
    """The eight outputs, from the puzzle's examples and the answers to its questions.

    To a question that is open, because several rules fit the examples, the formula says what is meant. None
    where it has other than three inputs, leaves a row out, or says both 0 and 1 of one: such a puzzle cannot
    be raced.
    """
    if len(puzzle.input_names) != INPUTS:
        return None
    told: list[tuple[tuple[int, ...], Answer]]
    told = [(example.inputs, example.target) for example in puzzle.examples]
    told += [(question.inputs, question.answer) for question in puzzle.questions]
    if puzzle.formula:
        said = read_formula(puzzle.formula, puzzle.input_names, puzzle.output_name).outputs(ROWS).tolist()
        meant = dict(zip(ROWS, said, strict=True))
        told = [(row, meant[row] if answer is None else answer) for row, answer in told]
    outputs = dict(told)
    if set(outputs) != set(ROWS) or any(outputs[row] != answer for row, answer in told):
        return None
    if not set(outputs.values()) <= {0, 1}:  # where chance decides, nobody can be right or wrong
        return None
    return tuple(int(outputs[row] or 0) for row in ROWS)
