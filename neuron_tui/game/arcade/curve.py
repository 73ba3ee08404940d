"""The learning curve: points against games played, and where the network is as good as you."""

from __future__ import annotations

import numpy as np

from neuron_tui.neuron.neuron import Array
from neuron_tui.neuron.q_learning import Recording

WINDOW = 20
"""The curve is the mean of so many games, the latest ones."""
LEAST_GAMES = 10
"""After fewer games than this, nobody's mean says anything."""


def points_of(recording: Recording, steps: int) -> Array:
    """The points of each game that was over after so many steps, shape `(games,)`."""
    ends = np.flatnonzero(recording.overs[:steps])
    brought = np.cumsum(recording.rewards[:steps])[ends]
    return np.diff(brought, prepend=0.0)


def latest_means(points: Array, window: int = WINDOW) -> Array:
    """The mean of the latest `window` games after each of them, or of as many as there are, same shape."""
    total = np.cumsum(points)
    before = np.concatenate([np.zeros(min(window, len(total))), total[:-window]])
    return np.asarray((total - before) / np.minimum(np.arange(1, len(points) + 1), window))


def as_good_after(points: Array, yours: float) -> int | None:
    """After how many games the latest mean reaches yours; None where it never does."""
    reached = latest_means(points)[LEAST_GAMES - 1 :] >= yours - 1e-9
    return int(reached.argmax()) + LEAST_GAMES if reached.any() else None
