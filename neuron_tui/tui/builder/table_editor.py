"""The table of a puzzle that is being made: a cursor over names, inputs and answers, keys and the mouse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message

from neuron_tui.game.builder.draft import Draft
from neuron_tui.puzzle.puzzle import Answer
from neuron_tui.tui.builder.sheet import NAMES, Places, Sheet
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.painted import Painted

MOVE = Binding.Group("move")
SET = Binding.Group("fill in")


@dataclass(frozen=True)
class Brush:
    """What the mouse paints with, over inputs or over answers; `stroke` is a name of its own."""

    value: Answer
    answers: bool
    stroke: str


class TableEditor(Painted, can_focus=True, inherit_bindings=False):
    """Shows a draft, and has it changed; it remembers the cursor only."""

    DEFAULT_CSS = """
    TableEditor { height: 1fr; &:focus { scrollbar-color: $mark; } }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("0", "set(0)", "fill in", tooltip="0, and on to the next cell", group=SET),
        Binding("1", "set(1)", "fill in", tooltip="1, and on to the next cell", group=SET),
        Binding("enter,space", "turn", "change", key_display="Enter", tooltip="turn a cell, type a name"),
        Binding("delete", "remove", "remove", key_display="Del", tooltip="remove a row, or an input"),
        Binding("plus", "add", "add", show=False, key_display="+", tooltip="add a row, or an input"),
        Binding("up", "go(-1, 0)", "move", show=False, key_display="\u2191", tooltip="above", group=MOVE),
        Binding("down", "go(1, 0)", "move", show=False, key_display="\u2193", tooltip="below", group=MOVE),
        Binding("left", "go(0, -1)", "move", show=False, key_display="\u2190", tooltip="left", group=MOVE),
        Binding("right", "go(0, 1)", "move", show=False, key_display="\u2192", tooltip="right", group=MOVE),
        Binding(
            "shift+up", "carry(-1)", "carry", show=False, key_display="Shift+\u2191", tooltip="the row up"
        ),
        Binding(
            "shift+down", "carry(1)", "carry", show=False, key_display="Shift+\u2193", tooltip="the row down"
        ),
    ]

    @dataclass
    class NameWanted(Message):
        """A name is to be typed: of an input, or in the column after them of the output.

        `typed` is its first letter, where there is one already.
        """

        column: int
        typed: str = ""

    class Moved(Message):
        """The cursor is somewhere else, or something else is there."""

    def __init__(self, draft: Callable[[], Draft], change: Callable[[Draft, str], None]) -> None:
        """`draft` gives the one of now. `change` takes the one after a change at once, for the next key may
        be there already; changes of one stroke belong together.
        """
        super().__init__(id="table")
        self._draft, self._take = draft, change
        self._outputs: tuple[float, ...] = ()
        self._faulty: frozenset[int] = frozenset()
        self._line, self.column = 0, 0
        unsaid = [row for row, each in enumerate(self.draft.rows) if each.answer is None]
        if unsaid:  # a picture that was drawn, for example
            self._line, self.column = self.sheet.line_of(unsaid[0]), self.draft.width
        self._brush: Brush | None = None
        self._carrying = False
        self._strokes = 0

    @property
    def draft(self) -> Draft:
        return self._draft()

    @property
    def sheet(self) -> Sheet:
        """What is shown now."""
        return Sheet(self.draft, self._line, self.column, self.has_focus, self._outputs, self._faulty)

    @property
    def row(self) -> int | None:
        """The row of the cursor; None on the names, and where a row can be added."""
        return self.sheet.row_at(self._line)

    @property
    def how(self) -> str:
        """What can be done where the cursor is."""
        if self._line == NAMES:
            more = "" if self.column == self.draft.width else " Del removes the input, + adds one."
            return f"Type another name.{more}"
        asked = self.sheet.adds(self._line)
        if asked is not None:
            more = " Its answer comes last." if asked else " \u2191 leads to the names." * (self._line == 0)
            return f"Type 0 or 1: a row begins.{more}"
        if self.draft.about.picture:
            return "0 and 1 fill in and go on. Tab leads to the picture, to draw it."
        return "0 and 1 fill in and go on, Enter turns. Shift+\u2191 \u2193 takes the row along."

    def show(self, outputs: tuple[float, ...], faulty: frozenset[int]) -> None:
        """Show the draft with the neuron's outputs, none where it has none, and the rows with a fault."""
        self._outputs, self._faulty = outputs, faulty
        self._go(self._line, self.column)

    def _go(self, line: int, column: int) -> None:
        """Put the cursor there, or as near as can be."""
        was_on_name = self._line == NAMES
        self._line = max(min(line, self.sheet.last), NAMES)
        if was_on_name != (self._line == NAMES):
            self.refresh_bindings()  # letters are commands, or none any more
        self.column = max(min(column, self.draft.width), 0)
        self.set_rows(len(self.draft.rows) + 4)
        self.bring_into_sight(max(self.sheet.below_names(self._line), 0), self._room.height - 1)
        self.repaint()
        self.post_message(self.Moved())

    def _change(self, draft: Draft, stroke: str = "") -> None:
        if draft != self.draft:
            self._take(draft, stroke)

    def on_focus(self) -> None:
        self.repaint()

    def on_blur(self) -> None:
        self.repaint()

    def paint(self, width: int, height: int) -> list[Line]:
        """The names stay on top while the rows scroll under them."""
        return self.sheet.lines(width, self.scroll_offset.y, height)

    @property
    def cursor_cell(self) -> Offset | None:
        """The cell of the cursor; where a row can be added, the mark before it."""
        if self.row is None and self._line != NAMES:
            return super().cursor_cell
        below = self.sheet.below_names(self._line) + 1 - self.scroll_offset.y
        return Offset(Places.of(self.draft, self._room.width).starts[self.column], max(below, 0))

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """On a name, letters are no commands."""
        return self._line == NAMES and character is not None and character.isalpha()

    def on_key(self, event: events.Key) -> None:
        """Begin a name with the letter that is typed on it."""
        if event.character is not None and self.check_consume_key(event.key, event.character):
            event.stop().prevent_default()
            self.post_message(self.NameWanted(self.column, event.character))

    def action_go(self, lines: int, columns: int) -> None:
        self._go(self._line + lines, self.column + columns)

    def go_to(self, column: int) -> None:
        """Go to another cell of the same row."""
        self._go(self._line, column)

    def draw(self, points: tuple[int, ...], stroke: str) -> None:
        """Give the row other inputs."""
        if (row := self.row) is not None:
            self._change(self.draft.draw(row, points), stroke)
            self._go(self._line, self.column)

    def go_on(self) -> None:
        """Go to the next cell, or to the first of the next line."""
        last = self.column == self.draft.width
        self._go(self._line + last, 0 if last else self.column + 1)

    def action_set(self, value: int) -> None:
        """Fill in the cell and go on to the next; where there is no row yet, begin one."""
        if self.sheet.adds(self._line) is not None:
            self.action_add()
        if (row := self.row) is not None:
            self._change(self.draft.set_cell(row, self.column, value))
            self.go_on()

    def action_turn(self) -> None:
        if self._line == NAMES:
            self.post_message(self.NameWanted(self.column))
        elif (row := self.row) is None:
            self.action_add()
        else:
            self._change(self.draft.set_cell(row, self.column, self.draft.turned(row, self.column)))
            self._go(self._line, self.column)

    def action_add(self) -> None:
        """Add an input where the names are, else a row."""
        if self._line == NAMES:
            self._change(self.draft.add_input(min(self.column + 1, self.draft.width)))
            self._go(NAMES, self.column + 1)
            return
        row, asked = self.row, self.sheet.adds(self._line) is True
        line = self._line
        if row is not None:
            line, asked = line + 1, self.draft.rows[row].asked
        self._change(self.draft.add_row(line - asked, asked=asked))
        self._go(line, 0)

    def action_remove(self) -> None:
        if (row := self.row) is not None:
            self._change(self.draft.remove_row(row))
        elif self._line == NAMES and self.column < self.draft.width:
            self._change(self.draft.remove_input(self.column))
        self._go(self._line, self.column)

    def action_carry(self, steps: int) -> None:
        """Take the row along; beyond the last example it becomes a row to guess."""
        if (row := self.row) is not None:
            draft, place = self.draft.move_row(row, steps)
            self._change(draft)
            self._go(self.sheet.line_of(place), self.column)

    def _place_of(self, event: events.MouseEvent) -> tuple[int | None, int | None]:
        """The line and the column under the mouse."""
        at = event.get_content_offset(self)
        if at is None:
            return None, None
        line = NAMES if at.y == 0 else self.sheet.line_at(at.y - 1 + self.scroll_offset.y)
        return line, Places.of(self.draft, self._room.width).column_at(at.x)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Turn the cell, or do what the sign or the words there say; beside its cells, take hold of a row."""
        line, column = self._place_of(event)
        if line is None:
            return
        self._go(line, self.column if column is None else column)
        row = self.row
        if row is not None:
            self._press(row, column)
        elif line != NAMES or column is not None:
            if line == NAMES and event.x == Places.of(self.draft, self._room.width).plus:
                self._go(NAMES, self.draft.width - 1)
                self.action_add()
            else:
                self.action_turn()

    def _press(self, row: int, column: int | None) -> None:
        """Begin to paint with what a cell becomes, or to carry the row."""
        self.capture_mouse()
        self._carrying = column is None
        if column is not None:
            self._strokes += 1
            value = self.draft.turned(row, column)
            self._brush = Brush(value, column == self.draft.width, f"paint {self._strokes}")
            self._paint_cell(self._brush, row, column)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        line, column = self._place_of(event)
        if self.app.mouse_captured is not self or line is None:
            return
        row = self.sheet.row_at(line)
        if self._carrying:
            self._carry_to(line)
        elif self._brush and row is not None and column is not None:
            self._paint_cell(self._brush, row, column)

    def on_mouse_up(self) -> None:
        self.release_mouse()
        self._brush, self._carrying = None, False

    def _paint_cell(self, brush: Brush, row: int, column: int) -> None:
        """Give the cell the brush's value, where it can have that."""
        fits = brush.value is not None or self.draft.rows[row].asked
        if fits and brush.answers is (column == self.draft.width):
            self._change(self.draft.set_cell(row, column, brush.value), brush.stroke)
            self._go(self.sheet.line_of(row), column)

    def _carry_to(self, line: int) -> None:
        """Take the row along to a line; to where a row is added only in the other part."""
        row, before = self.row, None
        if row is None or self.sheet.adds(line) is self.draft.rows[row].asked:
            return
        while line != self._line and before != self.draft:
            before = self.draft
            self.action_carry(1 if line > self._line else -1)
