"""Of a table a fair puzzle is made, where there is one."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from neuron_tui.game.builder.of_table import fair_puzzle
from neuron_tui.game.explain.rules.verdict import unfair
from neuron_tui.puzzle.from_table.cells import Table, read_table
from neuron_tui.puzzle.from_table.made import Wishes, make_puzzle


def truth_table(answer: Callable[[int, int, int], int]) -> Table:
    rows = [(*row, answer(*row)) for row in product((0, 1), repeat=3)]
    return read_table("\n".join(["a,b,c,out", *(",".join(map(str, row)) for row in rows)]).encode())


@pytest.mark.parametrize(
    ("answer", "questions"),
    [(lambda a, b, c: a & b, 3), (lambda a, b, c: a ^ b ^ c, 2), (lambda a, b, c: a, 3)],
)
def test_the_rows_that_are_left_settle_what_is_asked(
    answer: Callable[[int, int, int], int], questions: int
) -> None:
    puzzle = fair_puzzle("A table", truth_table(answer), Wishes()).puzzle
    assert not unfair(puzzle)
    assert (len(puzzle.examples), len(puzzle.questions)) == (8 - questions, questions)


def test_what_is_fair_at_once_is_left_as_it_is_wished() -> None:
    leftmost = truth_table(lambda a, b, c: a)
    assert fair_puzzle("x", leftmost, Wishes()) == make_puzzle("x", leftmost, Wishes())


def test_where_nothing_is_fair_it_says_so() -> None:
    # Whichever row of "two of three" is asked, a rule as short fits the others and says the opposite.
    found = fair_puzzle("x", truth_table(lambda a, b, c: int(a + b + c > 1)), Wishes())
    assert unfair(found.puzzle)
    assert "does not settle every answer" in found.notes[-1]
