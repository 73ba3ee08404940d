"""Many iterations as fast as numpy goes: the adjustments of `neuron.py`, without a new array for each.

The tests prove that the numbers are the same: `fill` bit for bit, `adjusted` up to the last bits.
"""

from __future__ import annotations

import numpy as np
from numpy import add, copyto, exp, multiply, negative, reciprocal, subtract

from neuron_tui.neuron.model import Model
from neuron_tui.neuron.network import Network
from neuron_tui.neuron.neuron import Array, Neuron, error


def fill(model: Model, rows: Array, inputs: Array, targets: Array, learning_rate: float) -> None:
    """Fill `rows[1:]`, shape `(rows, size)`, each row one iteration after the row before it."""
    signals = model.signals(inputs)
    target = np.asarray(targets, dtype=np.float64).reshape(-1, 1)
    with np.errstate(over="ignore", invalid="ignore"):
        if isinstance(model, Neuron):
            _fill(rows, signals, target, learning_rate)
        else:
            _fill_network(model, rows, signals, target, learning_rate)


def _fill(rows: Array, signals: Array, target: Array, learning_rate: float) -> None:
    """The article's loop, in its order of operations and on its column shapes, so that the bits agree.

        output = 1 / (1 + exp(-dot(inputs, weights)))
        weights = weights + rate * dot(inputs.T, (targets - output) * output * (1 - output))

    The columns are allocated once, and the minus sign is taken into the inputs beforehand (both exact).
    """
    negative_sum, adjustment = (-signals).dot, signals.T.dot
    output, delta, slope = (np.empty_like(target) for _ in range(3))
    one = np.ones_like(target)
    change = np.empty((signals.shape[1], 1))
    rate = None if learning_rate == 1 else np.array(learning_rate)

    columns = iter(rows.reshape(len(rows), -1, 1))
    weights = next(columns)
    for next_weights in columns:
        negative_sum(weights, output)
        exp(output, output)
        add(output, one, output)
        reciprocal(output, output)
        subtract(target, output, delta)
        multiply(delta, output, delta)
        subtract(one, output, slope)
        multiply(delta, slope, delta)
        adjustment(delta, change)
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
    if isinstance(model, Network):
        for _ in range(iterations):
            weights = weights + learning_rate * model.adjustment(weights, inputs, targets)
        return weights
    signals = model.signals(inputs)
    negative = np.ascontiguousarray(-signals.T)
    weights = np.array(weights, dtype=np.float64)
    output, change = model.think(weights, inputs), np.empty_like(weights)
    delta = error(targets, output)  # refuses targets of another shape
    with np.errstate(over="ignore", invalid="ignore"):
        for _ in range(iterations):
            np.matmul(weights, negative, out=output)
            np.exp(output, out=output)
            output += 1
            np.reciprocal(output, out=output)
            np.subtract(targets, output, out=delta)
            delta *= output
            np.subtract(1, output, out=output)
            delta *= output
            np.matmul(delta, signals, out=change)
            change *= learning_rate
            weights += change
    return weights
