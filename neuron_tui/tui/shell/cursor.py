"""Where the terminal's cursor stands: on what is selected, so that a magnifier or a screen reader follows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast
from weakref import WeakKeyDictionary

from textual.dom import DOMNode
from textual.geometry import Offset, Size
from textual.screen import Screen
from textual.widget import Widget

from neuron_tui.tui.kit.options import Options
from neuron_tui.tui.kit.painted import Painted


class TerminalCursor:
    """Stays on the widget with the keys, or else on the one whose selection was the last to move."""

    def __init__(self) -> None:
        self._before: WeakKeyDictionary[Widget, tuple[Offset | None, Size]] = WeakKeyDictionary()
        """What was selected in each widget when it was last in sight, and how large that was."""
        self._on: Widget | None = None

    def place_on(self, screen: Screen[object]) -> Offset:
        """The cell of the screen where it is to stand; the top left one where nothing is selected."""
        focused = screen.focused
        if focused is not None and hasattr(focused, "cursor_screen_offset"):  # a line to type in
            return cast("Offset", focused.cursor_screen_offset)
        cells: dict[Widget, Offset | None] = {widget: widget.cursor_cell for widget in _in_sight(screen)}
        moved = [widget for widget, cell in cells.items() if self._has_moved(widget, cell)]
        self._before.update((widget, (cell, widget.size)) for widget, cell in cells.items())
        for widget in (focused, *moved, self._on, *cells):
            if widget is not None and (cell := cells.get(widget)) is not None:
                self._on = widget
                return widget.content_region.offset + cell
        return Offset(0, 0)

    def _has_moved(self, widget: Widget, cell: Offset | None) -> bool:
        """Whether another cell is selected; in a widget of another size it may be the same, elsewhere."""
        before, size = self._before.get(widget, (cell, widget.size))
        return before != cell and size == widget.size


def _in_sight(node: DOMNode) -> Iterator[Painted | Options]:
    """The widgets in which something may be selected, in the order in which they stand."""
    for child in node.displayed_children:
        if isinstance(child, Options) or (isinstance(child, Painted) and child.is_painted):
            yield child
        yield from _in_sight(child)
