"""The neuron's functions: what they compute, for one iteration and for many."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from neuron_tui.neuron import Neuron, Training, train
from neuron_tui.neuron.neuron import Array, error, gradient, on_right_side, sigmoid
from tests.neuron.trainings import tables, trainings, weights_for

STEP = 1e-5
LARGEST = float(np.finfo(np.float64).max)
ALL_ROWS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=np.float64)
ANY_TARGETS = np.array([0, 1, 1, 0], dtype=np.float64)


@st.composite
def situations(draw: st.DrawFn) -> tuple[Neuron, Array, Array, Array]:
    """A neuron, its weights in a range where the S-curve is not flat, and a table."""
    inputs, targets = draw(tables(max_inputs=5, max_examples=8))
    neuron = Neuron(inputs.shape[1], threshold=draw(st.booleans()))
    return neuron, draw(weights_for(neuron, size=4)), inputs, targets


@given(situations())
def test_each_function_is_the_articles_formula(situation: tuple[Neuron, Array, Array, Array]) -> None:
    neuron, weights, inputs, targets = situation
    errors, gradients, adjustment = [], [], [0.0] * neuron.size
    for row, target in zip(inputs.tolist(), targets.tolist(), strict=True):
        signals = [*row, 1.0] if neuron.threshold else row
        weighted_sum = sum(weight * signal for weight, signal in zip(weights, signals, strict=True))
        output = 1 / (1 + math.exp(-weighted_sum))
        errors.append(target - output)
        gradients.append(output * (1 - output))
        for index, signal in enumerate(signals):
            adjustment[index] += errors[-1] * signal * gradients[-1]
    assert error(targets, neuron.think(weights, inputs)) == pytest.approx(errors, abs=1e-12)
    assert gradient(neuron.think(weights, inputs)) == pytest.approx(gradients, abs=1e-12)
    assert neuron.adjustment(weights, inputs, targets) == pytest.approx(adjustment, abs=1e-12)
    assert neuron.mean_error(weights, inputs, targets) == pytest.approx(
        sum(map(abs, errors)) / len(errors), abs=1e-12
    )


@given(situations())
def test_the_gradients_are_the_slopes_of_the_s_curve(situation: tuple[Neuron, Array, Array, Array]) -> None:
    neuron, weights, inputs, _ = situation
    sums = neuron.weighted_sums(weights, inputs)
    slopes = (sigmoid(sums + STEP) - sigmoid(sums - STEP)) / (2 * STEP)
    assert gradient(neuron.think(weights, inputs)) == pytest.approx(slopes, abs=1e-8)


@given(situations())
def test_the_adjustment_leads_down_half_the_sum_of_squared_errors(
    situation: tuple[Neuron, Array, Array, Array],
) -> None:
    neuron, weights, inputs, targets = situation

    def cost(at: Array) -> float:
        return float((error(targets, neuron.think(at, inputs)) ** 2).sum() / 2)

    steps = STEP * np.eye(neuron.size)
    slopes = [(cost(weights + step) - cost(weights - step)) / (2 * STEP) for step in steps]
    assert -neuron.adjustment(weights, inputs, targets) == pytest.approx(slopes, abs=1e-8)


@given(situations())
def test_with_cross_entropy_it_leads_down_that(situation: tuple[Neuron, Array, Array, Array]) -> None:
    neuron, weights, inputs, targets = situation
    neuron = replace(neuron, cross_entropy=True)

    def cost(at: Array) -> float:
        said = neuron.think(at, inputs)
        return -sum(map(math.log, np.where(targets == 1, said, 1 - said).tolist()))

    steps = STEP * np.eye(neuron.size)
    slopes = [(cost(weights + step) - cost(weights - step)) / (2 * STEP) for step in steps]
    assert -neuron.adjustment(weights, inputs, targets) == pytest.approx(slopes, abs=1e-7)


@given(trainings(max_examples=32, max_iterations=40))
def test_the_adjustment_is_what_takes_one_row_of_the_tape_to_the_next(training: Training) -> None:
    tape = train(training)
    for before, after in pairwise(tape):
        change = training.model.adjustment(before, training.inputs, training.targets)
        assert (before + training.learning_rate * change).tobytes() == after.tobytes()


FUNCTIONS: dict[str, Callable[[Neuron, Array, Array, Array], Array]] = {
    "weighted sums": lambda neuron, weights, inputs, _: neuron.weighted_sums(weights, inputs),
    "outputs": lambda neuron, weights, inputs, _: neuron.think(weights, inputs),
    "adjustment": lambda neuron, weights, inputs, targets: neuron.adjustment(weights, inputs, targets),
    "mean error": lambda neuron, weights, inputs, targets: neuron.mean_error(weights, inputs, targets),
}


@pytest.mark.parametrize("function", FUNCTIONS.values(), ids=FUNCTIONS)
@given(trainings(max_examples=32, max_iterations=30))
def test_many_iterations_at_once_agree_with_each_alone(
    function: Callable[[Neuron, Array, Array, Array], Array], training: Training
) -> None:
    tape, rest = train(training), (training.inputs, training.targets)
    alone = np.array([function(training.model, weights, *rest) for weights in tape])
    tolerance = 1e-12 * (1 + np.abs(tape).max())
    together = function(training.model, tape, *rest)
    assert together.shape == alone.shape
    assert together == pytest.approx(alone, rel=0, abs=tolerance)
    stacked = function(training.model, np.stack([tape, tape[::-1]]), *rest)
    assert stacked.shape == (2, *alone.shape)
    assert stacked[1] == pytest.approx(alone[::-1], rel=0, abs=tolerance)


def test_a_threshold_is_a_weight_on_a_constant_1() -> None:
    with_threshold, on_a_column = Neuron(2, threshold=True), Neuron(3)
    weights = np.array([2.0, -1.0, 0.5])
    columns = np.hstack([ALL_ROWS, np.ones((4, 1))])
    assert with_threshold.think(weights, ALL_ROWS).tolist() == on_a_column.think(weights, columns).tolist()


def test_without_a_threshold_a_row_of_zeros_is_always_answered_one_half() -> None:
    nothing = np.zeros((1, 2))
    assert Neuron(2).think(np.array([700.0, -3.0]), nothing).tolist() == [0.5]
    assert Neuron(2, threshold=True).think(np.array([700.0, -3.0, 2.0]), nothing)[0] > 0.5


@pytest.mark.parametrize("function", FUNCTIONS.values(), ids=FUNCTIONS)
@given(st.booleans().flatmap(lambda threshold: weights_for(Neuron(2, threshold), size=LARGEST)))
def test_weights_far_out_of_range_give_no_warnings(
    function: Callable[[Neuron, Array, Array, Array], Array], weights: Array
) -> None:
    neuron = Neuron(2, threshold=len(weights) == 3)
    function(neuron, weights, ALL_ROWS, ANY_TARGETS)
    function(neuron, np.stack([weights, -weights]), ALL_ROWS, ANY_TARGETS)


@given(weights_for(Neuron(2), size=1e300))
def test_however_large_the_weights_the_outputs_stay_from_0_to_1(weights: Array) -> None:
    outputs = Neuron(2).think(weights, ALL_ROWS)
    assert ((outputs >= 0) & (outputs <= 1)).all()


@given(st.floats(-LARGEST, LARGEST), st.floats(-LARGEST, LARGEST))
def test_the_s_curve_never_falls(one: float, other: float) -> None:
    assume(one <= other)
    low, high = sigmoid(np.array([one, other]))
    assert low <= high


@pytest.mark.parametrize("function", FUNCTIONS.values(), ids=FUNCTIONS)
@pytest.mark.parametrize(
    ("weights", "inputs"),
    [
        pytest.param(np.zeros(2), ALL_ROWS, id="a weight too few"),
        pytest.param(np.zeros(4), ALL_ROWS, id="a weight too many"),
        pytest.param(np.zeros((5, 2)), ALL_ROWS, id="a weight too few in many iterations"),
        pytest.param(np.array(0.0), ALL_ROWS, id="one number for all weights"),
        pytest.param(np.zeros(3), ALL_ROWS[:, :1], id="an input too few"),
        pytest.param(np.zeros(3), np.zeros((4, 3)), id="an input too many"),
        pytest.param(np.zeros(3), ALL_ROWS[0], id="an example that is not in a table"),
    ],
)
def test_shapes_that_do_not_fit_the_neuron_are_refused(
    function: Callable[[Neuron, Array, Array, Array], Array], weights: Array, inputs: Array
) -> None:
    with pytest.raises(ValueError, match="must have shape"):
        function(Neuron(2, threshold=True), weights, inputs, ANY_TARGETS)


@pytest.mark.parametrize("function", [FUNCTIONS["adjustment"], FUNCTIONS["mean error"]])
@pytest.mark.parametrize(
    "targets",
    [
        pytest.param(np.zeros(3), id="a target too few"),
        pytest.param(np.zeros(1), id="one target for all examples"),
        pytest.param(np.zeros((4, 1)), id="targets as a column"),
    ],
)
def test_targets_that_do_not_fit_the_examples_are_refused(
    function: Callable[[Neuron, Array, Array, Array], Array], targets: Array
) -> None:
    with pytest.raises(ValueError, match="targets must have shape"):
        function(Neuron(2), np.zeros(2), ALL_ROWS, targets)


def test_exactly_one_half_is_neither_side() -> None:
    halves, targets = np.array([0.5, 0.5]), np.array([0, 1])
    assert on_right_side(halves, targets).tolist() == [False, False]
    just_off = np.array([np.nextafter(0.5, 0), np.nextafter(0.5, 1)])
    assert on_right_side(just_off, targets).tolist() == [True, True]
    assert on_right_side(just_off, 1 - targets).tolist() == [False, False]
