"""The atlas as a map: neighbours, patterns in disguise, and each of them as a puzzle."""

from __future__ import annotations

import pytest

from neuron_tui.game.atlas import (
    SIDE,
    alike_patterns,
    described,
    outputs_of,
    pattern_at,
    puzzle_of,
)
from neuron_tui.game.race.kinds import KINDS
from neuron_tui.neuron.atlas import Atlas
from neuron_tui.neuron.fast import adjusted
from neuron_tui.puzzle.file.reader import read_puzzle
from neuron_tui.puzzle.file.writer import write_puzzle

PLACES = [(row, column) for row in range(SIDE) for column in range(SIDE)]


def test_every_pattern_has_one_place_and_neighbours_differ_in_one_output() -> None:
    assert sorted(pattern_at(*place) for place in PLACES) == list(range(256))
    for row, column in PLACES:
        here = pattern_at(row, column)
        for there in (pattern_at((row + 1) % SIDE, column), pattern_at(row, (column + 1) % SIDE)):
            assert (here ^ there).bit_count() == 1


@pytest.mark.parametrize("threshold", [True, False])
def test_patterns_that_are_alike_are_learned_all_or_none(threshold: bool) -> None:
    atlas = Atlas(threshold=threshold)
    targets = atlas.targets()
    weights = adjusted(atlas.neuron, atlas.start_weights(len(targets)), atlas.rows, targets, atlas.iterations)
    learned = atlas.learned(weights, targets)
    for pattern in range(atlas.patterns):
        alike = alike_patterns(pattern, threshold)
        assert pattern in alike
        assert {bool(learned[other]) for other in alike} == {bool(learned[pattern])}


def test_the_six_kinds_are_as_many_as_there_are_ways_to_disguise_them() -> None:
    # of 70 tables with four against four: 6, 6, 24, 8, 24 and 2 (Shepard, Hovland and Jenkins 1961)
    sizes = {
        kind: len(alike_patterns(int("".join(map(str, outputs)), 2), True)) for kind, outputs in KINDS.items()
    }
    assert sizes == {"I": 6, "II": 6, "III": 24, "IV": 8, "V": 24, "VI": 2}


def test_a_pattern_is_described_by_its_kind_or_by_what_is_rare_in_it() -> None:
    assert described(outputs_of(0b00010111, True)) == "Four against four, type IV: the majority."
    assert described(outputs_of(0b00000001, True)) == "1 of 8 rows is 1."
    assert described(outputs_of(0b11101101, True)) == "2 of 8 rows are 0."
    assert described(outputs_of(0, True)) == "Always 0."


@pytest.mark.parametrize("threshold", [True, False])
def test_every_pattern_is_a_puzzle_that_a_file_may_hold(threshold: bool) -> None:
    for pattern in range(0, Atlas(threshold=threshold).patterns, 7):
        puzzle = puzzle_of(pattern, threshold)
        assert read_puzzle(write_puzzle(puzzle).encode()).puzzle == puzzle
        rows = {example.inputs: example.target for example in puzzle.examples}
        rows |= {question.inputs: int(question.answer) for question in puzzle.questions}
        told = [rows[inputs] for inputs in sorted(rows)]
        assert told == list(outputs_of(pattern, threshold))[8 - len(told) :]
        assert len(told) == (8 if threshold else 7)
