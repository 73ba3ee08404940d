"""The puzzle's table: a row per example, and under it the rows whose output is to be guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from neuron_tui.game.explain.asking import UNKNOWN
from neuron_tui.game.explain.numbers import answer_side, probability, side
from neuron_tui.puzzle.file.rows import written
from neuron_tui.puzzle.puzzle import Answer, Puzzle
from neuron_tui.tui.kit.cells import Line, Span, cut, fit, visible, width_of_line
from neuron_tui.tui.kit.glyphs import OFF, ON, POINTED, RIGHT, SELECTED, WRONG
from neuron_tui.tui.kit.moments import SECONDS, moves
from neuron_tui.tui.kit.neuron_numbers import answer_style
from neuron_tui.tui.kit.painted import Painted
from neuron_tui.tui.kit.table.columns import TableColumns, header
from neuron_tui.tui.kit.table.picture_sheet import Card, ContactSheet

BESIDE_EXAMPLE, BESIDE_QUESTION = 1, 4
"""Cells next to a picture: its output, or ??? with a guess under it."""
COVERED = "\u00b7"


@dataclass(frozen=True)
class TableRow:
    """What one row shows. `name` is the number of an example, or the letter of one of several questions;
    `output` is None for `???`, or once it is `solved` where nothing is right; `neuron` is its prediction,
    None while it sleeps; `you` is the player's guess, None where there is none to show.

    Whether a prediction is right is shown only where the output is known, and rows with the same inputs agree
    about it. A `covered` row keeps its output to itself, and a step of a lesson speaks of a `pointed` one.
    The output is `lit` where it has just come: whether the guess leaned to it. In brackets is what a row says
    that is `left_out`.
    """

    name: str
    inputs: tuple[int, ...]
    output: Answer
    neuron: float | None
    you: Fraction | None
    selected: bool
    solved: bool = False
    agreed: bool = True
    covered: bool = False
    pointed: bool = False
    lit: bool | None = None
    left_out: bool = False

    @property
    def answer(self) -> Span:
        """The output as it is written, and its style."""
        if self.covered:
            return COVERED, "faint"
        if self.left_out:
            return f"({written(self.output)})", "muted"
        if self.output is None and not self.solved:
            return UNKNOWN, "accent strong"
        if self.lit is not None:
            said, ground = (RIGHT, "right") if self.lit else (WRONG, "wrong")
            return f"{written(self.output)} {said}", f"unlit strong on-{ground}"
        return written(self.output), f"{answer_style(self.output)} strong"

    @property
    def right(self) -> Answer:
        """What a prediction is to be on the side of; None where no side is right."""
        return self.output if self.agreed else None


def row_line(row: TableRow, columns: TableColumns) -> Line:
    """One row of the table as a line."""
    back = " selected" if row.selected else ""
    gap = " " * columns.gap
    spans: list[Span] = [
        (SELECTED if row.selected else POINTED if row.pointed else " ", "accent" + back),
        (row.name.rjust(columns.name - 1) + " ", "muted" + back),
    ]
    for value, width in zip(row.inputs, columns.inputs, strict=True):
        style = "text" if value and not row.left_out else "muted"
        spans.append(((ON if value else OFF).ljust(width) + gap, style + back))
    if not columns.gap:
        spans.append((" ", back))
    answer, style = row.answer
    spans.append((fit(answer, columns.output), style + back * (row.lit is None)))
    if row.neuron is not None:
        spans.append((" " * max(columns.gap, 1) + probability(row.neuron), "muted" + back))
        spans.append((" " if columns.gap > 1 else "", back))
        spans.append(side_mark(row.neuron, row.right, back))
    elif row.you is not None:
        spans.append((" " * max(columns.gap, 1) + f"{float(row.you):.2f}", "text strong" + back))
    return tuple(run for run in spans if run[0])


def side_mark(prediction: float, answer: Answer, back: str) -> Span:
    """Whether a prediction is on the right side, as a mark of one cell; none where it reads 0.5000."""
    target = answer_side(answer)
    leaning = side(prediction)
    if target is None or leaning is None:
        return (" ", back)
    return (RIGHT, "right" + back) if leaning == target else (WRONG, "wrong" + back)


def question_glyphs(puzzle: Puzzle, question: int) -> str:
    """A question by its inputs, each a glyph, to say which one is meant; a picture is too large for that."""
    if puzzle.picture:
        return f"picture {puzzle.row_name(len(puzzle.examples) + question)}"
    return "".join(ON if value else OFF for value in puzzle.questions[question].inputs)


def beside_picture(row: TableRow) -> tuple[Span, Span]:
    """Beside a row that is a picture: its output, and under it the guess or the prediction's mark."""
    output = row.answer
    if row.neuron is not None:
        return output, side_mark(row.neuron, row.right, "")
    return output, ("" if row.you is None else f"{float(row.you):.2f}", "text strong")


