"""What hidden neurons say in words: the words are true for every row, and as few as can be."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.explain.hidden import MIXED, hidden_says
from neuron_tui.game.replay.replay import Replay
from neuron_tui.game.replay.training import training_of
from neuron_tui.neuron import Network, Recording
from neuron_tui.puzzle.puzzle import Example, NeuronSettings, Puzzle, Question

NAMES = ("left", "middle", "right", "top")


def network(inputs: int, weights: list[float], hidden: int, threshold: bool) -> Replay:
    """A network with these weights in layer 1, an input's after the other; layer 2 does not matter here."""
    puzzle = Puzzle(
        "Any",
        NAMES[:inputs],
        (Example((0,) * inputs, 0),),
        (Question((1,) * inputs, 1),),
        neuron=NeuronSettings(hidden=hidden, threshold=threshold, iterations=1),
    )
    training = training_of(puzzle)
    begin = np.ones((1, training.model.size))
    begin[0, : len(weights)] = weights
    return Replay(puzzle, Recording(training, begin))


def is_true(said: str, row: dict[str, bool]) -> bool:
    """What a rule in words says to a row: `and`, `or`, `not` and parentheses mean the same in Python."""
    if said.startswith("always"):
        return said == "always 1"
    if said.startswith("two of "):
        return bool(sum(eval(said[7:], {}, row)) >= 2)
    if said.startswith("at most one of "):
        return bool(sum(eval(said[15:], {}, row)) <= 1)
    return bool(eval(said, {}, row))


@given(st.integers(1, 4), st.integers(1, 3), st.booleans(), st.integers(0, 2**32 - 1))
def test_what_is_said_in_words_is_true_of_every_row(
    inputs: int, hidden: int, threshold: bool, seed: int
) -> None:
    size = (inputs + threshold) * hidden
    weights = np.random.default_rng(seed).normal(0, 3, size).tolist()
    replay = network(inputs, weights, hidden, threshold)
    model = replay.model
    assert isinstance(model, Network)
    for place, said in enumerate(hidden_says(replay, 0)):
        for row in product((0, 1), repeat=inputs):
            answer = model.hidden_outputs(replay.weights(0), np.array([row], dtype=float))[0, place]
            if said != MIXED:
                assert is_true(said, dict(zip(NAMES, map(bool, row), strict=False))) is bool(answer > 0.5)


@pytest.mark.parametrize(
    ("weights", "said"),
    [
        ([5, 0, 0, -2], "left"),
        ([0, -5, 0, 2], "not middle"),
        ([5, 5, 0, -2], "left or middle"),
        ([5, 5, 0, -7], "left and middle"),
        ([5, 0, -5, -2], "left and not right"),
        ([5, 5, 5, -7], "two of left, middle, right"),
        ([-5, -5, -5, 7], "at most one of left, middle, right"),
        ([5, -5, 5, -2], "two of left, not middle, right"),
        ([5, 5, 5, -12], "left and middle and right"),
        ([0, 0, 0, 3], "always 1"),
        ([1, 1, 1, -9], "always 0"),
        ([9, 5, 5, -7], "left or (middle and right)"),
        ([9, -5, 5, -6], "left and (right or not middle)"),
    ],
)
def test_a_hidden_neuron_is_said_in_as_few_words_as_can_be(weights: list[float], said: str) -> None:
    # the last weight is the threshold
    assert hidden_says(network(3, weights, 1, True), 0) == [said]


def test_what_takes_more_than_a_few_words_is_called_a_mix() -> None:
    assert hidden_says(network(4, [9, 5, 5, 5, -11], 1, True), 0) == [MIXED]


def test_one_neuron_alone_has_nobody_hidden() -> None:
    puzzle = Puzzle("Any", ("left",), (Example((0,), 0),), (Question((1,), 1),))
    assert hidden_says(Replay(puzzle, Recording(training_of(puzzle))), 0) == []
