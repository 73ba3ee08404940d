"""Textual's command palette, which nobody can end the game with, however quick they are."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.command import CommandInput, CommandList, CommandPalette

from neuron_tui.tui.kit.options import Options
from neuron_tui.tui.kit.text_field import OneLine
from neuron_tui.tui.shell.game_screen import GameScreen


class Commands(CommandList, Options):
    """The list of what was found."""


class Wanted(CommandInput, OneLine):
    """The line to type in."""


class Palette(CommandPalette, GameScreen[None]):
    """The palette. Textual's looks for lines that its list does not have before it is laid out."""

    def compose(self) -> ComposeResult:
        """Textual's own, with our lists and lines."""
        for widget in super().compose():
            match widget:
                case CommandList():
                    yield Commands()
                case CommandInput():
                    yield Wanted(placeholder=widget.placeholder, select_on_focus=False)
                case _:
                    yield widget

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of the list work once it is laid out."""
        if action == "command_list":
            return any(commands.size.height for commands in self.query(CommandList))
        return super().check_action(action, parameters)
