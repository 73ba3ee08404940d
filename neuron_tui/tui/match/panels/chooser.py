"""The base of a short list of things to change: one of them is chosen, and some lines are above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive

from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.painted import Painted

LESS, MORE = "\u25c2 ", " \u25b8"
"""Stand on either side of what the arrow keys change."""
CHANGE = Binding.Group("change")
CHOOSE = Binding.Group("choose")


class Chooser(Painted, can_focus=True, inherit_bindings=False):
    """Up and Down choose, Left and Right change, and so does the mouse. The lines above never scroll."""

    DEFAULT_CSS = """
    Chooser { height: auto; &:focus { scrollbar-color: $mark; } }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "change(-1)", "change", key_display="\u2190", group=CHANGE),
        Binding("right", "change(1)", "the other way", key_display="\u2192", group=CHANGE),
        Binding("enter", "take", "take it", show=False, key_display="Enter"),
        Binding("up", "choose(-1)", "the one above", key_display="\u2191", group=CHOOSE),
        Binding("down", "choose(1)", "the one below", key_display="\u2193", group=CHOOSE),
    ]

    @dataclass
    class Chosen(Message):
        """Another one is looked at."""

        index: int

    chosen = reactive(0, repaint=False)

    def head(self, width: int) -> list[Line]:
        """The lines above. Overridden by each list."""
        raise NotImplementedError

    def rows(self, width: int) -> Sequence[Line]:
        """A line for each thing that can be chosen. Overridden by each list."""
        raise NotImplementedError

    @property
    def count(self) -> int:
        """How many things there are. Overridden by each list."""
        raise NotImplementedError

    def change(self, index: int, steps: int) -> None:
        """Change one of them by some steps. Overridden by each list."""
        raise NotImplementedError

    def take(self, index: int) -> None:
        """Do what one of them says. Overridden where that is not the same as changing it."""
        self.change(index, 1)

    def pressed(self, index: int, column: int, again: bool) -> None:
        """A click on one of them; `again` where it was chosen before. Overridden by each list."""
        raise NotImplementedError

    @property
    def _head_height(self) -> int:
        return len(self.head(self._room.width))

    def changed(self) -> None:
        """What it shows is not as before."""
        self.chosen = self.validate_chosen(self.chosen)
        self.set_rows(self._head_height + self.count)
        self.call_after_refresh(self._keep_in_sight)
        self.repaint()

    def on_resize(self) -> None:
        self.changed()

    def validate_chosen(self, index: int) -> int:
        """It stays within the list."""
        return max(min(index, self.count - 1), 0)

    def watch_chosen(self, index: int) -> None:
        self._keep_in_sight()
        self.repaint()
        self.post_message(self.Chosen(index))

    def _keep_in_sight(self) -> None:
        """Scroll to the chosen one where it is out of sight."""
        self.set_rows(self._head_height + self.count)  # next to a scrollbar the lines above may be more
        top, height = self.scroll_offset.y, self._room.height - self._head_height
        if height > 0 and not top <= self.chosen < top + height:
            row = self.chosen if self.chosen < top else self.chosen - height + 1
            self.scroll_to(y=row, animate=False, immediate=True)

    def paint(self, width: int, height: int) -> list[Line]:
        if not self.count:
            return []
        head, top = self.head(width), self.scroll_offset.y
        return [*head, *self.rows(width)[top : top + max(height - len(head), 0)]]

    def action_choose(self, steps: int) -> None:
        """Look at another one; after the last comes the first."""
        self.chosen = (self.chosen + steps) % max(self.count, 1)

    def action_change(self, steps: int) -> None:
        self.change(self.chosen, steps)

    def action_take(self) -> None:
        self.take(self.chosen)

    def place_at(self, event: events.MouseEvent) -> tuple[int, int] | None:
        """Which one is under the mouse, and the column there."""
        at = event.get_content_offset(self)
        head = self._head_height
        if at is None or at.y < head or at.y - head + self.scroll_offset.y >= self.count:
            return None
        return at.y - head + self.scroll_offset.y, at.x

    def on_click(self, event: events.Click) -> None:
        place = self.place_at(event)
        if place is not None:
            was, self.chosen = self.chosen, place[0]
            self.pressed(*place, again=was == place[0])
