"""A network: the published digits, and the mathematics worked out by another way."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.neuron import Network, Neuron, Training, train
from neuron_tui.neuron.fast import adjusted, fill
from neuron_tui.neuron.neuron import error

SEQUEL = "001>0 011>1 101>1 010>1 100>1 111>0 000>0"
TRASK = "001>0 011>1 101>1 111>0"


def training(rows: str) -> Training:
    table = np.array([[int(digit) for digit in row.replace(">", "")] for row in rows.split()], dtype=float)
    return Training(Network(3, 4), table[:, :-1], table[:, -1], iterations=60_000)


def near(values: np.ndarray, digits: str) -> bool:
    """Whether the numbers are the published ones as far as those are printed, eight decimals."""
    return bool(np.allclose(values, np.array(digits.split(), dtype=float), rtol=0, atol=1e-8))


@pytest.mark.slow
def test_the_sequel_s_network_comes_out_to_the_last_digit() -> None:
    tape = train(training(SEQUEL))
    model = training(SEQUEL).model
    assert isinstance(model, Network)
    first, second = model.layers(tape[0])
    assert near(first[0], "-0.16595599 0.44064899 -0.99977125 -0.39533485")
    assert near(first[1], "-0.70648822 -0.81532281 -0.62747958 -0.30887855")
    assert near(first[2], "-0.20646505 0.07763347 -0.16161097 0.370439")
    assert near(second, "-0.5910955 0.75623487 -0.94522481 0.34093502")
    first, second = model.layers(tape[-1])
    assert near(first[0], "0.3122465 4.57704063 -6.15329916 -8.75834924")
    assert near(first[1], "0.19676933 -8.74975548 -6.1638187 4.40720501")
    assert near(first[2], "-0.03327074 -0.58272995 0.08319184 -0.39787635")
    assert near(second, "-8.18850925 10.13210706 -21.33532796 9.90935111")
    assert near(model.think(tape[-1], np.array([[1.0, 1.0, 0.0]])), "0.0078876")


@pytest.mark.slow
def test_trask_s_network_comes_out_to_the_last_digit_before_and_after_its_last_adjustment() -> None:
    tape, model = train(training(TRASK)), training(TRASK).model
    inputs = training(TRASK).inputs
    assert near(model.think(tape[59_999], inputs), "0.00260572 0.99672209 0.99701711 0.00386759")
    assert near(model.think(tape[60_000], inputs), "0.00260570 0.99672212 0.99701713 0.00386756")


networks = st.builds(Network, st.integers(1, 5), st.integers(1, 6), st.booleans(), st.booleans())


def table_for(network: Network, seed: int, examples: int = 6) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Some weights, and inputs and targets that fit the network."""
    random = np.random.default_rng(seed)
    inputs = random.integers(0, 2, (examples, network.inputs)).astype(float)
    return random.normal(0, 2, network.size), inputs, random.integers(0, 2, examples).astype(float)


def loss(model: Neuron | Network, targets: np.ndarray, outputs: np.ndarray) -> np.ndarray:
    """Half the sum of squared errors, or cross-entropy, over the last axis."""
    if model.cross_entropy:
        return np.asarray(-np.log(np.where(targets == 1, outputs, 1 - outputs)).sum(axis=-1))
    return np.asarray((error(targets, outputs) ** 2).sum(axis=-1) / 2)


@given(networks, st.integers(0, 2**32 - 1))
def test_the_adjustment_of_every_weight_is_the_slope_of_the_loss_by_finite_differences(
    network: Network, seed: int
) -> None:
    weights, inputs, targets = table_for(network, seed)
    step = 1e-6
    nudges = step * np.eye(network.size)
    above, below = (
        loss(network, targets, network.think(weights + side * nudges, inputs)) for side in (1, -1)
    )
    slopes = (above - below) / (2 * step)
    assert network.adjustment(weights, inputs, targets) == pytest.approx(-slopes, abs=1e-6)


