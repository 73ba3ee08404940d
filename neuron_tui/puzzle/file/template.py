"""The file that a new puzzle begins with: a small puzzle that can be played, and what its lines mean."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from string import Template

from neuron_tui.puzzle.file.writer import quoted
from neuron_tui.puzzle.puzzle import (
    FORMAT,
    MAX_DIFFICULTY,
    MAX_EXAMPLES,
    MAX_HIDDEN,
    MAX_INPUTS,
    MAX_ITERATIONS,
    MAX_LINE_LENGTH,
    MAX_QUESTIONS,
    MAX_START_WEIGHT,
)
from neuron_tui.puzzle.task import TaskKind
from neuron_tui.puzzle.text import clip

_TASKS: Mapping[TaskKind, str] = {
    "by hand": "par: 9, solution: [0, 6, -3]",
    "teach": "par: 2, solution: [1, 2]",
    "break": "par: 2, solution: [1, 2]",
    "set up": "par: 3, may: [iterations], solution: [3]",
    "fool": "par: 1, solution: [1, 0, 1, 1, 1, 1, 0, 1, 0]",
}
"""A task of each kind for the puzzle of the template: of pictures, where it is to be fooled."""


def puzzle_template(title: str, kind: TaskKind | None = None) -> str:
    """The text of a new puzzle file with this title; it has no faults. Blank titles become `My puzzle`.

    `kind`: it has a task of this kind.
    """
    shown = " ".join(clip(title, MAX_LINE_LENGTH).split()) or "My puzzle"
    name = "template-picture.yaml" if kind == "fool" else "template.yaml"
    template = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return Template(template).substitute(
        title=quoted(shown),
        inputs=MAX_INPUTS,
        examples=MAX_EXAMPLES,
        questions=MAX_QUESTIONS,
        iterations=MAX_ITERATIONS,
        hidden=MAX_HIDDEN,
        start=f"{MAX_START_WEIGHT:g}",
        difficulty=MAX_DIFFICULTY,
        format=FORMAT,
        task=f"{'' if kind else '# '}task: {{do: {kind or 'teach'}, {_TASKS[kind or 'teach']}}}",
    )
