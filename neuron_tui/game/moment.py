"""One iteration of a training, number by number: from the weights at it to the weights after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from neuron_tui.game.replay import Replay
from neuron_tui.neuron.neuron import Array


@dataclass(frozen=True, eq=False)
class Moment:
    """The numbers of one iteration.

    `inputs` (examples, inputs) and `signals` (examples, weights): arrays of 0/1. `weights`, `totals`,
    `adjustment`, `new_weights`: (weights,), of all layers; the others: (examples,). The total of a weight is
    what one iteration at learning rate 1 would add to it.

    `gaps`: how far each output is from 0 or 1, whichever is nearer. Close to 1 a float has few digits of
    that; errors, gradients and all that follows from them are worked out from it, with all digits.

    `last`: the tape ends here, and the new weights are those that would come next. Where a hand turns the
    weights (`step` is "turn"), they are those that the neuron would choose.
    """

    iteration: int
    step: Literal["iteration", "turn"]
    last: bool
    names: tuple[str, ...]
    threshold: bool
    rate: float
    inputs: Array
    signals: Array
    targets: Array
    weights: Array
    sums: Array
    outputs: Array
    gaps: Array
    errors: Array
    gradients: Array
    deltas: Array
    totals: Array
    adjustment: Array
    new_weights: Array

    @property
    def examples(self) -> int:
        """How many rows the table has."""
        return len(self.targets)


def moment_at(replay: Replay, iteration: int) -> Moment:
    """The moment at an iteration. A neuron that is certain as far as a float can tell has no gap at all."""
    training, neuron, recording = replay.training_at(iteration), replay.model, replay.recording
    inputs, targets, weights = training.inputs, training.targets, replay.weights(iteration)
    signals, sums = neuron.signals(inputs), neuron.weighted_sums(weights, inputs)
    outputs = neuron.think(weights, inputs)
    gaps = np.where((outputs > 0) & (outputs < 1), _tails(sums), 0.0)
    right = (sums > 0) == (targets > 0.5)
    errors = np.where(right, gaps, 1 - gaps) * np.where(targets > 0.5, 1, -1)
    gradients = gaps * (1 - gaps)
    deltas = _normal(errors * gradients)
    # of a network the totals are more than a sum over inputs: its hidden layer's errors are handed back
    totals = neuron.adjustment(weights, inputs, targets) if replay.hooked else deltas @ signals
    known = iteration < recording.recorded and replay.step == "iteration"
    step = training.learning_rate * neuron.adjustment(weights, inputs, targets)
    return Moment(
        iteration=iteration,
        step=replay.step,
        last=iteration == replay.iterations,
        names=replay.weight_names,
        threshold=neuron.threshold,
        rate=training.learning_rate,
        inputs=inputs,
        signals=signals,
        targets=targets,
        weights=weights,
        sums=sums,
        outputs=outputs,
        gaps=gaps,
        errors=errors,
        gradients=gradients,
        deltas=deltas,
        totals=totals,
        adjustment=_normal(training.learning_rate * totals),
        new_weights=recording.tape[iteration + 1] if known else weights + step,
    )


def _tails(sums: Array) -> Array:
    """The smaller of output and 1 - output, for each sum: `1 / (1 + exp(|z|))`, in all its digits."""
    with np.errstate(over="ignore"):
        return np.asarray(1 / (1 + np.exp(np.abs(sums))))


def _normal(values: Array) -> Array:
    """Below 2e-308 a float loses its digits; what is smaller is nothing."""
    return np.where(np.abs(values) < np.finfo(np.float64).tiny, 0.0, values)
