"""Who got there first, and who was surer too early: from beliefs to sentences."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.examples.comparison import Comparison, Course, TooEarly
from neuron_tui.game.examples.words import final_score, first_there, too_early
from neuron_tui.puzzle.puzzle import Question

HUNDREDTHS = st.integers(0, 100).map(lambda hundredths: Fraction(hundredths, 100))
COURSES = st.lists(HUNDREDTHS, min_size=1, max_size=12).map(tuple)


def course(*beliefs: str, answer: int = 1) -> Course:
    return Course(tuple(map(Fraction, beliefs)), answer)


def comparison(you: str, neuron: str, answer: int = 1) -> Comparison:
    """Beliefs as they were written, with spaces between."""
    guesses, outputs = tuple(map(Fraction, you.split())), tuple(map(float, neuron.split()))
    return Comparison(Question((1, 0, 0), answer), guesses, outputs)


@pytest.mark.parametrize(
    ("beliefs", "answer", "arrival"),
    [
        ("0.9 0.9 0.9", 1, 1),
        ("0.5 0.8 0.8", 1, 2),
        ("0.5 0.79 0.8", 1, 3),
        ("0.9 0.1 0.95", 1, 3),
        ("0.9 0.9 0.79", 1, None),
        ("0.9 0.2 0.2", 0, 2),
        ("0.9 0.2 0.21", 0, None),
    ],
)
def test_who_gets_there_stays_at_0_80_or_surer(beliefs: str, answer: int, arrival: int | None) -> None:
    assert course(*beliefs.split(), answer=answer).arrival == arrival


def test_what_reads_0_80_is_0_80() -> None:
    assert Course((0.79996,), 1).arrival == 1
    assert Course((0.79994,), 1).arrival is None


@pytest.mark.parametrize(
    ("beliefs", "answer", "early"),
    [
        ("0.9 0.8", 1, None),
        ("0.5 0.9", 1, None),
        ("0.3 0.1 0.4", 1, TooEarly(Fraction(9, 10), 2)),
        ("0.1 0.1 0.9", 1, TooEarly(Fraction(9, 10), 1)),
        ("0.1 0.7 0.1", 0, TooEarly(Fraction(7, 10), 2)),
    ],
)
def test_the_surest_belief_on_the_wrong_side_came_when_it_came_first(
    beliefs: str, answer: int, early: TooEarly | None
) -> None:
    assert course(*beliefs.split(), answer=answer).too_early == early


@given(COURSES, st.integers(0, 1))
def test_0_and_1_are_treated_alike(beliefs: tuple[Fraction, ...], answer: int) -> None:
    one, other = Course(beliefs, answer), Course(tuple(1 - belief for belief in beliefs), 1 - answer)
    assert (one.arrival, one.too_early) == (other.arrival, other.too_early)


@given(COURSES)
def test_from_the_arrival_on_nobody_leans_to_the_wrong_side(beliefs: tuple[Fraction, ...]) -> None:
    arrived, early = Course(beliefs, 1).arrival, Course(beliefs, 1).too_early
    if arrived is not None and early is not None:
        assert early.examples < arrived


@pytest.mark.parametrize(
    ("you", "neuron", "words"),
    [
        (
            "0.5 0.9 0.9",
            "0.5 0.5 0.99",
            "You got there first, with example 2: right at 0.80 or surer from then on."
            " The neuron did with example 3.",
        ),
        (
            "0.5 0.9",
            "0.5 0.5",
            "You got there first, with example 2: right at 0.80 or surer from then on. The neuron did not.",
        ),
        (
            "0.5 0.5 0.9",
            "0.9 0.9 0.9",
            "The neuron got there first, with example 1: right at 0.80 or surer from then on."
            " You did with example 3.",
        ),
        (
            "0.5",
            "0.9",
            "The neuron got there first, with example 1: right at 0.80 or surer from then on. You did not.",
        ),
        ("0.1 0.9", "0.5 0.9", "You both got there with example 2: right at 0.80 or surer from then on."),
        ("0.1", "0.5", "Neither of you ended up right at 0.80 or surer."),
    ],
)
def test_who_got_there_first_in_words(you: str, neuron: str, words: str) -> None:
    assert first_there(comparison(you, neuron)) == words


@pytest.mark.parametrize(
    ("you", "neuron", "words"),
    [
        ("0.9", "0.5", "Neither of you ever leaned to the wrong answer."),
        ("0.1", "0.9", "You leaned to the wrong answer, by 0.90 after 1 example. The neuron never did."),
        (
            "0.9 0.9",
            "0.5 0.0123",
            "The neuron leaned to the wrong answer, by 0.9877 after 2 examples. You never did.",
        ),
        (
            "0.1 0.9",
            "0.2 0.3",
            "You were surer too early. For the wrong answer:"
            " you 0.90 after 1 example, the neuron 0.8000 after 1 example.",
        ),
        (
            "0.3 0.9",
            "0.9 0.01",
            "The neuron was surer too early. For the wrong answer:"
            " you 0.70 after 1 example, the neuron 0.9900 after 2 examples.",
        ),
        (
            "0.25",
            "0.25",
            "You were both as sure of the wrong answer:"
            " you 0.75 after 1 example, the neuron 0.7500 after 1 example.",
        ),
    ],
)
def test_who_was_surer_too_early_in_words(you: str, neuron: str, words: str) -> None:
    assert too_early(comparison(you, neuron)) == words


def test_the_points_are_those_after_the_last_example() -> None:
    # 100 * (1 - 4 * 0.1^2) = 96 and 100 * (1 - 4 * 0.5^2) = 0
    ended = comparison("0.1 0.9", "0.99 0.5")
    assert final_score(ended) == "After 2 examples: you 96, neuron 0: you saw it, the neuron did not."
