"""What a branch learns from: rows told otherwise, left out, added."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.lab.terms import Terms
from neuron_tui.puzzle.puzzle import Example, Puzzle
from tests.game.matches import article

ROWS = [(0, 0, 1), (1, 1, 1), (1, 0, 1), (0, 1, 1)]
MOVES = st.lists(st.tuples(st.integers(0, 7), st.sampled_from([-1, 1])), max_size=25)


def told(puzzle: Puzzle) -> list[tuple[tuple[int, ...], int]]:
    return [(example.inputs, example.target) for example in puzzle.examples]


def asked(puzzle: Puzzle) -> list[tuple[tuple[int, ...], int]]:
    return [(question.inputs, question.answer) for question in puzzle.questions]


def test_as_yet_nothing_is_changed() -> None:
    terms = Terms.of(article(), 1.0)
    assert terms.puzzle(article()) == article()
    assert terms.changes == 0


def test_an_example_is_flipped_then_left_out_then_as_it_was() -> None:
    terms = Terms.of(article(), 1.0).turn(1, 1)
    assert told(terms.puzzle(article())) == [(ROWS[0], 0), (ROWS[1], 0), (ROWS[2], 1), (ROWS[3], 0)]
    terms = terms.turn(1, 1)
    assert told(terms.puzzle(article())) == [(ROWS[0], 0), (ROWS[2], 1), (ROWS[3], 0)]
    assert asked(terms.puzzle(article())) == [(ROWS[1], 1), ((1, 0, 0), 1)], "what is left out is asked"
    assert [terms.place(row) for row in range(5)] == [0, 3, 1, 2, 4]
    puzzle = terms.puzzle(article())
    assert [puzzle.row_name(row) for row in range(5)] == ["1", "3", "4", "2", "???"]
    assert puzzle.in_order() == ([0, 3, 1, 2], [4]), "it keeps its number and its place"
    assert terms.turn(1, 1) == Terms.of(article(), 1.0)


def test_a_question_can_be_told_either_way() -> None:
    terms = Terms.of(article(), 1.0).turn(4, 1)
    assert told(terms.puzzle(article()))[-1] == ((1, 0, 0), 1)
    assert asked(terms.puzzle(article())) == []
    assert told(terms.turn(4, 1).puzzle(article()))[-1] == ((1, 0, 0), 0)
    assert terms.turn(4, -1) == Terms.of(article(), 1.0)


def test_any_row_can_be_added_until_all_are_there_and_taken_away_again() -> None:
    terms = Terms.of(article(), 1.0).add((0, 0, 0))
    assert told(terms.puzzle(article()))[-1] == ((0, 0, 0), 1)
    assert terms.add((0, 0, 0)) == terms, "it is there already"
    assert terms.add((1, 0, 0)) == terms, "and so is the question"
    while (inputs := terms.free((1, 1, 0))) is not None:
        terms = terms.add(inputs)
    rows = [inputs for inputs, _ in told(terms.puzzle(article()))]
    assert sorted([*rows, (1, 0, 0)]) == sorted({(a, b, c) for a in (0, 1) for b in (0, 1) for c in (0, 1)})
    away = terms.turn(5, -1)
    assert ((0, 0, 0), 1) not in told(away.puzzle(article()))
    assert away.place(5) is None
    assert asked(away.puzzle(article())) == [((1, 0, 0), 1)], "nobody knows its answer: it is not asked"


def test_the_rows_that_can_be_added_are_gone_through_both_ways() -> None:
    terms = Terms.of(article(), 1.0)  # 000, 010 and 110 are neither told nor asked
    free = [(0, 0, 0), (0, 1, 0), (1, 1, 0)]
    assert [terms.free(inputs) for inputs in free] == free
    assert [terms.free(inputs, 1) for inputs in free] == [free[1], free[2], free[0]]
    assert [terms.free(inputs, -1) for inputs in free] == [free[2], free[0], free[1]]
    assert terms.free((1, 1, 1)) == (0, 0, 0), "the next one after a row that is there"


@given(MOVES, st.integers(0, 3))
def test_whatever_is_turned_at_least_one_row_is_told_and_none_is_lost(
    moves: list[tuple[int, int]], added: int
) -> None:
    terms = Terms.of(article(), 1.0)
    for _ in range(added):
        terms = terms.add(terms.free((0, 0, 0)) or (0, 0, 0))
    for row, steps in moves:
        if row < len(terms.rows):
            before = terms
            terms = terms.turn(row, steps)
            assert terms != before, "a key that is pressed does something"
    puzzle = terms.puzzle(article())
    assert puzzle.examples
    seen = {inputs for inputs, _ in told(puzzle) + asked(puzzle)}
    assert seen >= set(ROWS)
    places = {terms.place(row): terms.rows[row] for row in range(len(terms.rows))}
    rows = [*puzzle.examples, *puzzle.questions]
    for place, row in places.items():
        if place is not None:
            assert rows[place].inputs == row.inputs
            assert isinstance(rows[place], Example) == (row.target is not None)
