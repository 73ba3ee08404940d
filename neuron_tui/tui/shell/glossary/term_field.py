"""The field to find a term by typing."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input


class TermField(Input):
    """Textual's field, whose arrow and page keys scroll what was found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "screen.scroll(-1)", "scroll", key_display="\u2191\u2193"),
        Binding("down", "screen.scroll(1)", "scroll", show=False, key_display="\u2193"),
        Binding("pageup", "screen.scroll(-12)", "a page up", show=False, key_display="PgUp"),
        Binding("pagedown", "screen.scroll(12)", "a page down", show=False, key_display="PgDn"),
    ]
