"""Learning trial by trial: one example is shown, one adjustment is made on that example alone.

The other way to learn than the tape's, which adds up all examples before it moves.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from neuron_tui.neuron.neuron import Array, Neuron, check_targets, delta, error, sigmoid

TrialOrders = NDArray[np.int64]
"""Which example is shown at each trial, shape `(runs, trials)` for runs side by side."""


def learn(neuron: Neuron, inputs: Array, targets: Array, orders: TrialOrders, start_weights: Array) -> Array:
    """The weights of each run after every trial, shape `(trials + 1, runs, size)`, at learning rate 1.

    Each run is shown the examples in an order of its own, from weights of its own: `orders` has shape
    `(runs, trials)`, `start_weights` has shape `(runs, size)`. Row 0 holds the start weights; each trial adds
    the `Neuron.adjustment` of its one example. Raises ValueError where the shapes do not fit each other.
    """
    signals = neuron.signals(inputs)
    check_targets(targets, signals[:, 0])
    runs, trials = orders.shape
    if start_weights.shape != (runs, neuron.size):
        raise ValueError(f"start weights must have shape ({runs}, {neuron.size}), not {start_weights.shape}")
    tape = np.empty((trials + 1, runs, neuron.size))
    tape[0] = start_weights
    for trial in range(trials):
        weights, shown = tape[trial], orders[:, trial]
        signal = signals[shown]
        outputs = sigmoid((weights * signal).sum(axis=1))
        tape[trial + 1] = weights + delta(error(targets[shown], outputs), outputs)[:, None] * signal
    return tape


def outputs_before(neuron: Neuron, inputs: Array, orders: TrialOrders, tape: Array) -> Array:
    """The output of each run at each trial, before its adjustment, shape `(runs, trials)`.

    `orders` has shape `(runs, trials)`; `tape` is what `learn` returned for them.
    """
    signals = neuron.signals(inputs)[orders]
    return sigmoid((tape[:-1].swapaxes(0, 1) * signals).sum(axis=2))
