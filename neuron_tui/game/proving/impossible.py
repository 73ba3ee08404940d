"""Whether a puzzle is beyond one neuron, by proof and not only by trying."""

from __future__ import annotations

from neuron_tui.neuron.separable import separation
from neuron_tui.puzzle.puzzle import Puzzle


def is_impossible(puzzle: Puzzle) -> bool | None:
    """Whether no weights can bring all examples and all answered questions out right.

    None where nobody knows: the proof is about one neuron, and about answers that are 0 or 1.
    """
    if puzzle.neuron.hidden or puzzle.noisy:
        return None
    constant = (1,) * puzzle.neuron.threshold
    rows = [((*example.inputs, *constant), example.target) for example in puzzle.examples]
    for question in puzzle.questions:
        if isinstance(question.answer, int):
            rows.append(((*question.inputs, *constant), question.answer))
    proof = separation(rows)
    return None if proof is None else not proof.possible
