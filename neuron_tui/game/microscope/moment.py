"""One iteration of a training, number by number: from the weights at it to the weights after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from neuron_tui.game.microscope.one_neuron import Part
from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron import Network
from neuron_tui.neuron.neuron import Array, sigmoid


@dataclass(frozen=True, eq=False)
class Moment:
    """The numbers of one iteration.

    `inputs` (examples, inputs): 0/1. `signals` (examples, weights): what meets the weights, 0/1 or between
    them where hidden neurons are heard. `weights`, `totals`,
    `adjustment`, `new_weights`: (weights,), of all layers; the others: (examples,). The total of a weight is
    what one iteration at learning rate 1 would add to it.

    `gaps`: how far each output is from 0 or 1, whichever is nearer. Close to 1 a float has few digits of
    that; errors, gradients and all that follows from them are worked out from it, with all digits.

    `signal_gaps`: the same for each signal that is a hidden neuron's answer, and 0 for those that are inputs.

    Of a hidden neuron `onward` is the last neuron's moment, and `way` the weight by which that one hears it:
    its errors are the deltas from there, handed back along this way.

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
    tails: Array
    errors: Array
    gradients: Array
    deltas: Array
    totals: Array
    adjustment: Array
    new_weights: Array
    signal_tails: Array
    downstream: Moment | None = None
    outgoing_weight: float = 0.0

    @property
    def examples(self) -> int:
        """How many rows the table has."""
        return len(self.targets)


def moment_at(replay: Replay, iteration: int) -> Moment:
    """The moment at an iteration. A neuron that is certain as far as a float can tell has no gap at all."""
    training, neuron = replay.training_at(iteration), replay.model
    inputs, targets, weights = training.inputs, training.targets, replay.weights(iteration)
    signals, sums = neuron.signals(inputs), neuron.weighted_sums(weights, inputs)
    outputs = neuron.think(weights, inputs)
    tails = _tail_of(sums, outputs)
    errors = _errors(sums, tails, targets)
    gradients = tails * (1 - tails)
    deltas = _normal(errors * gradients)
    # of a network the totals are more than a sum over inputs: its hidden layer's errors are handed back
    totals = neuron.adjustment(weights, inputs, targets) if replay.is_network else deltas @ signals
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
        tails=tails,
        errors=errors,
        gradients=gradients,
        deltas=deltas,
        totals=totals,
        adjustment=_normal(training.learning_rate * totals),
        new_weights=_after(replay, iteration, weights),
        signal_tails=np.zeros_like(signals),
    )


def moment_of(part: Part, iteration: int) -> Moment:
    """The moment of one neuron. The moments of all neurons of a network come from the same forward pass.

    What is switched off is on here: the tape was recorded with all of it.
    """
    replay, network = part.replay, part.replay.model
    if not isinstance(network, Network):
        return moment_at(replay, iteration)
    inputs, weights = replay.training_at(iteration).inputs, replay.recording.tape[iteration]
    signals = network.signals(inputs)
    with np.errstate(over="ignore", invalid="ignore"):
        sums = signals @ network.layers(weights)[0]
    answers = sigmoid(sums)
    always = np.ones((len(inputs), int(network.threshold)))
    activations, tails = np.hstack([answers, always]), np.hstack([_tail_of(sums, answers), 0 * always])
    last = _moment(Part(replay), iteration, activations, tails, None)
    return _moment(part, iteration, signals, np.zeros_like(signals), last) if part.hidden else last


def _moment(
    part: Part, iteration: int, signals: Array, signal_tails: Array, downstream: Moment | None
) -> Moment:
    """The moment of a neuron that hears these signals; of a hidden one with that of the last one."""
    replay = part.replay
    training, weights = replay.training_at(iteration), replay.recording.tape[iteration]
    own, outgoing_weight = part.weights(weights), float(part.outgoing_weight(weights))
    with np.errstate(over="ignore", invalid="ignore"):
        sums = signals @ own
    outputs = sigmoid(sums)
    tails = _tail_of(sums, outputs)
    errors = (
        _errors(sums, tails, training.targets)
        if downstream is None
        else _normal(downstream.deltas * outgoing_weight)
    )
    gradients = tails * (1 - tails)
    deltas = _normal(errors * gradients)
    totals = deltas @ signals
    return Moment(
        iteration=iteration,
        step=replay.step,
        last=iteration == replay.iterations,
        names=part.names,
        threshold=replay.model.threshold,
        rate=training.learning_rate,
        inputs=training.inputs,
        signals=signals,
        targets=training.targets,
        weights=own,
        sums=sums,
        outputs=outputs,
        tails=tails,
        errors=errors,
        gradients=gradients,
        deltas=deltas,
        totals=totals,
        adjustment=_normal(training.learning_rate * totals),
        new_weights=part.weights(_after(replay, iteration, weights)),
        signal_tails=signal_tails,
        downstream=downstream,
        outgoing_weight=outgoing_weight,
    )


def _after(replay: Replay, iteration: int, weights: Array) -> Array:
    """The weights of all neurons after an iteration: the tape's, or those that would come next."""
    training, recording = replay.training_at(iteration), replay.recording
    if iteration < recording.recorded and replay.step == "iteration":
        return np.asarray(recording.tape[iteration + 1])
    step = training.learning_rate * replay.model.adjustment(weights, training.inputs, training.targets)
    return weights + step


def _tail_of(sums: Array, outputs: Array) -> Array:
    """How far outputs are from 0 or 1; nothing where a float is as good as there."""
    return np.where((outputs > 0) & (outputs < 1), _tails(sums), 0.0)


def _errors(sums: Array, tails: Array, targets: Array) -> Array:
    """What the outputs should be minus what they are, with all digits of the gaps."""
    right = (sums > 0) == (targets > 0.5)
    return np.where(right, tails, 1 - tails) * np.where(targets > 0.5, 1, -1)


def _tails(sums: Array) -> Array:
    """The smaller of output and 1 - output, for each sum: `1 / (1 + exp(|z|))`, in all its digits."""
    with np.errstate(over="ignore"):
        return np.asarray(1 / (1 + np.exp(np.abs(sums))))


def _normal(values: Array) -> Array:
    """Below 2e-308 a float loses its digits; what is smaller is nothing."""
    return np.where(np.abs(values) < np.finfo(np.float64).tiny, 0.0, values)
