"""A short list of things to change: one of them is chosen, and some lines are above them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive

from neuron_tui.tui.kit.cells import Line, Span
from neuron_tui.tui.kit.glyphs import SELECTED
from neuron_tui.tui.kit.painted import Painted

LESS, MORE = "\u25c2 ", " \u25b8"
"""The arrows on either side of what the arrow keys change."""
CHANGE = Binding.Group("change")
CHOOSE = Binding.Group("choose")


@dataclass(frozen=True)
class Choice:
    """A thing to change, on a line of its own.

    `buttons`: columns from which on a click changes it by some steps, or takes it (0). `slider`: the columns
    along which it can be dragged.
    """

    line: Line
    buttons: tuple[tuple[int, int], ...] = ()
    slider: range = range(0)

    def steps_at(self, column: int) -> int | None:
        """What the button at a column does, None where there is none."""
        return next((steps for start, steps in reversed(self.buttons) if start <= column), None)


def marked(spans: Iterable[Span], chosen: bool) -> Line:
    """A choice's line with a mark before it, where it is the chosen one."""
    back = " selected" if chosen else ""
    mark = (f"{SELECTED} " if chosen else "  ", "accent" + back)
    return (mark, *((text, style + back) for text, style in spans))


@dataclass(frozen=True)
class Choices:
    """The lines above, and what there is to choose from."""

    head: tuple[Line, ...]
    rows: tuple[Choice, ...]


class Chooser(Painted, can_focus=True, inherit_bindings=False):
    """Shows what a function makes of (the index of the chosen one, the width). The lines above never scroll.

    Up and Down choose, Left and Right change, and so does the mouse.
    """

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
        """Another one is chosen."""

        index: int

    @dataclass
    class Changed(Message):
        """One is changed by some steps, back where negative; fine steps are small ones."""

        index: int
        steps: int
        fine: bool = False

    @dataclass
    class Taken(Message):
        """Enter on one of them."""

        index: int

    chosen = reactive(0, repaint=False)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._draw: Callable[[int, int], Choices] = lambda *_: Choices((), ())

    def show(self, draw: Callable[[int, int], Choices]) -> None:
        """Show another list, or other values in it."""
        self._draw = draw
        self._arrange()

    @property
    def choices(self) -> Choices:
        """What is shown now."""
        return self._draw(self.chosen, self._room.width)

    def _arrange(self) -> None:
        self.chosen = self.validate_chosen(self.chosen)
        self._set_rows()
        self.call_after_refresh(self._keep_in_sight)
        self.repaint()

    def on_resize(self) -> None:
        self._arrange()

    def validate_chosen(self, index: int) -> int:
        """It stays within the list."""
        return max(min(index, len(self.choices.rows) - 1), 0)

    def watch_chosen(self, index: int) -> None:
        self._keep_in_sight()
        self.repaint()
        self.post_message(self.Chosen(index))

    def _set_rows(self) -> int:
        """Say how many rows there are. Returns how many lines are above them."""
        choices = self.choices
        self.set_rows(len(choices.head) + len(choices.rows))
        return len(choices.head)

    def _keep_in_sight(self) -> None:
        """Scroll to the chosen one where it is out of sight."""
        head = self._set_rows()  # next to a scrollbar the lines above may be more
        self.bring_into_sight(self.chosen, self._room.height - head)

    def paint(self, width: int, height: int) -> list[Line]:
        choices, top = self._draw(self.chosen, width), self.scroll_offset.y
        rows = choices.rows[top : top + max(height - len(choices.head), 0)]
        return [*choices.head, *(row.line for row in rows)]

    def action_choose(self, steps: int) -> None:
        """Choose another one; after the last comes the first."""
        self.chosen = (self.chosen + steps) % max(len(self.choices.rows), 1)

    def action_change(self, steps: int) -> None:
        self.post_message(self.Changed(self.chosen, steps))

    def action_take(self) -> None:
        self.post_message(self.Taken(self.chosen))

    def choice_at(self, event: events.MouseEvent) -> tuple[int, int, Choice] | None:
        """Which one is under the mouse, and the column there."""
        at, choices = event.get_content_offset(self), self.choices
        if at is None or at.y < len(choices.head):
            return None
        index = at.y - len(choices.head) + self.scroll_offset.y
        return (index, at.x, choices.rows[index]) if index < len(choices.rows) else None

    def on_click(self, event: events.Click) -> None:
        if (found := self.choice_at(event)) is None:
            return
        self.chosen, column, choice = found
        steps = choice.steps_at(column)
        if steps is not None:
            self.post_message(self.Changed(self.chosen, steps) if steps else self.Taken(self.chosen))
