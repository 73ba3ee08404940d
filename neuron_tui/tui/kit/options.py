"""Textual's list of options, in which a click may come after its option has gone."""

from __future__ import annotations

from textual import events
from textual.widgets import OptionList


class Options(OptionList):
    """Ignores such a click. Textual itself would look up an option that is not there, and end the app."""

    def on_click(self, event: events.Click) -> None:
        if event.style.meta.get("option", -1) >= self.option_count:
            event.prevent_default()
