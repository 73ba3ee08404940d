"""The rows of a puzzle of pictures, side by side as on a contact sheet.

A picture is drawn in half-block cells: two rows of points in each line, so that a point is nearly square.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from neuron_tui.tui.kit.cells import Line, Span, width_of
from neuron_tui.tui.kit.glyphs import HALVES, SELECTED

Shape = tuple[int, int]
"""Rows and columns of a picture; its points are the inputs, row by row."""

LIT, UNLIT = "text", "unlit"
GAP = 2
"""Cells between two pictures."""


def lines_of(shape: Shape) -> int:
    """How many lines a picture takes."""
    return (shape[0] + 1) // 2


def small(inputs: Sequence[int], shape: Shape) -> list[Line]:
    """The picture: lit points bright, the others faint. An odd last row fills the upper half of its line."""
    rows, columns = shape
    points = [inputs[row * columns : (row + 1) * columns] for row in range(rows)]
    return [
        tuple(
            _cell(points[row][column], points[row + 1][column] if row + 1 < rows else None)
            for column in range(columns)
        )
        for row in range(0, rows, 2)
    ]


def _cell(upper: int, lower: int | None) -> Span:
    """Two points above each other in one cell, told apart by the glyph wherever possible."""
    if lower is None:
        return HALVES[1], LIT if upper else UNLIT
    styles = (f"on-{UNLIT}", f"{LIT} on-{UNLIT}", LIT)
    return HALVES[upper + 2 * lower], styles[upper + lower]


@dataclass(frozen=True)
class Card:
    """A picture with two labels: one next to its first line, one next to its second."""

    inputs: tuple[int, ...]
    beside: tuple[Span, Span]
    selected: bool


@dataclass(frozen=True)
class ContactSheet:
    """`count` cards, as many side by side as fit into `width` cells; `label` cells next to each picture."""

    shape: Shape
    count: int
    label: int
    width: int

    @property
    def _card_width(self) -> int:
        return 1 + self.shape[1] + 1 + self.label

    @property
    def abreast(self) -> int:
        """How many are side by side."""
        return max((self.width + GAP) // (self._card_width + GAP), 1)

    @property
    def card_height(self) -> int:
        """Lines of a card; pictures with an even number of rows need a blank line between them."""
        return lines_of(self.shape) + (self.shape[0] % 2 == 0)

    @property
    def lines(self) -> int:
        """Lines of them all."""
        return -(-self.count // self.abreast) * self.card_height

    def line_of(self, card: int) -> int:
        """The first line of a card."""
        return card // self.abreast * self.card_height

    def card_at(self, column: int, line: int) -> int | None:
        """The card at a place, None where there is none."""
        across = column // (self._card_width + GAP)
        card = line // self.card_height * self.abreast + across
        return card if across < self.abreast and 0 <= card < self.count else None

    def paint(self, cards: Sequence[Card], top: int, height: int) -> list[Line]:
        """The lines in sight, from line `top` on. A picture that is not whole in sight is left out."""
        picture, lines = lines_of(self.shape), range(top, min(top + height, self.lines))
        starts = [line - line % self.card_height for line in lines]
        return [
            self._line(cards, line) if top <= start <= top + height - picture else ()
            for line, start in zip(lines, starts, strict=True)
        ]

    def _line(self, cards: Sequence[Card], line: int) -> Line:
        first, within = line // self.card_height * self.abreast, line % self.card_height
        spans: list[Span] = []
        for card in cards[first : first + self.abreast]:
            spans += [*self._part(card, within), (" " * GAP, "")]
        return tuple(spans[:-1])

    def _part(self, card: Card, within: int) -> list[Span]:
        """One line of a card."""
        if within >= lines_of(self.shape):
            return [(" " * self._card_width, "")]
        text, style = card.beside[within] if within < len(card.beside) else ("", "")
        strong = " strong" if card.selected else ""
        label = text + " " * (self.label - width_of(text))
        marker = (SELECTED if card.selected and within == 0 else " ", "accent")
        return [marker, *small(card.inputs, self.shape)[within], (" ", ""), (label, style + strong)]
