"""Chooses whose figures are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from neuron_tui.tui.kit.cells import visible
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.kit.options import Options
from neuron_tui.tui.shell.framed import FramedScreen


class PlayerList(Options):
    """Textual's list of options, which tells what Enter does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "look at this one", key_display="Enter"),
        Binding("up", "cursor_up", "the one above", show=False, key_display="\u2191"),
        Binding("down", "cursor_down", "the one below", show=False, key_display="\u2193"),
    ]


class PlayerScreen(FramedScreen[str | None]):
    """The players of the journal; closes with the one that was chosen, or None."""

    DEFAULT_CSS = """
    PlayerScreen {
        & > .frame { width: 44; }
        OptionList, OptionList:focus {
            height: auto; max-height: 100%; border: none; padding: 0; background: $panel;
            scrollbar-size-vertical: 1; text-wrap: nowrap; text-overflow: ellipsis;
            background-tint: $foreground 0%;
            & > .option-list--option { padding: 0 2; }
            & > .option-list--option-highlighted { color: $mark; background: $selection; text-style: bold; }
        }
    }
    """
    HELP = "Choose whose figures you want to see. All of them have played with this journal."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "back", key_display="Esc"),
        Binding("question_mark,f1", "app.help", "all keys", key_display="?"),
    ]

    def __init__(self, players: Sequence[str], seen: str) -> None:
        super().__init__()
        self._players, self._seen = players, seen

    def compose(self) -> ComposeResult:
        with Vertical(classes="frame") as frame:
            frame.border_title = "Whose figures?"
            yield PlayerList(*(Option(Content(visible(player))) for player in self._players), markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(PlayerList).highlighted = self._players.index(self._seen)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._players[event.option_index])

    def action_close(self) -> None:
        self.dismiss()
