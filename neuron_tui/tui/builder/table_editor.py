"""The table of a puzzle that is being made: a cursor over names, inputs and answers, keys and the mouse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from neuron_tui.game.builder.draft import Draft
from neuron_tui.game.explain.numbers import answer_side, probability
from neuron_tui.puzzle.file.rows import written
from neuron_tui.puzzle.puzzle import Answer
from neuron_tui.tui.kit.cells import Line, Span, cut, width_of, width_of_line
from neuron_tui.tui.kit.glyphs import OFF, ON, SELECTED
from neuron_tui.tui.kit.neuron_numbers import answer_style
from neuron_tui.tui.kit.painted import Painted
from neuron_tui.tui.kit.table.columns import OUTPUT_WIDTH, TableColumns
from neuron_tui.tui.kit.table.table import side_mark

BLANK = "_"
"""An answer that is still missing."""
FAULTY = "!"
ADD = {False: "+ a row to learn from", True: "+ a row to guess"}
CURSOR = "unlit strong on-accent"
GUESSED = "\u2500\u2500 to be guessed "
MOVE = Binding.Group("move")
SET = Binding.Group("fill in")
NAMES = -1
"""The line of the cursor on the names."""


@dataclass(frozen=True)
class Layout:
    """In which column each cell begins: the inputs, then the answer, then the neuron's output."""

    starts: tuple[int, ...]
    widths: tuple[int, ...]
    neuron: int

    @classmethod
    def of(cls, draft: Draft, width: int) -> Layout:
        """As in the table of a match; of a picture, each row of points stands by itself."""
        columns = TableColumns.for_puzzle(draft.puzzle(), width, with_outputs=True)
        gap, widths = columns.gap, columns.inputs
        if draft.about.picture:
            gap, widths = 0, (1,) * draft.width
        starts, at = [], 1 + columns.name
        for place, cells in enumerate(widths):
            if draft.about.picture and place and place % draft.about.picture[1] == 0:
                at += 1
            starts.append(at)
            at += cells + gap
        starts.append(at + (1 if gap == 0 else 0))
        neuron = starts[-1] + columns.output + max(gap, 1)
        return cls(tuple(starts), (*widths, columns.output), neuron)

    def column_at(self, x: int) -> int | None:
        """The cell at a place, with the blanks after it; None where the rows' names are, or beyond."""
        if x >= self.neuron:
            return None
        return next((column for column, start in reversed([*enumerate(self.starts)]) if x >= start), None)


