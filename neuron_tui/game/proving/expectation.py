"""How the neuron fares with a puzzle over ten starts: what a puzzle file's `expect` promises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from neuron_tui.game.replay.training import training_of
from neuron_tui.neuron.fast import adjusted
from neuron_tui.neuron.neuron import Array, on_right_side
from neuron_tui.puzzle.puzzle import Expectation, Puzzle

SEEDS = 10
"""The puzzle's own seed and the nine after it. Start weights of its own stand in the place of the seed."""
NEAR = 0.02
"""An output that is no further from a share than this has reached it."""
SLICE = 100
"""How many iterations of the ten starts are done in one go: a few milliseconds."""


@dataclass(frozen=True)
class SeedOutcome:
    """What one start led to: how many rows came out right, and of how many.

    Questions without a right answer are passed over. `wrong` are the rows that did not, by their index:
    examples first, then questions. `answers` are its outputs to all questions.
    """

    seed: int
    examples_right: int
    examples: int
    questions_right: int
    questions: int
    wrong: tuple[int, ...] = field(default=(), compare=False)
    answers: tuple[float, ...] = field(default=(), compare=False)

    @property
    def learned(self) -> bool:
        """Whether every example and every question came out right."""
        return self.examples_right == self.examples and self.questions_right == self.questions


def examples_right(puzzle: Puzzle, outputs: Array) -> NDArray[np.bool_]:
    """Which examples came out right, from outputs of shape `(..., examples)`; the same shape out.

    They are on their target's side of 0.5. In a noisy puzzle they are near the share of 1s that rows with
    the same inputs have.
    """
    if not puzzle.noisy:
        return on_right_side(outputs, puzzle.targets())
    shares = puzzle.shares()
    wanted = np.array([float(shares[example.inputs]) for example in puzzle.examples])
    return np.asarray(np.abs(outputs - wanted) <= NEAR)


def questions_right(puzzle: Puzzle, outputs: Array) -> NDArray[np.bool_]:
    """Which of the questions that have a right answer came out right, shape `(..., those questions)`.

    From outputs of shape `(..., questions)`. A share is to be near, other answers on the right side of 0.5.
    """
    answers = [(place, row.answer) for place, row in enumerate(puzzle.questions) if row.answer is not None]
    said = outputs[..., np.array([place for place, _ in answers], dtype=np.int64)]
    right = np.array([float(answer) for _, answer in answers])
    near = np.abs(said - right) <= NEAR
    return np.where((right > 0) & (right < 1), near, on_right_side(said, right))


def train_starts(puzzle: Puzzle, slices: int = SLICE) -> Iterator[Array]:
    """Train the ten starts side by side: their weights, shape `(SEEDS, size)`, after each slice.

    The last ones are those after all iterations. A caller that stops asking stops the training.
    """
    training = training_of(puzzle)
    drawn = [training.model.start_weights(training.seed + run) for run in range(1, SEEDS)]
    weights = np.stack([training.start_weights(), *drawn])
    for begun in range(0, training.iterations, slices):
        iterations = min(slices, training.iterations - begun)
        weights = adjusted(
            training.model, weights, training.inputs, training.targets, iterations, training.learning_rate
        )
        yield weights


def outcomes_of(puzzle: Puzzle, weights: Array) -> list[SeedOutcome]:
    """What each of the ten starts led to, from their trained weights, shape `(SEEDS, size)`.

    Weights that are no longer finite numbers have nothing right.
    """
    training = training_of(puzzle)
    with np.errstate(over="ignore", invalid="ignore"):
        right = examples_right(puzzle, training.model.think(weights, training.inputs))
        said = training.model.think(weights, puzzle.question_inputs())
        answered = questions_right(puzzle, said)
    finite = np.isfinite(weights).all(axis=1, keepdims=True)
    right, answered = right & finite, answered & finite
    asked = [place for place, row in enumerate(puzzle.questions) if row.answer is not None]
    rows = np.array([*range(len(puzzle.examples)), *(len(puzzle.examples) + place for place in asked)])
    return [
        SeedOutcome(
            training.seed + run,
            int(right[run].sum()),
            right.shape[1],
            int(answered[run].sum()),
            answered.shape[1],
            tuple(rows[~np.concatenate([right[run], answered[run]])].tolist()),
            tuple(said[run].tolist()),
        )
        for run in range(SEEDS)
    ]


def outcomes(puzzle: Puzzle) -> list[SeedOutcome]:
    """What each of the ten starts led to, all of them trained side by side."""
    *_, trained = train_starts(puzzle)
    return outcomes_of(puzzle, trained)


def expectation(seed_outcomes: Sequence[SeedOutcome]) -> Expectation:
    """The word for these outcomes: learned with all seeds, with none, or it depends on the seed."""
    learned = sum(outcome.learned for outcome in seed_outcomes)
    if learned == len(seed_outcomes):
        return "learns"
    return "depends" if learned else "fails"
