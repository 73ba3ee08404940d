"""Who has won how many questions since the game was opened."""

from __future__ import annotations

from fractions import Fraction

from neuron_tui.game.match import Result
from neuron_tui.game.tally import Tally
from neuron_tui.puzzle.puzzle import Question

ROW = Question((1,), 1)
YOURS = Result(ROW, Fraction(1), 0.7)
ITS = Result(ROW, Fraction(1, 2), 0.9)
DRAWN = Result(ROW, Fraction(9, 10), 0.9)


def test_every_question_won_counts_one_and_a_draw_counts_for_nobody() -> None:
    tally = Tally().add("a", (YOURS, ITS, YOURS, DRAWN))
    assert (tally.you, tally.neuron) == (2, 1)


def test_puzzles_add_up() -> None:
    tally = Tally().add("a", (YOURS,)).add("b", (ITS, ITS)).add("c", (DRAWN,))
    assert (tally.you, tally.neuron) == (1, 2)


def test_a_puzzle_counts_the_first_time_only() -> None:
    first = Tally().add("a", (ITS,))
    assert first.add("a", (YOURS, YOURS)) == first
    assert first.add("b", (YOURS,)).add("a", (YOURS,)) == first.add("b", (YOURS,))


def test_even_a_draw_is_counted_once_and_for_all() -> None:
    assert Tally().add("a", (DRAWN,)).add("a", (YOURS,)).you == 0


def test_a_tally_that_was_added_to_stays_as_it_was() -> None:
    before = Tally()
    before.add("a", (YOURS,))
    assert before == Tally()
