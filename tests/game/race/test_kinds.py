"""The six kinds of pattern, and which puzzles can be raced."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.race.kinds import IN_WORDS, KINDS, ROWS, Kind, kind_of, outputs_of
from neuron_tui.game.race.results import ERRORS
from neuron_tui.puzzle.puzzle import Example, Puzzle, Question

MAJORITY = tuple(int(sum(row) >= 2) for row in ROWS)


def puzzle(outputs: tuple[int, ...], shown: int) -> Puzzle:
    """A puzzle that shows the first rows and asks the others."""
    rows = list(zip(ROWS, outputs, strict=True))
    return Puzzle(
        "Eight",
        ("a", "b", "c"),
        tuple(Example(row, output) for row, output in rows[:shown]),
        tuple(Question(row, output) for row, output in rows[shown:]),
    )


def test_the_seventy_tables_with_four_ones_fall_into_the_six_kinds() -> None:
    counts = Counter(kind_of(table) for table in product((0, 1), repeat=8) if sum(table) == 4)
    assert counts == {"I": 6, "II": 6, "III": 24, "IV": 8, "V": 24, "VI": 2}


def test_a_table_that_is_not_four_against_four_is_of_no_kind() -> None:
    others = [table for table in product((0, 1), repeat=8) if sum(table) != 4]
    assert {kind_of(table) for table in others} == {None}


def test_the_kinds_are_what_their_words_say() -> None:
    assert KINDS["I"] == tuple(row[0] for row in ROWS)
    assert KINDS["II"] == tuple(row[0] ^ row[1] for row in ROWS)
    assert KINDS["IV"] == MAJORITY
    assert KINDS["VI"] == tuple(sum(row) % 2 for row in ROWS)
    swapped = [row for row, one, five in zip(ROWS, KINDS["I"], KINDS["V"], strict=True) if one != five]
    assert swapped == [(0, 1, 1), (1, 1, 1)]
    assert KINDS.keys() == IN_WORDS.keys() == ERRORS.keys()


@given(
    st.sampled_from(sorted(KINDS)),
    st.permutations(range(3)),
    st.tuples(*[st.integers(0, 1)] * 3),
    st.integers(0, 1),
)
def test_swapping_inputs_and_flipping_makes_no_other_kind(
    kind: Kind, order: list[int], flips: tuple[int, ...], flip: int
) -> None:
    known = dict(zip(ROWS, KINDS[kind], strict=True))
    seen = [tuple(row[order[place]] ^ flips[place] for place in range(3)) for row in ROWS]
    assert kind_of(tuple(known[row] ^ flip for row in seen)) == kind


@pytest.mark.parametrize("shown", [1, 6, 8])
def test_a_puzzle_tells_its_eight_outputs_by_examples_and_questions_together(shown: int) -> None:
    assert outputs_of(puzzle(MAJORITY, shown)) == MAJORITY


def test_a_puzzle_that_leaves_a_row_out_cannot_be_raced() -> None:
    whole = puzzle(MAJORITY, 7)
    assert outputs_of(replace(whole, questions=())) is None


def test_to_an_open_question_the_formula_says_what_is_meant() -> None:
    whole = puzzle(MAJORITY, 7)
    opened = replace(whole, questions=(replace(whole.questions[0], answer=None),))
    assert outputs_of(opened) is None
    count = f"at least 2 of ({', '.join(whole.input_names)})"
    assert outputs_of(replace(opened, formula=count)) == MAJORITY


def test_a_puzzle_with_other_than_three_inputs_cannot_be_raced() -> None:
    rows = tuple(Example(row, 0) for row in product((0, 1), repeat=2))
    assert outputs_of(Puzzle("Two", ("a", "b"), rows, ())) is None


def test_a_puzzle_that_contradicts_itself_cannot_be_raced() -> None:
    whole = puzzle(MAJORITY, 7)
    assert outputs_of(replace(whole, examples=(*whole.examples, Example((0, 0, 0), 1)))) is None
    assert outputs_of(replace(whole, examples=(*whole.examples, Example((0, 0, 0), 0)))) == MAJORITY


def test_what_was_published_is_typed_as_printed() -> None:
    means = {kind: round(sum(errors) / len(errors), 4) for kind, errors in ERRORS.items()}
    assert means == {"I": 0.0149, "II": 0.0507, "III": 0.0924, "IV": 0.1016, "V": 0.1107, "VI": 0.1947}
    assert {len(errors) for errors in ERRORS.values()} == {16}
    assert ERRORS["II"][0] == 0.378
    assert ERRORS["VI"][-1] == 0.106