@dataclass
class RowChosen(Message):
    """A row of the puzzle's table was chosen; rows count over its examples and then its questions."""

    row: int


class Table(Painted):
    """One half of the puzzle's table: its examples with the names above, or its questions."""

    DEFAULT_CSS = """
    Table { height: auto; }
    """

    class Moved(Message):
        """There is more or less of the table out of sight."""

    selected: reactive[int | None] = reactive(None, repaint=False)
    pointed: reactive[int | None] = reactive(None, repaint=False)
    """The row that a step of a lesson speaks of."""

    def __init__(
        self, puzzle: Puzzle, part: Literal["examples", "questions"], *, with_outputs: bool = False
    ) -> None:
        super().__init__(id=part)
        self.with_outputs = with_outputs
        self.whose = "neuron"
        self.outputs: tuple[float, ...] | None = None
        self.guesses: tuple[Fraction | None, ...] = ()
        self.solved = False
        self.covered = False
        self._lit: tuple[bool | None, ...] = ()
        self._rows: Sequence[int] = ()
        self._width = 0
        self.show_puzzle(puzzle)

    def show_puzzle(self, puzzle: Puzzle, *, covered: bool = False) -> None:
        """Show this puzzle's rows, as yet without outputs or guesses; `covered`: nor answers."""
        self.puzzle, self.covered = puzzle, covered
        self.outputs, self.guesses = None, ()
        self._shares = puzzle.shares() if puzzle.noisy else {}
        self.set_class(puzzle.picture is not None, "-picture")
        told, asked = puzzle.in_order()
        self._rows = told if self.id == "examples" else asked
        self._measure()
        self.repaint()

    @property
    def _headed(self) -> int:
        """How many lines stand above the rows."""
        if self.id == "questions":
            return 0
        return 1 if self.puzzle.picture else self._columns(self._width).heads(self.puzzle)

    def _columns(self, width: int) -> TableColumns:
        return TableColumns.for_puzzle(self.puzzle, width, self.with_outputs, self.outputs is None)

    @property
    def _sheet(self) -> ContactSheet | None:
        """The layout of the pictures, if the rows are pictures."""
        if self.puzzle.picture is None:
            return None
        label = BESIDE_EXAMPLE if self.id == "examples" else BESIDE_QUESTION
        return ContactSheet(self.puzzle.picture, len(self._rows), label, self._width)

    def _measure(self) -> None:
        """Say how many lines there are in all."""
        self.set_rows(self._headed + (self._sheet.lines if self._sheet else len(self._rows)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line for each row, or as many as the pictures take at this width."""
        self._width = width - self.styles.scrollbar_size_vertical  # where one comes, no picture moves
        self._measure()
        return self.virtual_size.height

    def show(
        self, outputs: tuple[float, ...] | None, guesses: tuple[Fraction | None, ...], solved: bool
    ) -> None:
        """Show the neuron's outputs for every row of the puzzle, or while it sleeps (None) your guesses.

        `solved`: with the right answers.
        """
        self.outputs, self.guesses, self.solved = outputs, guesses, solved
        self._measure()
        self.repaint()

    def light(self, leaned: tuple[bool | None, ...]) -> None:
        """Light the answers up for a moment; `leaned`: whether each guess leaned to its answer."""
        if moves(self.app):
            self._lit = leaned
            self.set_timer(SECONDS, self._put_out)
            self.repaint()

    def _put_out(self) -> None:
        self._lit = ()
        self.repaint()

    def watch_selected(self, row: int | None) -> None:
        self._bring_into_sight(row)
        self.repaint()

    watch_pointed = Painted.repaint

    @property
    def out_of_sight(self) -> int:
        """How many lines of rows lie above or below what is seen."""
        return int(self.max_scroll_y)

    def watch_virtual_size(self) -> None:
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        self._bring_into_sight(self.selected)
        self.post_message(self.Moved())

    def _bring_into_sight(self, row: int | None) -> None:
        if row is not None and row in self._rows:
            index, sheet = self._rows.index(row), self._sheet
            line, lines = (sheet.line_of(index), sheet.card_height) if sheet else (index, 1)
            top, height = self.scroll_offset.y, self.size.height - self._headed
            if height > 0 and not top <= line <= top + height - lines:
                above = height // lines // 2 * lines
                self.scroll_to(y=max(line - above, 0), animate=False, immediate=True)

    def paint(self, width: int, height: int) -> list[Line]:
        """The rows in sight. The names stay on top while the rows scroll under them."""
        if self._sheet:
            return self._pictures(self._sheet, width, height)
        headed, top = self._headed, self.scroll_offset.y
        columns = self._columns(width)
        lines = header(self.puzzle, columns, self._last_name(), headed) if headed else []
        for number in self._rows[top : top + height - headed]:
            row = self._row(number)
            line = row_line(row, columns)
            rest = width - width_of_line(line)
            lines.append((*line, (" " * rest, "selected")) if row.selected and rest > 0 else line)
        return lines

    def _pictures(self, sheet: ContactSheet, width: int, height: int) -> list[Line]:
        """The pictures in sight, under a line that says what their labels are."""
        title = f"picture \u2192 {visible(self.puzzle.output_name)}"
        headline: Line = ((cut(f"  {title}", width), "muted"),)
        rows = map(self._row, self._rows)
        cards = [Card(row.inputs, beside_picture(row), row.selected) for row in rows]
        shown = sheet.paint(cards, self.scroll_offset.y, height - self._headed)
        return [headline, *shown] if self._headed else shown

    def _last_name(self) -> str:
        """The head of the last column: whose numbers it has."""
        if self.outputs is not None:
            return self.whose
        return "you" if any(guess is not None for guess in self.guesses) else ""

    def _row(self, row: int) -> TableRow:
        neuron = None if self.outputs is None else self.outputs[row]
        asked = row - len(self.puzzle.examples)
        if asked < 0:
            example = self.puzzle.examples[row]
            agreed = self._shares.get(example.inputs, 0) in (0, 1)
            shown = row == self.selected
            name, covered = self.puzzle.row_name(row), self.covered
            return TableRow(
                name, example.inputs, example.target, neuron, None, shown, agreed=agreed, covered=covered,
                pointed=row == self.pointed,
            )  # fmt: skip
        question, left_out = self.puzzle.questions[asked], self.puzzle.left_out(row)
        output = question.answer if self.solved or left_out else None
        guess = self.guesses[asked] if self.guesses else None
        name = self.puzzle.row_name(row).replace(UNKNOWN, "")
        shown, pointed = row == self.selected, row == self.pointed
        return TableRow(
            name, question.inputs, output, neuron, guess, shown, solved=self.solved, pointed=pointed,
            lit=self._lit[asked] if self._lit else None, left_out=left_out,
        )  # fmt: skip

    def on_click(self, event: events.Click) -> None:
        index = event.y + self.scroll_offset.y - self._headed
        if self._sheet:
            index = -1 if (card := self._sheet.card_at(event.x, index)) is None else card
        if event.y >= self._headed and 0 <= index < len(self._rows):
            self.post_message(RowChosen(self._rows[index]))
