"""How many of the ten random starts learn a puzzle, all ten trained side by side."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from neuron_tui.game.proving.expectation import SEEDS, questions_right
from neuron_tui.game.replay.training import training_of
from neuron_tui.puzzle.puzzle import Puzzle

SLICE = 100
"""So many iterations are done in one go: a few milliseconds."""


def seeds_right(puzzle: Puzzle) -> Iterator[int | None]:
    """Train: None after every slice, and at last how many starts came out right. To cancel, stop asking.

    A start is right where all questions came out right, as `questions_right` says. The weights of the
    puzzle's own seed and the nine after it are the rows of one array, `(SEEDS, size)`: every row is adjusted
    as `adjustment` says. Weights that stop being finite numbers are not right.
    """
    training = training_of(puzzle)
    model = training.model
    weights = np.stack([model.start_weights(training.seed + number) for number in range(SEEDS)])
    for begun in range(0, training.iterations, SLICE):
        iterations = min(SLICE, training.iterations - begun)
        weights = model.adjusted(
            weights, training.inputs, training.targets, iterations, training.learning_rate
        )
        if begun + SLICE <= training.iterations:
            yield None
    with np.errstate(invalid="ignore"):
        outputs = model.think(weights, puzzle.question_inputs())
    yield int(questions_right(puzzle, outputs).all(axis=1).sum())
