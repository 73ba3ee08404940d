"""Learning to play: a step of it against a plain one in numpy, and how long a game takes to be learned."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from benchmarks.figure import Figure, at_most, ratio, seconds
from neuron_tui.game.arcade.curve import latest_means, points_of
from neuron_tui.game.arcade.games.catch import CATCH
from neuron_tui.game.arcade.playing import learning_of
from neuron_tui.neuron.q_learning import (
    DISCOUNT,
    LEARNING_RATE,
    MINIBATCH,
    PRECISION,
    Recording,
    Weights,
    targets,
)

GOOD = 0.9
"""Points in the mean of the last hundred games."""
LIVED = 1_000
"""Steps of the game that are learned from."""


class Steps:
    """Steps of catch that were taken, and which of them are drawn for each adjustment."""

    def __init__(self, adjustments: int) -> None:
        self.recording = Recording(learning_of(CATCH, 1))
        self.recording.record(LIVED)
        self.network, self.start = self.recording.learning.network, self.recording.weights(LIVED)
        self.drawn = np.random.default_rng(1).integers(0, LIVED, (adjustments, MINIBATCH))

    def ours(self) -> Weights:
        """As `Recording` does it, with the targets of the start weights."""
        recording, network, weights = self.recording, self.network, self.start.copy()
        for drawn in self.drawn:
            before = recording.before[drawn].astype(PRECISION)
            after = recording.after[drawn].astype(PRECISION)
            should = targets(network, self.start, recording.rewards[drawn], after, recording.overs[drawn])
            change = network.adjustment(weights, before, recording.actions[drawn], should)
            change *= LEARNING_RATE
            weights += change
        return weights

    def plain(self) -> Weights:
        """The same in doubles, as short as it can be said: a column for thresholds, and one-hot errors."""
        recording, one = self.recording, np.ones((MINIBATCH, 1))
        first, second = (layer.astype(np.float64) for layer in self.network.layers(self.start))
        old_first, old_second = first.copy(), second.copy()
        for drawn in self.drawn:
            before, after = (
                np.concatenate([seen[drawn], one], axis=1) for seen in (recording.before, recording.after)
            )
            old_hidden = np.concatenate([np.clip(after @ old_first, 0, None), one], axis=1)
            best = np.max(old_hidden @ old_second, axis=1)
            should = recording.rewards[drawn] + DISCOUNT * np.where(recording.overs[drawn], 0, best)
            hidden = np.concatenate([np.clip(before @ first, 0, None), one], axis=1)
            taken = np.eye(second.shape[1])[recording.actions[drawn]]
            errors = taken * np.clip(should[:, None] - hidden @ second, -1, 1) / MINIBATCH
            hidden_errors = (errors @ second.T * (hidden > 0))[:, :-1]
            second = second + LEARNING_RATE * hidden.T @ errors
            first = first + LEARNING_RATE * before.T @ hidden_errors
        return np.concatenate([first.ravel(), second.ravel()]).astype(PRECISION)


def until_good(quick: bool) -> float:
    """Seconds until the last hundred games of catch are `GOOD`, each moment of it recorded."""
    recording = Recording(learning_of(CATCH, 1))
    recorded = 0.0
    while recording.recorded < recording.last:
        recorded += seconds(lambda: recording.record(500))
        points = points_of(recording, recording.recorded)
        if quick or (len(points) > 100 and latest_means(points, 100)[-1] >= GOOD):
            return recorded
    return float("inf")


def main(quick: bool) -> Iterator[Figure]:
    adjustments, repetitions = (20, 1) if quick else (1_000, 21)
    steps = Steps(adjustments)
    if not np.allclose(steps.ours(), steps.plain(), atol=1e-3):
        raise SystemExit("error: the two do not end on the same weights")
    what = "adjustments of deep Q-learning, to a plain loop in numpy"
    yield ratio(what, lambda: seconds(steps.ours), lambda: seconds(steps.plain), 1.0, repetitions)
    what = f"catch, until the last hundred games bring {GOOD} on average"
    yield at_most(what, until_good(quick), 10, "{:.1f} s")
