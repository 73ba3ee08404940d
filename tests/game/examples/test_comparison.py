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
        ("0.5 0.9 0.9", 1, 2),
        ("0.5 0.89 0.9", 1, 3),
        ("0.9 0.1 0.95", 1, 3),
        ("0.9 0.9 0.89", 1, None),
        ("0.9 0.1 0.1", 0, 2),
        ("0.9 0.1 0.11", 0, None),
    ],
)
def test_who_gets_there_stays_at_0_90_or_surer(beliefs: str, answer: int, arrival: int | None) -> None:
    assert course(*beliefs.split(), answer=answer).arrival == arrival


def test_what_reads_0_90_is_0_90() -> None:
    assert Course((0.89996,), 1).arrival == 1
    assert Course((0.89994,), 1).arrival is None


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
            "0.5 0.9 0.9 0.9",
            "0.5 0.5 0.99 0.99",
            "You got there first: at least 0.90 sure of the right answer from example 2 on."
            " The neuron followed with example 3.",
        ),
        (
            "0.5 0.5 0.9",
            "0.9 0.9 0.9",
            "The neuron got there first: at least 0.90 sure of the right answer from example 1 on."
            " You followed with example 3.",
        ),
        (
            "0.5 0.9 0.9",
            "0.9 0.5 0.5",
            "Only you ended up at least 0.90 sure of the right answer, from example 2 on.",
        ),
        ("0.5 0.9", "0.5 0.5", "Only you ended up at least 0.90 sure of the right answer, with example 2."),
        (
            "0.5 0.5",
            "0.9 0.9",
            "Only the neuron ended up at least 0.90 sure of the right answer, from example 1 on.",
        ),
        (
            "0.9 0.9",
            "0.9 0.9",
            "You and the neuron got there together:"
            " both at least 0.90 sure of the right answer from example 1 on.",
        ),
        (
            "0.1 0.9",
            "0.5 0.9",
            "You and the neuron got there together:"
            " both at least 0.90 sure of the right answer with example 2.",
        ),
        ("0.1 0.5", "0.5 0.5", "Neither you nor the neuron ended up at least 0.90 sure of the right answer."),
    ],
)
def test_who_got_there_first_in_words(you: str, neuron: str, words: str) -> None:
    assert first_there(comparison(you, neuron)) == words


@pytest.mark.parametrize("you", ["0.1", "0.9"])
@pytest.mark.parametrize("neuron", ["0.1", "0.9"])
def test_after_one_example_nobody_was_first(you: str, neuron: str) -> None:
    ended = comparison(you, neuron)
    assert first_there(ended) == "One example is too few to say who got there first."
    # 100 * (1 - 4 * 0.1^2) = 96 and 100 * (1 - 4 * 0.9^2) = -224
    points = {"0.1": "\u2212224", "0.9": "+96"}
    assert final_score(ended) == f"After 1 example: you {points[you]} \u00b7 neuron {points[neuron]}"


@pytest.mark.parametrize(
    ("you", "neuron", "words"),
    [
        ("0.9", "0.5", "Neither you nor the neuron ever leaned to the wrong answer."),
        (
            "0.1 0.4",
            "0.9 0.9",
            "Only you leaned to the wrong answer: up to 0.90 sure of it, after 1 example.",
        ),
        (
            "0.9 0.9",
            "0.5 0.0123",
            "Only the neuron leaned to the wrong answer: up to 0.9877 sure of it, after 2 examples.",
        ),
        (
            "0.1 0.9",
            "0.3 0.2",
            "You were surer too early: up to 0.90 sure of the wrong answer, after 1 example."
            " The neuron was at most 0.8000 sure of it, after 2 examples.",
        ),
        (
            "0.3 0.9",
            "0.9 0.01",
            "The neuron was surer too early: up to 0.9900 sure of the wrong answer, after 2 examples."
            " You were at most 0.70 sure of it, after 1 example.",
        ),
        (
            "0.25",
            "0.25",
            "You and the neuron were equally sure of the wrong answer: up to 0.75, both after 1 example.",
        ),
        (
            "0.25 0.9",
            "0.9 0.25",
            "You and the neuron were equally sure of the wrong answer:"
            " up to 0.75, you after 1 example, the neuron after 2 examples.",
        ),
    ],
)
def test_who_was_surer_too_early_in_words(you: str, neuron: str, words: str) -> None:
    assert too_early(comparison(you, neuron)) == words


def test_the_points_are_those_after_the_last_example() -> None:
    # 100 * (1 - 4 * 0.1^2) = 96 and 100 * (1 - 4 * 0.5^2) = 0
    ended = comparison("0.1 0.9", "0.99 0.5")
    assert final_score(ended) == "After 2 examples: you +96 \u00b7 neuron 0"
