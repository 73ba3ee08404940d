"""What the game says about guesses, answers and a match's result. Plain text, with no screen in it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from neuron_tui.game.explain.numbers import answer_side, points, probability, side, whole
from neuron_tui.game.match.match import Result, apart, totals
from neuron_tui.game.score_rule import NEAR, score
from neuron_tui.puzzle.puzzle import Answer
from neuron_tui.puzzle.text import capital

HUNCH = Fraction(1, 10)
"""Whoever is no further than this from a half has a hunch. Beyond it they lean, and with `NEAR` are sure."""
CAREFUL = Fraction(3, 10)
"""A wrong guess nearer than this to a half was wise not to be sure."""
WISE = "You were wise not to be sure"


def how_sure(guess: Fraction) -> str:
    """A guess in words: fairly sure it is 1."""
    if guess == Fraction(1, 2):
        return "undecided"
    side = 1 if guess > Fraction(1, 2) else 0
    confidence = max(guess, 1 - guess)
    if _is_hunch(guess):
        return f"a hunch that it is {side}"
    if confidence < 1 - NEAR:
        return f"leaning to {side}"
    if confidence < Fraction(19, 20):
        return f"fairly sure it is {side}"
    return f"very sure it is {side}" if confidence < 1 else f"certain it is {side}"


def how_likely(guess: Fraction) -> str:
    """The same where chance has a say: you expect 75 of 100."""
    return f"you expect {round(guess * 100)} of 100"


def _is_hunch(guess: Fraction) -> bool:
    return abs(guess - Fraction(1, 2)) <= HUNCH


def headline(results: Sequence[Result]) -> str:
    """The verdict in one sentence, which praises what was good in the guesses: You both got it: it is 1."""
    answered, foreseen = apart(results)
    if len(results) == 1:
        return f"{praise(results[0])}: {_it_is(results[0])}."
    said = [part(some) for part, some in ((_together, answered), (_foreseen, foreseen)) if some]
    return f"{capital(', and '.join(said))}."


def score_line(results: Sequence[Result], *, practice: bool = False) -> str:
    """What it came to, and that practice does not count: you +96 \u00b7 neuron +100."""
    answered, foreseen = apart(results)
    yours, its = map(points, totals(answered))
    said = [f"you {yours}", f"neuron {its}"] * bool(answered)
    return " \u00b7 ".join(
        [
            *said,
            *[f"you {points(totals(foreseen)[0])} for foreseeing it"] * bool(foreseen),
            *["practice: not counted"] * practice,
        ]
    )


def praise(result: Result) -> str:
    """What was good in the guesses at a question, as a sentence without its end."""
    answer = result.question.answer
    if answer is None:
        return _foresight(result)
    neuron_leaned = _leans_right(result.neuron_guess, answer)
    if result.got:
        its = "was right but not sure" if neuron_leaned else "did not"
        return "You both got it" if result.neuron_got else f"You got it, the neuron {its}"
    if _leans_right(result.guess, answer):
        hunch = _is_hunch(result.guess)
        said = (
            "Your hunch was right, the neuron's was not"
            if hunch
            else "You leaned the right way, the neuron did not"
        )
        return said.partition(",")[0] if neuron_leaned else said
    if _unsure(result.guess):
        return WISE
    if result.neuron_got:
        return "The neuron got it this time"
    return "The neuron leaned the right way" if neuron_leaned else "It surprised you both"


def _foresight(result: Result) -> str:
    """The same where the neuron was foreseen."""
    if result.got:
        return "You foresaw it"
    if _came_close(result):
        return "You came close"
    return WISE if _unsure(result.guess) else "It surprised you"


def _came_close(result: Result) -> bool:
    return abs(result.guess - Fraction(result.neuron_guess)) <= CAREFUL


def _unsure(guess: Fraction) -> bool:
    return abs(guess - Fraction(1, 2)) < CAREFUL


def _leans_right(guess: Fraction | float, answer: Answer) -> bool:
    return side(guess) is not None and side(guess) == answer_side(answer)


def _together(results: Sequence[Result]) -> str:
    """The same of several questions."""
    if len(results) == 1:
        return praise(results[0])
    count = len(results)
    answers = [result.question.answer for result in results]
    leaned, its_leaned = (
        sum(map(_leans_right, guesses, answers))
        for guesses in ([r.guess for r in results], [r.neuron_guess for r in results])
    )
    got, its = sum(result.got for result in results), sum(result.neuron_got for result in results)
    if (leaned, got) == (its_leaned, its) and got:
        return f"You both {_got(leaned, got, count, 'were')}"
    if got:
        return f"You {_got(leaned, got, count, 'were')}, the neuron {_got(its_leaned, its, count, 'was')}"
    if leaned:
        return f"You leaned the right way in {leaned} of {count}"
    return f"The neuron {_got(its_leaned, its, count, 'was')}" if its else "They surprised you both"


def _got(right: int, got: int, count: int, verb: str) -> str:
    """In how many of several questions somebody was right, and sure of it: got every one."""
    words = {0: "none", count: "every one"}
    right_in, sure_in = (words.get(number, f"{number} of {count}") for number in (right, got))
    if right <= got:
        return f"got {sure_in}"
    return f"{verb} right in {right_in}, and " + (f"sure in {sure_in}" if got else "not sure")


def _foreseen(results: Sequence[Result]) -> str:
    """What was good where the neuron was foreseen beside other questions, or several times."""
    got, count = sum(result.got for result in results), len(results)
    if not got:
        near = all(_came_close(result) for result in results)
        return "you came close to the neuron" if near else "you did not foresee the neuron"
    return "you foresaw the neuron" + (f" in {got} of {count}" if got < count else " each time" * (count > 1))


def _it_is(result: Result) -> str:
    answer = result.question.answer
    return f"it is {answer}" if answer in (0, 1) else what_was_right(result)


def what_was_right(result: Result) -> str:
    """The answer is 1; 3 of 4 are 1; or what was to be foreseen: the neuron says 0.5000."""
    answer = result.question.answer
    return (
        f"the neuron says {probability(result.neuron_guess)}" if answer is None else answer_in_words(answer)
    )


def answer_in_words(answer: Fraction | int) -> str:
    """What is right: the answer is 1; 3 of 4 are 1."""
    share = Fraction(answer)
    if share.denominator == 1:
        return f"the answer is {share}"
    return f"{share.numerator} of {share.denominator} are 1"


def at_best(results: Sequence[Result]) -> str:
    """Where chance has a say, how the points come about, and the best there were; else empty."""
    answers = [Fraction(answer) for result in results if (answer := result.question.answer) is not None]
    if all(answer in (0, 1) for answer in answers):
        return ""
    best = sum((score(answer, answer) for answer in answers), Fraction(0))
    most = f"The most to win was {whole(best)}: chance decides the rest."
    return f"{_on_average(results[0])} {most}" if len(results) == 1 else most


def _on_average(result: Result) -> str:
    """The stakes of a guess, by how often each comes, and what that makes: +25 on average."""
    share = Fraction(result.right)
    ones, rows = share.numerator, share.denominator
    if_0, if_1 = (points(score(result.guess, answer)) for answer in (0, 1))
    came = f"In {ones} of {rows} it is 1, for {if_1}. In {rows - ones} of {rows} it is 0, for {if_0}."
    return f"{came} That is {points(result.points)} on average."


def question_in_words(glyphs: str, answer: Answer) -> str:
    """What a question came to, as a sentence without its end: ■□ is 1 in 3 of 4."""
    if answer is None:
        return f"{glyphs}: what the neuron says"
    share = Fraction(answer)
    if share.denominator == 1:
        return f"{glyphs} is {share}"
    return f"{glyphs} is 1 in {share.numerator} of {share.denominator}"
