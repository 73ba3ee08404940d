"""A line to type in."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.events import Key, Paste
from textual.widgets import Input

from neuron_tui.tui.kit.cells import visible
from neuron_tui.tui.kit.moments import moves


class OneLine(Input):
    """Takes what is pasted as one line of text."""

    def on_mount(self) -> None:
        self.cursor_blink = moves(self.app)

    def on_paste(self, event: Paste) -> None:
        """Without its control characters, which would reach the terminal as they are."""
        event.prevent_default().stop()
        self.replace(visible(event.text), *self.selection)


class TextField(OneLine):
    """Textual's input, which leaves Enter and the scroll keys to the bindings of its screen.

    (An input is one line: nothing in it could be scrolled.)
    """

    BINDINGS: ClassVar[list[BindingType]] = []  # help lists none of the keys that edit a line

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action not in ("submit", "scroll_up", "scroll_down", "page_up", "page_down")

    def take(self, event: Key) -> None:
        """Add what was typed while the focus was elsewhere, so that nothing is lost."""
        if not self.has_focus and event.is_printable and event.character:
            self.value += event.character
            self.cursor_position = len(self.value)
            event.stop()
