"""Many iterations as fast as numpy goes: the adjustments of `neuron.py`, without a new array for each.

The tests prove that the numbers are the same: `fill` bit for bit, `adjusted` up to the last bits.
"""

from __future__ import annotations

import numpy as np
from numpy import add, copyto, exp, matmul, multiply, negative, reciprocal, subtract

from neuron_tui.neuron.model import Model
from neuron_tui.neuron.network import Network
from neuron_tui.neuron.neuron import Array, Neuron, check_targets

CACHED = 65_536
"""So many numbers of a block, half a megabyte, stay in a core's cache."""
LEAST_BLOCK = 16
"""Fewer runs in a block would be worked on one by one."""


def fill(model: Model, rows: Array, inputs: Array, targets: Array, learning_rate: float) -> None:
    """Fill `rows[1:]`, shape `(rows, size)`, each row one iteration after the row before it."""
    signals = model.signals(inputs)
    target = np.asarray(targets, dtype=np.float64).reshape(-1, 1)
    with np.errstate(over="ignore", invalid="ignore"):
        if isinstance(model, Neuron):
            _fill(rows, signals, target, learning_rate, model.cross_entropy)
        else:
            _fill_network(model, rows, signals, target, learning_rate)


def _fill(rows: Array, signals: Array, target: Array, learning_rate: float, cross_entropy: bool) -> None:
    """The article's loop, in its order of operations and on its column shapes, so that the bits agree.

        output = 1 / (1 + exp(-dot(inputs, weights)))
        weights = weights + rate * dot(inputs.T, (targets - output) * output * (1 - output))

    With cross-entropy the two last factors are left out.

    The columns are allocated once, and the minus sign is taken into the inputs beforehand (both exact). What
    is done to each number by itself is done to the same numbers as a vector, which takes less time.
    """
    negative_sum, adjustment = (-signals).dot, signals.T.dot
    output_column, delta_column = np.empty_like(target), np.empty_like(target)
    output, delta, targets = output_column[:, 0], delta_column[:, 0], target[:, 0]
    slope, one = np.empty_like(output), np.ones_like(output)
    change = np.empty((signals.shape[1], 1))
    rate = None if learning_rate == 1 else np.array(learning_rate)

    columns = iter(rows.reshape(len(rows), -1, 1))
    weights = next(columns)
    for next_weights in columns:
        negative_sum(weights, output_column)
        exp(output, output)
        add(output, one, output)
        reciprocal(output, output)
        subtract(targets, output, delta)
        if not cross_entropy:
            multiply(delta, output, delta)
            subtract(one, output, slope)
            multiply(delta, slope, delta)
        adjustment(delta_column, change)
        if rate is not None:
            multiply(rate, change, change)
        add(weights, change, next_weights)
        weights = next_weights


def _fill_network(model: Network, rows: Array, signals: Array, target: Array, learning_rate: float) -> None:
    """`Network.adjustment` again and again, in its order of operations, so that the bits agree.

    Both layers' changes are written into one vector, so that one addition makes the next row.
    """
    activations = np.ones((len(signals), model.hidden + model.threshold))  # the threshold's signal stays 1
    hidden_signals = activations[:, : model.hidden]
    hidden, hidden_delta, hidden_slope = (np.empty((len(signals), model.hidden)) for _ in range(3))
    output, delta, slope = (np.empty_like(target) for _ in range(3))
    one = np.ones(())
    change = np.empty(model.size)
    change_1, change_2 = model.layers(change)
    column_2 = change_2.reshape(-1, 1)
    rate = None if learning_rate == 1 else np.array(learning_rate)
    negative_sums, adjustment_1 = (-signals).dot, signals.T.dot
    output_sum, adjustment_2 = activations.dot, activations.T.dot

    layers_1, layers_2 = model.layers(rows)
    columns_2, back = layers_2[..., None], layers_2[:, None, : model.hidden]
    for row, layer_1, layer_2, weights_back, next_row in zip(
        rows, layers_1, columns_2, back, rows[1:], strict=False
    ):
        negative_sums(layer_1, hidden)
        exp(hidden, hidden)
        add(hidden, one, hidden)
        reciprocal(hidden, hidden)
        copyto(hidden_signals, hidden)

        output_sum(layer_2, output)
        negative(output, output)
        exp(output, output)
        add(output, one, output)
        reciprocal(output, output)

        subtract(target, output, delta)
        if not model.cross_entropy:
            multiply(delta, output, delta)
            subtract(one, output, slope)
            multiply(delta, slope, delta)

        multiply(delta, weights_back, hidden_delta)
        multiply(hidden_delta, hidden, hidden_delta)
        subtract(one, hidden, hidden_slope)
        multiply(hidden_delta, hidden_slope, hidden_delta)

        adjustment_1(hidden_delta, change_1)
        adjustment_2(delta, column_2)
        if rate is not None:
            multiply(rate, change, change)
        add(row, change, next_row)


