"""A small dialog that asks who plays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from neuron_tui.puzzle.text import clean, some
from neuron_tui.tui.kit.cells import fit, visible
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.kit.text_field import TextField
from neuron_tui.tui.shell.framed import Dialog

LONGEST = 60
"""Characters of a name."""
SHOWN = 8
"""The most names of other players that are shown."""
NAME_WIDTH = 20


class WhoScreen(Dialog[str | None]):
    """Asks for a name; closes with it, or with None where all stays as it is."""

    HELP = """
    Type a name. Everybody has points of their own in the journal; a name that is not there yet begins
    at 0.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "play on", key_display="Enter"),
        Binding("escape", "dismiss", "back", key_display="Esc"),
        Binding("f1", "app.help", "all keys", key_display="F1"),
    ]

    def __init__(self, player: str, others: Sequence[str]) -> None:
        super().__init__()
        self._player, self._others = player, others

    def compose(self) -> ComposeResult:
        with Vertical(classes="frame") as frame:
            frame.border_title = "Who plays?"
            yield Static("Each player has points of their own.", classes="quiet", markup=False)
            yield TextField(visible(self._player), max_length=LONGEST)
            if self._others:
                names = [fit(name, NAME_WIDTH).strip() for name in self._others]
                yield Static(f"Others here: {some(names, SHOWN)}", classes="quiet", markup=False)
        yield KeyLine()

    def action_take(self) -> None:
        name = " ".join(clean(self.query_one(TextField).value).split())
        self.dismiss(name or None)
