"""What worksheets and solutions share: a puzzle with its place in the course, and its texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from neuron_tui.game.html.element import Element, element
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.text import clean

ABOUT_KEYS = re.compile(r"(?:(?<=[.!?]\s)|^)Press \w\b[^.]*\.\s?", re.MULTILINE)
"""A sentence about a key of the game, which paper has none of: Press v to see the weights as numbers."""
STYLE = Path(__file__).with_name("page.css")
"""How a sheet looks."""


@dataclass(frozen=True)
class Printed:
    """A puzzle that is printed, and where it is from: 1. The article · 3 of 7; empty for a file alone."""

    puzzle: Puzzle
    whereabouts: str = ""

    def head(self, *beside: Element) -> Element:
        """Its title, and on the right where it is from."""
        place = element("p", *beside, clean(self.whereabouts), class_="place")
        return element("header", element("h1", clean(self.puzzle.title)), place)


def paragraphs(text: str) -> list[Element]:
    """A text of a puzzle as paragraphs, without what it says of the game's keys."""
    parts = re.split(r"\n\s*\n", ABOUT_KEYS.sub("", text))
    return [element("p", clean(" ".join(part.split()))) for part in parts if part.strip()]
