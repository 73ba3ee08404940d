"""The field to find a puzzle by typing."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input


class SearchField(Input):
    """Textual's field, which tells what Enter does."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", "play", key_display="Enter")]
