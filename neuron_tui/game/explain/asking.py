"""What is asked, and what is to be known where the neuron is foreseen. (Home says it, too: no numpy here.)"""

from __future__ import annotations

from neuron_tui.puzzle.puzzle import NeuronSettings, Puzzle
from neuron_tui.puzzle.task import TaskKind
from neuron_tui.puzzle.text import plural

UNKNOWN = "???"
"""The output that is to be guessed."""
GREETING = (
    f"Hello. You guess what {UNKNOWN} is, and then one artificial brain cell learns from the same rows, "
    "while you watch whether it can."
)
"""Said of the first puzzle to somebody who has not played any."""
INSTEAD: dict[TaskKind, str] = {
    "by hand": "Turn its weights yourself, before it learns.",
    "teach": "Choose the rows that teach it.",
    "set up": "Watch it learn, and then set it up better.",
    "fool": "Watch it learn, and then fool it.",
}
"""What there is to do where nothing is asked. (To break it there must be a question.)"""
LESS = "chance has a say: the best guess wins less than 100"
"""What is said before a guess where the same row came out differently."""


def asking(puzzle: Puzzle, question: int, *, again: bool = False) -> str:
    """What is asked; in a noisy puzzle chance has a say in what ??? is. Some rows do not tell.

    Where nothing is asked, it is what there is to do.

    `again`: it was guessed, and now the neuron is to be foreseen.
    """
    if not puzzle.questions:
        return INSTEAD[puzzle.task.do] if puzzle.task else ""
    if again:
        return "And the neuron? What will it say?"
    if puzzle.questions[question].answer is None:
        return "The rows do not tell. What will the neuron say?"
    if puzzle.noisy:
        return f"How likely is it that {UNKNOWN} is 1?"
    return f"Should {UNKNOWN} be 0 or 1?"


def what_it_will_do(neuron: NeuronSettings) -> str:
    """How the neuron will be trained: what is to be known where it is foreseen."""
    rate = f", learning rate {neuron.learning_rate:g}" * (neuron.learning_rate != 1)
    parts = f", {plural(neuron.hidden, 'hidden neuron')}" if neuron.hidden else ""
    threshold = ", with a threshold" * (neuron.threshold and not neuron.hidden)
    return f"it looks {neuron.iterations:,} times{rate}{parts}{threshold}"
