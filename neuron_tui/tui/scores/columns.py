"""The table of figures in cells: as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from neuron_tui.game.explain.numbers import whole
from neuron_tui.game.scoreboard.head_to_head import HeadToHead, Side
from neuron_tui.game.scoreboard.ranking import ScoreRow, SortOrder
from neuron_tui.tui.kit.cells import Line, fit
from neuron_tui.tui.kit.glyphs import NEURON, YOU
from neuron_tui.tui.scores.titles import title_cells

NAME, ANSWERS = 0, 1
"""Places in `ranking.COLUMNS`."""
FALLING, RISING = "\u2193", "\u2191"
NARROWEST, NARROWEST_NAME, WIDEST_NAME = 3, 12, 44
NOTHING = "-"
ANSWERS_TITLE, BRIER = "answers", "Brier score"


def percent(side: Side) -> str:
    return NOTHING if side.accuracy is None else f"{100 * side.accuracy:.0f}"


def brier(side: Side) -> str:
    return NOTHING if side.brier is None else f"{side.brier:.3f}"


@dataclass(frozen=True)
class FigureColumn:
    """A column of figures: what it sorts by (a place in `ranking.COLUMNS`), its head and its cells.

    `group` is the title over it and the neighbours that have the same one.
    """

    sorts: int
    head: str
    cell: Callable[[HeadToHead], str]
    style: str
    group: str = ""
    gap: int = 1
    width: int = NARROWEST


FIGURES = (
    FigureColumn(1, "", lambda total: f"{total.count:,}", "muted", ANSWERS_TITLE),
    FigureColumn(2, YOU, lambda total: f"{total.wins:,}", "text", "wins", gap=2),
    FigureColumn(3, NEURON, lambda total: f"{total.losses:,}", "accent", "wins"),
    FigureColumn(4, YOU, lambda total: whole(total.you.points), "text", "points", gap=2),
    FigureColumn(5, NEURON, lambda total: whole(total.neuron.points), "accent", "points"),
    FigureColumn(6, YOU, lambda total: percent(total.you), "text", "right %", gap=2),
    FigureColumn(7, NEURON, lambda total: percent(total.neuron), "accent", "right %"),
    FigureColumn(8, YOU, lambda total: brier(total.you), "text", BRIER, gap=2),
    FigureColumn(9, NEURON, lambda total: brier(total.neuron), "accent", BRIER),
)


@dataclass(frozen=True)
class ScoreColumns:
    """The cells of the name, and the columns of figures beside it, as wide as they are."""

    name: int
    figures: tuple[FigureColumn, ...]

    def spans(self) -> Iterator[tuple[FigureColumn, int, int]]:
        """Each column of figures, and from which cell to which it goes with the gap before it."""
        start = 1 + self.name
        for column in self.figures:
            end = start + column.gap + column.width
            yield column, start, end
            start = end

    @property
    def sorts(self) -> tuple[int, ...]:
        """What the columns sort by, from the left: places in `ranking.COLUMNS`."""
        return NAME, *(column.sorts for column in self.figures)

    def sort_at(self, x: int, y: int = 1) -> int | None:
        """What a click sorts by, at a cell across, in the first or the second line of the heads."""
        for column, start, end in self.spans():
            if column.sorts == ANSWERS and y == 0:
                start = end - len(ANSWERS_TITLE)
            if start <= x < end:
                return column.sorts
        return NAME if 0 <= x <= self.name else None


def fitting_columns(rows: Sequence[ScoreRow], width: int) -> ScoreColumns:
    """The columns for these rows. The name gets what the numbers leave it; the last ones go first."""
    figures = tuple(_as_wide_as_needed(column, rows) for column in FIGURES)
    name = width - 2 - sum(column.gap + column.width for column in figures)
    while figures and name < NARROWEST_NAME:
        gone = [column for column in figures if column.group == figures[-1].group]
        name += sum(column.gap + column.width for column in gone)
        figures = figures[: -len(gone)]
    return ScoreColumns(min(max(name, NARROWEST_NAME), WIDEST_NAME), figures)


def _as_wide_as_needed(column: FigureColumn, rows: Sequence[ScoreRow]) -> FigureColumn:
    texts = (column.head, *(column.cell(row.total) for row in rows))
    return replace(column, width=max(NARROWEST, *map(len, texts)))


def headings(columns: ScoreColumns, order: SortOrder, name: str) -> list[Line]:
    """Two lines: what the columns are, and whose each is. The sorted one is marked."""
    sign = FALLING if order.falling else RISING
    titles, groups = "", dict[str, tuple[int, int]]()
    for column, start, end in columns.spans():
        if column.group:
            groups[column.group] = groups.get(column.group, (start + column.gap, end))[0], end
    for title, (start, end) in groups.items():  # in the middle over its columns
        end -= max(end - start - len(title), 0) // 2
        titles += fit(title, end - len(titles), "right")
    styles = {True: "accent strong", False: "muted"}
    by_name = order.column == NAME
    heads = [(" " + fit(f"{name} {sign}" if by_name else name, columns.name), styles[by_name])]
    for column in columns.figures:
        by_this = order.column == column.sorts
        text = fit(f"{sign} {column.head}".strip() if by_this else column.head, column.width, "right")
        heads.append((" " * column.gap + text, styles[by_this]))
    return [((titles, "muted"),), tuple(heads)]


def row_line(row: ScoreRow, columns: ScoreColumns, style: str = "") -> Line:
    """One row of the table."""
    cells = [(" " + title_cells(row, columns.name), "text")]
    for column in columns.figures:
        text = fit(column.cell(row.total), column.width, "right")
        cells.append((" " * column.gap + text, column.style))
    return tuple((text, f"{own} {style}".strip()) for text, own in cells)
