"""What the game says about a training: what its weights do, and how far it is."""

from __future__ import annotations

import math

from neuron_tui.game.explain.hidden import hidden_says
from neuron_tui.game.explain.numbers import probability, side
from neuron_tui.game.explain.result import answer_in_words
from neuron_tui.game.proving.expectation import NEAR
from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron import Training
from neuron_tui.neuron.neuron import Array
from neuron_tui.puzzle.text import plural

STILL_RANDOM = "Its weights are still random."
TINY = 0.05
"""Weights that are all smaller than this do next to nothing."""
FLAT = 0.05
"""Where the S-curve's slope is smaller than this, it is called flat."""


def weight_meanings(replay: Replay, iteration: int) -> list[str]:
    """What each weight does to the answer, a line each: left: strongly for 1."""
    weights = replay.output_weights(iteration)
    return [
        f"{name}: {'switched off' if place in replay.off else pull(float(weight))}"
        for place, (name, weight) in enumerate(zip(input_meanings(replay, iteration), weights, strict=True))
    ]


def input_meanings(replay: Replay, iteration: int) -> list[str]:
    """The names of the output neuron's inputs; of a hidden neuron also what it says, in words."""
    says = hidden_says(replay, iteration)
    return [
        *map(" says ".join, zip(replay.output_input_names, says, strict=False)),
        *replay.output_input_names[len(says) :],
    ]


def strength(weight: float) -> str | None:
    """How hard a weight pulls: how far it alone takes an output of 0.5; None where it hardly matters.

    In words: "strongly" beyond 0.99 or 0.01, "a little" short of 0.9 or 0.1, and an empty text between the
    two; up to 0.6 or down to 0.4 it hardly matters.
    """
    output = 1 / (1 + math.exp(-abs(weight)))
    if output < 0.6:
        return None
    return "strongly" if output >= 0.99 else "a little" if output < 0.9 else ""


def pull(weight: float, form: str = "{hard} for {answer}") -> str:
    """Which way a weight pulls and how hard, in a form; its fields are `move`, `hard` and `answer`."""
    hard = strength(weight)
    if hard is None:
        return "hardly matters"
    move, answer = ("pushes", 1) if weight > 0 else ("pulls", 0)
    return " ".join(form.format(move=move, hard=hard, answer=answer).split())


def is_random(replay: Replay, iteration: int) -> bool:
    """Whether these are still the random weights that the seed drew."""
    training = replay.recording.training
    if iteration or training.start:
        return False
    return bool((replay.weights(0) == training.start_weights()).all())


def _is_stuck(training: Training, weights: Array) -> bool:
    """Whether the next thousand adjustments together would not be seen."""
    adjustment = training.model.adjustment(weights, training.inputs, training.targets)
    return float(abs(adjustment).max()) * training.learning_rate * 1_000 < TINY


def _why_stuck(training: Training, output: float) -> str:
    """Why a wrong row moves nothing: the S-curve is flat at its output, or other rows pull against it.

    With cross-entropy it is never the slope at the output that holds it.
    """
    flat = output * (1 - output) < FLAT and not training.model.cross_entropy
    return "but its curve is flat there" if flat else "but the rows' pulls cancel"


def progress(replay: Replay, iteration: int) -> list[str]:
    """What the neuron has made of the examples by now, in a sentence or two."""
    if replay.puzzle.noisy:
        return _progress_in_noise(replay, iteration)
    training = replay.recording.training
    targets = training.targets
    outputs = replay.outputs(iteration)[: len(targets)]
    right = sum(side(float(output)) == target for output, target in zip(outputs, targets, strict=True))
    misses = abs(targets - outputs)
    what = "picture" if replay.puzzle.picture else "row"
    sentences = [
        f"{right} of {plural(len(targets), what)} {'comes' if len(targets) == 1 else 'come'} out right."
    ]
    if replay.off:
        return sentences  # whatever follows is about the training
    if is_random(replay, iteration):
        sentences.append(STILL_RANDOM)
    elif misses.max() < 0.1:
        sentences.append("It is getting surer still.")
    elif misses.max() > 0.5 and _is_stuck(training, replay.weights(iteration)):
        furthest = int(misses.argmax())
        why = _why_stuck(training, float(outputs[furthest]))
        sentences.append(f"{what.title()} {furthest + 1} is wrong, {why}.")
        sentences.append("So nothing moves any more: it is stuck.")
    else:
        sentences.append(f"{what.title()} {int(misses.argmax()) + 1} is still furthest from its answer.")
    return sentences


def _progress_in_noise(replay: Replay, iteration: int) -> list[str]:
    """The same where rows with the same inputs disagree: their output can only come near their share."""
    shares = replay.puzzle.shares()
    outputs = replay.answers(iteration, tuple(shares)).tolist()
    misses = [abs(output - float(share)) for output, share in zip(outputs, shares.values(), strict=True)]
    near = sum(miss <= NEAR for miss in misses)
    inputs, share = list(shares.items())[misses.index(max(misses))]
    output = probability(outputs[misses.index(max(misses))])
    if len(misses) == 1:
        sentences = [f"It says {output}, {'and' if near else 'where'} {answer_in_words(share)}."]
    else:
        sentences = [f"{near} of {plural(len(misses), 'output')} are close to how often the answer is 1."]
    if replay.off:
        return sentences
    if is_random(replay, iteration):
        sentences.append(STILL_RANDOM)
    elif near < len(misses) > 1:
        row = next(row for row, example in enumerate(replay.puzzle.examples) if example.inputs == inputs)
        sentences.append(f"Row {row + 1} is still furthest: {output}, and {answer_in_words(share)}.")
    return sentences
