"""One sigmoid neuron, written as functions of its weight vector.

After Milo Spencer-Harper, "How to build a simple neural network in 9 lines of Python code":
the names here (weights, weighted sum, think, error, gradient, adjustment) are the article's.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def sigmoid(weighted_sums: Array) -> Array:
    """The S-curve `1 / (1 + exp(-z))`: squeezes any weighted sum into (0, 1). Any shape in, same shape out.

    For sums below about -709 `exp` overflows to infinity; the result is then exactly 0, as it should be.
    """
    with np.errstate(over="ignore"):
        return np.asarray(1 / (1 + np.exp(-weighted_sums)))


def check_targets(targets: Array, outputs: Array) -> None:
    """Raises ValueError unless there is a target per example, or one per output: numpy would stretch others.

    `outputs` has shape `(..., examples)`, `targets` the same or `(examples,)`.
    """
    shape = np.shape(outputs)
    if np.shape(targets) not in (shape, shape[-1:]):
        raise ValueError(f"targets must have shape {shape[-1:]}, not {np.shape(targets)}")


def on_right_side(outputs: Array, targets: Array) -> NDArray[np.bool_]:
    """Which outputs are on their target's side of 0.5; exactly 0.5 is neither. Any shape, same shape out."""
    return np.where(targets == 1, outputs > 0.5, outputs < 0.5)


class Thinking(ABC):
    """What follows from the weighted sums in the same way, whatever is hooked together to make them.

    The shapes are those of `Neuron`.
    """

    @abstractmethod
    def weighted_sums(self, weights: Array, inputs: Array) -> Array:
        """The weighted sum of the neuron that gives the output, for each example, shape `(..., examples)`."""

    def think(self, weights: Array, inputs: Array) -> Array:
        """The outputs, each in (0, 1), shape `(..., examples)`."""
        return sigmoid(self.weighted_sums(weights, inputs))

    def errors(self, weights: Array, inputs: Array, targets: Array) -> Array:
        """How far each output is from its target: `target - output`, shape `(..., examples)`."""
        outputs = self.think(weights, inputs)
        check_targets(targets, outputs)
        return targets - outputs

    def gradients(self, weights: Array, inputs: Array) -> Array:
        """The slope of the S-curve at each output: `output * (1 - output)`, shape `(..., examples)`."""
        outputs = self.think(weights, inputs)
        return outputs * (1 - outputs)

    def mean_error(self, weights: Array, inputs: Array, targets: Array) -> Array:
        """The mean size of the errors over the examples, from 0 (all learned) to 1. Shape `(...)`."""
        return np.asarray(np.abs(self.errors(weights, inputs, targets)).mean(axis=-1))


@dataclass(frozen=True)
class Neuron(Thinking):
    """A neuron with `inputs` inputs, and with a threshold or without one.

    The threshold is a weight like any other, on an input that is always 1; it stands last in the vector.

    Wherever a method takes `weights`, they are one weight vector of shape `(size,)`, or many at once as
    `(..., size)`: a slice of a tape, say. `inputs` is always an `(examples, inputs)` array of 0/1,
    `targets` an `(examples,)` array of 0/1, or with many weight vectors one `(..., examples)` for each.
    Other shapes raise ValueError.
    """

    inputs: int
    threshold: bool = False

    @property
    def size(self) -> int:
        """How many weights there are."""
        return self.inputs + self.threshold

    def start_weights(self, seed: int) -> Array:
        """Random weights in [-1, 1), shape `(size,)`: the article's draw `2 * random((size, 1)) - 1`.

        Drawn from numpy's legacy generator in an instance of its own: numpy's global state is not touched.
        """
        draw: Array = np.random.RandomState(seed).random_sample((self.size, 1))
        return (2 * draw - 1)[:, 0]

    def signals(self, inputs: Array) -> Array:
        """What reaches the weights, shape `(examples, size)`: the inputs, then the threshold's constant 1."""
        inputs = np.asarray(inputs, dtype=np.float64)
        if inputs.ndim != 2 or inputs.shape[1] != self.inputs:
            raise ValueError(f"inputs must have shape (examples, {self.inputs}), not {inputs.shape}")
        return np.hstack([inputs, np.ones((len(inputs), 1))]) if self.threshold else inputs

    def weighted_sums(self, weights: Array, inputs: Array) -> Array:
        """`sum(weight_i * input_i)` for each example, shape `(..., examples)`."""
        signals = self.signals(inputs)
        if weights.shape[-1:] != (self.size,):
            raise ValueError(f"weights must have shape (..., {self.size}), not {weights.shape}")
        with np.errstate(over="ignore", invalid="ignore"):
            if weights.ndim == 1:  # the training's own order of operations, so that every bit agrees with it
                return np.asarray(np.dot(signals, weights.reshape(-1, 1))[:, 0])
            return np.asarray(weights @ signals.T)

    def adjustment(self, weights: Array, inputs: Array, targets: Array) -> Array:
        """What one iteration at learning rate 1 adds to the weights, shape `(..., size)`.

        For weight i: the sum over the examples of `error * input_i * gradient`, the article's
        "error weighted derivative". It is the negative gradient of half the sum of squared errors.
        """
        signals = self.signals(inputs)
        outputs = self.think(weights, inputs)
        check_targets(targets, outputs)
        deltas = (targets - outputs) * outputs * (1 - outputs)
        if weights.ndim == 1:
            return np.asarray(np.dot(signals.T, deltas.reshape(-1, 1))[:, 0])
        return np.asarray(deltas @ signals)

    def fill(self, rows: Array, inputs: Array, targets: Array, learning_rate: float) -> None:
        """Fill `rows[1:]`, shape `(rows, size)`, each row one iteration after the row before it.

        The article's loop, in its order of operations and on its column shapes, so that the bits agree:

            output = 1 / (1 + exp(-dot(inputs, weights)))
            weights = weights + rate * dot(inputs.T, (targets - output) * output * (1 - output))

        The columns are allocated once, and the minus sign is taken into the inputs beforehand (both exact).
        """
        signals = self.signals(inputs)
        target = np.asarray(targets, dtype=np.float64).reshape(-1, 1)
        negative_sum, adjustment = (-signals).dot, signals.T.dot
        output, delta, slope = (np.empty_like(target) for _ in range(3))
        one = np.ones_like(target)
        change = np.empty((self.size, 1))
        rate = None if learning_rate == 1 else np.array(learning_rate)
        exp, add, reciprocal, subtract, multiply = np.exp, np.add, np.reciprocal, np.subtract, np.multiply

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

    def adjusted(
        self, weights: Array, inputs: Array, targets: Array, iterations: int, learning_rate: float = 1.0
    ) -> Array:
        """Many weight vectors, shape `(runs, size)`, each so many iterations later, all side by side.

        `targets` are `(examples,)`, the same for all, or `(runs, examples)`. Every number is the article's
        loop's up to the last bits, in which the order of adding up differs.
        """
        signals = self.signals(inputs)
        negative = np.ascontiguousarray(-signals.T)
        weights = np.array(weights, dtype=np.float64)
        output, change = self.think(weights, inputs), np.empty_like(weights)
        check_targets(targets, output)
        delta = np.empty_like(output)
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
