"""What is said at the end, in short sentences. Plain text, with no screen in it."""

from __future__ import annotations

from neuron_tui.game.examples.comparison import Comparison, TooEarly
from neuron_tui.game.numbers import plural, probability
from neuron_tui.game.words import headline

SURELY = "right at 0.80 or surer"


def final_score(comparison: Comparison) -> str:
    """The points of both with the last example: After 4 examples: you 96, neuron 100: it was surer."""
    return f"After {plural(len(comparison.you), 'example')}: y{headline([comparison.result])[1:]}"


def first_there(comparison: Comparison) -> str:
    """Who believed the right answer first, and from when on."""
    you, it = comparison.your_course.arrival, comparison.its_course.arrival
    if you is None and it is None:
        return f"Neither of you ended up {SURELY}."
    if you == it:
        return f"You both got there with example {you}: {SURELY} from then on."
    if you is not None and (it is None or you < it):
        its = "The neuron did not" if it is None else f"The neuron did with example {it}"
        return f"You got there first, with example {you}: {SURELY} from then on. {its}."
    yours = "You did not" if you is None else f"You did with example {you}"
    return f"The neuron got there first, with example {it}: {SURELY} from then on. {yours}."


def too_early(comparison: Comparison) -> str:
    """Who was surer of the wrong answer, and when."""
    you, it = comparison.your_course.too_early, comparison.its_course.too_early
    if you is None and it is None:
        return "Neither of you ever leaned to the wrong answer."
    yours = "" if you is None else f"{float(you.sureness):.2f} {_after(you)}"
    its = "" if it is None else f"{probability(it.sureness)} {_after(it)}"
    if it is None:
        return f"You leaned to the wrong answer, by {yours}. The neuron never did."
    if you is None:
        return f"The neuron leaned to the wrong answer, by {its}. You never did."
    if you.sureness == it.sureness:
        return f"You were both as sure of the wrong answer: you {yours}, the neuron {its}."
    surer = "You were" if you.sureness > it.sureness else "The neuron was"
    return f"{surer} surer too early. For the wrong answer: you {yours}, the neuron {its}."


def _after(early: TooEarly) -> str:
    """When that was: after 2 examples."""
    return f"after {plural(early.examples, 'example')}"
