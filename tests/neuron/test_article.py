"""The figures of Milo Spencer-Harper's "How to build a simple neural network in 9 lines of Python code"."""

from __future__ import annotations

import pytest

from neuron_tui.neuron import train
from neuron_tui.neuron.neuron import Array
from tests.neuron.trainings import ARTICLE, ARTICLE_QUESTION


@pytest.fixture(scope="module")
def tape() -> Array:
    return train(ARTICLE)


def eight_digits(numbers: Array) -> list[float]:
    return [round(float(number), 8) for number in numbers]


def test_the_random_starting_weights_are_the_articles(tape: Array) -> None:
    assert eight_digits(tape[0]) == [-0.16595599, 0.44064899, -0.99977125]


def test_the_weights_after_10_000_iterations_are_the_articles(tape: Array) -> None:
    assert len(tape) == 1 + 10_000
    assert eight_digits(tape[-1]) == [9.67299303, -0.2078435, -4.62963669]


def test_the_answer_to_the_new_situation_is_the_articles(tape: Array) -> None:
    answer = ARTICLE.model.think(tape[-1], ARTICLE_QUESTION)
    assert eight_digits(answer) == [0.99993704]
    assert f"{answer[0]:.4f}" == "0.9999"


def test_every_example_ends_on_its_own_side_of_one_half(tape: Array) -> None:
    outputs = ARTICLE.model.think(tape[-1], ARTICLE.inputs)
    assert [output > 0.5 for output in outputs] == [target == 1 for target in ARTICLE.targets]


def test_at_the_start_the_neuron_is_wrong_about_the_new_situation(tape: Array) -> None:
    """The first weight is negative, so the answer begins below one half: there is something to watch."""
    assert ARTICLE.model.think(tape[0], ARTICLE_QUESTION)[0] < 0.5
