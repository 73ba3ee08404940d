"""How fast many neurons are trained side by side on this very machine."""

from __future__ import annotations

from collections.abc import Callable
from mmap import mmap

import numpy as np

from neuron_tui.neuron.fast import adjust, fill
from neuron_tui.neuron.neuron import Array, Neuron

COUNTS = (1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)
"""So many neurons side by side."""
SLICE_SECONDS = 0.2
"""A measurement goes on in slices of at most about this length, so that it can be stopped. Shorter ones would
measure how long it takes to lay out the arrays, not to work on them."""
SECONDS = 0.4
"""How long each count is measured."""
INPUTS = np.array([[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]], dtype=np.float64)
TARGETS = np.array([0.0, 1.0, 1.0, 0.0])
"""The article's table."""


def adjustments_per_second(
    count: int,
    clock: Callable[[], float],
    seconds: float = SECONDS,
    go_on: Callable[[], bool] = lambda: True,
) -> float:
    """How many neurons are adjusted once in a second, with `count` of them side by side on the same rows.

    One alone is trained as the game trains it, with each iteration on a tape.

    `clock` gives seconds that only grow; the measurement ends after `seconds`, or when `go_on` is false,
    but not before one iteration.
    """
    neuron = Neuron(3)
    weights = _apart(neuron.size, count)
    weights[:] = neuron.start_weights(1)[:, None]
    iterations, done, spent = 1, 0, 0.0
    while not done or (spent < seconds and go_on()):
        begun = clock()
        if count == 1:
            tape = np.resize(weights[:, 0], (iterations + 1, neuron.size))
            fill(neuron, tape, INPUTS, TARGETS, 1.0)
            weights[:, 0] = tape[-1]
        else:
            adjust(neuron, weights, INPUTS, TARGETS, iterations)
        took = clock() - begun
        done, spent = done + iterations, spent + took
        if took < SLICE_SECONDS / 2:
            iterations *= 2
    return count * done / max(spent, 1e-9)


def _apart(rows: int, columns: int) -> Array:
    """An array of zeros whose memory goes back to the system with it; numpy's own may be kept for later."""
    return np.frombuffer(mmap(-1, 8 * rows * columns)).reshape(rows, columns)
