"""How many examples do you need? The player's moves, and when a guess stands."""

from __future__ import annotations

from fractions import Fraction

from neuron_tui.game.examples.learning import Learning
from tests.game.matches import article

SURE = Fraction(9, 10)


def guessed(*answers: int) -> Learning:
    """The article's puzzle with a guess for each of the first examples."""
    learning = Learning(article())
    for answer in answers:
        learning = learning.guess_at(Fraction(answer)).confirm(1.5)
    return learning


def test_it_begins_with_one_example_and_no_guess() -> None:
    learning = Learning(article())
    assert (learning.shown, learning.guess, learning.finished) == (1, None, False)
    assert learning.question.inputs == (1, 0, 0)


def test_a_guess_that_stands_brings_the_next_example_and_is_where_the_next_guess_starts() -> None:
    learning = Learning(article()).press("1").confirm(2.5)
    assert learning.shown == 2
    assert learning.guesses == (SURE,)
    assert learning.seconds == (2.5,)
    assert learning.guess == SURE
    again = learning.confirm(1.0)
    assert again.guesses == (SURE, SURE)


def test_a_number_that_was_typed_ends_when_the_guess_stands() -> None:
    learning = Learning(article()).press(".").press("7")
    assert learning.guess == Fraction("0.7")
    assert learning.confirm(1.0).press("1").guess == SURE


def test_keys_move_a_guess_as_in_a_match() -> None:
    learning = Learning(article())
    assert learning.press("1").guess == SURE
    assert learning.press("1").press("1").guess == 1
    assert learning.press("0").guess == Fraction(1, 10)
    assert learning.lean(1).guess == Fraction(11, 20)
    assert learning.press("1").lean(-2).guess == Fraction(4, 5)
    assert learning.lean(-100).guess == 0
    assert learning.guess_at(Fraction(7, 2)).guess == 1


def test_without_a_guess_nothing_stands() -> None:
    learning = Learning(article())
    assert learning.confirm(1.0) == learning
    assert learning.stop() == learning, "there is nothing to compare yet"


def test_after_the_last_example_it_is_finished_and_nothing_moves() -> None:
    learning = guessed(1, 0, 1, 1)
    assert learning.finished
    assert learning.shown == 4
    for moved in (learning.press("0"), learning.lean(1), learning.confirm(1.0)):
        assert moved == learning


def test_enough_ends_it_with_the_guesses_that_stand() -> None:
    learning = guessed(1, 0).press("1").stop()
    assert learning.finished
    assert learning.guesses == (1, 0)
    assert learning.guess == 0, "the one that was being made does not stand"
    assert learning.shown == 3, "what has appeared stays"
    assert learning.press("1") == learning
