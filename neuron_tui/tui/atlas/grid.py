"""The map: a cell for each pattern, lit once its neuron has learned it."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message

from neuron_tui.game.atlas import SIDE, pattern_at
from neuron_tui.tui.atlas.moment import Moment
from neuron_tui.tui.kit.cells import Line, Span, wrapped
from neuron_tui.tui.kit.painted import Canvas

AGES = ((10, "\u2588"), (100, "\u2593"), (1_000, "\u2592"), (10_000, "\u2591"))
"""Learned by this iteration, and how it looks: the earlier, the fuller."""
OPEN = "\u00b7"
"""A pattern that is not learned."""
ALIKE = "\u25cb"
"""In a pattern that is lit up with others, so that it is not only another colour."""
LEFT_OUT = (
    "The other half is gone. It differs only in the row where nothing is on, "
    "and without a threshold that row stays at 0.5 for ever."
)


def scale_of(width: int, height: int) -> int:
    """How many lines a cell is high; it is twice as wide. The same for half a map as for a whole one."""
    return max(min(width // (2 * SIDE), height // SIDE), 1)


def glyph(since: int) -> str:
    """How a pattern looks that has been learned since an iteration, or is not (-1)."""
    return OPEN if since < 0 else next(look for until, look in AGES if since <= until)


def grid_lines(moment: Moment, width: int, height: int) -> list[Line]:
    """The map in (width, height) cells."""
    scale = scale_of(width, height)
    lines: list[Line] = [
        tuple(_cell(moment, row, column, within, scale) for column in range(SIDE))
        for row in range(moment.rows)
        for within in range(scale)
    ]
    if moment.rows < SIDE:
        lines += [(), *(((text, "muted"),) for text in wrapped(LEFT_OUT, 2 * SIDE * scale - 2))]
    return lines


def _cell(moment: Moment, row: int, column: int, within: int, scale: int) -> Span:
    pattern = pattern_at(row, column)
    since = int(moment.since[pattern])
    wide = 2 * scale
    marked = pattern in moment.alike
    style = ("one" if marked else "accent") if since >= 0 else ("one strong" if marked else "muted")
    if (row, column) == moment.cursor:
        middle = glyph(since) * (wide - 2) if since >= 0 else " " * (wide - 2)
        return f"[{middle}]", "text strong selected"
    if since >= 0:
        filled = glyph(since) * wide
        ringed = marked and within == scale // 2
        return f"{filled[: wide // 2]}{ALIKE}{filled[wide // 2 + 1 :]}" if ringed else filled, style
    dot = ALIKE if marked else OPEN
    return (dot if within == scale // 2 else " ").center(wide), style


class Grid(Canvas[Moment]):
    """The map at a moment."""

    @dataclass
    class Picked(Message):
        """A cell was clicked."""

        place: tuple[int, int]

    CURSOR = "["

    def __init__(self, moment: Moment) -> None:
        super().__init__(grid_lines, moment, id="grid")

    def on_click(self, event: events.Click) -> None:
        inside = event.get_content_offset(self)
        if inside is None:
            return
        scale = scale_of(*self._room)
        row, column = inside.y // scale, inside.x // (2 * scale)
        if row < self.value.rows and column < SIDE:
            self.post_message(self.Picked((row, column)))
