"""Points, winners and sides of many answers at once, against the rule for one."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from neuron_tui.game.match.match import Result
from neuron_tui.game.score_rule import score
from neuron_tui.game.scoreboard.head_to_head import HeadToHead
from neuron_tui.game.scoreboard.vectors import errors, points
from neuron_tui.puzzle.puzzle import Question
from tests.game.scoreboard.answers import counted

HUNDREDTHS = [Fraction(number, 100) for number in range(101)]


@pytest.mark.parametrize("answer", [Fraction(0), Fraction(1), Fraction(1, 4), Fraction(1, 2)])
def test_the_points_are_those_of_the_exact_score(answer: Fraction) -> None:
    guesses = np.array([float(guess) for guess in HUNDREDTHS])
    found = points(errors(guesses, np.full(101, float(answer))))
    exact = [float(score(guess, answer)) for guess in HUNDREDTHS]
    assert found == pytest.approx(exact, abs=1e-9)


@pytest.mark.parametrize("neuron_guess", [0.0, 0.1, 0.4999, 0.5, 0.93, 0.9999, 1.0])
@pytest.mark.parametrize("answer", [0, 1])
def test_who_wins_is_who_wins_in_a_match(neuron_guess: float, answer: int) -> None:
    names = {"you": 1, "draw": 0, "neuron": -1}
    said = [(float(guess), neuron_guess, float(answer)) for guess in HUNDREDTHS]
    matches = [Result(Question((1, 0, 0), answer), guess, neuron_guess) for guess in HUNDREDTHS]
    assert HeadToHead.over(counted(said)).winners.tolist() == [names[match.winner] for match in matches]


def test_a_guess_that_reads_as_a_half_is_on_neither_side() -> None:
    said = [(0.5, 0.50004, 1.0), (0.51, 0.5002, 1.0), (0.49, 0.49996, 0.0)]
    found = HeadToHead.over(counted(said))
    assert found.you.leans_right.tolist() == [False, True, True]
    assert found.neuron.leans_right.tolist() == [False, True, False]


def test_an_answer_that_is_a_half_has_no_side() -> None:
    found = HeadToHead.over(counted([(0.9, 0.9, 0.5), (0.9, 0.2, 0.75)]))
    assert found.you.sided == 1
    assert found.you.leans_right.tolist() == [False, True]
    assert found.neuron.leans_right.tolist() == [False, False]
