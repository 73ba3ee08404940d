"""The file that a new puzzle begins with: a small puzzle that can be played, and what each line means."""

from __future__ import annotations

import json
import re
from pathlib import Path
from string import Template

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
from neuron_tui.puzzle.text import clip

_PLAIN = re.compile(r"[^\W\d_][\w.'!()/;+,?-]*(?: [\w.'!()/;+,?-]+)*")
"""A title that YAML can read as nothing but a text, even without quotation marks."""


def puzzle_template(title: str) -> str:
    """The text of a new puzzle file with this title; it has no faults. Blank titles become `My puzzle`."""
    shown = " ".join(clip(title, MAX_LINE_LENGTH).split()) or "My puzzle"
    template = Path(__file__).with_name("template.yaml").read_text(encoding="utf-8")
    return Template(template).substitute(
        title=shown if _PLAIN.fullmatch(shown) else json.dumps(shown, ensure_ascii=False),
        inputs=MAX_INPUTS,
        examples=MAX_EXAMPLES,
        questions=MAX_QUESTIONS,
        iterations=MAX_ITERATIONS,
        hidden=MAX_HIDDEN,
        start=f"{MAX_START_WEIGHT:g}",
        difficulty=MAX_DIFFICULTY,
        format=FORMAT,
    )
