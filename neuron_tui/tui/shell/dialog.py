"""The base of the small dialogs that ask for one line of text."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from neuron_tui.tui.shell.framed import FramedScreen
from neuron_tui.tui.shell.game_screen import Result


class Dialog(FramedScreen[Result]):
    """A frame in the middle of the screen, with a field and what there is to say around it."""

    DEFAULT_CSS = """
    Dialog {
        & > .frame { width: 72; padding: 1 3; }
        Input, Input:focus { height: 1; border: none; padding: 0 1; background: $selection; margin: 1 0; }
        Static { width: 1fr; height: auto; }
        .quiet { color: $muted; }
    }
    """


class SaveField(Input):
    """Textual's field, which tells that Enter saves."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", "save", key_display="Enter")]


class PlayerField(Input):
    """Textual's field, which tells that Enter plays on under this name."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", "play on", key_display="Enter")]
