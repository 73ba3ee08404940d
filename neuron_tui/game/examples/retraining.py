"""The neuron's side: trained from scratch on the first example, on the first two, and so on."""

from __future__ import annotations

from dataclasses import replace

from neuron_tui.game.replay.training import training_of
from neuron_tui.neuron import DivergenceError, Recording
from neuron_tui.neuron.neuron import Array
from neuron_tui.puzzle.puzzle import Puzzle

MOST_ITERATIONS = 10_000
"""No training has more, whatever the file says: there is one for each example, and nobody likes to wait."""


class Retraining:
    """One training after the other, in slices as long as the caller likes.

    All begin with the same start weights, those of the puzzle. Only what each answers to the
    puzzle's first question at its end is kept.
    """

    def __init__(self, puzzle: Puzzle) -> None:
        self._puzzle = puzzle
        self._settings = replace(puzzle.neuron, iterations=min(puzzle.neuron.iterations, MOST_ITERATIONS))
        training = training_of(puzzle, self._settings)
        self._neuron = training.model
        self._question = puzzle.question_inputs()[:1]
        self._outputs: list[float] = []
        self._recording: Recording | None = None
        self._end(training.start_weights())

    def _end(self, weights: Array) -> None:
        """These are the weights at the end of a training."""
        self._outputs.append(float(self._neuron.think(weights, self._question)[0]))
        self._recording = None

    @property
    def iterations(self) -> int:
        """How many iterations each training has."""
        return self._settings.iterations

    @property
    def trained(self) -> int:
        """On how many examples the last complete training was."""
        return len(self._outputs) - 1

    def record(self, iterations: int) -> None:
        """Go on with the next training, by up to so many iterations; it ends with its last one.

        Weights that stop being finite end it before that; the last ones that were finite count.
        Does nothing once there was a training on all examples.
        """
        if self.trained == len(self._puzzle.examples):
            return
        if self._recording is None:
            so_far = replace(self._puzzle, examples=self._puzzle.examples[: self.trained + 1])
            self._recording = Recording(training_of(so_far, self._settings))
        recording = self._recording
        try:
            recording.record(iterations)
            done = recording.complete
        except DivergenceError:
            done = True
        if done:
            self._end(recording.tape[recording.recorded])

    def belief(self, examples: int) -> float:
        """What the neuron says to the question after so many examples; after none, with its start weights.

        Raises IndexError where it has not been trained on so many.
        """
        return self._outputs[examples]

    def beliefs(self, examples: int) -> tuple[float, ...]:
        """What it says after one example, two, and so on up to so many."""
        return tuple(self.belief(count) for count in range(1, examples + 1))
