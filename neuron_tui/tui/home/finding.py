"""Finding a puzzle by typing: a field over the list, which shows what fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import Key

from neuron_tui.tui.home.puzzle_list import PuzzleList
from neuron_tui.tui.shell.game_screen import GameScreen

if TYPE_CHECKING:
    from textual.widgets import Input

    from neuron_tui.tui.kit.field import Field


class FindingScreen(GameScreen[None]):
    """A screen with a list of puzzles in `#choice`. What is typed is `wanted`; `fill` shows it."""

    def __init__(self) -> None:
        super().__init__()
        self.wanted = ""
        self.field: Field | None = None

    def fill(self) -> None:
        """Make the list anew. For the screen that has it."""
        raise NotImplementedError

    def action_filter(self) -> None:
        if self.field is None:
            from neuron_tui.tui.kit.field import Field  # only now: home is to open at once

            self.field = Field(placeholder="part of a title")
            self.query_one("#choice").mount(self.field, before=0)
        self.field.focus()
        self.refresh_bindings()

    async def action_all(self) -> None:
        if self.field is not None:
            await self.field.remove()
        self.field, self.wanted = None, ""
        self.fill()
        self.query_one(PuzzleList).focus()
        self.refresh_bindings()

    def on_input_changed(self, event: Input.Changed) -> None:
        self.wanted = event.value
        self.fill()

    def on_key(self, event: Key) -> None:
        """From the field, the arrow keys walk the list; what is typed before it is there is not lost."""
        if self.field is None:
            return
        self.field.take(event)
        if event.key in ("down", "up") and self.field.has_focus:
            options = self.query_one(PuzzleList)
            move = options.action_cursor_down if event.key == "down" else options.action_cursor_up
            move()
            event.stop()
