"""Training with every iteration recorded on the tape, against the article's own loop, which keeps nothing."""

from __future__ import annotations

from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from benchmarks.comparison import compare
from neuron_tui.neuron import Neuron, Training, train

ITERATIONS = 10_000
REPETITIONS = 41
GOAL = 0.7

INPUTS = [[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]]
TARGETS = [0, 1, 1, 0]


def article_loop(inputs: NDArray[np.float64], targets: NDArray[np.float64]) -> NDArray[np.float64]:
    """The loop of the article's formulas, as short as they can be said. `targets` is a column."""
    generator = np.random.RandomState(1)
    weights = 2 * generator.random_sample((inputs.shape[1], 1)) - 1
    for _ in range(ITERATIONS):
        output = 1 / (1 + np.exp(-np.dot(inputs, weights)))
        weights += np.dot(inputs.T, (targets - output) * output * (1 - output))
    return weights


def main() -> None:
    inputs, targets = np.array(INPUTS, dtype=np.float64), np.array(TARGETS, dtype=np.float64)
    whole_inputs, whole_targets = np.array(INPUTS), np.array(TARGETS)  # the article writes whole numbers
    training = Training(Neuron(3), inputs, targets, iterations=ITERATIONS)
    column, whole_column = targets.reshape(-1, 1), whole_targets.reshape(-1, 1)
    if train(training)[-1].tobytes() != article_loop(inputs, column).tobytes():
        raise SystemExit("error: the two do not end on the same weights")

    def taped() -> float:
        started = perf_counter()
        train(training)
        return perf_counter() - started

    def plain() -> float:
        started = perf_counter()
        article_loop(inputs, column)
        return perf_counter() - started

    def plain_with_whole_numbers() -> float:
        started = perf_counter()
        article_loop(whole_inputs, whole_column)
        return perf_counter() - started

    name = f"{ITERATIONS:,} iterations on the article's puzzle"
    print(compare(taped, plain, REPETITIONS).describe(f"{name}, tables of floats", GOAL))
    written = compare(taped, plain_with_whole_numbers, REPETITIONS)
    print(written.describe(f"{name}, tables of whole numbers as the article writes them", GOAL))


if __name__ == "__main__":
    main()
