"""A network that says what each action is worth: its outputs and its gradient worked out by another way."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.neuron.q_network import QNetwork

networks = st.builds(QNetwork, st.integers(1, 6), st.integers(1, 5), st.integers(1, 4))


def example(network: QNetwork, seed: int, examples: int = 5) -> tuple[np.ndarray, ...]:
    """Weights, inputs, actions, and targets of which some are far from what is expected."""
    draw = np.random.default_rng(seed)
    return (
        draw.normal(0, 1, network.size),
        draw.integers(0, 2, (examples, network.inputs)).astype(float),
        draw.integers(0, network.actions, examples),
        draw.normal(0, 3, examples),
    )


def by_hand(network: QNetwork, weights: np.ndarray, signals: np.ndarray) -> list[float]:
    """What the network says to one example, weight by weight, as they lie in the vector."""
    left = iter(weights.tolist())
    layer_1 = [[next(left) for _ in range(network.hidden)] for _ in range(network.inputs + 1)]
    layer_2 = [[next(left) for _ in range(network.actions)] for _ in range(network.hidden + 1)]
    rows = [*signals.tolist(), 1.0]
    hidden = [
        max(sum(signal * row[neuron] for signal, row in zip(rows, layer_1, strict=True)), 0.0)
        for neuron in range(network.hidden)
    ]
    rows = [*hidden, 1.0]
    return [
        sum(signal * row[action] for signal, row in zip(rows, layer_2, strict=True))
        for action in range(network.actions)
    ]


def loss(
    network: QNetwork, weights: np.ndarray, inputs: np.ndarray, actions: np.ndarray, targets: np.ndarray
) -> float:
    """The mean of half the squared errors; beyond 1 the error itself takes the place of the square."""
    errors = np.abs(targets - network.values(weights, inputs)[np.arange(len(actions)), actions])
    return float(np.where(errors <= 1, errors**2 / 2, errors - 0.5).mean())


@given(networks, st.integers(0, 10_000))
def test_the_values_are_sums_of_rectified_sums(network: QNetwork, seed: int) -> None:
    weights, inputs, *_ = example(network, seed)
    expected = [by_hand(network, weights, signals) for signals in inputs]
    assert network.values(weights, inputs) == pytest.approx(np.array(expected))
    assert network.values(weights, inputs[0]) == pytest.approx(expected[0]), "one example alone"
    assert (network.hidden_outputs(weights, inputs) >= 0).all()


@given(networks, st.integers(0, 10_000))
def test_the_adjustment_is_the_gradient(network: QNetwork, seed: int) -> None:
    weights, inputs, actions, targets = example(network, seed)
    tiny, slopes = 1e-6, np.empty(network.size)
    for place in range(network.size):
        more, less = weights.copy(), weights.copy()
        more[place] += tiny
        less[place] -= tiny
        difference = loss(network, more, inputs, actions, targets) - loss(
            network, less, inputs, actions, targets
        )
        slopes[place] = difference / (2 * tiny)
    assert network.adjustment(weights, inputs, actions, targets) == pytest.approx(-slopes, abs=1e-6)


def test_an_error_beyond_one_pulls_no_harder() -> None:
    network = QNetwork(2, 3, 2)
    weights, inputs, actions, _ = example(network, 1, examples=1)
    value = network.values(weights, inputs)[0, actions[0]]
    one, two, more = (
        network.adjustment(weights, inputs, actions, np.array([value + error])) for error in (0.5, 1.0, 50.0)
    )
    assert two == pytest.approx(2 * one)
    assert two == pytest.approx(more)
    assert two.any()


def test_only_the_action_that_was_taken_is_adjusted() -> None:
    network = QNetwork(2, 3, 2)
    weights, inputs, _, targets = example(network, 2)
    change = network.adjustment(weights, inputs, np.ones(5, dtype=np.int64), targets)
    _, layer_2 = network.layers(change)
    assert layer_2[:, 1].any()
    assert not layer_2[:, 0].any()


@given(networks, st.integers(0, 10_000))
def test_in_single_precision_it_is_the_same_to_six_digits(network: QNetwork, seed: int) -> None:
    weights, inputs, actions, targets = example(network, seed)
    single, cells = weights.astype(np.float32), inputs.astype(np.float32)
    change = network.adjustment(single, cells, actions, targets)
    assert change.dtype == network.values(single, cells).dtype == np.float32
    assert change == pytest.approx(network.adjustment(weights, inputs, actions, targets), rel=1e-4, abs=1e-5)


def test_start_weights_are_as_wide_as_the_layers_need_and_thresholds_zero() -> None:
    network = QNetwork(200, 100, 4)
    layer_1, layer_2 = network.layers(network.start_weights(np.random.default_rng(1)))
    assert (layer_1.shape, layer_2.shape) == ((201, 100), (101, 4))
    assert not layer_1[-1].any()
    assert not layer_2[-1].any()
    assert layer_1[:-1].var() == pytest.approx(2 / 200, rel=0.05)
    assert layer_2[:-1].var() == pytest.approx(1 / 100, rel=0.3)


def test_the_layers_are_views_and_must_fit() -> None:
    network = QNetwork(2, 3, 2)
    weights = np.zeros(network.size)
    layer_1, layer_2 = network.layers(weights)
    layer_1[:], layer_2[:] = 1, 2
    assert weights.tolist() == [1] * 9 + [2] * 8
    with pytest.raises(ValueError, match=r"\(17,\)"):
        network.layers(np.zeros(16))
