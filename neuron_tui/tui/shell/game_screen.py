"""The base of every screen of the game: what each needs from Textual's own `Screen` and does not get."""

from __future__ import annotations

from typing import TypeVar

from textual import on
from textual.await_complete import AwaitComplete
from textual.events import Compose
from textual.messages import Prune
from textual.screen import Screen

Result = TypeVar("Result")


class GameScreen(Screen[Result]):
    """Closes once, however often it is asked to, and its workers end before its widgets go."""

    dismissed = False

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close with this result, unless that is done or another screen covers this one.

        Textual's own `dismiss` raises in the first case and closes the other screen in the second.
        """
        if self.dismissed or not self.is_active:
            return AwaitComplete()
        self.dismissed = True
        return super().dismiss(result)

    @on(Compose)
    def _apply_breakpoints(self) -> None:
        """Set the classes of the breakpoints before the first frame. Textual sets them after it."""
        for cells, breakpoints in zip(
            self.app.size, (self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS), strict=True
        ):
            reached = [name for least, name in sorted(breakpoints or ()) if cells >= least]
            self.add_class(*reached[-1:])

    @on(Prune)
    def _end_workers(self) -> None:
        """End the workers now. Textual ends them when the widgets that they query are gone already."""
        self.workers.cancel_node(self)
