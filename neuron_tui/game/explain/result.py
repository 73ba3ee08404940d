"""What the game says about guesses, answers and a match's result. Plain text, with no screen in it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from neuron_tui.game.explain.numbers import answer_side, points, probability, side, whole
from neuron_tui.game.match.match import Result, totals
from neuron_tui.game.score_rule import score
from neuron_tui.puzzle.puzzle import Answer
from neuron_tui.puzzle.text import capital

NO_ANSWER = "no right answer: the rows do not say"
SURE = Fraction(3, 10)
"""Whoever is further than this from a half is at least fairly sure."""


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
    """The verdict in one sentence, which praises what was good in the guesses: You both got it: it is 1."""
    if not any(result.scored for result in results):
        return _without_answers(results)
    if len(results) == 1:
        return f"{praise(results[0])}: {_it_is(results[0].question.answer)}."
    return f"{_together([result for result in results if result.scored])}."


def score_line(results: Sequence[Result]) -> str:
    """What both got for it: you +96 \u00b7 neuron +100."""
    yours, its = map(points, totals(tuple(results)))
    return f"you {yours} \u00b7 neuron {its}"


def praise(result: Result) -> str:
    """What was good in the guesses at a question, as a sentence without its end."""
    answer = result.question.answer
    if result.got:
        return "You both got it" if result.neuron_got else "You got it, the neuron did not"
    neuron_leaned = _leans_right(result.neuron_guess, answer)
    if _leans_right(result.guess, answer):
        return "You leaned the right way" + ", the neuron did not" * (not neuron_leaned)
    if abs(result.guess - Fraction(1, 2)) < SURE:
        return "You were wise not to be sure"
    if result.neuron_got:
        return "The neuron got it this time"
    return "The neuron leaned the right way" if neuron_leaned else "It surprised you both"


def _leans_right(guess: Fraction | float, answer: Answer) -> bool:
    return side(guess) is not None and side(guess) == answer_side(answer)


def _together(results: Sequence[Result]) -> str:
    """The same of several questions."""
    if len(results) == 1:
        return praise(results[0])
    count = len(results)
    leaned = sum(_leans_right(result.guess, result.question.answer) for result in results)
    got, its = (sum(which) for which in zip(*((r.got, r.neuron_got) for r in results), strict=True))
    words = {0: "none", count: "every one"}
    if got:
        both = words.get(got, f"{got} of {count}")
        return f"You both got {both}" if got == its else f"You got {both}, the neuron {words.get(its, its)}"
    if leaned:
        return f"You leaned the right way in {leaned} of {count}"
    return (
        f"The neuron got {words.get(its, f'{its} of {count}')} this time"
        if its
        else "They surprised you both"
    )


def _it_is(answer: Answer) -> str:
    share = Fraction(answer or 0)
    return f"it is {share}" if share.denominator == 1 else answer_in_words(share)


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