def adjusted(
    model: Model, weights: Array, inputs: Array, targets: Array, iterations: int, learning_rate: float = 1.0
) -> Array:
    """Weight vectors side by side, shape `(runs, size)`, each trained for `iterations` more.

    `targets` are `(examples,)`, the same for all, or `(runs, examples)`. The numbers are those of `fill` up
    to the last bits, as the order of addition differs.
    """
    rows = np.array(weights.T, dtype=np.float64, order="C")
    adjust(model, rows, inputs, targets, iterations, learning_rate)
    return rows.T


def adjust(
    model: Model, weights: Array, inputs: Array, targets: Array, iterations: int, learning_rate: float = 1.0
) -> None:
    """The same in place, on a row for each weight and a column for each run, shape `(size, runs)`.

    The runs are trained in blocks that stay in the processor's cache through all iterations. (Two threads are
    slower: each waits for Python's lock at every step.)
    """
    signals, runs = model.signals(inputs), weights.shape[1]
    check_targets(targets, np.broadcast_to(0.0, (runs, len(signals))))
    neurons = model.hidden + 1 if isinstance(model, Network) else 1
    block = max(LEAST_BLOCK, CACHED // (2 * (model.size + len(signals) * neurons)))
    space = np.empty((2 * len(signals) + model.size, min(block, runs)))
    for first in range(0, runs, block):
        here = slice(first, first + block)
        target = targets[:, None] if targets.ndim == 1 else targets[here].T.copy()
        with np.errstate(over="ignore", invalid="ignore"):
            if isinstance(model, Neuron):
                _adjust(model, weights[:, here], signals, target, iterations, learning_rate, space)
            else:
                rows = weights[:, here].copy()  # each layer in one piece
                _adjust_networks(model, rows, signals, target, iterations, learning_rate)
                weights[:, here] = rows


def _adjust(
    model: Neuron,
    weights: Array,
    signals: Array,
    target: Array,
    iterations: int,
    learning_rate: float,
    space: Array,
) -> None:
    """The article's loop on many columns of weights, in place.

    `space` holds what is reckoned on the way: to have new memory takes as long as some iterations.
    """
    examples = len(signals)
    output, delta, change = np.split(space[:, : weights.shape[1]], (examples, 2 * examples))
    negative_signals, adjustment, one = -signals, np.ascontiguousarray(signals.T), np.ones(())
    for _ in range(iterations):
        matmul(negative_signals, weights, output)
        exp(output, output)
        add(output, one, output)
        reciprocal(output, output)
        subtract(target, output, delta)
        if not model.cross_entropy:
            multiply(delta, output, delta)
            subtract(one, output, output)
            multiply(delta, output, delta)
        matmul(adjustment, delta, change)
        if learning_rate != 1:
            multiply(change, learning_rate, change)
        add(weights, change, weights)


def _adjust_networks(
    model: Network, weights: Array, signals: Array, target: Array, iterations: int, learning_rate: float
) -> None:
    """`Network.adjustment` on many columns of weights, in place. The hidden layers lie side by side, too."""
    examples, runs = len(signals), weights.shape[1]
    hidden, hidden_delta, product = (np.empty((examples, model.hidden, runs)) for _ in range(3))
    output, delta, slope = (np.empty((examples, runs)) for _ in range(3))
    sums, deltas = hidden.reshape(examples, -1), hidden_delta.reshape(examples, -1)
    change = np.empty_like(weights)
    (layer_1, layer_2), (change_1, change_2) = (
        (both[:-outputs].reshape(signals.shape[1], -1), both[-outputs:])
        for both in (weights, change)
        for outputs in [model.hidden + model.threshold]
    )
    negative_signals, adjustment = -signals, np.ascontiguousarray(signals.T)
    for _ in range(iterations):
        matmul(negative_signals, layer_1, sums)
        exp(hidden, hidden)
        add(hidden, 1, hidden)
        reciprocal(hidden, hidden)

        multiply(hidden, layer_2[: model.hidden], product)
        add.reduce(product, axis=1, out=output)
        if model.threshold:
            add(output, layer_2[-1], output)
        negative(output, output)
        exp(output, output)
        add(output, 1, output)
        reciprocal(output, output)

        subtract(target, output, delta)
        if not model.cross_entropy:
            multiply(delta, output, delta)
            subtract(1, output, slope)
            multiply(delta, slope, delta)

        multiply(delta[:, None], layer_2[: model.hidden], hidden_delta)
        multiply(hidden_delta, hidden, hidden_delta)
        subtract(1, hidden, product)
        multiply(hidden_delta, product, hidden_delta)

        matmul(adjustment, deltas, change_1)
        multiply(delta[:, None], hidden, product)
        add.reduce(product, axis=0, out=change_2[: model.hidden])
        if model.threshold:
            add.reduce(delta, axis=0, out=change_2[-1])
        if learning_rate != 1:
            multiply(change, learning_rate, change)
        add(weights, change, weights)
