"""The panel that speaks: what to do, what is happening, what it meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from neuron_tui.tui.kit.cells import visible
from neuron_tui.tui.kit.painted import SCROLL_KEYS

Paragraph = Content | str
MUTED, STRONG, MARK = "$muted", "bold", "bold $mark"
"""Styles of what is said."""


class Words(VerticalScroll, inherit_bindings=False):
    """Paragraphs of plain text. Where they are longer than the panel, Tab takes hold of them to scroll."""

    BINDINGS: ClassVar[list[BindingType]] = SCROLL_KEYS
    DEFAULT_CSS = """
    Words {
        scrollbar-size-vertical: 1;
        &:focus { scrollbar-color: $mark; }
        & > Static { width: 1fr; height: auto; padding-right: 1; }
    }
    """

    class Moved(Message):
        """Other lines are in sight, or there are more or fewer below them."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._said: tuple[Paragraph, ...] = ()
        self._text = Static(markup=False)

    def compose(self) -> ComposeResult:
        yield self._text

    def allow_focus(self) -> bool:
        """Only what can be scrolled is worth taking hold of."""
        return self.max_scroll_y > 0

    @property
    def lines_below(self) -> int:
        """How many lines lie below the lower edge."""
        return self.max_scroll_y - self.scroll_offset.y

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Moved())

    def watch_virtual_size(self) -> None:
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        self.post_message(self.Moved())

    def say(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show these paragraphs, from the top."""
        said = tuple(paragraph for paragraph in paragraphs if paragraph)
        if said != self._said:
            self._said = said
            self._text.update(together(said))
            self.scroll_home(animate=False)


def more_below(lines: int, key: str) -> str:
    """How much more there is to read, and the key that leads there; empty where all is seen."""
    return f"{lines} more line{'s' * (lines != 1)} \u00b7 {key}" if lines else ""


def more_rows(rows: int) -> str:
    """How many rows of a table are above or below what is seen, and the keys that lead there; or nothing."""
    return f"{rows} more row{'s' * (rows != 1)} \u00b7 \u2191\u2193" if rows > 0 else ""


def together(paragraphs: Sequence[Paragraph]) -> Content:
    """Paragraphs with a blank line between them."""
    return Content("\n\n").join(
        Content(paragraph) if isinstance(paragraph, str) else paragraph for paragraph in paragraphs
    )


def paragraphs(text: str) -> list[str]:
    """A text from a file as its paragraphs; a line that was broken by hand flows on."""
    return [visible(part) for part in re.split(r"\n\s*\n", text)]
