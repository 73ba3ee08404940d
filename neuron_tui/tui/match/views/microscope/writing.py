"""The writer of a page of numbers: line by line, each number with its mark and in its style."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from neuron_tui.game.microscope.slide import OF_BOTH, NumberPlace, Slide
from neuron_tui.tui.kit.cells import Line, Span, fit, width_of

CHOSEN, SOURCE = "\u25b8", "\u2022"
"""The marks before the chosen number, and before those that it came from."""
BRIGHT_DECIMALS, BRIGHT_DIGITS = 4, 3
"""What is read first of a long number: its first decimals, or its first digits after leading zeros."""


@dataclass(frozen=True)
class Spot:
    """The cells from `start` to before `end` of line `y` that show the number at a place."""

    y: int
    start: int
    end: int
    place: NumberPlace


@dataclass(frozen=True)
class Label:
    """A name that ends before a cell. A mark may stand close to the name before it."""

    end: int
    text: str
    style: str
    close: bool = False


@dataclass
class PageWriter:
    """Lines as they are written, one after the other, and where the numbers stand on them."""

    slide: Slide
    chosen: NumberPlace
    sources: frozenset[NumberPlace]
    lines: list[Line] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    x: int = 0

    def write(self, text: str, style: str = "") -> None:
        """Go on with the line."""
        if text:
            self.spans.append((text, style))
            self.x += width_of(text)

    def end(self, text: str = "", style: str = "") -> None:
        """Write the last of a line, and go on to the next one."""
        self.write(text, style)
        self.lines.append(tuple(self.spans))
        self.spans, self.x = [], 0

    def labels(self, labels: list[Label]) -> None:
        """A line of names, from left to right; none touches another."""
        for label in labels:
            if not label.text:
                continue
            room = label.end - self.x - (self.x > 0 and not label.close)
            text = label.text if width_of(label.text) <= room else fit(label.text, max(room, 0))
            self.write(" " * (label.end - width_of(text) - self.x))
            self.write(text, label.style)
        self.end()

    def number(self, place: NumberPlace, text: str, width: int, tail: int = 0) -> None:
        """A number after its mark, at the right of its cells but for `tail` of them."""
        chosen, source = place == self.chosen, place in self.sources
        back = " selected strong" if chosen else ""
        start = self.x
        self.write(CHOSEN if chosen else SOURCE if source else " ", "accent" + back)
        blank = width - len(text) - tail
        self.write(" " * blank, back.strip())
        head = bright(text)
        digits, power, exponent = text[head:].partition("e")
        style = self._style_of(place, text) + (" strong" if source else "")
        self.write(text[:head], style + back)
        self.write(digits, ("text" if chosen or source else "muted") + back)
        self.write(power + exponent, style + back)
        self.write(" " * tail, back.strip())
        self.spots.append(Spot(len(self.lines), start, self.x, place))

    def _style_of(self, place: NumberPlace, text: str) -> str:
        """Signed numbers have the colour of the side they pull to; what is nothing is quiet."""
        value = self.slide.value(place)
        if place.kind == "target":
            return "one" if value else "zero"
        if place.kind in OF_BOTH and self.slide.signal(place) == "0":
            return "muted"
        if place.kind == "product" and self.slide.neuron.graded:
            return "text"
        if place.kind in ("sum", "output", "gradient") or not text.strip("+\u22120.,"):
            return "text"
        return "zero" if value < 0 else "one"


def bright(text: str) -> int:
    """How much of a number is to be read first; a power of ten at its end is read in any case."""
    text = text.partition("e")[0]
    point = text.find(".")
    if point < 0:
        return len(text)
    significant = [at for at, character in enumerate(text) if character.isdigit()]
    while significant and text[significant[0]] == "0":
        significant.pop(0)
    third = significant[BRIGHT_DIGITS - 1] if len(significant) >= BRIGHT_DIGITS else point
    return min(max(point + BRIGHT_DECIMALS, third) + 1, len(text))


def tail(text: str, decimals: int) -> int:
    """The cells to leave free behind a number with fewer decimals than its column has, ones under ones."""
    if not decimals:
        return 0
    ones = re.match(r"\D?[\d,]+", text)
    behind = len(text) - (ones.end() if ones else 0)
    return max(decimals + 1 - behind, 0)
