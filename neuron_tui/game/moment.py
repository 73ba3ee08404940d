"""One iteration of a training, as the lines of its loop carry it out: think, error, adjust."""

from __future__ import annotations

from dataclasses import dataclass

from neuron_tui.game.replay import Replay
from neuron_tui.neuron.neuron import Array


@dataclass(frozen=True, eq=False)
class Moment:
    """What the loop's names stand for at one iteration.

    `inputs` (examples, inputs) and `targets`, `outputs`, `errors` (examples,): the examples that are learned
    from at that iteration. `weights`, `adjustment` and `new_weights` (size,): before, what is added, after.
    """

    inputs: Array
    targets: Array
    weights: Array
    outputs: Array
    errors: Array
    adjustment: Array
    new_weights: Array


def moment_at(replay: Replay, iteration: int) -> Moment:
    """The moment at an iteration. After the last one, `new_weights` are those that would come next."""
    training = replay.training_at(iteration)
    neuron, recording = training.neuron, replay.recording
    weights = replay.weights(iteration)
    known = iteration < recording.recorded
    adjustment = training.learning_rate * neuron.adjustment(weights, training.inputs, training.targets)
    outputs = neuron.think(weights, training.inputs)
    return Moment(
        inputs=training.inputs,
        targets=training.targets,
        weights=weights,
        outputs=outputs,
        errors=training.targets - outputs,
        adjustment=adjustment,
        new_weights=recording.tape[iteration + 1] if known else weights + adjustment,
    )
