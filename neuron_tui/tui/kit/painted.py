"""The base of every picture: a widget on Textual's Line API that repaints only the lines that changed."""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest
from typing import ClassVar, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.color import Color
from textual.geometry import Offset, Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from neuron_tui.tui.kit.cells import Line, cells_changed, width_of, width_of_line
from neuron_tui.tui.kit.glyphs import SELECTED

Shown = TypeVar("Shown")

SCROLL_KEYS: list[BindingType] = [
    Binding("up", "scroll_up", "scroll up", show=False, key_display="\u2191"),
    Binding("down", "scroll_down", "scroll down", show=False, key_display="\u2193"),
]
"""The keys of a panel that is held to be scrolled. All others stay with the screen."""
PAGE_KEYS: list[BindingType] = [
    Binding("pageup", "page_up", "a page up", show=False, key_display="PgUp"),
    Binding("pagedown", "page_down", "a page down", show=False, key_display="PgDn"),
]
"""And of one that may be long, on a screen without a timeline, whose keys these are elsewhere."""
STYLES = {
    "text": "foreground",
    "muted": "muted",
    "faint": "line",
    "accent": "mark",
    "one": "towards-one",
    "zero": "towards-zero",
    "right": "right",
    "wrong": "wrong",
    "unlit": "unlit",
    "ink": "ink",
}
"""The theme variable of each style; "ink" is read on tints. In addition, "strong" is bold, "selected" has the
background of the selection, and the prefix "on-" makes a style the background."""
BACKGROUND = "on-"
STRENGTHS = 8
"""A name with a number is so strong a tint of the panel: one-0 is its ground; up to one-8 words are read."""
STRONGEST = 0.48
"""How much of the colour this tint has."""


class Painted(ScrollView, can_focus=False):
    """Shows the lines that `paint` returns; where `rows` is more than fits, it scrolls."""

    ALLOW_SELECT = False
    CURSOR: ClassVar[str] = SELECTED
    """What is painted where the terminal's cursor is to stand."""
    DEFAULT_CSS = """
    Painted { overflow-x: hidden; scrollbar-size-vertical: 1; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines: list[Line] = []
        self._painted_at: tuple[Size, int] | None = None
        self._styles: dict[str, Style] = {}

    def paint(self, width: int, height: int) -> list[Line]:
        """The lines to show in (width, height) cells, from `self.scroll_offset.y` on; by default none."""
        return []

    def lines_in(self, width: int, height: int) -> list[Line]:
        """What is painted in this room: nothing where there is none, which a covered screen may have."""
        return self.paint(width, height) if width > 0 and height > 0 else []

    def set_rows(self, rows: int) -> None:
        """Say how many rows there are in all; more than fits can be scrolled to."""
        self.virtual_size = Size(0, rows)

    @property
    def is_painted(self) -> bool:
        return bool(self._lines)

    @property
    def cursor_cell(self) -> Offset | None:
        """The cell of what is selected, from the top left of the content; None where none is in sight."""
        for y, line in enumerate(self._lines):
            for run, (text, _) in enumerate(line):
                if self.CURSOR in text:
                    return Offset(width_of_line(line[:run]) + width_of(text.partition(self.CURSOR)[0]), y)
        return None

    def bring_into_sight(self, row: int, height: int) -> None:
        """Scroll as little as brings a row among the `height` that are in sight."""
        top = self.scroll_offset.y
        if height > 0 and not top <= row < top + height:
            self.scroll_to(y=row if row < top else row - height + 1, animate=False, immediate=True)

    @property
    def _room(self) -> Size:
        """The cells that a scrollbar leaves."""
        return self.scrollable_content_region.size

    def repaint(self) -> None:
        """Paint again, and refresh the lines that came out different; what is not seen waits until it is."""
        room = self._room
        if room.area == 0 and self._painted_at is not None:
            self._painted_at = None
            self.refresh()  # else Textual would show its old lines, once it has the same room again
        if self._painted_at is None:
            return
        before, self._lines = self._lines, self.lines_in(*room)
        changed = [
            Region(0, y, cells_changed(old, new), 1)
            for y, (old, new) in enumerate(zip_longest(before, self._lines, fillvalue=()))
            if old != new
        ]
        if changed:
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        place = (self._room, self.scroll_offset.y)
        if self._painted_at != place:
            self._painted_at = place
            self._lines = self.lines_in(*self._room)
        spans = self._lines[y] if y < len(self._lines) else ()
        strip = Strip([Segment(text, self._style(style)) for text, style in spans])
        return strip.adjust_cell_length(self.size.width, self._style(""))

    def notify_style_update(self) -> None:
        """The theme or a class changed: the styles have other colours now."""
        super().notify_style_update()
        self._styles.clear()

    def _style(self, names: str) -> Style:
        style = self._styles.get(names)
        if style is None:
            style = self.rich_style
            for name in names.split():
                style += self._named(name)
            self._styles[names] = style
        return style

    def _named(self, name: str) -> Style:
        """One name of a style, from the theme's variables. (Component classes are slow to start.)"""
        if name == "strong":
            return Style(bold=True)
        ground = "selection" if name == "selected" else ""
        if name.startswith(BACKGROUND):
            ground = name.removeprefix(BACKGROUND)
        colour = self._colour(ground or name).rich_color
        return Style(bgcolor=colour) if ground else Style(color=colour)

    def _colour(self, name: str) -> Color:
        """The colour of a name, from the theme's variables."""
        hue, _, strength = name.partition("-")
        variables = self.app.theme_variables
        colour = Color.parse(variables[STYLES.get(hue, "selection")])
        if not strength:
            return colour
        return Color.parse(variables["panel"]).blend(colour, STRONGEST * int(strength) / STRENGTHS)


class Canvas(Painted, Generic[Shown]):
    """Shows what a function draws of a value, given that and (width, height) in cells."""

    def __init__(
        self,
        draw: Callable[[Shown, int, int], list[Line]],
        shown: Shown,
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._draw, self.value = draw, shown

    def show(self, shown: Shown) -> None:
        self.value = shown
        self.repaint()

    def paint(self, width: int, height: int) -> list[Line]:
        return self._draw(self.value, width, height)


class Draggable(Painted):
    """Calls `dragged` with the mouse's column at the press and at every move until it is let go."""

    def dragged(self, column: int) -> None:
        """The mouse holds this column."""

    def can_grab(self, row: int) -> bool:
        """Whether a press on this row takes hold."""
        return True

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if self.can_grab(event.y):
            self.capture_mouse()
            self.dragged(event.x)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self.app.mouse_captured is self:
            self.dragged(event.x)

    def on_mouse_up(self) -> None:
        self.release_mouse()
