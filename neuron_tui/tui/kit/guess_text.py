"""What is said under a guess: what is at stake, and what it came to."""

from __future__ import annotations

from fractions import Fraction

from neuron_tui.game.explain.asking import LESS
from neuron_tui.game.explain.numbers import MINUS, points
from neuron_tui.game.explain.result import how_likely, how_sure, what_was_right
from neuron_tui.game.match.guess import FIRST_PRESS
from neuron_tui.game.match.match import Result
from neuron_tui.game.score_rule import score
from neuron_tui.puzzle.puzzle import Question
from neuron_tui.tui.kit.cells import Span
from neuron_tui.tui.kit.neuron_numbers import answer_style


def outcome(result: Result) -> tuple[Span, Span, Span]:
    """Under the scale, what was right and what both guesses came to."""
    answer, says = result.question.answer, what_was_right(result)
    if answer is None:
        return (f" you {points(result.points)}", "text strong"), ("", ""), (f"{says} ", "accent strong")
    return (
        (f" you {points(result.points)}", "text strong"),
        (says, answer_style(answer)),
        (f"neuron {points(result.neuron_points)} ", "accent strong"),
    )


def stakes(
    guess: Fraction | None, question: Question, *, settled: bool = False, chance: bool = False
) -> tuple[Span, Span, Span]:
    """Under the scale, what a guess would come to; without one, what the ends of the scale mean.

    Where the neuron is foreseen it comes to anything in between, so that it is only told what was said.
    """
    if guess is None:
        shared = question.answer not in (None, 0, 1)
        return (" surely 0", "muted"), (LESS * shared, "muted"), ("surely 1 ", "muted")
    if question.answer is None:
        return ("", ""), (f"you think it will say about {float(guess):.2f}", "text"), ("", "")
    if_0, if_1 = (points(score(guess, answer)) for answer in (0, 1))
    styles = ["right" if not stake.startswith(MINUS) else "wrong" for stake in (if_0, if_1)]
    sure = how_likely(guess) if chance else how_sure(guess)
    if guess in (FIRST_PRESS, 1 - FIRST_PRESS) and not settled:
        sure += f" \u00b7 {round(guess)} again: certain"
    return (f" {if_0} if 0", styles[0]), (sure, "text"), (f"{if_1} if 1 ", styles[1])
