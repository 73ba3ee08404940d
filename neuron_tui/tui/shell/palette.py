"""Textual's command palette, which nobody can end the game with, however quick they are."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.command import CommandList, CommandPalette

from neuron_tui.tui.kit.options import Options
from neuron_tui.tui.shell.game_screen import GameScreen


class Commands(CommandList, Options):
    """The list of what was found."""


class Palette(CommandPalette, GameScreen[None]):
    """The palette. Textual's looks for lines that its list does not have before it is laid out."""

    def compose(self) -> ComposeResult:
        for widget in super().compose():
            yield Commands() if isinstance(widget, CommandList) else widget

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of the list work once it is laid out."""
        if action == "command_list":
            return any(commands.size.height for commands in self.query(CommandList))
        return super().check_action(action, parameters)
