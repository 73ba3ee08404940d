"""The writer of a page of numbers: line by line, each number with its mark and in its style."""

from __future__ import annotations

from dataclasses import dataclass, field

from neuron_tui.game.microscope.slide import NumberPlace, Slide
from neuron_tui.tui.kit.cells import Line, Span, fit, width_of

CHOSEN, SOURCE = "\u25b8", "\u2022"
"""The marks before the chosen number, and before those that it came from."""
ENDING = len(".2e-12")
"""Cells that the longest end of a number takes, from the point on; ones stand under ones."""


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

    def number(self, place: NumberPlace, text: str) -> None:
        """A number after its mark, with the blanks that its column has around it."""
        chosen, source = place == self.chosen, place in self.sources
        start = self.x
        self.write(CHOSEN if chosen else SOURCE if source else " ", "accent" + " selected strong" * chosen)
        style = self._style_of(place, text.strip())
        self.write(text, style + " selected" * chosen + " strong" * (chosen or source))
        self.spots.append(Spot(len(self.lines), start, self.x, place))

    def _style_of(self, place: NumberPlace, text: str) -> str:
        """Signed numbers have the colour of the side they pull to; what is nothing is quiet."""
        value = self.slide.value(place)
        if place.kind == "target":
            return "one" if value else "zero"
        if text == "0" or (place.kind == "product" and not value):
            return "muted"
        if place.kind in ("sum", "output", "gradient") or (
            place.kind == "product" and self.slide.neuron.graded
        ):
            return "text"
        return "zero" if value < 0 else "one"


def aligned(text: str, width: int) -> str:
    """A number in its column, its ones always at the same cell whatever comes behind them."""
    ones = text.partition(".")[0].partition("e")[0]
    return (ones + text[len(ones) :].ljust(ENDING)).rjust(width)
