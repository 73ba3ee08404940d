"""One iteration of one neuron, number by number: from its weights to its weights after it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from neuron_tui.game.microscope.one_neuron import OneNeuron
from neuron_tui.neuron.neuron import Array, gradient, sigmoid

NOISE = 1e-12
"""A sum that is smaller than this share of its largest term is nothing but the rounding of floats."""


@dataclass(frozen=True, eq=False)
class IterationNumbers:
    """The numbers of one iteration of one neuron.

    `signals` and `terms` (examples, weights): what meets the weights, and each example's part of a total.
    `weights`, `totals`, `adjustment`, `new_weights`: (weights,); the others: (examples,). The total of a
    weight is what one iteration at learning rate 1 would add to it.

    `tails`: `min(y, 1 - y)` of each output, without cancellation. Close to 1 a float has few digits of it;
    errors, gradients and all that follows are computed from it.

    `last`: the tape ends here, and the new weights are those that would come next; so it is with all new
    weights of a player's hand.

    `downstream` are the output neuron's numbers where this is a hidden one: its errors are the deltas from
    there, propagated back through `outgoing_weight`.
    """

    iteration: int
    last: bool
    rate: float
    targets: Array
    signals: Array
    weights: Array
    sums: Array
    tails: Array
    outputs: Array
    errors: Array
    gradients: Array
    deltas: Array
    terms: Array
    totals: Array
    adjustment: Array
    new_weights: Array
    outgoing_weight: float
    downstream: IterationNumbers | None

    @property
    def examples(self) -> int:
        """How many rows the table has."""
        return len(self.targets)


def numbers_at(neuron: OneNeuron, iteration: int) -> IterationNumbers:
    """The numbers of a neuron at an iteration. Those of all neurons of a network are from one forward pass.

    What is switched off is on here: the tape was recorded with all of it.
    """
    replay = neuron.replay
    training, weights = replay.training_at(iteration), replay.recording.tape[iteration]
    downstream = numbers_at(neuron.last, iteration) if neuron.hidden else None
    own, outgoing = neuron.weights(weights), float(neuron.outgoing_weight(weights))
    signals = neuron.signals(weights, training.inputs)
    with np.errstate(over="ignore", invalid="ignore"):
        sums = signals @ own
    outputs = sigmoid(sums)
    tails = _tails(sums, outputs)
    errors = _errors(sums, tails, training.targets) if downstream is None else downstream.deltas * outgoing
    gradients = gradient(tails)
    deltas = _normal(errors * gradients if neuron.steep else errors)
    terms = _normal(signals * deltas[:, None])
    totals = _totals(terms)
    adjustment = _normal(training.learning_rate * totals)
    recorded = iteration < replay.recording.recorded and replay.step == "iteration"
    return IterationNumbers(
        iteration=iteration,
        last=iteration == replay.iterations,
        rate=training.learning_rate,
        targets=training.targets,
        signals=signals,
        weights=own,
        sums=sums,
        tails=tails,
        outputs=outputs,
        errors=_normal(errors),
        gradients=gradients,
        deltas=deltas,
        terms=terms,
        totals=totals,
        adjustment=adjustment,
        new_weights=neuron.weights(replay.recording.tape[iteration + 1]) if recorded else own + adjustment,
        outgoing_weight=outgoing,
        downstream=downstream,
    )


def _tails(sums: Array, outputs: Array) -> Array:
    """`min(y, 1 - y)` of the outputs: `1 / (1 + exp(|z|))`; 0 where a float says that it is there."""
    with np.errstate(over="ignore"):
        return np.where((outputs > 0) & (outputs < 1), 1 / (1 + np.exp(np.abs(sums))), 0.0)


def _errors(sums: Array, tails: Array, targets: Array) -> Array:
    """`target - output`, with all digits of the tails."""
    right = (sums > 0) == (targets > 0.5)
    return np.where(right, tails, 1 - tails) * np.where(targets > 0.5, 1, -1)


def _totals(terms: Array) -> Array:
    """The sum of each column, 0 where the terms cancel as far as a float can tell."""
    totals = np.array([math.fsum(column) for column in terms.T.tolist()])
    return np.where(np.abs(totals) < NOISE * np.abs(terms).max(axis=0), 0.0, totals)


def _normal(values: Array) -> Array:
    """Below 2e-308 a float loses its digits; what is smaller is nothing."""
    return np.where(np.abs(values) < np.finfo(np.float64).tiny, 0.0, values)
