"""One sigmoid neuron, written as functions of its weight vector.

After Milo Spencer-Harper, "How to build a simple neural network in 9 lines of Python code":
the names here (weights, weighted sum, think, error, gradient, adjustment) are the article's.
"""

from __future__ import annotations

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


def error(targets: Array, outputs: Array) -> Array:
    """How far each output is from its target: `target - output`, in the shape of `outputs`."""
    check_targets(targets, outputs)
    return targets - outputs


def gradient(outputs: Array) -> Array:
    """The slope of the S-curve at each output: `output * (1 - output)`. Any shape in, same shape out."""
    return outputs * (1 - outputs)


def delta(errors: Array, outputs: Array) -> Array:
    """`error * gradient`, multiplied from left to right as in the article, so that every bit agrees."""
    return errors * outputs * (1 - outputs)


def output_delta(errors: Array, outputs: Array, cross_entropy: bool) -> Array:
    """The delta of the neuron that answers: with cross-entropy it is the error alone.

    Cross-entropy adds up `-log(output)` where the target is 1, and `-log(1 - output)` where it is 0. How fast
    it falls as an output grows is the error divided by the gradient, and so the gradients cancel.
    """
    return errors if cross_entropy else delta(errors, outputs)


def on_right_side(outputs: Array, targets: Array) -> NDArray[np.bool_]:
    """Which outputs are on their target's side of 0.5; exactly 0.5 is neither. Any shape, same shape out."""
    return np.where(targets == 1, outputs > 0.5, outputs < 0.5)


@dataclass(frozen=True)
class Neuron:
    """A neuron with `inputs` inputs, and with a threshold or without one.

    Its adjustments make half the sum of squared errors smaller, as in the article, or else `cross_entropy`.

    The threshold is a weight like any other, on an input that is always 1; it is the last of the vector.

    Wherever a method takes `weights`, they are one weight vector of shape `(size,)`, or many at once as
    `(..., size)`: a slice of a tape, say. `inputs` is always an `(examples, inputs)` array of 0/1,
    `targets` an `(examples,)` array of 0/1, or with many weight vectors one `(..., examples)` for each.
    Other shapes raise ValueError.
    """

    inputs: int
    threshold: bool = False
    cross_entropy: bool = False

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

    def think(self, weights: Array, inputs: Array) -> Array:
        """The outputs, each in (0, 1), shape `(..., examples)`."""
        return sigmoid(self.weighted_sums(weights, inputs))

    def mean_error(self, weights: Array, inputs: Array, targets: Array) -> Array:
        """The mean size of the errors over the examples, from 0 (all learned) to 1. Shape `(...)`."""
        return np.asarray(np.abs(error(targets, self.think(weights, inputs))).mean(axis=-1))

    def adjustment(self, weights: Array, inputs: Array, targets: Array) -> Array:
        """What one iteration at learning rate 1 adds to the weights, shape `(..., size)`.

        For weight i: the sum over the examples of `error * input_i * gradient`, the article's
        "error weighted derivative". It is the negative gradient of half the sum of squared errors; of
        cross-entropy without the last factor.
        """
        outputs = self.think(weights, inputs)
        deltas = output_delta(error(targets, outputs), outputs, self.cross_entropy)
        if weights.ndim == 1:
            return np.asarray(np.dot(self.signals(inputs).T, deltas.reshape(-1, 1))[:, 0])
        return np.asarray(deltas @ self.signals(inputs))
