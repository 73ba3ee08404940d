"""The table of a class: pupils in rows, their figures, and a sign for each puzzle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from neuron_tui.game.classroom import words
from neuron_tui.game.classroom.answered import Answered, Mark
from neuron_tui.game.classroom.classroom import Classroom, Column
from neuron_tui.tui.kit.cells import Line, Span, fit, visible, width_of
from neuron_tui.tui.kit.glyphs import RIGHT, SELECTED, WRONG

SOME, NOT_BEGUN = "~", "\u00b7"
SIGNS: dict[Mark | None, Span] = {
    "right": (RIGHT, "right"),
    "some": (SOME, "text"),
    "wrong": (WRONG, "wrong"),
    None: (NOT_BEGUN, "muted"),
}
LEGEND = f"{RIGHT} all right \u00b7 {SOME} some \u00b7 {WRONG} none"
HEADS, LONGEST, ENOUGH = 2, 20, 24
"""The lines that never scroll, the most cells of a name, and cells of signs that figures give way to."""
WIDTHS = dict(zip(words.PUPIL_HEADS[1:], (7, 5, 6, 5, 7, 5), strict=True))
"""The cells of each figure."""


@dataclass(frozen=True, eq=False)
class View:
    """A class, the cells of its pupils, and which pupil and puzzle is selected, by their places."""

    room: Classroom
    figures: Sequence[Sequence[str]]
    row: int = 0
    column: int = 0

    @classmethod
    def of(cls, room: Classroom, pupil: str = "", column: int = 0) -> View:
        """With this pupil selected, or the first one."""
        row = room.pupils.index(pupil) if pupil in room.pupils else 0
        return cls(room, [words.pupil_cells(room, each) for each in room.pupils], row, column)

    def moved(self, rows: int = 0, columns: int = 0) -> View:
        """The same with another one selected, as far as there are any."""
        last_row, last_column = len(self.room.pupils) - 1, len(self.room.columns) - 1
        return replace(
            self,
            row=max(min(self.row + rows, last_row), 0),
            column=max(min(self.column + columns, last_column), 0),
        )

    @property
    def pupil(self) -> str:
        return self.room.pupils[self.row]

    @property
    def puzzle(self) -> Column:
        return self.room.columns[self.column]


class Layout:
    """Which rows and columns are in sight in so many cells, page by page, and where they stand."""

    def __init__(self, view: View, width: int, height: int) -> None:
        names = (width_of(visible(name)) for name in view.room.pupils)
        self.name = min(max(width_of("pupil"), *names), LONGEST)
        every = tuple(WIDTHS)
        choices = (every, every[:3], every[:1])
        self.heads = next((heads for heads in choices if width - self._start(heads) >= ENOUGH), ())
        room = max(width - self.start, 1)
        places, at, before = [], 0, ""
        for column in view.room.columns:
            chapter = column.label.partition(".")[0]
            at += bool(before) and chapter != before
            places.append(at)
            at, before = at + 1, chapter
        self.left = 0 if at <= room else min(places[view.column] // room * room, at - room)
        self.columns = [
            (place, at - self.left) for place, at in enumerate(places) if 0 <= at - self.left < room
        ]
        rows = max(height - HEADS, 1)
        top = min(view.row // rows * rows, max(len(view.room.pupils) - rows, 0))
        self.rows = range(top, min(top + rows, len(view.room.pupils)))

    @property
    def start(self) -> int:
        """The cells before the first sign."""
        return self._start(self.heads)

    def _start(self, heads: Sequence[str]) -> int:
        """The cells of the mark, the name and these figures, with the gaps."""
        return 2 + self.name + sum(WIDTHS[head] + 1 for head in heads) + 2

    def selected(self, x: int, y: int) -> tuple[int, int | None] | None:
        """The row, and the column if any, that is in this cell."""
        if not HEADS <= y < HEADS + len(self.rows):
            return None
        return self.rows[y - HEADS], next((place for place, at in self.columns if at == x - self.start), None)


def table_lines(view: View | None, width: int, height: int) -> list[Line]:
    """The heads, and the pupils in sight."""
    if view is None or not view.room.columns or not view.room.pupils:
        return []
    layout = Layout(view, width, height)
    return [*_heads(view, layout), *(_row(view, layout, place, width) for place in layout.rows)]


def _heads(view: View, layout: Layout) -> list[Line]:
    """The chapters' numbers, and what stands in each column."""
    figures = "".join(f" {fit(head, WIDTHS[head], 'right')}" for head in layout.heads)
    over, before, end = " " * layout.start, "", 0
    digits: list[Span] = []
    for place, at in layout.columns:
        chapter, _, number = view.room.columns[place].label.partition(".")
        if chapter != before and len(over) <= layout.start + at:
            over += " " * (layout.start + at - len(over)) + chapter
        before = chapter
        style = "accent strong" if place == view.column else "muted"
        digits += [(" " * (at - end), ""), (number[-1:], style)]
        end = at + 1
    return [((over, "muted"),), ((f"  {fit('pupil', layout.name)}{figures}  ", "muted"), *digits)]


def _row(view: View, layout: Layout, place: int, width: int) -> Line:
    """A pupil: name, figures, signs."""
    selected = " selected" * (place == view.row)
    name, *values = view.figures[place]
    by_head = dict(zip(WIDTHS, values, strict=True))
    figures = "".join(f" {fit(by_head[head], WIDTHS[head], 'right')}" for head in layout.heads)
    spans: list[Span] = [
        (f"{SELECTED if selected else ' '} ", f"accent{selected}"),
        (f"{fit(name, layout.name)}{figures}  ", f"text{selected}"),
    ]
    end = 0
    for column, at in layout.columns:
        cell = view.room.cells.get((view.room.pupils[place], view.room.columns[column].id))
        sign, style = SIGNS[cell.mark if cell else None]
        here = " strong" * (bool(selected) and column == view.column)
        spans += [(" " * (at - end), selected.strip()), (sign, f"{style}{here}{selected}")]
        end = at + 1
    rest = max(width - layout.start - end, 0)
    return (*spans, (" " * rest, selected.strip()))


def about(view: View) -> str:
    """The selected pupil at the selected puzzle."""
    cell = view.room.cells.get((view.pupil, view.puzzle.id), Answered())
    return words.about_cell(view.pupil, view.puzzle, cell)
