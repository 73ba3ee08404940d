"""Textual's list of options, which marks the chosen one; a click may come after its option has gone."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.geometry import Offset
from textual.strip import Strip
from textual.widgets import OptionList

from neuron_tui.tui.kit.glyphs import SELECTED


class Options(OptionList):
    """Each option leaves its first cell to the mark, so that not only a colour tells the chosen one."""

    @property
    def cursor_cell(self) -> Offset | None:
        """The cell of the mark, from the top left of the content; None where it is not in sight."""
        if self.highlighted is None or self.highlighted not in self._index_to_line:
            return None
        line = self._index_to_line[self.highlighted] - self.scroll_offset.y
        return Offset(0, line) if 0 <= line < self.size.height else None

    def render_line(self, y: int) -> Strip:
        strip, line = super().render_line(y), self.scroll_offset.y + y
        chosen = self.highlighted
        if chosen is None or line != self._index_to_line.get(chosen) or not strip.text.startswith(" "):
            return strip
        _, style, _ = next(iter(strip))
        return Strip.join([Strip([Segment(SELECTED, style)], 1), strip.crop(1)])

    def on_resize(self) -> None:
        """Keep the chosen one in sight, also where the size has changed on another screen."""
        self.scroll_to_highlight()

    def on_click(self, event: events.Click) -> None:
        """Ignore it where there is no such option. Textual would look it up all the same, and end the app."""
        if event.style.meta.get("option", -1) >= self.option_count:
            event.prevent_default()
