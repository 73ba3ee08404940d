"""The file that a new puzzle begins with: a small puzzle that can be played, and what each line means."""

from __future__ import annotations

import json
import re

from neuron_tui.puzzle.puzzle import (
    FORMAT,
    MAX_DIFFICULTY,
    MAX_EXAMPLES,
    MAX_HIDDEN,
    MAX_INPUTS,
    MAX_ITERATIONS,
    MAX_LINE_LENGTH,
    MAX_QUESTIONS,
)
from neuron_tui.puzzle.text import clip

_PLAIN = re.compile(r"[^\W\d_][\w.'!()/;+,?-]*(?: [\w.'!()/;+,?-]+)*")
"""A title that YAML can read as nothing but a text, even without quotation marks."""

_TEMPLATE = """\
# A puzzle for neuron-tui. It can be played as it is: change a line, save, and press F5 in the game.
# What follows a # is a note for you, and the game does not read it.
# `neuron-tui check FILE` tells you of every mistake in it, with its line and column.

# The name under which the puzzle is listed.
title: {title}

# A name for each column, and one for the output. You may leave both lines out.
inputs: [red, green, blue]
output: lamp

# What you and the neuron are shown: the inputs, an arrow, the output. Every value is 0 or 1.
# A puzzle has 1 to {inputs} inputs and 1 to {examples} examples.
examples:
  - 1 0 1 -> 0
  - 0 1 1 -> 1
  - 1 1 0 -> 1
  - 0 0 1 -> 0

# What both are asked, with the right answer. Ask for rows that are no examples; 1 to {questions} of them.
# Write ? for the answer where two rules fit the examples and the answers part: it is asked and not scored.
questions:
  - 0 1 0 -> 1

# All lines from here on may be left out.

# What the right answers follow, told after the verdict.
rule: The lamp is on whenever green is on.

# One hint, or a list of up to three, from gentle to plain.
hint:
  - Look at one column at a time.
  - One column is the same as the lamp in every row.

# What is read before the guess, and after the verdict. The text goes on as long as it is indented.
lesson: |
  Three switches and one lamp.

  Somebody wired them up and did not say how.
afterwards: |
  The neuron gave green a large weight, for it was the only one that always agreed with the lamp.

# How the neuron learns. With a threshold it can also learn that an output is 1 without any input.
# iterations: how often it adjusts its weights, 1 to {iterations}. seed: which random weights it starts with.
# learning_rate: how large its steps are. hidden: 4 would put 4 neurons before it, and it sees only what they
# answer; up to {hidden}.
neuron: {{threshold: false, iterations: 10000, seed: 1, learning_rate: 1}}

# How the neuron fares with this seed and the nine after it: learns (every row right, each time),
# fails (in none of the ten) or depends. `neuron-tui check --train FILE` proves it.
expect: learns

# noisy: true lets the same inputs stand among the examples with different outputs. A question then names how
# often it is 1: three times 1 and once 0 is 3/4.
# noisy: true

# picture: 3x3 shows each row as a little picture, 3 to 5 rows and columns; it has an input for each point.
# picture: 3x3

# The rule as a formula, such as `green and not red`; every row is held against it. Examples can be drawn from
# it, too: `examples: {{from: formula, rows: 5, seed: 3}}`.
# formula: lamp = green

# names_decide: true says that several simple rules fit the rows, and that what the names mean tells which.
# names_decide: true

# How hard the puzzle is, 1 to {difficulty}; and the ids that it had before it moved to another chapter.
# difficulty: 1
# was: [old-chapter/old-name]

# author: your name
format: {format}
"""


def puzzle_template(title: str) -> str:
    """The text of a new puzzle file with this title; it has no faults. Blank titles become `My puzzle`."""
    shown = " ".join(clip(title, MAX_LINE_LENGTH).split()) or "My puzzle"
    return _TEMPLATE.format(
        title=shown if _PLAIN.fullmatch(shown) else json.dumps(shown, ensure_ascii=False),
        inputs=MAX_INPUTS,
        examples=MAX_EXAMPLES,
        questions=MAX_QUESTIONS,
        iterations=MAX_ITERATIONS,
        hidden=MAX_HIDDEN,
        difficulty=MAX_DIFFICULTY,
        format=FORMAT,
    )
