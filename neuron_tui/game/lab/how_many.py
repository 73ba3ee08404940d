"""How many hidden neurons does a puzzle need? Many random starts for each number, all side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from neuron_tui.game.proving.expectation import examples_right, questions_right
from neuron_tui.game.replay.training import training_of
from neuron_tui.neuron import Training
from neuron_tui.neuron.neuron import Array
from neuron_tui.puzzle.puzzle import Puzzle

COUNTS = (0, 1, 2, 3, 4, 8)
"""So many hidden neurons are tried, beside the puzzle's own number. 0 is one neuron alone."""
STARTS = 100
"""So many random starts for each: the puzzle's own seed and those after it."""
SEEDS = 2**32
"""After the last of numpy's seeds comes the first."""


@dataclass(frozen=True)
class Luck:
    """How the starts with so many hidden neurons stand.

    A start is `lucky` where every example and every question comes out right, as the proof of a puzzle file
    counts them. `examples_only` of them have the examples right, but not the questions.
    """

    hidden: int
    lucky: int
    examples_only: int
    starts: int


@dataclass
class Crew:
    """All starts with the same number of hidden neurons: a row of `weights` each, after `done` iterations."""

    training: Training
    weights: Array
    done: int = 0


class HowMany:
    """The trainings of all crews, which go on in slices; whoever wants to stop stops asking."""

    def __init__(self, puzzle: Puzzle, starts: int = STARTS, first: int | None = None) -> None:
        self.puzzle, self.starts = puzzle, starts
        self.first = puzzle.neuron.seed if first is None else first
        self.iterations = puzzle.neuron.iterations
        self.counts = tuple(sorted({*COUNTS, puzzle.neuron.hidden}))
        self._crews = [self._crew(hidden) for hidden in self.counts]

    def _crew(self, hidden: int) -> Crew:
        training = training_of(self.puzzle, replace(self.puzzle.neuron, hidden=hidden))
        seeds = [(self.first + place) % SEEDS for place in range(self.starts)]
        return Crew(training, np.stack([training.model.start_weights(seed) for seed in seeds]))

    @property
    def crews(self) -> int:
        """How many crews there are: so many slices bring each of them on."""
        return len(self._crews)

    @property
    def iteration(self) -> int:
        """The iteration that every crew has reached."""
        return min(crew.done for crew in self._crews)

    @property
    def complete(self) -> bool:
        """Whether all have learned to the end."""
        return self.iteration >= self.iterations

    def advance(self, iteration: int) -> None:
        """Bring the crew that is furthest behind to this iteration, if it is not there yet."""
        crew = min(self._crews, key=lambda crew: crew.done)
        training, goal = crew.training, min(iteration, self.iterations)
        if goal <= crew.done:
            return
        with np.errstate(over="ignore", invalid="ignore"):
            crew.weights = training.model.adjusted(
                crew.weights, training.inputs, training.targets, goal - crew.done, training.learning_rate
            )
        crew.done = goal

    def luck(self) -> tuple[Luck, ...]:
        """How all crews stand now, from the fewest hidden neurons to the most."""
        return tuple(self._luck(*pair) for pair in zip(self.counts, self._crews, strict=True))

    def _luck(self, hidden: int, crew: Crew) -> Luck:
        """Weights that stopped being finite numbers have nothing right."""
        puzzle, model = self.puzzle, crew.training.model
        with np.errstate(over="ignore", invalid="ignore"):
            examples = examples_right(puzzle, model.think(crew.weights, crew.training.inputs)).all(axis=1)
            asked = questions_right(puzzle, model.think(crew.weights, puzzle.question_inputs())).all(axis=1)
        examples &= np.isfinite(crew.weights).all(axis=1)
        lucky = int((examples & asked).sum())
        return Luck(hidden, lucky, int(examples.sum()) - lucky, self.starts)
