"""A training as it looks at any iteration: everything here is computed from (tape, iteration)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from neuron_tui.game.replay.training import output_input_names, weight_names
from neuron_tui.neuron import Model, Network, Recording, Training
from neuron_tui.puzzle.puzzle import Puzzle

Array = NDArray[np.float64]

SAMPLES = 400
"""Rows of a tape that are looked at to see how large its numbers become."""


class Replay:
    """The neuron of one puzzle, at whatever iteration is asked for.

    Rows are the puzzle's examples and then its questions, numbered from 0.

    A training that branched off another at iteration `since` has that one as its `earlier` replay: the
    tape's rows up to `since` came from there, and so did the adjustments before it.

    Hidden neurons can be switched off, to see what they are for: in this run and in all those that have a
    branch in common with it. Everything here is then said of the network without them, except what the
    training did: `adjustment`, `weights_after` and `as_trained`.

    `step` is what leads from one row of the tape to the next: an iteration, or a turn of a player's hand.
    """

    def __init__(
        self,
        puzzle: Puzzle,
        recording: Recording,
        *,
        earlier: Replay | None = None,
        since: int = 0,
        step: Literal["iteration", "turn"] = "iteration",
    ) -> None:
        self.puzzle = puzzle
        self.recording = recording
        self.earlier = earlier
        self.since = since
        self.step = step
        self.rows: Array = np.vstack([puzzle.example_inputs(), puzzle.question_inputs()])
        self.model: Model = recording.training.model
        self._off: set[int] = set() if earlier is None else earlier._off
        self._reach: tuple[int, float, float] = (-1, 0.0, 0.0)

    @property
    def iterations(self) -> int:
        """How many iterations the whole training has."""
        return self.recording.training.iterations

    def training_at(self, iteration: int) -> Training:
        """The training whose adjustment leads on from an iteration: before a branch, the run's it left."""
        return self._in_force(iteration).recording.training

    def puzzle_at(self, iteration: int) -> Puzzle:
        """The puzzle that the neuron learns from at an iteration."""
        return self._in_force(iteration).puzzle

    def _in_force(self, iteration: int) -> Replay:
        if self.earlier is not None and iteration < self.since:
            return self.earlier._in_force(iteration)
        return self

    def lineage(self) -> Iterator[Replay]:
        """The run itself, and the ones that it branched off from."""
        yield self
        if self.earlier is not None:
            yield from self.earlier.lineage()

    @property
    def weight_names(self) -> tuple[str, ...]:
        """A name per weight, as `weight_names` gives them."""
        return weight_names(self.puzzle, self.model)

    @property
    def output_input_names(self) -> tuple[str, ...]:
        """The names of the output neuron's inputs, as `weight_names.output_input_names` gives them."""
        return output_input_names(self.puzzle, self.model)

    @property
    def is_network(self) -> bool:
        """Whether the model has a hidden layer."""
        return isinstance(self.model, Network)

    def output_inputs(self, iteration: int, row: int) -> Array:
        """The activations that reach the output neuron in a row, shape `(signals,)`, each from 0 to 1."""
        inputs = self.rows[row : row + 1]
        if isinstance(self.model, Network):
            hidden = self.model.hidden_outputs(self.weights(iteration), inputs)
            return np.asarray(self.model.output_signals(hidden)[0])
        return np.asarray(self.model.signals(inputs)[0])

    def output_weights(self, iteration: int) -> Array:
        """The output neuron's weights, shape `(signals,)`, in the order of `output_input_names`."""
        weights = self.weights(iteration)
        return self.model.layers(weights)[1] if isinstance(self.model, Network) else weights

    @property
    def off(self) -> frozenset[int]:
        """The hidden neurons (from 0) that are switched off, to see what they are for."""
        return frozenset(self._off)

    @property
    def off_in_words(self) -> str:
        """Which hidden neurons are switched off: without hidden 1; empty where all are on."""
        names = [f"{hidden + 1}" for hidden in sorted(self._off)]
        return f"without hidden {' and '.join(names)}" if names else ""

    def switch(self, off: frozenset[int]) -> None:
        """Switch off just these hidden neurons. The tape stays as it is; only what is seen of it changes."""
        self._off.clear()
        self._off.update(off)

    @property
    def as_trained(self) -> Replay:
        """The same run with every hidden neuron on."""
        if not self._off:
            return self
        earlier = None if self.earlier is None else self.earlier.as_trained
        return Replay(self.puzzle, self.recording, earlier=earlier, since=self.since, step=self.step)

    def weights(self, iterations: int | slice | NDArray[np.int64]) -> Array:
        """The weights at an iteration, shape `(size,)`, or at several of them, `(iterations, size)`."""
        weights: Array = self.recording.tape[iterations]
        if isinstance(self.model, Network):
            for hidden in self._off:
                weights = self.model.without(weights, hidden)
        return weights

    def sums(self, iteration: int) -> Array:
        """The weighted sum of every row, shape `(rows,)`."""
        return self.model.weighted_sums(self.weights(iteration), self.rows)

    def outputs(self, iteration: int) -> Array:
        """The output for every row, shape `(rows,)`."""
        return self.model.think(self.weights(iteration), self.rows)

    def answers(self, iteration: int, rows: Sequence[tuple[int, ...]]) -> Array:
        """The output for any rows of inputs, in the puzzle or not, shape `(rows,)`."""
        inputs = np.array(rows, dtype=np.float64).reshape(len(rows), self.model.inputs)
        return self.model.think(self.weights(iteration), inputs)

    def mean_error(self, iterations: Array | NDArray[np.int64]) -> Array:
        """The mean error over the examples at each of these iterations, shape `(iterations,)`.

        The examples are those of the training that was in force at the iteration.
        """
        training = self.recording.training
        at = np.asarray(iterations, dtype=np.int64)
        errors = self.model.mean_error(self.weights(at), training.inputs, training.targets)
        if self.earlier is None:
            return errors
        return np.where(at < self.since, self.earlier.mean_error(np.minimum(at, self.since)), errors)

    def error(self, iteration: int) -> float:
        """The mean error over the examples at one iteration."""
        return float(self.mean_error(np.array([iteration]))[0])

    def adjustment(self, iteration: int) -> Array:
        """What the neuron's adjustment at an iteration adds to its weights, shape `(size,)`."""
        training, weights = self.training_at(iteration), self.recording.tape[iteration]
        change = self.model.adjustment(weights, training.inputs, training.targets)
        return training.learning_rate * change

    def weights_after(self, iteration: int) -> Array:
        """The weights after an iteration: the tape's, or at its end those that would come next.

        After a turn of a player's hand they are those that the neuron would choose.
        """
        if iteration < self.recording.recorded and self.step == "iteration":
            return np.asarray(self.recording.tape[iteration + 1])
        return np.asarray(self.recording.tape[iteration] + self.adjustment(iteration))

    def sampled_tape(self) -> Array:
        """Some rows of the recorded tape, evenly spread, shape `(samples, size)`."""
        samples = np.linspace(0, self.recording.recorded, SAMPLES).astype(np.int64)
        return np.asarray(self.recording.tape[np.unique(samples)])

    def reach(self) -> tuple[float, float]:
        """The largest weight and the largest weighted sum of any row, in size, over all that is recorded.

        Pictures take their scales from it, so that nothing on them jumps while it moves.
        """
        recorded = self.recording.recorded
        if self._reach[0] != recorded:
            weights = self.sampled_tape()
            sums = self.model.weighted_sums(weights, self.rows)
            self._reach = recorded, float(np.abs(weights).max()), float(np.abs(sums).max())
        return self._reach[1:]


def place_of_row(rows: Array, row: Array) -> int | None:
    """The first of the rows, shape `(rows, inputs)`, that has the same inputs as this one."""
    same = (rows == row).all(axis=1)
    return int(same.argmax()) if same.any() else None