class TableEditor(Painted, can_focus=True, inherit_bindings=False):
    """Shows a draft, and posts the one after each change; the lines to add a row stand after the rows."""

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
        """A name is to be typed: of an input, or in the column after them of the output."""

        column: int

    class Moved(Message):
        """The cursor is somewhere else."""

    def __init__(self, draft: Callable[[], Draft], change: Callable[[Draft, str], None]) -> None:
        """`draft` gives the one of now. `change` takes the one after a change at once, for the next key may
        be there already; changes of one stroke belong together.
        """
        super().__init__(id="table")
        self._draft, self._take = draft, change
        self.outputs: tuple[float, ...] = ()
        self.faulty: frozenset[int] = frozenset()
        self.line, self.column = 0, 0
        unsaid = [row for row, each in enumerate(self.draft.rows) if each.answer is None]
        if unsaid:  # a picture that was drawn, for example
            self.line, self.column = self._line_of(unsaid[0]), self.draft.width
        self._painting: tuple[int, bool, Answer] | None = None
        """While the mouse paints: which stroke it is, whether over answers, and with what."""
        self._carrying = False
        self._strokes = 0

    # what there is

    @property
    def draft(self) -> Draft:
        return self._draft()

    def show(self, outputs: tuple[float, ...], faulty: frozenset[int]) -> None:
        """Show the draft with the neuron's outputs, none where it has none, and the rows with a fault."""
        self.outputs, self.faulty = outputs, faulty
        self._go(self.line, self.column)

    @property
    def row(self) -> int | None:
        """The row of the cursor; None on the names, and where a row can be added."""
        return self._row_of(self.line)

    @property
    def how(self) -> str:
        """What can be done where the cursor is."""
        if self.line == NAMES:
            more = "" if self.column == self.draft.width else " Del removes the input, + adds one."
            return f"Enter: another name.{more}"
        asked = self._adds(self.line)
        if asked is not None:
            return "Type 0 or 1: a row begins." + (" Its answer comes last." if asked else "")
        return "0 and 1 fill in and go on, Enter turns. Shift+\u2191 \u2193 takes the row along."

    def _row_of(self, line: int) -> int | None:
        examples = self.draft.examples
        if line in (NAMES, examples, len(self.draft.rows) + 1):
            return None
        return line - (line > examples)

    def _adds(self, line: int) -> bool | None:
        """Whether a row to guess is added on this line, or one to learn from; None on other lines."""
        return {self.draft.examples: False, len(self.draft.rows) + 1: True}.get(line)

    def _go(self, line: int, column: int) -> None:
        """Put the cursor there, or as near as can be."""
        self.line = max(min(line, len(self.draft.rows) + 1), NAMES)
        self.column = max(min(column, self.draft.width), 0)
        self.set_rows(len(self.draft.rows) + 4)
        self.bring_into_sight(max(self._body(self.line), 0), self._room.height - 1)
        self.repaint()
        self.post_message(self.Moved())

    def _body(self, line: int) -> int:
        """Which line below the names it is: one with words parts the rows to guess from the others."""
        return line + (line > self.draft.examples)

    def _change(self, draft: Draft, stroke: str = "") -> None:
        if draft != self.draft:
            self._take(draft, stroke)

    # keys

    def action_go(self, lines: int, columns: int) -> None:
        self._go(self.line + lines, self.column + columns)

    def action_set(self, value: int) -> None:
        """Fill in the cell and go on to the next; where there is no row yet, begin one."""
        asked, line = self._adds(self.line), self.line
        if asked is not None:
            self._change(self.draft.add_row(line - asked, asked=asked))
            self.column = 0
        row = self._row_of(line)
        if row is None:
            return
        self._change(self.draft.set_cell(row, self.column, value))
        last = self.column == self.draft.width
        self._go(line + last, 0 if last else self.column + 1)

    def action_turn(self) -> None:
        if self.line == NAMES:
            self.post_message(self.NameWanted(self.column))
        elif (row := self.row) is None:
            self.action_add()
        else:
            self._change(self.draft.set_cell(row, self.column, self.draft.turned(row, self.column)))
            self._go(self.line, self.column)

    def action_add(self) -> None:
        """Add an input where the names are, else a row."""
        if self.line == NAMES:
            self._change(self.draft.add_input(min(self.column + 1, self.draft.width)))
            self._go(NAMES, self.column + 1)
            return
        asked, row = self._adds(self.line), self.row
        if asked is None and row is not None:
            asked, line = self.draft.rows[row].asked, self.line + 1
        else:
            line = self.line
        self._change(self.draft.add_row(line - bool(asked), asked=bool(asked)))
        self._go(line, 0)

    def action_remove(self) -> None:
        row = self.row
        if row is not None:
            self._change(self.draft.remove_row(row))
        elif self.line == NAMES and self.column < self.draft.width:
            self._change(self.draft.remove_input(self.column))
        self._go(self.line, self.column)

    def action_carry(self, steps: int) -> None:
        """Take the row along; beyond the last example it becomes a row to guess."""
        row = self.row
        if row is not None:
            draft, place = self.draft.move_row(row, steps)
            self._change(draft)
            self._go(place + draft.rows[place].asked, self.column)

    # the mouse

    @property
    def _layout(self) -> Layout:
        return Layout.of(self.draft, self._room.width)

    def _line_at(self, y: int) -> int | None:
        """The line of a place; None on the words between the rows, and below all."""
        body, examples = y - 1 + self.scroll_offset.y, self.draft.examples
        if y == 0:
            return NAMES
        if body == examples + 1 or body > len(self.draft.rows) + 2:
            return None
        return body - (body > examples)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Turn the cell, and paint with what it became; or take hold of a row by its name."""
        at = event.get_content_offset(self)
        line = None if at is None else self._line_at(at.y)
        if at is None or line is None:
            return
        column, row = self._layout.column_at(at.x), self._row_of(line)
        self._go(line, self.column if column is None else column)
        if row is None:
            if line != NAMES or column is not None:
                self.action_turn()
        elif column is None:
            self._carrying = at.x < self._layout.starts[0]
            self.capture_mouse()
        else:
            self._strokes += 1
            value = self.draft.turned(row, column)
            self._painting = (self._strokes, column == self.draft.width, value)
            self.capture_mouse()
            self._paint_cell(row, column)

    def _paint_cell(self, row: int, column: int) -> None:
        if self._painting is None:
            return
        stroke, answers, value = self._painting
        if answers is (column == self.draft.width) and (value is not None or self.draft.rows[row].asked):
            self._change(self.draft.set_cell(row, column, value), f"paint {stroke}")
            self._go(self._line_of(row), column)

    def _line_of(self, row: int) -> int:
        return row + self.draft.rows[row].asked

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self.app.mouse_captured is not self or (at := event.get_content_offset(self)) is None:
            return
        if (line := self._line_at(at.y)) is None:
            return
        row = self._row_of(line)
        if self._carrying:
            self._carry_to(line)
        elif (
            row is not None
            and (column := Layout.of(self.draft, self._room.width).column_at(at.x)) is not None
        ):
            self._paint_cell(row, column)

    def _carry_to(self, line: int) -> None:
        """Take the row along to a line; to where a row is added only beyond the words."""
        row, adds = self.row, self._adds(line)
        before = None
        if row is None or adds is self.draft.rows[row].asked:
            return
        while line != self.line and before != self.draft:
            before = self.draft
            self.action_carry(1 if line > self.line else -1)

    def on_mouse_up(self) -> None:
        self.release_mouse()
        self._painting, self._carrying = None, False

    # what is painted

    def on_focus(self) -> None:
        self.repaint()

    def on_blur(self) -> None:
        self.repaint()

    def paint(self, width: int, height: int) -> list[Line]:
        layout, top = Layout.of(self.draft, width), self.scroll_offset.y
        examples = self.draft.examples
        lines = [
            *(self._row_line(row, layout, width) for row in range(examples)),
            self._add_line(asked=False, width=width),
            ((GUESSED + "\u2500" * (width - width_of(GUESSED)), "faint"),),
            *(self._row_line(row, layout, width) for row in range(examples, len(self.draft.rows))),
            self._add_line(asked=True, width=width),
        ]
        return [self._names(layout, width), *lines[top : top + height - 1]]

    def _at(self, line: int, column: int | None = None) -> bool:
        return self.line == line and column in (None, self.column)

    def _cell(self, line: int, column: int, text: str, style: str) -> Span:
        """A cell, lit where the cursor is."""
        here = self._at(line, column)
        return text, CURSOR if here and self.has_focus else style

    def _names(self, layout: Layout, width: int) -> Line:
        about = self.draft.about
        cells: list[tuple[int, Span]] = []
        names = [("" if about.picture else name) for name in about.input_names]
        for column, name in enumerate([*names, about.output_name]):
            room = layout.widths[column]
            text = cut(name, room) if not about.picture or column == len(names) else " "
            cells.append((layout.starts[column], self._cell(NAMES, column, text, "muted")))
        cells.append((layout.neuron, ("neuron", "muted")))
        return _placed(cells, width)

    def _add_line(self, *, asked: bool, width: int) -> Line:
        line = len(self.draft.rows) + 1 if asked else self.draft.examples
        here = self._at(line)
        style = CURSOR if here and self.has_focus else "muted"
        return _placed([(0, (SELECTED if here else " ", "accent")), (2, (ADD[asked], style))], width)

    def _row_line(self, row: int, layout: Layout, width: int) -> Line:
        each, line = self.draft.rows[row], self._line_of(row)
        name = self.draft.row_name(row).replace("???", "?")
        faulty = row in self.faulty
        mark = FAULTY if faulty else SELECTED if self._at(line) else " "
        cells = [
            (0, (mark, "wrong strong" if faulty else "accent")),
            (1, (name.rjust(layout.starts[0] - 2), "muted")),
        ]
        for column, value in enumerate(each.inputs):
            glyph, style = (ON, "text") if value else (OFF, "muted")
            cells.append((layout.starts[column], self._cell(line, column, glyph, style)))
        said = written(each.answer) if each.complete else BLANK
        style = f"{answer_style(each.answer)} strong" if each.answer is not None else "accent strong"
        cells.append((layout.starts[-1], self._cell(line, len(each.inputs), said, style)))
        if row < len(self.outputs):
            output = self.outputs[row]
            short = layout.neuron + OUTPUT_WIDTH > width  # of a large picture
            said = f"{output:.2f}" if short else probability(output)
            cells.append((layout.neuron, (said, "muted")))
            cells.append((layout.neuron + len(said) + 1, side_mark(output, answer_side(each.answer), "")))
        return _placed(cells, width)


def picture_lines(editor: TableEditor, *_: int) -> list[Line]:
    """The row of the cursor as the picture that it is, each point two cells wide."""
    shape, row = editor.draft.about.picture, editor.row
    if shape is None or row is None:
        return []
    inputs = editor.draft.rows[row].inputs
    cells = [
        ("\u2588\u2588" if value else "\u00b7\u00b7", "accent" if point == editor.column else "text")
        for point, value in enumerate(inputs)
    ]
    return [(("   ", ""), *cells[at : at + shape[1]]) for at in range(0, len(cells), shape[1])]


def _placed(cells: list[tuple[int, Span]], width: int) -> Line:
    """Spans where they begin, with blanks between them and up to the end."""
    spans: list[Span] = []
    for start, (text, style) in cells:
        spans.append((" " * max(start - width_of_line(spans), 0), ""))
        spans.append((text, style))
    spans.append((" " * max(width - width_of_line(spans), 0), ""))
    return tuple(span for span in spans if width_of(span[0]))
