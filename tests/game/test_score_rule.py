"""One scale and one rule for both players."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.score_rule import score, shown

PROBABILITIES = st.fractions(0, 1) | st.floats(0, 1)
ANSWERS = st.sampled_from([0, 1])


@pytest.mark.parametrize(
    ("guess", "points_if_1", "points_if_0"),
    [
        pytest.param(Fraction(1, 2), 0, 0, id="undecided"),
        pytest.param(Fraction(1), 100, -300, id="sure of 1"),
        pytest.param(Fraction(0), -300, 100, id="sure of 0"),
        pytest.param(Fraction(9, 10), 96, -224, id="fairly sure of 1"),  # 100 - 400/100, 100 - 400 * 81/100
        pytest.param(Fraction(1, 10), -224, 96, id="fairly sure of 0"),
        pytest.param(Fraction(3, 4), 75, -125, id="leaning to 1"),  # 100 - 400/16, 100 - 400 * 9/16
        pytest.param(Fraction(2, 3), Fraction(500, 9), Fraction(-700, 9), id="two to one for 1"),
    ],
)
def test_the_rules_values(guess: Fraction, points_if_1: Fraction, points_if_0: Fraction) -> None:
    assert score(guess, 1) == points_if_1
    assert score(guess, 0) == points_if_0


def test_points_are_exact_and_rounded_only_when_shown() -> None:
    each = score(Fraction(2, 3), 1)  # 55 5/9
    assert shown(each) == 56
    assert each + each + each == Fraction(500, 3)
    assert shown(each + each + each) == 167  # not three times 56


def test_even_the_neurons_last_digit_counts() -> None:
    surer, less_sure = 0.99993704, 0.99993703
    assert score(surer, 1) > score(less_sure, 1)
    assert shown(score(surer, 1)) == shown(score(less_sure, 1)) == 100
    assert score(surer, 1) == 100 * (1 - 4 * (Fraction(surer) - 1) ** 2)


@given(st.lists(st.tuples(PROBABILITIES, ANSWERS), max_size=20), st.randoms())
def test_the_order_of_the_questions_does_not_change_the_sum(
    guesses: list[tuple[Fraction | float, int]], random: Random
) -> None:
    points = [score(guess, answer) for guess, answer in guesses]
    total = sum(points, Fraction(0))
    random.shuffle(points)
    assert sum(points, Fraction(0)) == total


@given(st.fractions(0, 1), PROBABILITIES)
def test_no_guess_beats_saying_what_you_believe(belief: Fraction, guess: Fraction | float) -> None:
    def expected(said: Fraction | float) -> Fraction:
        return belief * score(said, 1) + (1 - belief) * score(said, 0)

    if guess == belief:
        assert expected(guess) == expected(belief)
    else:
        assert expected(guess) < expected(belief)


@given(PROBABILITIES, ANSWERS)
def test_points_stay_between_sure_and_wrong_and_sure_and_right(guess: Fraction | float, answer: int) -> None:
    assert -300 <= score(guess, answer) <= 100


@given(st.fractions(0, 1))
def test_0_and_1_are_treated_alike(guess: Fraction) -> None:
    assert score(guess, 1) == score(1 - guess, 0)


@pytest.mark.parametrize(
    "guess", [-0.01, 1.01, Fraction(-1, 10**9), float("nan"), float("inf"), -float("inf")]
)
def test_a_guess_that_is_no_probability_is_refused(guess: Fraction | float) -> None:
    with pytest.raises(ValueError, match="probability from 0 to 1"):
        score(guess, 1)


@given(st.fractions(0, 1), PROBABILITIES)
def test_a_share_as_answer_gives_the_mean_over_its_outcomes(share: Fraction, guess: Fraction | float) -> None:
    assert score(guess, share) == share * score(guess, 1) + (1 - share) * score(guess, 0)


def test_three_quarters_scores_best_where_the_answer_is_three_quarters() -> None:
    # 3/4 of 75 and 1/4 of -125; surely 1 gives 3/4 of 100 and 1/4 of -300
    assert score(Fraction(3, 4), Fraction(3, 4)) == 25
    assert score(Fraction(1), Fraction(3, 4)) == 0
