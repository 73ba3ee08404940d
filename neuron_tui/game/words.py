"""What the game says: short sentences made from a match. Plain text, with no screen in it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from string import ascii_lowercase

from neuron_tui.game.hidden import hidden_says
from neuron_tui.game.match import Result, totals
from neuron_tui.game.numbers import plural, side, whole
from neuron_tui.game.replay import Replay
from neuron_tui.neuron import Training
from neuron_tui.neuron.neuron import Array
from neuron_tui.puzzle.puzzle import Puzzle

TINY = 0.05
"""While the strongest weight is smaller than this, none of them matters."""


def row_name(puzzle: Puzzle, row: int) -> str:
    """What a row of the table is called: 1, 2, 3 for examples, ??? for a question, or a, b, c for several."""
    asked = row - len(puzzle.examples)
    if asked < 0:
        return f"{row + 1}"
    return ascii_lowercase[asked % 26] if len(puzzle.questions) > 1 else "???"


def how_sure(guess: Fraction) -> str:
    """A guess in words: fairly sure it is 1."""
    if guess == Fraction(1, 2):
        return "undecided"
    side = 1 if guess > Fraction(1, 2) else 0
    confidence = max(guess, 1 - guess)
    if confidence <= Fraction(3, 5):
        return f"a hunch that it is {side}"
    if confidence < Fraction(4, 5):
        return f"leaning to {side}"
    if confidence < Fraction(19, 20):
        return f"fairly sure it is {side}"
    return f"very sure it is {side}" if confidence < 1 else f"certain it is {side}"


def headline(results: Sequence[Result]) -> str:
    """The verdict in one sentence: You 64, neuron 100: it was surer."""
    yours, its = map(whole, totals(tuple(results)))
    why = f": {reason(results[0])}." if len(results) == 1 else f". {_wins(results)}."
    return f"You {yours}, neuron {its}{why}"


def reason(result: Result) -> str:
    """Why one question went as it did."""
    answer = result.question.answer
    you_right, it_right = side(result.guess) == answer, side(result.neuron_guess) == answer
    if result.winner == "draw":
        return "you both saw it" if you_right and it_right else "a draw"
    if you_right and it_right:
        return "you were surer" if result.winner == "you" else "it was surer"
    if you_right:
        return "you saw it, the neuron did not"
    if it_right:
        return "the neuron saw it, you did not"
    return "you risked less" if result.winner == "you" else "it risked less"


def _wins(results: Sequence[Result]) -> str:
    """Who won how many of several questions."""
    winners = [result.winner for result in results]
    you, neuron = winners.count("you"), winners.count("neuron")
    drawn = f", {winners.count('draw')} drawn" if "draw" in winners else ""
    return f"Questions won: you {you}, neuron {neuron}{drawn}"


def weight_meanings(replay: Replay, iteration: int) -> list[str]:
    """What each weight does to the answer, a line each: left: strongly for 1."""
    weights = replay.heard_weights(iteration)
    strongest = float(abs(weights).max())
    return [
        f"{name}: {'switched off' if place in replay.off else _pull(float(weight), strongest)}"
        for place, (name, weight) in enumerate(zip(heard_meanings(replay, iteration), weights, strict=True))
    ]


def heard_meanings(replay: Replay, iteration: int) -> list[str]:
    """What the neuron that gives the output hears; of a hidden neuron also what that one says, in words."""
    says = hidden_says(replay, iteration)
    return [
        *map(" says ".join, zip(replay.heard_names, says, strict=False)),
        *replay.heard_names[len(says) :],
    ]


def strength(weight: float, strongest: float) -> str | None:
    """How hard a weight pulls, measured against the strongest of them; None where it hardly matters.

    In words that stand beside another: "strongly", "a little", and nothing at all between the two.
    """
    share = abs(weight) / strongest if strongest else 0.0
    if strongest < TINY or share < 0.1:
        return None
    return "strongly" if share >= 0.6 else "a little" if share < 0.3 else ""


def _pull(weight: float, strongest: float) -> str:
    """Which way a weight pulls, and how hard."""
    hard = strength(weight, strongest)
    if hard is None:
        return "hardly matters"
    return f"{hard} for {1 if weight > 0 else 0}".lstrip()


def is_random(replay: Replay, iteration: int) -> bool:
    """Whether these are still the random weights that the seed drew."""
    start = replay.model.start_weights(replay.recording.training.seed)
    return iteration == 0 and bool((replay.weights(0) == start).all())


def _stands_still(training: Training, weights: Array) -> bool:
    """Whether the next thousand adjustments together would not be seen."""
    adjustment = training.model.adjustment(weights, training.inputs, training.targets)
    return float(abs(adjustment).max()) * training.learning_rate * 1_000 < TINY


def progress(replay: Replay, iteration: int) -> list[str]:
    """What the neuron has made of the examples by now, in a sentence or two."""
    training = replay.recording.training
    targets = training.targets
    outputs = replay.outputs(iteration)[: len(targets)]
    right = sum(side(float(output)) == target for output, target in zip(outputs, targets, strict=True))
    misses = abs(targets - outputs)
    sentences = [
        f"{right} of {plural(len(targets), 'row')} {'comes' if len(targets) == 1 else 'come'} out right."
    ]
    if is_random(replay, iteration):
        sentences.append("Its weights are still random.")
    elif misses.max() < 0.1:
        sentences.append("The rest is getting surer.")
    elif misses.max() > 0.5 and _stands_still(training, replay.weights(iteration)):
        sentences.append(f"Row {int(misses.argmax()) + 1} is wrong, but its curve is flat there.")
        sentences.append("So nothing moves any more: it is stuck.")
    else:
        sentences.append(f"Row {int(misses.argmax()) + 1} is still furthest from its answer.")
    return sentences
