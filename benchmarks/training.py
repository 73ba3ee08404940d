"""Training with every iteration recorded on the tape, against loops in plain numpy, which keep nothing."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from benchmarks.figure import Figure, ratio, seconds
from neuron_tui.neuron import Network, Neuron, Training, train

Array = NDArray[np.float64]

ARTICLE = np.array([[0, 0, 1, 0], [1, 1, 1, 1], [1, 0, 1, 1], [0, 1, 1, 0]], dtype=np.float64)
TRASK = np.array([[0, 0, 1, 0], [0, 1, 1, 1], [1, 0, 1, 1], [1, 1, 1, 0]], dtype=np.float64)
"""The rows of their tables, the output last."""


def article_loop(inputs: Array, targets: Array, weights: Array, iterations: int) -> Array:
    """The loop of the article's formulas, as short as they can be said. Targets and weights are columns."""
    weights = weights.copy()
    for _ in range(iterations):
        output = 1 / (1 + np.exp(-np.dot(inputs, weights)))
        weights += np.dot(inputs.T, (targets - output) * output * (1 - output))
    return weights


def trask_loop(X: Array, y: Array, syn0: Array, syn1: Array, iterations: int) -> Array:  # noqa: N803
    """His loop, under his names (iamtrask, "A Neural Network in 11 lines of Python", 2015)."""
    syn0, syn1 = syn0.copy(), syn1.copy()
    for _ in range(iterations):
        l1 = 1 / (1 + np.exp(-(np.dot(X, syn0))))
        l2 = 1 / (1 + np.exp(-(np.dot(l1, syn1))))
        l2_delta = (y - l2) * (l2 * (1 - l2))
        l1_delta = l2_delta.dot(syn1.T) * (l1 * (1 - l1))
        syn1 += l1.T.dot(l2_delta)
        syn0 += X.T.dot(l1_delta)
    return np.concatenate([syn0.ravel(), syn1.ravel()])


def against_loop(
    what: str, rows: Array, hidden: int, goal: float, iterations: int, repetitions: int
) -> Figure:
    """The tape of a neuron, or of a network where `hidden` is not 0, against its loop."""
    inputs, targets = rows[:, :-1], rows[:, -1]
    model = Network(inputs.shape[1], hidden) if hidden else Neuron(inputs.shape[1])
    training = Training(model, inputs, targets, iterations=iterations)
    start, column = model.start_weights(training.seed), targets.reshape(-1, 1)

    def loop() -> Array:
        if isinstance(model, Neuron):
            return article_loop(inputs, column, start.reshape(-1, 1), iterations)
        layer_1, layer_2 = model.layers(start)
        return trask_loop(inputs, column, layer_1, layer_2.reshape(-1, 1), iterations)

    if not np.allclose(train(training)[-1], loop().ravel()):
        raise SystemExit(f"error: {what}: the two do not end on the same weights")
    return ratio(what, lambda: seconds(lambda: train(training)), lambda: seconds(loop), goal, repetitions)


def main(quick: bool) -> Iterator[Figure]:
    small, large = ((100, 2), (50, 1)) if quick else ((10_000, 41), (500, 21))
    pictures = np.random.default_rng(1).integers(0, 2, (256, 17)).astype(np.float64)
    yield against_loop("one neuron's tape, to the article's loop", ARTICLE, 0, 0.5, *small)
    yield against_loop("the tape of a network with 4 hidden neurons, to Trask's loop", TRASK, 4, 0.7, *small)
    yield against_loop("the same with 16 inputs, 16 hidden neurons and 256 rows", pictures, 16, 1.0, *large)
