"""What the picture and the scale show at each moment."""

from __future__ import annotations

from neuron_tui.game.examples.learning import Learning
from neuron_tui.game.match.match import Result
from neuron_tui.puzzle.text import plural
from neuron_tui.tui.examples.belief_chart import Beliefs
from neuron_tui.tui.kit.guess_scale import Scale
from neuron_tui.tui.kit.guess_text import outcome, stakes


def beliefs_of(learning: Learning, seen: tuple[float, ...], result: Result | None) -> Beliefs:
    """The curves; with the `result` come the right answer, and no more guesses than the neuron has seen."""
    finished = learning.finished
    return Beliefs(
        len(learning.puzzle.examples),
        learning.guesses if result is None else learning.guesses[: len(seen)],
        seen,
        None if finished else learning.shown,
        None if finished else learning.guess,
        None if result is None else result.question.answer,
    )


def scale_of(learning: Learning, belief: float, result: Result | None) -> Scale:
    """The guess beside what the neuron believed last, and what it would come to, or did."""
    return Scale(
        neuron=belief,
        you=learning.guess,
        answer=None if result is None else result.question.answer,
        asleep=result is None,
        your_turn=not learning.finished,
        below=stakes(learning.guess) if result is None else outcome(result),
    )


def known_to(learning: Learning, seen: int) -> str:
    """How many examples each of the two guesses on the scale is made with."""
    yours = len(learning.guesses) if learning.finished else learning.shown
    examples = plural(yours, "example")
    if yours == seen:
        return f"you both know {examples}"
    return f"you know {examples}, the neuron {seen or 'none'}"
