"""One neuron of a training: the only one there is, or one of a network's."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron import Network
from neuron_tui.neuron.neuron import Array, Neuron

LAST = -1
"""Stands for the neuron that gives the output; hidden neurons are counted from 0."""
STEEPEST = 4 / 27
"""An error times its gradient is at most this: error 2/3, output 1/3 or 2/3."""
SAMPLES = 400
"""Iterations that are looked at to see how large the numbers of a tape become."""


@dataclass(frozen=True)
class Reach:
    """The largest of its numbers in size, over all that is recorded.

    `way`: of the weight by which the last neuron hears a hidden one; 0 where it is the last one itself.
    """

    weight: float
    weighted_sum: float
    error: float
    outgoing_weight: float


class Part:
    """One neuron of a replay's training. Of a network, it knows what reaches it and where its output goes."""

    def __init__(self, replay: Replay, neuron: int = LAST) -> None:
        self.replay = replay
        self.neuron = neuron
        self.last = self if neuron == LAST else Part(replay)
        self._reach: tuple[int, Reach] = (-1, Reach(0, 0, 0, 0))

    @property
    def hidden(self) -> bool:
        """Whether its output goes to another neuron."""
        return self.neuron != LAST

    @property
    def graded(self) -> bool:
        """Whether what it hears lies between 0 and 1: the answers of hidden neurons."""
        return self.replay.is_network and not self.hidden

    @property
    def neurons(self) -> tuple[int, ...]:
        """All neurons of this training, in the order in which they are worked out."""
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
        """The last neuron's weight on its output, shape `(...)`."""
        model = self.replay.model
        if not isinstance(model, Network) or not self.hidden:
            return np.zeros(weights.shape[:-1])
        return model.layers(weights)[1][..., self.neuron]

    def reach(self) -> Reach:
        """The largest numbers of the tape, so that their columns stand still while it plays."""
        recorded = self.replay.recording.recorded
        if self._reach[0] != recorded:
            self._reach = recorded, self._reach_over(np.linspace(0, recorded, SAMPLES).astype(np.int64))
        return self._reach[1]

    def _reach_over(self, iterations: Array) -> Reach:
        replay, model = self.replay, self.replay.model
        if not isinstance(model, Network):
            return Reach(*replay.reach(), 1.0, 0.0)
        tape, rows = replay.recording.tape[np.unique(iterations)], replay.rows
        own, outgoing_weight = self.weights(tape), float(np.abs(self.outgoing_weight(tape)).max())
        alone = Neuron(model.inputs, model.threshold)
        sums = alone.weighted_sums(own, rows) if self.hidden else model.weighted_sums(tape, rows)
        error = outgoing_weight * STEEPEST if self.hidden else 1.0
        return Reach(float(np.abs(own).max()), float(np.abs(sums).max()), error, outgoing_weight)
