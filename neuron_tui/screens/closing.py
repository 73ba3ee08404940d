"""A screen that closes once, however often it is asked to."""

from __future__ import annotations

from typing import TypeVar

from textual.screen import Screen

Given = TypeVar("Given")


class ClosingScreen(Screen[Given]):
    """Textual's `dismiss` raises where a screen is closed already, and closes what covers it in its place."""

    _closed_once = False

    @property
    def gone(self) -> bool:
        """Whether it was closed."""
        return self._closed_once

    def close_once(self, given: Given | None = None) -> None:
        """Close with this result, unless that is done or something covers it."""
        if self.is_active and not self._closed_once:
            self._closed_once = True
            self.dismiss(given)
