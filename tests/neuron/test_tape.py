"""The tape: the same bits as the article's loop, however it is recorded."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from neuron_tui.neuron import DivergenceError, Neuron, Recording, Training, train
from neuron_tui.neuron.neuron import Array
from neuron_tui.puzzle.puzzle import MAX_EXAMPLES, MAX_INPUTS
from tests.neuron.trainings import ARTICLE, plain_loop, trainings


@given(trainings())
@example(replace(ARTICLE, iterations=1000))
def test_the_tape_equals_the_plain_loop_bit_for_bit(training: Training) -> None:
    assert train(training).tobytes() == plain_loop(training).tobytes()


def test_the_articles_whole_tape_equals_the_plain_loop_bit_for_bit() -> None:
    assert train(ARTICLE).tobytes() == plain_loop(ARTICLE).tobytes()


@pytest.mark.parametrize("threshold", [False, True])
def test_the_largest_puzzle_equals_the_plain_loop_bit_for_bit(threshold: bool) -> None:
    table = np.random.default_rng(7).integers(0, 2, (MAX_EXAMPLES, MAX_INPUTS + 1)).astype(np.float64)
    neuron = Neuron(MAX_INPUTS, threshold)
    training = Training(neuron, table[:, :-1], table[:, -1], seed=3, iterations=3000, learning_rate=0.3)
    assert train(training).tobytes() == plain_loop(training).tobytes()


def test_the_threshold_is_drawn_last_in_the_same_draw() -> None:
    with_threshold = Neuron(3, threshold=True).start_weights(seed=1)
    assert with_threshold[:3].tobytes() == Neuron(3).start_weights(seed=1).tobytes()
    assert round(float(with_threshold[3]), 8) == -0.39533485  # the fourth number of the sequel's first draw


def test_training_neither_reads_nor_moves_numpys_global_random_state() -> None:
    np.random.seed(12345)
    before = np.random.get_state(legacy=False)
    tape = train(replace(ARTICLE, iterations=10))
    after = np.random.get_state(legacy=False)
    assert before["state"]["pos"] == after["state"]["pos"]
    assert before["state"]["key"].tobytes() == after["state"]["key"].tobytes()
    np.random.seed(54321)
    assert train(replace(ARTICLE, iterations=10)).tobytes() == tape.tobytes()


def test_the_same_training_gives_the_same_tape_and_another_seed_another() -> None:
    training = replace(ARTICLE, iterations=50)
    assert train(training).tobytes() == train(training).tobytes()
    assert train(training)[0].tobytes() != train(replace(training, seed=2))[0].tobytes()


@given(trainings(max_examples=32), st.lists(st.integers(0, 120), max_size=12))
def test_a_tape_recorded_in_slices_is_the_tape_recorded_at_once(
    training: Training, slices: list[int]
) -> None:
    recording = Recording(training)
    for iterations in slices:
        before = recording.recorded
        recording.record(iterations)
        assert recording.recorded == min(before + iterations, training.iterations)
    recording.record(training.iterations)
    assert recording.complete
    assert recording.tape.tobytes() == train(training).tobytes()


@given(trainings(max_examples=32), st.data())
def test_a_recording_stopped_half_way_keeps_its_rows(training: Training, data: st.DataObject) -> None:
    half_way = data.draw(st.integers(0, training.iterations))
    recording = Recording(training)
    recording.record(half_way)
    assert recording.recorded == half_way
    assert recording.complete == (half_way == training.iterations)
    kept = recording.tape[: recording.recorded + 1]
    assert kept.tobytes() == train(training)[: half_way + 1].tobytes()


def test_recording_on_past_the_end_changes_nothing() -> None:
    recording = Recording(replace(ARTICLE, iterations=20))
    recording.record(20)
    tape = recording.tape.tobytes()
    recording.record(1000)
    assert (recording.recorded, recording.complete, recording.tape.tobytes()) == (20, True, tape)


def test_a_tape_is_only_recorded_forward() -> None:
    recording = Recording(replace(ARTICLE, iterations=20))
    recording.record(10)
    with pytest.raises(ValueError, match="forward"):
        recording.record(-5)
    assert recording.recorded == 10


SAME_EXAMPLE_256_TIMES = Training(
    Neuron(1), np.ones((256, 1)), np.ones(256), iterations=20, learning_rate=1.7e308
)


def test_a_diverging_training_names_the_iteration_and_the_way_out() -> None:
    with pytest.raises(DivergenceError) as failure:
        train(SAME_EXAMPLE_256_TIMES)
    assert failure.value.iteration == 1
    assert str(failure.value) == (
        "the weights stopped being finite numbers at iteration 1: lower the learning rate"
    )


def unsaturated_after_one_iteration(training: Training) -> float:
    """A weight so deep in the S-curve's left end that even a vast learning rate only brings it near 0.

    There `output * (1 - output)` is `exp(weight)`, so the adjustment `rate * examples * exp(weight)` cancels
    the weight where `-weight = log(rate * examples / -weight)`. The next adjustment is taken on the steep
    part of the curve, and overflows.
    """
    depth = 700.0
    for _ in range(50):
        depth = math.log(training.learning_rate) + math.log(len(training.inputs) / depth)
    return -depth


def test_divergence_in_the_middle_of_a_slice_names_its_own_iteration_and_keeps_the_rows_before() -> None:
    recording = Recording(SAME_EXAMPLE_256_TIMES)
    recording.tape[0] = unsaturated_after_one_iteration(SAME_EXAMPLE_256_TIMES)
    with pytest.raises(DivergenceError) as failure:
        recording.record(20)
    assert failure.value.iteration == 2
    assert recording.recorded == 1
    assert abs(recording.tape[1, 0]) < 3
    assert not recording.complete


def test_divergence_in_a_later_slice_is_counted_from_the_tapes_start() -> None:
    recording = Recording(replace(SAME_EXAMPLE_256_TIMES, learning_rate=1e-6))
    recording.record(7)
    recording.training = SAME_EXAMPLE_256_TIMES  # the player turns the learning rate up
    with pytest.raises(DivergenceError, match="iteration 8:"):
        recording.record(5)
    assert recording.recorded == 7


@given(trainings(max_iterations=20, max_learning_rate=1.7e308))
def test_with_any_learning_rate_the_tape_is_the_plain_loops_up_to_its_last_finite_row(
    training: Training,
) -> None:
    expected = plain_loop(training)
    finite = np.isfinite(expected).all(axis=1)
    recording = Recording(training)
    if finite.all():
        recording.record(training.iterations)
    else:
        with pytest.raises(DivergenceError) as failure:
            recording.record(training.iterations)
        assert failure.value.iteration == finite.argmin()
    rows = recording.recorded + 1
    assert rows == finite.sum()
    assert recording.tape[:rows].tobytes() == expected[:rows].tobytes()


@pytest.mark.parametrize(
    ("inputs", "targets"),
    [
        pytest.param(np.zeros((4, 2)), np.zeros(4), id="an input too few"),
        pytest.param(np.zeros((4, 4)), np.zeros(4), id="an input too many"),
        pytest.param(np.zeros(3), np.zeros(1), id="inputs that are not a table"),
        pytest.param(np.zeros((4, 3)), np.zeros(3), id="a target too few"),
        pytest.param(np.zeros((4, 3)), np.zeros(1), id="one target for all"),
        pytest.param(np.zeros((4, 3)), np.zeros((4, 1)), id="targets as a column"),
        pytest.param(np.zeros((4, 3)), np.zeros((4, 2)), id="two targets for each example"),
    ],
)
@pytest.mark.parametrize("threshold", [False, True])
def test_a_training_whose_shapes_do_not_fit_is_refused(
    inputs: np.ndarray, targets: np.ndarray, threshold: bool
) -> None:
    with pytest.raises(ValueError, match="must have shape"):
        Training(Neuron(3, threshold), inputs, targets)


@given(trainings(max_examples=16), st.data())
def test_a_tape_that_goes_on_from_another_one_s_rows_is_the_same_tape(
    training: Training, data: st.DataObject
) -> None:
    whole = train(training)
    rows = data.draw(st.integers(1, training.iterations + 1))
    recording = Recording(training, whole[:rows])
    assert recording.recorded == rows - 1
    recording.record(training.iterations)
    assert recording.tape.tobytes() == whole.tobytes()


def test_a_branch_goes_on_from_the_weights_of_that_moment_under_its_own_rules() -> None:
    whole = train(replace(ARTICLE, iterations=100))
    flipped = replace(ARTICLE, iterations=100, targets=1 - ARTICLE.targets, learning_rate=0.5)
    branch = Recording(flipped, whole[:41])
    branch.record(60)
    assert branch.tape[:41].tobytes() == whole[:41].tobytes()
    weights = whole[40].reshape(-1, 1)
    x, y = flipped.inputs, flipped.targets.reshape(-1, 1)
    for row in branch.tape[41:]:
        o = 1 / (1 + np.exp(-np.dot(x, weights)))
        weights = weights + 0.5 * np.dot(x.T, (y - o) * o * (1 - o))
        assert row.tobytes() == weights.tobytes()


@pytest.mark.parametrize("begin", [np.zeros((0, 3)), np.zeros((1, 4)), np.zeros((12, 3)), np.zeros(3)])
def test_a_tape_begins_with_rows_that_fit_it(begin: Array) -> None:
    with pytest.raises(ValueError, match="cannot begin"):
        Recording(replace(ARTICLE, iterations=10), begin)
