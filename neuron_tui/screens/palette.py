"""Textual's command palette, which ends the game neither by a page key nor by being closed twice."""

from __future__ import annotations

from textual.command import CommandList, CommandPalette

from neuron_tui.screens.closing import ClosingScreen


class Palette(CommandPalette, ClosingScreen[None]):
    """The palette. Where nothing is found, Textual's would look for a line of an empty list."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of the list work where it can be seen, and something is in it."""
        if action == "command_list":
            return any(commands.option_count and commands.size.height for commands in self.query(CommandList))
        return super().check_action(action, parameters)
