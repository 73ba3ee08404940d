"""What is said while the player guesses: the question, the hints shown so far, and the lesson."""

from __future__ import annotations

from textual.content import Content

from neuron_tui.game.match.match import Match
from neuron_tui.tui.kit.asking import marked_question
from neuron_tui.tui.kit.cells import visible
from neuron_tui.tui.kit.text_panel import Paragraph, paragraphs

MUTED, MARK = "$muted", "bold $mark"


def guessing(match: Match) -> list[Paragraph]:
    """The hints and the lesson."""
    return [*hints_shown(match), *paragraphs(match.puzzle.lesson)]


def question(match: Match) -> Content:
    """What is asked, and which of how many questions it is."""
    again = match.current > match.places_of(match.question)[0]
    ask = marked_question(match.puzzle, match.question, again=again)
    if len(match.guesses) > 1:
        ask += Content.assemble((f"  ({match.current + 1} of {len(match.guesses)})", MUTED))
    return ask


def hints_shown(match: Match) -> list[Paragraph]:
    """The hints shown so far."""
    shown = match.puzzle.hints[: match.hints_shown]
    return [Content.assemble(("Hint  ", MARK), visible(hint)) for hint in shown]
