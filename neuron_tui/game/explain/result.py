"""What the game says about guesses, answers and a match's result. Plain text, with no screen in it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from neuron_tui.game.explain.numbers import probability, side, whole
from neuron_tui.game.match.match import Result, totals
from neuron_tui.game.score_rule import score
from neuron_tui.puzzle.puzzle import Answer
from neuron_tui.puzzle.text import capital

NO_ANSWER = "no right answer: the rows do not say"


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
    said = f"{capital(NO_ANSWER)}."
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
