"""A network of one hidden layer and one output neuron, as functions of one weight vector.

After Milo Spencer-Harper, "How to build a multi-layered neural network in Python", and Andrew Trask,
"A Neural Network in 11 lines of Python": both layers' adjustments come from the same forward pass.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuron_tui.neuron.neuron import Array, Neuron, delta, error, output_delta, sigmoid


@dataclass(frozen=True)
class Network:
    """`hidden` neurons on the inputs, and an output neuron on their activations.

    With `threshold` each of the neurons has one: a weight on an input that is always 1, last of its weights.
    The weight vector, shape `(size,)`, holds layer 1 row by row (a row per input, a column per hidden
    neuron), then layer 2 (a weight per hidden neuron).

    Shapes are those of `Neuron`; others raise ValueError.
    """

    inputs: int
    hidden: int
    threshold: bool = False
    cross_entropy: bool = False

    @property
    def size(self) -> int:
        """How many weights there are in both layers."""
        return self._first + self.hidden + self.threshold

    @property
    def _first(self) -> int:
        """How many of the weights are layer 1's."""
        return (self.inputs + self.threshold) * self.hidden

    def start_weights(self, seed: int) -> Array:
        """Random weights in [-1, 1), shape `(size,)`: layer 1 drawn first, then layer 2."""
        draw: Array = np.random.RandomState(seed).random_sample(self.size)
        return 2 * draw - 1

    def layers(self, weights: Array) -> tuple[Array, Array]:
        """Layer 1, shape `(..., inputs, hidden)`, and layer 2, shape `(..., hidden)`, as views.

        With a threshold both have one row more, the thresholds' last.
        """
        if weights.shape[-1:] != (self.size,):
            raise ValueError(f"weights must have shape (..., {self.size}), not {weights.shape}")
        layer_1 = weights[..., : self._first].reshape(*weights.shape[:-1], -1, self.hidden)
        return layer_1, weights[..., self._first :]

    def signals(self, inputs: Array) -> Array:
        """What reaches the hidden neurons: the inputs, then the threshold's constant 1."""
        return Neuron(self.inputs, self.threshold).signals(inputs)

    def hidden_outputs(self, weights: Array, inputs: Array) -> Array:
        """The activations of the hidden layer, each in (0, 1), shape `(..., examples, hidden)`."""
        layer_1, _ = self.layers(weights)
        with np.errstate(over="ignore", invalid="ignore"):
            return sigmoid(self.signals(inputs) @ layer_1)

    def weighted_sums(self, weights: Array, inputs: Array) -> Array:
        """The output neuron's weighted sum for each example, shape `(..., examples)`."""
        return self._sums(weights, self.hidden_outputs(weights, inputs))

    def _sums(self, weights: Array, hidden_outputs: Array) -> Array:
        """The output neuron's weighted sums of the hidden activations."""
        _, layer_2 = self.layers(weights)
        with np.errstate(over="ignore", invalid="ignore"):
            return np.asarray((self.output_signals(hidden_outputs) @ layer_2[..., None])[..., 0])

    def output_signals(self, hidden_outputs: Array) -> Array:
        """The output neuron's inputs, shape `(..., examples, hidden)`; with a threshold one more, a 1."""
        if not self.threshold:
            return hidden_outputs
        return np.concatenate([hidden_outputs, np.ones((*hidden_outputs.shape[:-1], 1))], axis=-1)

    def think(self, weights: Array, inputs: Array) -> Array:
        """The outputs, each in (0, 1), shape `(..., examples)`."""
        return sigmoid(self.weighted_sums(weights, inputs))

    def mean_error(self, weights: Array, inputs: Array, targets: Array) -> Array:
        """The mean size of the errors over the examples, from 0 (all learned) to 1. Shape `(...)`."""
        return np.asarray(np.abs(error(targets, self.think(weights, inputs))).mean(axis=-1))

    def adjustment(self, weights: Array, inputs: Array, targets: Array) -> Array:
        """What one iteration at learning rate 1 adds to the weights, shape `(..., size)`.

        It is the negative gradient of half the sum of squared errors, or of cross-entropy. A hidden neuron's
        error is the output neuron's delta (`error * gradient`, or the error alone), propagated back through
        the weight between the two.
        """
        hidden_outputs = self.hidden_outputs(weights, inputs)
        outputs = sigmoid(self._sums(weights, hidden_outputs))
        deltas = output_delta(error(targets, outputs), outputs, self.cross_entropy)[..., None]
        _, layer_2 = self.layers(weights)
        hidden_deltas = delta(deltas * layer_2[..., None, : self.hidden], hidden_outputs)
        change_1 = self.signals(inputs).T @ hidden_deltas
        change_2 = self.output_signals(hidden_outputs).swapaxes(-1, -2) @ deltas
        return np.concatenate([change_1.reshape(*weights.shape[:-1], -1), change_2[..., 0]], axis=-1)

    def without(self, weights: Array, hidden: int) -> Array:
        """The weights with one hidden neuron (from 0) switched off: its weight to the output neuron is 0."""
        lesioned = weights.copy()
        self.layers(lesioned)[1][..., hidden] = 0
        return lesioned
