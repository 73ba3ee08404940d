"""How many hidden neurons does a puzzle need? Many random starts for each number, all side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from neuron_tui.game.proving.expectation import examples_right, questions_right
from neuron_tui.game.replay.training import training_of
from neuron_tui.neuron import Training
from neuron_tui.neuron.fast import adjusted
from neuron_tui.neuron.neuron import Array
from neuron_tui.puzzle.puzzle import Puzzle

COUNTS = (0, 1, 2, 3, 4, 8)
"""The numbers of hidden neurons that are tried, besides the puzzle's own. 0 is one neuron alone."""
STARTS = 100
"""Random starts for each: the puzzle's own seed and those after it."""
SEEDS = 2**32
"""After the last of numpy's seeds comes the first."""


@dataclass(frozen=True)
class SuccessCount:
    """How many of the starts with one number of hidden neurons learned the puzzle.

    A start is `successful` where every example and every question comes out right, as the proof of a
    puzzle file counts them. `examples_only` of them have the examples right, but not the questions.
    """

    hidden: int
    successful: int
    examples_only: int
    starts: int


@dataclass
class Batch:
    """All starts with the same number of hidden neurons: a row of `weights` each, after `done` iterations."""

    training: Training
    weights: Array
    done: int = 0


class HowMany:
    """The trainings of all batches, advanced in slices; to cancel, stop calling `advance`."""

    def __init__(self, puzzle: Puzzle, starts: int = STARTS, first: int | None = None) -> None:
        self.puzzle, self.starts = puzzle, starts
        self.first = puzzle.neuron.seed if first is None else first
        self.iterations = puzzle.neuron.iterations
        self.counts = tuple(sorted({*COUNTS, puzzle.neuron.hidden}))
        seeds = [(self.first + place) % SEEDS for place in range(starts)]
        self._batches = []
        for hidden in self.counts:
            training = training_of(puzzle, replace(puzzle.neuron, hidden=hidden, start=()))
            start_weights = np.stack([training.model.start_weights(seed) for seed in seeds])
            self._batches.append(Batch(training, start_weights))

    @property
    def batches(self) -> int:
        """How many batches there are: as many calls of `advance` move each of them on."""
        return len(self._batches)

    @property
    def iteration(self) -> int:
        """The iteration that every batch has reached."""
        return min(batch.done for batch in self._batches)

    @property
    def complete(self) -> bool:
        """Whether all have learned to the end."""
        return self.iteration >= self.iterations

    def advance(self, iteration: int) -> None:
        """Train the batch that is furthest behind up to this iteration, if it is not there yet."""
        batch = min(self._batches, key=lambda batch: batch.done)
        training, goal = batch.training, min(iteration, self.iterations)
        if goal <= batch.done:
            return
        batch.weights = adjusted(
            training.model,
            batch.weights,
            training.inputs,
            training.targets,
            goal - batch.done,
            training.learning_rate,
        )
        batch.done = goal

    def success_counts(self) -> tuple[SuccessCount, ...]:
        """The counts of all batches now, from the fewest hidden neurons to the most."""
        return tuple(self._success_count(*pair) for pair in zip(self.counts, self._batches, strict=True))

    def _success_count(self, hidden: int, batch: Batch) -> SuccessCount:
        """Weights that stopped being finite numbers have nothing right."""
        puzzle, model = self.puzzle, batch.training.model
        with np.errstate(over="ignore", invalid="ignore"):
            examples = examples_right(puzzle, model.think(batch.weights, batch.training.inputs)).all(axis=1)
            asked = questions_right(puzzle, model.think(batch.weights, puzzle.question_inputs())).all(axis=1)
        examples &= np.isfinite(batch.weights).all(axis=1)
        successful = int((examples & asked).sum())
        return SuccessCount(hidden, successful, int(examples.sum()) - successful, self.starts)
