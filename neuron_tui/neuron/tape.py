"""Training as a tape: row 0 holds the start weights, and every iteration adds one row.

Nothing else of a training is kept. Whatever a screen shows is computed from (tape, iteration).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuron_tui.neuron.fast import fill
from neuron_tui.neuron.model import Model
from neuron_tui.neuron.neuron import Array, check_targets


class DivergenceError(ArithmeticError):
    """The weights stopped being finite numbers at `iteration`."""

    def __init__(self, iteration: int) -> None:
        super().__init__(
            f"the weights stopped being finite numbers at iteration {iteration:,}: lower the learning rate"
        )
        self.iteration = iteration


@dataclass(frozen=True, eq=False)
class Training:
    """All that decides a tape. The same training always gives the same tape, bit for bit.

    `inputs`: (examples, inputs) array of 0/1; `targets`: (examples,) array of 0/1. `start`: the weights that
    it begins with, one for each of the model's; where it is empty, they are drawn with the seed.
    Raises ValueError where the shapes do not fit each other.
    """

    model: Model
    inputs: Array
    targets: Array
    seed: int = 1
    iterations: int = 10_000
    learning_rate: float = 1.0
    start: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        check_targets(self.targets, np.empty(len(self.model.signals(self.inputs))))
        if self.start and len(self.start) != self.model.size:
            raise ValueError(f"start must have {self.model.size} weights, not {len(self.start)}")

    def start_weights(self) -> Array:
        """The weights before the first iteration, shape `(size,)`."""
        return np.array(self.start, dtype=np.float64) if self.start else self.model.start_weights(self.seed)


class Recording:
    """A tape that is being recorded, in slices as long as the caller likes.

    `tape` has shape `(iterations + 1, size)`; its rows up to and including `recorded` are written.
    To cancel, stop calling `record`.

    It goes on from `begin`, an array of shape `(rows, size)` with at least one row: the first rows of
    another tape, or weights that somebody chose. Without it, row 0 holds the training's start weights.
    Raises ValueError where `begin` has another shape, or more rows than the tape.
    """

    def __init__(self, training: Training, begin: Array | None = None) -> None:
        size = training.model.size
        if begin is None:
            begin = training.start_weights().reshape(1, size)
        if begin.ndim != 2 or begin.shape[1] != size or not 1 <= len(begin) <= training.iterations + 1:
            raise ValueError(
                f"a tape of {training.iterations + 1} rows cannot begin with shape {begin.shape}"
            )
        self.training = training
        self.tape: Array = np.empty((training.iterations + 1, size))
        self.tape[: len(begin)] = begin
        self.recorded = len(begin) - 1

    @property
    def last(self) -> int:
        """The last row of the tape."""
        return self.training.iterations

    @property
    def complete(self) -> bool:
        """Whether the last row is written."""
        return self.recorded == self.last

    def record(self, iterations: int) -> None:
        """Write up to `iterations` more rows; fewer where the tape ends first.

        Raises DivergenceError at the first row that is not finite; the rows before it stay readable.
        Raises ValueError for a negative number of iterations.
        """
        if iterations < 0:
            raise ValueError(f"a tape is only recorded forward, not by {iterations} iterations")
        first = self.recorded
        last = min(first + iterations, self.training.iterations)
        training, rows = self.training, self.tape[first : last + 1]
        fill(training.model, rows, training.inputs, training.targets, training.learning_rate)
        if not np.isfinite(self.tape[last]).all():  # what is infinite once never comes back
            finite = np.isfinite(rows).all(axis=1)
            self.recorded = first + int(finite.argmin()) - 1
            raise DivergenceError(self.recorded + 1)
        self.recorded = last


def train(training: Training) -> Array:
    """The whole tape, shape `(iterations + 1, size)`. Raises DivergenceError like `Recording.record`."""
    recording = Recording(training)
    recording.record(training.iterations)
    return recording.tape
