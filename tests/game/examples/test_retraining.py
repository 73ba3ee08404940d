"""The neuron is trained from scratch on the first example, on the first two, and so on."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from neuron_tui.game.examples.retraining import MOST_ITERATIONS, Retraining
from neuron_tui.puzzle.puzzle import Puzzle
from tests.game.matches import article, bundled, quickly, two_questions


def trained(puzzle: Puzzle, examples: int, slice_: int = 4_000) -> Retraining:
    """The neuron after so many examples, trained in slices."""
    neuron = Retraining(puzzle)
    while neuron.trained < examples:
        neuron.record(slice_)
    return neuron


def by_hand(rows: list[list[float]], outputs: list[float], question: list[float]) -> float:
    """What the article's own loop says after 10,000 iterations on some of its rows, starting with seed 1."""
    inputs, targets = np.array(rows), np.array([outputs]).T
    weights = 2 * np.random.RandomState(1).random_sample((3, 1)) - 1
    for _ in range(10_000):
        output = 1 / (1 + np.exp(-inputs @ weights))
        weights = weights + inputs.T @ ((targets - output) * output * (1 - output))
    return float((1 / (1 + np.exp(-np.array(question) @ weights)))[0])


def test_after_each_example_it_believes_what_the_article_s_loop_says() -> None:
    rows, outputs = [[0.0, 0, 1], [1.0, 1, 1], [1.0, 0, 1], [0.0, 1, 1]], [0.0, 1, 1, 0]
    neuron = trained(article(), 4)
    expected = [by_hand(rows[:count], outputs[:count], [1, 0, 0]) for count in range(1, 5)]
    assert neuron.beliefs(4) == pytest.approx(expected, abs=1e-9)
    assert neuron.belief(4) == pytest.approx(0.99993704, abs=1e-8), "the article's own figure"


def test_with_no_example_it_answers_with_its_random_weights() -> None:
    # the first of the article's random weights alone reaches the question 1 0 0
    assert Retraining(article()).belief(0) == pytest.approx(1 / (1 + np.exp(0.16595599)))


def test_in_however_small_slices_it_learns_the_same() -> None:
    puzzle = quickly(article(), 100)
    assert trained(puzzle, 4, slice_=7).beliefs(4) == trained(puzzle, 4).beliefs(4)


def test_of_several_questions_the_first_is_answered() -> None:
    left, middle = 9.67299303, -0.2078435  # the article's own weights after its training
    expected = 1 / (1 + np.exp(-left - middle))
    assert trained(two_questions(), 4).belief(4) == pytest.approx(expected, abs=1e-8), "1 1 0"


def test_what_was_not_trained_yet_can_not_be_asked() -> None:
    with pytest.raises(IndexError):
        Retraining(article()).belief(1)


def test_after_all_examples_there_is_nothing_left_to_train() -> None:
    neuron = trained(quickly(article(), 10), 4)
    before = neuron.beliefs(4)
    neuron.record(1_000)
    assert neuron.trained == 4
    assert neuron.beliefs(4) == before


def test_a_long_training_is_shortened_here() -> None:
    assert Retraining(quickly(article(), 1_000_000)).iterations == MOST_ITERATIONS
    assert Retraining(article()).iterations == article().neuron.iterations == 10_000


def test_settings_of_the_puzzle_hold() -> None:
    puzzle = bundled("threshold/vote")
    assert trained(puzzle, 5).belief(5) == pytest.approx(0.9740, abs=5e-5), "the number in its file"


def test_a_wild_learning_rate_ends_in_finite_beliefs() -> None:
    puzzle = quickly(article(), 50)
    neuron = trained(replace(puzzle, neuron=replace(puzzle.neuron, learning_rate=1_000.0)), 4)
    assert all(0 <= belief <= 1 for belief in neuron.beliefs(4))
