"""Texts from outside in a table that a spreadsheet or a terminal may be shown."""

from __future__ import annotations

from neuron_tui.puzzle.text import clean

FORMULA = ("=", "+", "-", "@")
"""What begins with one of these, a spreadsheet would carry out."""


def harmless(text: str) -> str:
    """The text on one line without control characters; before what would be a formula, an apostrophe."""
    shown = clean(" ".join(text.split()))
    return f"'{shown}" if shown.startswith(FORMULA) else shown
