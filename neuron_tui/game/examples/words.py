"""What is said before the first guess and at the end, in short sentences. Plain text without a screen."""

from __future__ import annotations

from neuron_tui.game.examples.comparison import Comparison, TooEarly
from neuron_tui.game.examples.retraining import Retraining
from neuron_tui.game.explain.numbers import probability
from neuron_tui.game.explain.result import score_line
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.text import plural

TITLE = "How many examples do you need?"
AFTER_IT = "Once you have seen the verdict, this puzzle's match is practice"
"""Who has seen the verdict knows the answer."""


def before_it(puzzle: Puzzle, neuron: Retraining, *, known: bool) -> list[str]:
    """What it is about; `known`: the match is practice already, or that is not known yet."""
    in_file, long = puzzle.neuron.iterations, ""
    if neuron.iterations != in_file:
        long = f", for {plural(neuron.iterations, 'iteration')} instead of {in_file:,}"
    return [
        "Nothing counts here." if known else f"Nothing counts here. {AFTER_IT}, too.",
        f"With each guess one more example appears. The neuron learns the same rows from scratch{long}.",
    ]


def final_score(comparison: Comparison) -> str:
    """The points of both with the last example: After 4 examples: you +96 \u00b7 neuron +100."""
    return f"After {plural(len(comparison.you), 'example')}: {score_line((comparison.result,))}"


def first_there(comparison: Comparison) -> str:
    """Who was sure of the right answer first, and from when on; nothing where there is none."""
    answer = comparison.question.answer
    if answer is None:
        return ""
    there = "at least 0.90 sure of the right answer" if answer in (0, 1) else f"within 0.10 of {answer}"
    you, it = comparison.your_course.arrival, comparison.its_course.arrival
    last = len(comparison.you)
    if last == 1:
        return "One example is too few to say who got there first."
    if you is None and it is None:
        return f"Neither you nor the neuron ended up {there}."
    if it is None or you is None:
        who, when = ("you", you) if it is None else ("the neuron", it)
        return f"Only {who} ended up {there}, {_from(when, last)}."
    if you == it:
        return f"You and the neuron got there together: both {there} {_from(you, last)}."
    if you < it:
        return f"You got there first: {there} {_from(you, last)}. The neuron followed with example {it}."
    return f"The neuron got there first: {there} {_from(it, last)}. You followed with example {you}."


def _from(example: int | None, last: int) -> str:
    """From which example on that was so; of the last one nobody knows whether it would have stayed so."""
    return f"with example {example}" if example == last else f"from example {example} on"


def too_early(comparison: Comparison) -> str:
    """Who was surer of the wrong answer, and when; nothing where neither answer is wrong."""
    if comparison.question.answer not in (0, 1):
        return ""
    you, it = comparison.your_course.too_early, comparison.its_course.too_early
    if you is None and it is None:
        return "Neither you nor the neuron ever leaned to the wrong answer."
    yours = "" if you is None else f"{float(you.sureness):.2f}"
    its = "" if it is None else probability(it.sureness)
    if it is None:
        return f"Only you leaned to the wrong answer: up to {yours} sure of it, {_after(you)}."
    if you is None:
        return f"Only the neuron leaned to the wrong answer: up to {its} sure of it, {_after(it)}."
    if you.sureness == it.sureness:
        both = f"both {_after(you)}" if you == it else f"you {_after(you)}, the neuron {_after(it)}"
        return f"You and the neuron were equally sure of the wrong answer: up to {yours}, {both}."
    if you.sureness > it.sureness:
        return (
            f"You were surer too early: up to {yours} sure of the wrong answer, {_after(you)}."
            f" The neuron was at most {its} sure of it, {_after(it)}."
        )
    return (
        f"The neuron was surer too early: up to {its} sure of the wrong answer, {_after(it)}."
        f" You were at most {yours} sure of it, {_after(you)}."
    )


def _after(early: TooEarly | None) -> str:
    """When that was: after 2 examples."""
    return "" if early is None else f"after {plural(early.examples, 'example')}"
