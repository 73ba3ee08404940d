"""A field for a text of several paragraphs: a few lines of it, and more while it is typed in."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Paste
from textual.widgets import TextArea

from neuron_tui.puzzle.text import clean


def tidy(text: str) -> str:
    """The text as a file may hold it: no control characters, and nothing blank around it."""
    lines = (clean(line.expandtabs(1)).rstrip() for line in text.split("\n"))
    return "\n".join(lines).strip()


class LongText(TextArea):
    """Textual's text area, which the arrow keys leave at its ends; it shows its beginning when it is left."""

    BINDINGS: ClassVar[list[BindingType]] = []  # help lists none of the keys that edit a text
    DEFAULT_CSS = """
    LongText {
        &, &:focus { height: 1; border: none; padding: 0; background: $selection; }
        scrollbar-size-vertical: 1;
        &:focus { height: auto; max-height: 6; }
        & > .text-area--placeholder { color: $muted; }
    }
    """

    def __init__(self, text: str, empty: str, *, id: str) -> None:
        """`empty` stands there where there is no text."""
        super().__init__(tidy(text), id=id, placeholder=empty, highlight_cursor_line=False)

    def show(self, text: str) -> None:
        """Show another text, unless it is this one as it is being typed."""
        if tidy(self.text) != tidy(text):
            self.load_text(tidy(text))

    def on_focus(self) -> None:
        self.move_cursor(self.document.end)

    def on_blur(self) -> None:
        self.move_cursor((0, 0))

    def action_cursor_up(self, select: bool = False) -> None:
        self._go(super().action_cursor_up, select, self.screen.focus_previous)

    def action_cursor_down(self, select: bool = False) -> None:
        self._go(super().action_cursor_down, select, self.screen.focus_next)

    def _go(self, move: Callable[[bool], None], select: bool, leave: Callable[[], object]) -> None:
        before = self.cursor_location
        move(select)
        if self.cursor_location == before and not select:
            leave()

    def on_paste(self, event: Paste) -> None:
        """Without its control characters, which would reach the terminal as they are."""
        event.prevent_default().stop()
        pasted = "\n".join(clean(line) for line in event.text.expandtabs(1).splitlines())
        self.replace(pasted, *self.selection)
