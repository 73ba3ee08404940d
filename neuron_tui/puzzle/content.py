"""What a puzzle asks, as a short hash: two puzzles with the same one are the same game."""

from __future__ import annotations

import hashlib
import json

from neuron_tui.puzzle.puzzle import Answer, Puzzle

DIGITS = 16


def content_of(puzzle: Puzzle) -> str:
    """16 hexadecimal digits, from the names, all rows and how the neuron is trained.

    Words about it (title, hints, lesson, rule) do not count: correcting a typing error there makes no other
    puzzle. Nor does `names_decide`. That a puzzle is noisy shows in its rows.
    """
    neuron = puzzle.neuron
    hidden = [neuron.hidden] if neuron.hidden else []
    start = [list(neuron.start)] if neuron.start else []
    shape = [list(puzzle.picture)] if puzzle.picture else []
    asked = [
        [*puzzle.input_names, puzzle.output_name],
        [[*example.inputs, example.target] for example in puzzle.examples],
        [[*question.inputs, _asked(question.answer)] for question in puzzle.questions],
        [neuron.threshold, neuron.iterations, neuron.seed, neuron.learning_rate, *hidden, *start],
        *shape,
    ]
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()[:DIGITS]


def _asked(answer: Answer) -> int | str:
    """What a question asks for: its answer; where there is none, what the neuron will say."""
    if answer is None:
        return "neuron"
    return int(answer) if answer in (0, 1) else str(answer)
