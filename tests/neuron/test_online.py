"""Learning trial by trial: each step is the neuron's own adjustment on one example."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.neuron import Neuron
from neuron_tui.neuron.neuron import Array
from neuron_tui.neuron.online import TrialOrders, learn, outputs_before
from tests.neuron.trainings import tables

TRIALS = 12


@st.composite
def situations(draw: st.DrawFn) -> tuple[Neuron, Array, Array, TrialOrders, Array]:
    """A neuron, a table, and for some runs an order of trials and start weights."""
    inputs, targets = draw(tables(max_inputs=5, max_examples=8))
    neuron = Neuron(inputs.shape[1], threshold=draw(st.booleans()))
    runs, seed = draw(st.integers(1, 5)), draw(st.integers(0, 1_000))
    generator = np.random.RandomState(seed)
    orders = generator.randint(len(inputs), size=(runs, TRIALS))
    return neuron, inputs, targets, orders, 6 * generator.random_sample((runs, neuron.size)) - 3


@given(situations())
def test_each_trial_adds_the_neurons_adjustment_on_its_one_example(
    situation: tuple[Neuron, Array, Array, TrialOrders, Array],
) -> None:
    neuron, inputs, targets, orders, start = situation
    tape = learn(neuron, inputs, targets, orders, start)
    assert tape.shape == (TRIALS + 1, *start.shape)
    assert tape[0].tolist() == start.tolist()
    for run, order in enumerate(orders):
        for trial, row in enumerate(order):
            before = tape[trial, run]
            change = neuron.adjustment(before, inputs[row : row + 1], targets[row : row + 1])
            assert tape[trial + 1, run] == pytest.approx(before + change, abs=1e-12)


@given(situations())
def test_side_by_side_or_alone_every_run_is_the_same(
    situation: tuple[Neuron, Array, Array, TrialOrders, Array],
) -> None:
    neuron, inputs, targets, orders, start = situation
    together = learn(neuron, inputs, targets, orders, start)
    for run in range(len(orders)):
        alone = learn(neuron, inputs, targets, orders[run : run + 1], start[run : run + 1])
        assert alone[:, 0] == pytest.approx(together[:, run], abs=1e-12)


@given(situations())
def test_what_it_says_is_judged_before_it_is_adjusted(
    situation: tuple[Neuron, Array, Array, TrialOrders, Array],
) -> None:
    neuron, inputs, targets, orders, start = situation
    tape = learn(neuron, inputs, targets, orders, start)
    said = outputs_before(neuron, inputs, orders, tape)
    assert said.shape == orders.shape
    for run, order in enumerate(orders):
        for trial, row in enumerate(order):
            expected = neuron.think(tape[trial, run], inputs[row : row + 1])[0]
            assert said[run, trial] == pytest.approx(expected, abs=1e-12)


def test_shapes_that_do_not_fit_are_refused() -> None:
    neuron, inputs, targets = Neuron(2), np.array([[0.0, 1.0]]), np.array([1.0])
    orders = np.zeros((3, TRIALS), dtype=np.int64)
    with pytest.raises(ValueError, match=r"start weights must have shape \(3, 2\)"):
        learn(neuron, inputs, targets, orders, np.zeros((1, 2)))
    with pytest.raises(ValueError, match="targets must have shape"):
        learn(neuron, inputs, np.array([1.0, 0.0]), orders, np.zeros((3, 2)))
