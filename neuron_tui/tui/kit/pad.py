"""A picture to draw on: with keys at a cursor, or with the mouse."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from neuron_tui.tui.kit.cells import Span
from neuron_tui.tui.kit.glyphs import HALVES, OFF, ON
from neuron_tui.tui.kit.painted import Painted
from neuron_tui.tui.kit.table.picture_sheet import LIT, UNLIT, Shape

MOVE = Binding.Group("move")


def drawn_point(value: int, scale: int, within: int, at_cursor: bool) -> Span:
    """One line of a point of a picture, which is `scale` lines high and twice as many cells wide."""
    width, glyph = 2 * scale, ON if value else OFF
    if at_cursor and within == (scale - 1) // 2:
        return f"[{glyph.center(width - 2)}]" if scale > 1 else f"{glyph}\u25c2", "accent strong"
    if scale == 1:
        return f"{glyph} ", LIT if value else "muted"
    return (HALVES[3] * width, LIT) if value else (" " * width, f"on-{UNLIT}")


class Pad(Painted, can_focus=True, inherit_bindings=False):
    """Points, row by row, and a cursor on one of them.

    Each kind of pad says where they are kept. (Textual's widgets can't be abstract classes.)
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "go(0, -1)", "left", key_display="\u2190", group=MOVE),
        Binding("right", "go(0, 1)", "right", key_display="\u2192", group=MOVE),
        Binding("up", "go(-1, 0)", "up", key_display="\u2191", group=MOVE),
        Binding("down", "go(1, 0)", "down", key_display="\u2193", group=MOVE),
        Binding("enter", "turn", "on or off", key_display="Enter"),
        Binding("backspace,delete", "clear", "all off", show=False, key_display="Backsp"),
    ]
    cursor = 0
    CURSOR = "["
    _turned_to: int | None = None
    """What the mouse makes of every point that it is dragged over."""

    @property
    def shape(self) -> Shape:
        raise NotImplementedError  # each kind has its own

    @property
    def points(self) -> tuple[int, ...]:
        """Each 0 or 1."""
        raise NotImplementedError  # each kind has its own

    def point_at(self, x: int, y: int) -> int | None:
        """The point at a place, if there is one."""
        raise NotImplementedError  # each kind has its own

    def draw(self, points: tuple[int, ...]) -> None:
        """The points are these now."""
        raise NotImplementedError  # each kind has its own

    def action_go(self, rows: int, columns: int) -> None:
        """To the next point, around the edges."""
        high, wide = self.shape
        row, column = divmod(self.cursor, wide)
        self.cursor = (row + rows) % high * wide + (column + columns) % wide
        self.repaint()

    def action_turn(self) -> None:
        self._set(self.cursor, 1 - self.points[self.cursor])

    def action_clear(self) -> None:
        self.draw((0,) * len(self.points))

    def _set(self, point: int, value: int) -> None:
        self.cursor = point
        self.draw((*self.points[:point], value, *self.points[point + 1 :]))

    def _point_under(self, event: events.MouseEvent) -> int | None:
        inside = event.get_content_offset(self)
        return None if inside is None else self.point_at(inside.x, inside.y)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Turn the point under the mouse; whatever it is dragged over becomes the same."""
        point = self._point_under(event)
        if point is not None:
            self.capture_mouse()
            self._turned_to = 1 - self.points[point]
            self._set(point, self._turned_to)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        point = self._point_under(event)
        if self._turned_to is not None and point is not None:
            self._set(point, self._turned_to)

    def on_mouse_up(self) -> None:
        self.release_mouse()
        self._turned_to = None
