"""A network that says what each action is worth: one hidden layer of rectified neurons, one output an action.

The outputs are plain weighted sums, for what can be won has no bounds that a sigmoid would keep to. After
Mnih and others (2013), "Playing Atari with Deep Reinforcement Learning" (arXiv 1312.5602), made small.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from neuron_tui.neuron.neuron import Array

Real = TypeVar("Real", np.float32, np.float64)
"""How precise weights and inputs are, both the same; and so is what is computed of them."""
Actions = NDArray[np.int64]
"""Which action was taken in each example, shape `(examples,)`, from 0."""


@dataclass(frozen=True)
class QNetwork:
    """Functions of one weight vector, of shape `(size,)`.

    Every neuron has a threshold: a weight on an input that is always 1, last of its weights. The vector holds
    layer 1 row by row (a row per input, a column per hidden neuron), then layer 2 (a row per hidden neuron, a
    column per action). `inputs` is an `(examples, inputs)` array; or the one of a single example, without
    the first axis, which is then missing in the result.
    """

    inputs: int
    hidden: int
    actions: int

    @cached_property
    def size(self) -> int:
        """How many weights there are in both layers."""
        return self._first + (self.hidden + 1) * self.actions

    @cached_property
    def _first(self) -> int:
        """How many of the weights are layer 1's."""
        return (self.inputs + 1) * self.hidden

    def start_weights(self, draw: np.random.Generator) -> Array:
        """Random weights, shape `(size,)`, so that what comes out is about as large as what goes in.

        Normally distributed with variance 2 / n in layer 1 and 1 / n in layer 2, where n weights reach a
        neuron; the thresholds are 0. After He and others (2015), "Delving deep into rectifiers" (arXiv
        1502.01852).
        """
        weights = np.zeros(self.size)
        for layer, variance in zip(self.layers(weights), (2, 1), strict=True):
            reach = len(layer) - 1
            layer[:-1] = draw.standard_normal((reach, layer.shape[1])) * np.sqrt(variance / reach)
        return weights

    def layers(self, weights: NDArray[Real]) -> tuple[NDArray[Real], NDArray[Real]]:
        """Layer 1, shape `(inputs + 1, hidden)`, and layer 2, shape `(hidden + 1, actions)`, as views.

        The last row of each holds the thresholds. Raises ValueError where there are more or fewer weights.
        """
        if weights.shape != (self.size,):
            raise ValueError(f"weights must have shape ({self.size},), not {weights.shape}")
        return (
            weights[: self._first].reshape(-1, self.hidden),
            weights[self._first :].reshape(-1, self.actions),
        )

    def hidden_outputs(self, weights: NDArray[Real], inputs: NDArray[Real]) -> NDArray[Real]:
        """The activations of the hidden layer, shape `(examples, hidden)`: its weighted sums, where above 0.

        (Rectified linear units, "ReLU".)
        """
        layer_1, _ = self.layers(weights)
        return np.asarray(np.maximum(inputs @ layer_1[:-1] + layer_1[-1], 0))

    def values(self, weights: NDArray[Real], inputs: NDArray[Real]) -> NDArray[Real]:
        """What the network expects of each action, shape `(examples, actions)`: the points still to come."""
        _, layer_2 = self.layers(weights)
        return np.asarray(self.hidden_outputs(weights, inputs) @ layer_2[:-1] + layer_2[-1])

    def adjustment(
        self, weights: NDArray[Real], inputs: NDArray[Real], actions: Actions, targets: Array
    ) -> NDArray[Real]:
        """What one step at learning rate 1 adds to the weights, shape `(size,)`.

        Only the output of the action that was taken has a target, and so an error. An error beyond 1 counts
        as 1, so that no surprise throws the network over. It is the negative gradient of the mean over the
        examples of half the squared error, and beyond 1 of the error's size.
        """
        _, layer_2 = self.layers(weights)
        hidden = self.hidden_outputs(weights, inputs)
        values = hidden @ layer_2[:-1] + layer_2[-1]

        taken = np.arange(len(actions)), actions
        errors = np.minimum(np.maximum(targets - values[taken], -1), 1)  # faster than clip
        deltas = np.zeros(values.shape, values.dtype)
        deltas[taken] = errors / len(actions)
        hidden_deltas = deltas @ layer_2[:-1].T * (hidden > 0)

        change = np.empty_like(weights)
        change_1, change_2 = self.layers(change)
        np.matmul(inputs.T, hidden_deltas, out=change_1[:-1])
        hidden_deltas.sum(axis=0, out=change_1[-1])
        np.matmul(hidden.T, deltas, out=change_2[:-1])
        deltas.sum(axis=0, out=change_2[-1])
        return change