@given(networks, st.integers(0, 2**32 - 1))
def test_what_it_thinks_is_what_its_neurons_think_one_after_the_other(network: Network, seed: int) -> None:
    weights, inputs, _ = table_for(network, seed)
    first, second = network.layers(weights)
    alone = Neuron(network.inputs, network.threshold)
    answers = np.column_stack([alone.think(first[:, hidden], inputs) for hidden in range(network.hidden)])
    assert network.hidden_outputs(weights, inputs) == pytest.approx(answers)
    seen = np.hstack([answers, np.ones((len(inputs), 1))]) if network.threshold else answers
    assert network.think(weights, inputs) == pytest.approx(1 / (1 + np.exp(-seen @ second)))


@given(networks, st.integers(0, 2**32 - 1), st.sampled_from([0.1, 1.0, 3.0]))
def test_side_by_side_each_is_trained_as_it_would_be_alone(network: Network, seed: int, rate: float) -> None:
    random = np.random.default_rng(seed)
    _, inputs, _ = table_for(network, seed)
    for model in (network, Neuron(network.inputs, network.threshold, network.cross_entropy)):
        starts = random.uniform(-1, 1, (3, model.size))
        targets = random.integers(0, 2, (3, len(inputs))).astype(float)
        together = adjusted(model, starts, inputs, targets, 5, rate)
        for start, target, end in zip(starts, targets, together, strict=True):
            rows = np.empty((6, model.size))
            rows[0] = start
            fill(model, rows, inputs, target, rate)
            assert end == pytest.approx(rows[-1], rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("model", [Neuron(3), Neuron(2, threshold=True), Network(3, 4), Network(2, 1, True)])
def test_so_many_side_by_side_that_they_are_trained_in_blocks_each_has_its_own_rows(
    model: Neuron | Network,
) -> None:
    random = np.random.default_rng(1)
    starts = random.uniform(-1, 1, (10_001, model.size))
    inputs = random.integers(0, 2, (6, model.inputs)).astype(float)
    targets = random.integers(0, 2, (len(starts), 6)).astype(float)
    together = adjusted(model, starts, inputs, targets, 3)
    for run in (0, 1_023, 1_024, 5_000, 9_999, 10_000):
        alone = adjusted(model, starts[[run]], inputs, targets[run], 3)
        assert together[run] == pytest.approx(alone[0], rel=1e-9, abs=1e-12)


@given(
    st.builds(Network, st.integers(1, 16), st.integers(1, 16), st.booleans(), st.booleans()),
    st.sampled_from([1, 4, 6, 256]),
    st.integers(0, 2**32 - 1),
    st.sampled_from([1.0, 0.1, 1_000.0]),
)
def test_the_tape_is_what_the_adjustments_make_of_it_bit_for_bit(
    network: Network, examples: int, seed: int, rate: float
) -> None:
    start, inputs, targets = table_for(network, seed, examples)
    rows = np.empty((8, network.size))
    rows[0] = start
    fill(network, rows, inputs, targets, rate)
    for before, after in pairwise(rows):
        by_the_formulas = before + rate * network.adjustment(before, inputs, targets)
        assert after.tobytes() == by_the_formulas.tobytes()


@given(networks, st.integers(0, 2**32 - 1))
def test_a_hidden_neuron_that_is_switched_off_counts_no_longer(network: Network, seed: int) -> None:
    weights, inputs, _ = table_for(network, seed)
    first, second = network.layers(weights)
    for hidden in range(network.hidden):
        off = network.without(weights, hidden)
        difference = network.weighted_sums(weights, inputs) - network.weighted_sums(off, inputs)
        assert difference == pytest.approx(
            second[hidden] * network.hidden_outputs(weights, inputs)[:, hidden]
        )
        assert network.layers(off)[0] == pytest.approx(first)


def test_weights_or_targets_of_another_shape_are_refused() -> None:
    network, inputs = Network(2, 3), np.zeros((4, 2))
    with pytest.raises(ValueError, match="weights must have shape"):
        network.think(np.zeros(8), inputs)
    with pytest.raises(ValueError, match="targets must have shape"):
        network.adjustment(np.zeros(9), inputs, np.zeros(3))
    with pytest.raises(ValueError, match="inputs must have shape"):
        network.think(np.zeros(9), np.zeros((4, 3)))
