"""One neuron of a training: the only one there is, or one of a network's."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron import Network
from neuron_tui.neuron.neuron import Array

LAST = -1
"""Stands for the neuron that gives the output; hidden neurons are counted from 0."""
STEEPEST = 4 / 27
"""An error times its gradient is at most this: error 2/3, output 1/3 or 2/3."""


@dataclass(frozen=True)
class Reach:
    """The largest size of its numbers over all that is recorded.

    `outgoing_weight`: of the output neuron's weight on a hidden one; 0 for the output neuron itself.
    """

    weight: float
    weighted_sum: float
    error: float
    outgoing_weight: float


class OneNeuron:
    """One neuron of a replay's training, and its place in the network if there is one."""

    def __init__(self, replay: Replay, neuron: int = LAST) -> None:
        self.replay = replay
        self.neuron = neuron
        self.last = self if neuron == LAST else OneNeuron(replay)
        self._reach: tuple[int, Reach] = (-1, Reach(0, 0, 0, 0))

    @property
    def hidden(self) -> bool:
        """Whether its output goes to another neuron."""
        return self.neuron != LAST

    @property
    def graded(self) -> bool:
        """Whether its inputs lie between 0 and 1: the activations of hidden neurons."""
        return self.replay.is_network and not self.hidden

    @property
    def steep(self) -> bool:
        """Whether its gradient counts: with cross-entropy the output neuron learns from its errors alone."""
        return self.hidden or not self.replay.model.cross_entropy

    @property
    def steepest(self) -> float:
        """The most that a row can ask of a weight, as a share of the largest error."""
        return 0.25 if self.hidden else STEEPEST if self.steep else 1.0

    @property
    def neurons(self) -> tuple[int, ...]:
        """All neurons of this training, in the order of the forward pass."""
        model = self.replay.model
        return (*range(model.hidden if isinstance(model, Network) else 0), LAST)

    @property
    def names(self) -> tuple[str, ...]:
        """A name for each of its weights."""
        if not self.hidden:
            return self.replay.output_input_names
        return self.replay.puzzle.input_names + self.replay.output_input_names[len(self.neurons) - 1 :]

    def weights(self, weights: Array) -> Array:
        """Its own among the weights of all, shape `(..., size)`, as a view."""
        model = self.replay.model
        if not isinstance(model, Network):
            return weights
        layer_1, layer_2 = model.layers(weights)
        return layer_1[..., self.neuron] if self.hidden else layer_2

    def outgoing_weight(self, weights: Array) -> Array:
        """The output neuron's weight on its activation, shape `(...)`."""
        model = self.replay.model
        if not isinstance(model, Network) or not self.hidden:
            return np.zeros(weights.shape[:-1])
        return model.layers(weights)[1][..., self.neuron]

    def signals(self, weights: Array, inputs: Array) -> Array:
        """What reaches its weights in each row, shape `(..., rows, its weights)`."""
        model = self.replay.model
        if isinstance(model, Network) and not self.hidden:
            return model.output_signals(model.hidden_outputs(weights, inputs))
        return model.signals(inputs)

    def reach(self) -> Reach:
        """The largest numbers of the tape, so that their columns stand still while it plays."""
        recorded = self.replay.recording.recorded
        if self._reach[0] != recorded:
            tape = self.replay.sampled_tape()
            own, outgoing = self.weights(tape), float(np.abs(self.outgoing_weight(tape)).max())
            with np.errstate(over="ignore", invalid="ignore"):
                sums = self.signals(tape, self.replay.rows) @ own[..., None]
            error = outgoing * self.last.steepest if self.hidden else 1.0
            reach = Reach(float(np.abs(own).max()), float(np.abs(sums).max()), error, outgoing)
            self._reach = recorded, reach
        return self._reach[1]
