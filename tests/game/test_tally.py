"""All points since the game was opened."""

from __future__ import annotations

from fractions import Fraction

import pytest

from neuron_tui.game.match import Result
from neuron_tui.game.tally import Tally
from neuron_tui.puzzle.puzzle import Question

ROW = Question((1,), 1)
YOURS = Result(ROW, Fraction(1), 0.7)
ITS = Result(ROW, Fraction(1, 2), 0.9)


def test_the_points_of_all_questions_are_added_up_exactly() -> None:
    third = Result(ROW, Fraction(2, 3), 0.25)  # 100 - 400 / 9 and 100 - 400 * 9 / 16
    tally = Tally().add("a", (third, third, third))
    assert (tally.you, tally.neuron) == (Fraction(500, 3), Fraction(-375))


def test_puzzles_add_up() -> None:
    tally = Tally().add("a", (YOURS,)).add("b", (ITS, ITS))
    assert tally.you == 100 + 0 + 0
    assert float(tally.neuron) == pytest.approx(100 - 400 * 0.09 + 2 * (100 - 400 * 0.01))


def test_a_puzzle_counts_the_first_time_only() -> None:
    first = Tally().add("a", (ITS,))
    assert first.add("a", (YOURS, YOURS)) == first
    assert first.add("b", (YOURS,)).add("a", (YOURS,)) == first.add("b", (YOURS,))


def test_points_that_were_lost_count_as_well() -> None:
    assert Tally().add("a", (YOURS,)).add("b", (Result(ROW, Fraction(0), 0.9),)).you == -200


def test_even_no_points_are_counted_once_and_for_all() -> None:
    assert Tally().add("a", (ITS,)).add("a", (YOURS,)).you == 0


def test_a_tally_that_was_added_to_stays_as_it_was() -> None:
    before = Tally()
    before.add("a", (YOURS,))
    assert before == Tally()
