"""What is asked, with the output that is to be guessed marked."""

from __future__ import annotations

from textual.content import Content

from neuron_tui.game.explain.asking import UNKNOWN, asking
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.tui.kit.text_panel import MARK


def marked_question(puzzle: Puzzle, question: int, *, again: bool = False) -> Content:
    """What `asking` says."""
    before, unknown, after = asking(puzzle, question, again=again).partition(UNKNOWN)
    return Content.assemble(before, (unknown, MARK), after)
