"""A draft as the lines of a table with a cursor: names, then rows, and in each part a line to add one."""

from __future__ import annotations

from dataclasses import dataclass

from neuron_tui.game.builder.draft import Draft
from neuron_tui.game.explain.asking import UNKNOWN
from neuron_tui.game.explain.numbers import answer_side, probability
from neuron_tui.puzzle.file.rows import written
from neuron_tui.tui.kit.cells import Line, Span, cut, width_of, width_of_line
from neuron_tui.tui.kit.glyphs import OFF, ON, SELECTED
from neuron_tui.tui.kit.neuron_numbers import answer_style
from neuron_tui.tui.kit.table.columns import OUTPUT_WIDTH, TableColumns
from neuron_tui.tui.kit.table.table import side_mark

BLANK = "_"
"""An answer that is still missing."""
FAULTY = "!"
ADD = {False: "+ a row to learn from", True: "+ a row to guess"}
CURSOR = "unlit strong on-accent"
PARTING = "to be guessed"
"""The words between the examples and the questions; no cursor comes there."""
NAMES = -1
"""The line of the cursor on the names. The one of the first row is 0."""


@dataclass(frozen=True)
class Places:
    """In which column each cell begins: the inputs, then the answer, then the neuron's output."""

    starts: tuple[int, ...]
    widths: tuple[int, ...]
    neuron: int
    plus: int | None
    """Where a click adds an input, if there is room for a sign."""

    @classmethod
    def of(cls, draft: Draft, width: int) -> Places:
        """As in the table of a match; of a picture, each row of points stands by itself."""
        columns = TableColumns.for_puzzle(draft.puzzle(), width, with_outputs=True)
        picture = draft.about.picture
        gap, widths = (0, (1,) * draft.width) if picture else (columns.gap, columns.inputs)
        starts, at = [], 1 + columns.name
        for place, cells in enumerate(widths):
            at += bool(picture and place and place % picture[1] == 0)
            starts.append(at)
            at += cells + gap
        starts.append(at + (gap == 0))
        neuron = starts[-1] + columns.output + max(gap, 1)
        plus = starts[-1] - gap + 1 if gap > 2 else None
        return cls(tuple(starts), (*widths, columns.output), neuron, plus)

    def column_at(self, x: int) -> int | None:
        """The cell at a place, with the blanks after it; None where the rows' names are, or beyond."""
        cells = reversed([*enumerate(self.starts)])
        return next((column for column, start in cells if start <= x < self.neuron), None)


@dataclass(frozen=True)
class Sheet:
    """The cursor is on a line and in a column, and `lit` where the table has the keys.

    `outputs`: the neuron's for each row, as far as it has any. `faulty`: rows with which something is wrong.
    """

    draft: Draft
    line: int
    column: int
    lit: bool = True
    outputs: tuple[float, ...] = ()
    faulty: frozenset[int] = frozenset()

    @property
    def last(self) -> int:
        """The last line."""
        return len(self.draft.rows) + 1

    def row_at(self, line: int) -> int | None:
        """The row on a line; None on the names, and where a row can be added."""
        if line == NAMES or self.adds(line) is not None:
            return None
        return line - (line > self.draft.examples)

    def line_of(self, row: int) -> int:
        return row + self.draft.rows[row].asked

    def adds(self, line: int) -> bool | None:
        """Whether a row to guess is added on a line, or one to learn from; None on other lines."""
        return {self.draft.examples: False, self.last: True}.get(line)

    def below_names(self, line: int) -> int:
        """How far below the names a line stands."""
        return line + (line > self.draft.examples)

    def line_at(self, below_names: int) -> int | None:
        """The line so far below the names; None on the words that part the rows, and below all."""
        examples = self.draft.examples
        if below_names == examples + 1 or below_names > self.last + 1:
            return None
        return below_names - (below_names > examples)

    def lines(self, width: int, top: int, height: int) -> list[Line]:
        """The names, and of what is below them as many lines from `top` on as have room in this height."""
        places = Places.of(self.draft, width)
        below = range(top, min(top + height - 1, self.last + 2))
        return [self._names(places, width), *(self._line_below(each, places, width) for each in below)]

    def _line_below(self, below_names: int, places: Places, width: int) -> Line:
        line = self.line_at(below_names)
        if line is None:
            rest = "\u2500" * (width - width_of(PARTING) - 4)
            return ("\u2500\u2500 ", "faint"), (PARTING, "muted"), (f" {rest}", "faint")
        row = self.row_at(line)
        return self._add(line, width) if row is None else self._row(row, places, width)

    def _cell(self, line: int, column: int, text: str, style: str) -> Span:
        """A cell, lit where the cursor is."""
        return text, CURSOR if self.lit and (line, column) == (self.line, self.column) else style

    def _names(self, places: Places, width: int) -> Line:
        about, cells = self.draft.about, []
        for column, name in enumerate([*about.input_names, about.output_name]):
            point = about.picture and column < self.draft.width  # whose name says nothing new
            shown = " " if point else cut(name, places.widths[column])
            cells.append((places.starts[column], self._cell(NAMES, column, shown, "muted")))
        if places.plus is not None:
            cells.insert(-1, (places.plus, ("+", "muted")))
        return _placed([*cells, (places.neuron, ("neuron", "muted"))], width)

    def _add(self, line: int, width: int) -> Line:
        mark, style = (SELECTED, CURSOR if self.lit else "muted") if line == self.line else (" ", "muted")
        return _placed([(0, (mark, "accent")), (2, (ADD[line == self.last], style))], width)

    def _row(self, row: int, places: Places, width: int) -> Line:
        each, line = self.draft.rows[row], self.line_of(row)
        name = self.draft.row_name(row).replace(UNKNOWN, "?")
        faulty = row in self.faulty
        mark = FAULTY if faulty else SELECTED if line == self.line else " "
        cells = [
            (0, (mark, "wrong strong" if faulty else "accent")),
            (1, (name.rjust(places.starts[0] - 2), "muted")),
        ]
        for column, value in enumerate(each.inputs):
            glyph, style = (ON, "text") if value else (OFF, "muted")
            cells.append((places.starts[column], self._cell(line, column, glyph, style)))
        said = written(each.answer) if each.complete else BLANK
        style = "accent strong" if each.answer is None else f"{answer_style(each.answer)} strong"
        cells.append((places.starts[-1], self._cell(line, self.draft.width, said, style)))
        if row < len(self.outputs):
            output = self.outputs[row]
            cut_off = places.neuron + OUTPUT_WIDTH > width  # beside large pictures
            shown = f"{output:.2f}" if cut_off else probability(output)
            cells.append((places.neuron, (shown, "muted")))
            cells.append((places.neuron + len(shown) + 1, side_mark(output, answer_side(each.answer), "")))
        return _placed(cells, width)


def _placed(cells: list[tuple[int, Span]], width: int) -> Line:
    """Spans where they begin, with blanks between them and up to the end."""
    spans: list[Span] = []
    for start, span in [*cells, (width, ("", ""))]:
        spans += [(" " * max(start - width_of_line(spans), 0), ""), span]
    return tuple(span for span in spans if span[0])
