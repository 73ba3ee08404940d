"""What is asked. (Home says it, too, which is to open at once.)"""

from __future__ import annotations

from textual.content import Content

from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.task import TaskKind
from neuron_tui.tui.kit.text_panel import MARK

INSTEAD: dict[TaskKind, str] = {
    "by hand": "Turn its weights yourself, before it learns.",
    "teach": "Choose the rows that teach it.",
    "set up": "Watch it learn, and then set it up better.",
    "fool": "Watch it learn, and then fool it.",
}
"""What there is to do where nothing is asked. (To break it there must be a question.)"""


def asking(puzzle: Puzzle, question: int, *, again: bool = False) -> Content:
    """What is asked; in a noisy puzzle chance has a say in what ??? is. Some rows do not tell.

    Where nothing is asked, it is what there is to do.

    `again`: it was guessed, and now the neuron is to be foreseen.
    """
    if not puzzle.questions:
        return Content(INSTEAD[puzzle.task.do] if puzzle.task else "")
    if again:
        return Content("And the neuron? What will it say?")
    if puzzle.questions[question].answer is None:
        return Content("The rows do not tell. What will the neuron say?")
    if puzzle.noisy:
        return Content.assemble("How likely is it that ", ("???", MARK), " is 1?")
    return Content.assemble("Should ", ("???", MARK), " be 0 or 1?")
