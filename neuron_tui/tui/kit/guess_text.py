"""What is said around a guess: the question, what is at stake, and what it came to."""

from __future__ import annotations

from fractions import Fraction

from textual.content import Content

from neuron_tui.game.explain.numbers import MINUS, points
from neuron_tui.game.explain.result import answer_in_words, how_sure
from neuron_tui.game.match.match import Match, Phase, Result
from neuron_tui.game.score_rule import score
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.tui.kit.cells import Span
from neuron_tui.tui.kit.neuron_numbers import answer_style
from neuron_tui.tui.kit.text_panel import MARK


def asking(puzzle: Puzzle) -> Content:
    """The question; in a noisy puzzle chance has a say in what ??? is."""
    if puzzle.noisy:
        return Content.assemble("How likely is it that ", ("???", MARK), " is 1?")
    return Content.assemble("Should ", ("???", MARK), " be 0 or 1?")


def beneath_scale(match: Match, question: int) -> tuple[Span, Span, Span]:
    """The line under the scale: the stakes while you guess, the points once the verdict is there."""
    if match.phase is Phase.VERDICT:
        return outcome(match.results()[question])
    return stakes(match.guesses[question])


def outcome(result: Result) -> tuple[Span, Span, Span]:
    """Under the scale, the right answer and what both guesses came to."""
    answer = result.question.answer
    if answer is None:
        return ("", ""), (answer_in_words(answer), "text"), ("", "")
    return (
        (f" you {points(result.points)}", "text strong"),
        (answer_in_words(answer), answer_style(answer)),
        (f"neuron {points(result.neuron_points)} ", "accent strong"),
    )


def stakes(guess: Fraction | None) -> tuple[Span, Span, Span]:
    """Under the scale, what a guess would come to; without one, what the ends of the scale mean."""
    if guess is None:
        return (" surely 0", "muted"), ("", ""), ("surely 1 ", "muted")
    if_0, if_1 = (points(score(guess, answer)) for answer in (0, 1))
    styles = ["right" if not stake.startswith(MINUS) else "wrong" for stake in (if_0, if_1)]
    return (f" {if_0} if 0", styles[0]), (how_sure(guess), "text"), (f"{if_1} if 1 ", styles[1])
