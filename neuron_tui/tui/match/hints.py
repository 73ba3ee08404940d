"""What is said while the player guesses: the hints shown so far, the question, and what to press."""

from __future__ import annotations

from textual.content import Content

from neuron_tui.game.match.match import Match
from neuron_tui.puzzle.text import plural
from neuron_tui.tui.kit.cells import visible
from neuron_tui.tui.kit.guess_text import asking
from neuron_tui.tui.kit.text_panel import Paragraph, paragraphs

MUTED, MARK = "$muted", "bold $mark"


def guessing(match: Match) -> list[Paragraph]:
    """The last hint, the question with what to press, the hints before, and the lesson."""
    puzzle = match.puzzle
    ask = asking(puzzle, match.current)
    if len(puzzle.questions) > 1:
        ask += Content.assemble((f"  ({match.current + 1} of {len(puzzle.questions)})", MUTED))
    hints, question = hints_shown(match), Content("\n").join([ask, _next_move(match)])
    return [*hints[-1:], question, *hints[:-1], *paragraphs(puzzle.lesson)]


def hints_shown(match: Match) -> list[Paragraph]:
    """The hints shown so far."""
    shown = match.puzzle.hints[: match.hints_shown]
    return [Content.assemble(("Hint  ", MARK), visible(hint)) for hint in shown]


def _next_move(match: Match) -> Content:
    """A quiet line: what to press, and that there is a hint."""
    if match.guess is None:
        move = Content.assemble(("Press ", MUTED), ("0", MARK), (" or ", MUTED), ("1", MARK), (".", MUTED))
    else:
        move = Content.assemble(("Enter", MARK), (" when done.", MUTED))
    left = len(match.puzzle.hints) - match.hints_shown
    if left:
        more = "more hint" if match.hints_shown else "hint"
        move += Content.assemble("  ", ("h", MARK), (f" {plural(left, more)}", MUTED))
    return move
