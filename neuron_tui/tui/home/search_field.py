"""The field to find a puzzle by typing."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from neuron_tui.tui.kit.find_field import FindField


class SearchField(FindField):
    """Says what Enter does here."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", "play", key_display="Enter")]
