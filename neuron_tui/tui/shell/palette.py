"""Textual's command palette, which ends the game neither by a page key nor by being closed twice."""

from __future__ import annotations

from textual.command import CommandList, CommandPalette

from neuron_tui.tui.shell.game_screen import GameScreen


class Palette(CommandPalette, GameScreen[None]):
    """The palette. Textual's looks for lines that its list does not have before it is laid out."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of the list work once it is laid out."""
        if action == "command_list":
            return any(commands.size.height for commands in self.query(CommandList))
        return super().check_action(action, parameters)
