"""The list of puzzles: Enter plays, the first click selects and the next one plays."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import OptionList


class PuzzleList(OptionList):
    """Textual's list of options, in which a puzzle can be looked at by mouse before it is played."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", "play", key_display="Enter")]

    playable = True
    """Whether the selected puzzle can be played; its screen knows."""
    _before_click: int | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A broken puzzle is not offered to be played."""
        return self.playable if action == "select" else True

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember what was selected before this click selects another."""
        self._before_click = self.highlighted

    def action_select(self) -> None:
        """Play the selected puzzle, unless this very click has selected it."""
        before, self._before_click = self._before_click, None
        if before is None or before == self.highlighted:
            super().action_select()

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Scroll to the selected puzzle, and with a chapter's first one also to the chapter's line above."""
        super().scroll_to_highlight(top)
        above = (self.highlighted or 0) - 1
        if 0 <= above < self.scroll_y and self.get_option_at_index(above).disabled:
            self.scroll_to(y=above, animate=False, immediate=True)
