"""The atlas as a map: where each pattern stands, which ones are alike, and each as a puzzle to play."""

from __future__ import annotations

from functools import cache

from neuron_tui.game.race.kinds import IN_WORDS, ROWS, Outputs, alike, kind_of
from neuron_tui.puzzle.puzzle import Example, NeuronSettings, Puzzle, Question

SIDE = 16
ASKED = (1, 1, 1)
"""The row that is asked where a pattern is played."""


def outputs_of(pattern: int, threshold: bool) -> Outputs:
    """The eight outputs of a pattern; without a threshold the first one, which is left out, counts as 0."""
    digits = f"{pattern:08b}" if threshold else f"0{pattern:07b}"
    return tuple(map(int, digits))


def pattern_at(row: int, column: int) -> int:
    """The pattern at a place of the map: the row stands for four of the outputs, the column for the others.

    Both in the order of Gray's code, in which neighbours differ in one output: so patterns that are nearly
    the same stand side by side.
    """
    return _gray(row) * SIDE + _gray(column)


def _gray(rank: int) -> int:
    return rank ^ (rank >> 1)


@cache
def alike_patterns(pattern: int, threshold: bool) -> frozenset[int]:
    """The patterns that are the same one up to swapping inputs, flipping an input, and flipping the output.

    Without a threshold an input that is flipped makes another pattern: nothing then comes in its place.
    """
    first = 0 if threshold else 1
    tables = alike(outputs_of(pattern, threshold), flipped=threshold)
    return frozenset(int("".join(map(str, outputs[first:])), 2) for outputs in tables)


def described(outputs: Outputs) -> str:
    """What kind of pattern it is, in a sentence; only all eight outputs have a kind."""
    rows = len(outputs)
    kind = kind_of(outputs)
    ones = sum(outputs)
    if kind is not None:
        return f"Four against four, type {kind}: {IN_WORDS[kind]}."
    if ones in (0, rows):
        return f"Always {outputs[0]}."
    rare, few = (1, ones) if ones <= rows // 2 else (0, rows - ones)
    return f"{few} of {rows} rows {'is' if few == 1 else 'are'} {rare}."


def puzzle_of(pattern: int, threshold: bool) -> Puzzle:
    """The pattern as a puzzle: seven rows are told, and the one with all inputs on is asked."""
    outputs = outputs_of(pattern, threshold)
    known = [(row, output) for row, output in zip(ROWS, outputs, strict=True) if row != ASKED]
    return Puzzle(
        title=f"Pattern {pattern} of the atlas",
        input_names=("left", "middle", "right"),
        examples=tuple(Example(row, output) for row, output in known if threshold or any(row)),
        questions=(Question(ASKED, outputs[-1]),),
        neuron=NeuronSettings(threshold=threshold),
    )
