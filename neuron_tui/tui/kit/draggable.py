"""What can be taken hold of with the mouse and dragged along a line."""

from __future__ import annotations

from textual import events

from neuron_tui.tui.kit.painted import Painted


class Draggable(Painted):
    """Calls `dragged` with the mouse's column at the press and at every move until it is let go."""

    def dragged(self, column: int) -> None:
        """The mouse holds this column. Overridden by what is dragged."""
        raise NotImplementedError

    def can_grab(self, row: int) -> bool:
        """Whether a press on this row takes hold."""
        return True

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if self.can_grab(event.y):
            self.capture_mouse()
            self.dragged(event.x)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self.app.mouse_captured is self:
            self.dragged(event.x)

    def on_mouse_up(self) -> None:
        self.release_mouse()
