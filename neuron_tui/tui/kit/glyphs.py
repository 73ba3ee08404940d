"""The glyphs that mean the same wherever they are shown; each is one cell wide."""

from __future__ import annotations

ON, OFF = "\u25a0", "\u25a1"
"""An input that is 1, and one that is 0."""
YOU, NEURON, ANSWER = "\u25b2", "\u25cf", "\u25c6"
"""Both guesses, and the right answer between them."""
FORESEEN = "\u25b3"
"""What you think that the neuron will say."""
RIGHT, WRONG = "\u2713", "\u2717"
SELECTED = "\u25b8"
"""Marks the row, weight or setting that is selected."""
POINTED = "*"
"""Marks a step of a lesson, and the panel, row or weight that it speaks of."""
HALVES = " \u2580\u2584\u2588"
"""A cell by its two halves, each lit or not: place `upper + 2 * lower`. Halves are nearly square."""
SHOULD_BE_ONE, SHOULD_BE_ZERO, ASKED = "\u25cf", "\u25cb", "\u25c6"
"""Dots of rows in a picture: by what is right, and those that are asked."""
