"""A field to find rows of a list by typing part of a name."""

from __future__ import annotations

from textual.events import Key
from textual.widgets import Input


class FindField(Input):
    """Textual's field, to which its screen hands the keys that come before the field has the focus."""

    def take(self, event: Key) -> None:
        """Add what was typed while the focus was elsewhere, so that nothing is lost."""
        if not self.has_focus and event.is_printable and event.character:
            self.value += event.character
            self.cursor_position = len(self.value)
            event.stop()
