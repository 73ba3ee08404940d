"""The base of every screen of the game: what each needs from Textual's own `Screen` and does not get."""

from __future__ import annotations

from typing import TypeVar

from textual import on
from textual.await_complete import AwaitComplete
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

    @on(Prune)
    def _end_workers(self) -> None:
        """End the workers now. Textual ends them when the widgets that they query are gone already."""
        self.workers.cancel_node(self)
