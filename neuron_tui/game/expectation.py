"""How the neuron fares with a puzzle over ten random starts: what a puzzle file's `expect` promises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from neuron_tui.game.training import training_of
from neuron_tui.neuron import train
from neuron_tui.neuron.neuron import Array
from neuron_tui.puzzle.puzzle import Expectation, Puzzle

SEEDS = 10
"""The puzzle's own seed and the nine after it."""


@dataclass(frozen=True)
class SeedOutcome:
    """What one random start led to: how many rows ended on the right side of 0.5, and of how many."""

    seed: int
    examples_right: int
    examples: int
    questions_right: int
    questions: int

    @property
    def learned(self) -> bool:
        """Whether every example and every question ended on the right side."""
        return self.examples_right == self.examples and self.questions_right == self.questions


def on_right_side(outputs: Array, targets: Array) -> NDArray[np.bool_]:
    """Which outputs are on their target's side of 0.5; exactly 0.5 is neither. Any shape, same shape out."""
    return np.where(targets == 1, outputs > 0.5, outputs < 0.5)


def outcomes(puzzle: Puzzle) -> Iterator[SeedOutcome]:
    """Train the puzzle once per seed, each as the game itself would. To cancel, stop asking for the next.

    Raises DivergenceError like `neuron.train`.
    """
    answers = np.array([question.answer for question in puzzle.questions])
    for seed in range(puzzle.neuron.seed, puzzle.neuron.seed + SEEDS):
        training = training_of(puzzle, replace(puzzle.neuron, seed=seed))
        weights = train(training)[-1]
        right = on_right_side(training.model.think(weights, training.inputs), training.targets)
        answered = on_right_side(training.model.think(weights, puzzle.question_inputs()), answers)
        yield SeedOutcome(seed, int(right.sum()), right.size, int(answered.sum()), answered.size)


def expectation(seed_outcomes: Sequence[SeedOutcome]) -> Expectation:
    """The word for these outcomes: learned with all seeds, with none, or it depends on the seed."""
    learned = sum(outcome.learned for outcome in seed_outcomes)
    if learned == len(seed_outcomes):
        return "learns"
    return "depends" if learned else "fails"
