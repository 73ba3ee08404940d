"""What the game says: short sentences made from a match. Plain text, with no screen in it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from string import ascii_lowercase

from neuron_tui.game.explain.hidden import hidden_says
from neuron_tui.game.explain.numbers import probability, side, whole
from neuron_tui.game.match.match import Result, totals
from neuron_tui.game.proving.expectation import NEAR
from neuron_tui.game.replay.replay import Replay
from neuron_tui.game.score_rule import score
from neuron_tui.neuron import Training
from neuron_tui.neuron.neuron import Array
from neuron_tui.puzzle.puzzle import Answer, Puzzle
from neuron_tui.puzzle.text import plural

NO_ANSWER = "no right answer: the rows do not say"
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
    if not any(result.scored for result in results):
        return _without_answers(results)
    yours, its = map(whole, totals(tuple(results)))
    why = f": {reason(results[0])}." if len(results) == 1 else f". {_wins(results)}."
    return f"You {yours}, neuron {its}{why}"


def answer_in_words(answer: Answer) -> str:
    """What was right: the answer is 1; 3 of 4 are 1; or that nothing was."""
    if answer is None:
        return NO_ANSWER
    share = Fraction(answer)
    if share.denominator == 1:
        return f"the answer is {share}"
    return f"{share.numerator} of {share.denominator} are 1"


def _without_answers(results: Sequence[Result]) -> str:
    """The verdict where no question has a right answer."""
    said = f"{NO_ANSWER[0].upper()}{NO_ANSWER[1:]}."
    if len(results) > 1:
        return f"{said} So there are no points."
    guess, its = results[0].guess, results[0].neuron_guess
    return f"{said} You said {float(guess):.2f}, the neuron {probability(its)}."


def reason(result: Result) -> str:
    """Why one question went as it did."""
    answer = result.question.answer
    if answer is None:
        return NO_ANSWER
    if Fraction(answer).denominator > 1:
        closer = {"you": "you were closer to", "neuron": "it was closer to"}
        return f"{closer.get(result.winner, 'you were equally close to')} {answer}"
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


def at_best(results: Sequence[Result]) -> str:
    """Where chance has a say, what the best guesses would have won; empty where it has none."""
    answers = [Fraction(answer) for result in results if (answer := result.question.answer) is not None]
    if all(answer in (0, 1) for answer in answers):
        return ""
    best = sum((score(answer, answer) for answer in answers), Fraction(0))
    return f"The most to win was {whole(best)}: chance decides the rest."


def question_in_words(glyphs: str, answer: Answer) -> str:
    """What a question came to, as a sentence without its end: ■□ is 1 in 3 of 4."""
    if answer is None:
        return f"{glyphs} has no right answer"
    share = Fraction(answer)
    if share.denominator == 1:
        return f"{glyphs} is {share}"
    return f"{glyphs} is 1 in {share.numerator} of {share.denominator}"


def _wins(results: Sequence[Result]) -> str:
    """Who won how many of several questions."""
    winners = [result.winner for result in results]
    without = winners.count("none")
    you, neuron = winners.count("you"), winners.count("neuron")
    drawn = f", {winners.count('draw')} drawn" if "draw" in winners else ""
    left = f", {without} without a right answer" if without else ""
    return f"Questions won: you {you}, neuron {neuron}{drawn}{left}"


def weight_meanings(replay: Replay, iteration: int) -> list[str]:
    """What each weight does to the answer, a line each: left: strongly for 1."""
    weights = replay.output_weights(iteration)
    strongest = float(abs(weights).max())
    return [
        f"{name}: {'switched off' if place in replay.off else _pull(float(weight), strongest)}"
        for place, (name, weight) in enumerate(zip(input_meanings(replay, iteration), weights, strict=True))
    ]


def input_meanings(replay: Replay, iteration: int) -> list[str]:
    """What the neuron that gives the output hears; of a hidden neuron also what that one says, in words."""
    says = hidden_says(replay, iteration)
    return [
        *map(" says ".join, zip(replay.output_input_names, says, strict=False)),
        *replay.output_input_names[len(says) :],
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
    if replay.puzzle.noisy:
        return _progress_in_noise(replay, iteration)
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


def _progress_in_noise(replay: Replay, iteration: int) -> list[str]:
    """The same where rows with the same inputs disagree: their output can only come near their share."""
    shares = replay.puzzle.shares()
    outputs = replay.answers(iteration, tuple(shares)).tolist()
    misses = [abs(output - float(share)) for output, share in zip(outputs, shares.values(), strict=True)]
    near = sum(miss <= NEAR for miss in misses)
    reached = "has reached its share" if len(misses) == 1 else "have reached their share"
    sentences = [f"{near} of {plural(len(misses), 'output')} {reached} of 1s."]
    if is_random(replay, iteration):
        sentences.append("Its weights are still random.")
    elif near < len(misses):
        furthest = misses.index(max(misses))
        inputs, share = list(shares.items())[furthest]
        row = next(row for row, example in enumerate(replay.puzzle.examples) if example.inputs == inputs)
        output = probability(outputs[furthest])
        sentences.append(f"Row {row + 1} is still furthest: {output}, and {answer_in_words(share)}.")
    return sentences
