"""A screen that closes once, however often it is asked to."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

Given = TypeVar("Given")


class ClosingScreen(Screen[Given]):
    """Textual's own `dismiss` raises where a screen is closed already, and closes what covers it instead."""

    gone = False
    """Whether it was closed."""

    def dismiss(self, result: Given | None = None) -> AwaitComplete:
        """Close with this result, unless that is done or something covers the screen."""
        if self.gone or not self.is_active:
            return AwaitComplete()
        self.gone = True
        return super().dismiss(result)
