"""How the table of figures is laid out in cells: as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from neuron_tui.game.scoreboard.intervals import FEWEST, Interval
from neuron_tui.game.scoreboard.ranking import COLUMNS, Key, ScoreRow, SortOrder
from neuron_tui.tui.kit.cells import Line, Span, fit, width_of
from neuron_tui.tui.kit.guess_scale import NEURON, YOU
from neuron_tui.tui.scores.points_over_time import amount
from neuron_tui.tui.scores.titled import EARLIER, titled

Intervals = tuple[Interval, Interval]
"""Around the player's Brier score, and around the neuron's."""

NAME, ANSWERS, LOSSES, BRIER = 0, 1, 3, 8
FALLING, RISING = "\u2193", "\u2191"
NARROWEST_NAME, WIDEST_NAME = 12, 44
NOTHING, WAITING = "-", "\u2026"
ANSWERS_TITLE, DRAWN, RANGE = "answers", "drawn", "95 % range"
EXTRA = {LOSSES: len(DRAWN) + 1, BRIER: len(RANGE) + 1}
"""The cells of the draws, and of an interval, with the gap before them."""
GROUPS = ("wins", "points", "right %", "Brier score")
"""Over each pair of columns: the player's, and the neuron's."""


def percent(share: float | None) -> str:
    """A share in percent, as it is shown."""
    return NOTHING if share is None else f"{100 * share:.0f}"


def brier(value: float | None) -> str:
    """A Brier score as it is shown."""
    return NOTHING if value is None else f"{value:.3f}"


def between(interval: Interval | None) -> str:
    """An interval as it is shown, or that it is still being worked out."""
    if interval is None:
        return WAITING
    return "\u2013".join(f"{end:.2f}".removeprefix("0") for end in interval)


TEXTS: tuple[Callable[[ScoreRow], str], ...] = (
    lambda row: row.name,
    lambda row: f"{row.total.count:,}",
    lambda row: f"{row.total.wins:,}",
    lambda row: f"{row.total.losses:,}",
    lambda row: amount(row.total.you.points),
    lambda row: amount(row.total.neuron.points),
    lambda row: percent(row.total.you.accuracy),
    lambda row: percent(row.total.neuron.accuracy),
    lambda row: brier(row.total.you.brier),
    lambda row: brier(row.total.neuron.brier),
)


@dataclass(frozen=True)
class Layout:
    """The width of each of the COLUMNS, and whether draws and intervals have room, too."""

    widths: tuple[int, ...]
    draws: bool
    intervals: bool

    @classmethod
    def fitting(cls, rows: Sequence[ScoreRow], width: int, over_all: ScoreRow | None = None) -> Layout:
        """The layout for these rows and the one over all.

        The name gets what the numbers leave it; the draws, and then the intervals, what the names leave.
        Intervals that no row has enough answers for are left out.
        """
        numbered = [*rows, over_all] if over_all else rows
        widths = [_widest(index, numbered) for index in range(1, len(COLUMNS))]
        for place, title in zip(range(1, len(widths), 2), GROUPS, strict=True):
            lacking = width_of(title) - sum(widths[place : place + 2]) - 1
            widths[place] += max(lacking, 0)
        gaps = len(widths) + len(GROUPS) + 1
        name, wanted = width - sum(widths) - gaps - 1, _wanted(rows)
        draws = name >= wanted + EXTRA[LOSSES]
        name -= EXTRA[LOSSES] * draws
        ranges = 2 * EXTRA[BRIER]
        intervals = name >= wanted + ranges and any(row.total.count >= FEWEST for row in rows)
        name -= ranges * intervals
        return cls((min(max(name, NARROWEST_NAME), WIDEST_NAME), *widths), draws, intervals)

    def extra(self, index: int) -> int:
        """The cells of what stands after a column and belongs to it: the draws, or an interval."""
        shown = self.intervals if index >= BRIER else self.draws and index == LOSSES
        return EXTRA[min(index, BRIER)] if shown else 0

    def spans(self) -> list[tuple[int, int]]:
        """From which cell to which each of the COLUMNS goes, with the gap before it."""
        spans, start = [], 0
        for index, width in enumerate(self.widths):
            end = start + self.gap(index) + width + self.extra(index)
            spans.append((start, end))
            start = end
        return spans

    @staticmethod
    def gap(index: int) -> int:
        """The cells before a column: two before a new pair of them."""
        return 1 if index == NAME or index % 2 else 2

    def column_at(self, x: int, y: int = 1) -> int | None:
        """The column at a cell across, in the first or the second line of the heads."""
        answers = self.spans()[ANSWERS][1]
        if y == 0 and answers - len(ANSWERS_TITLE) <= x < answers:
            return ANSWERS
        return next((index for index, (start, end) in enumerate(self.spans()) if start <= x < end), None)


def _wanted(rows: Sequence[ScoreRow]) -> int:
    """The cells that the names would have, within bounds."""
    shortest_mark = len(EARLIER[-1])
    widest = max((len(row.name) + shortest_mark * row.earlier for row in rows), default=0)
    return min(max(widest, NARROWEST_NAME), WIDEST_NAME)


def _widest(index: int, rows: Sequence[ScoreRow]) -> int:
    """The cells that a column of numbers needs: its longest is its largest or its smallest."""
    value = COLUMNS[index].value
    known = [(found, row) for row in rows if isinstance(found := value(row), int | float)]
    heads = 3
    if not known:
        return heads
    ends = (pick(known, key=lambda pair: pair[0])[1] for pick in (min, max))
    return max(heads, *(width_of(TEXTS[index](row)) for row in ends))


def headings(layout: Layout, order: SortOrder, name: str) -> list[Line]:
    """Two lines: what the columns are, and whose each is. The sorted one is marked."""
    places = layout.spans()
    over = [" "] * places[-1][1]
    _write(over, ANSWERS_TITLE, places[ANSWERS][1])
    for title, index in zip(GROUPS, range(ANSWERS + 1, len(COLUMNS), 2), strict=True):
        _write(over, title, places[index + 1][1] - (layout.extra(LOSSES) if index < BRIER else 0))
    spans: list[Span] = []
    for index, width in enumerate(layout.widths):
        sign = (FALLING if order.falling else RISING) if index == order.column else ""
        style = "accent strong" if sign else "muted"
        if index == NAME:
            shown = fit(f"{name} {sign}", width)
        else:
            whose = "" if index == ANSWERS else (YOU, NEURON)[index % 2]
            shown = fit(f"{sign} {whose}".strip(), width, "right")
        spans.append((" " * layout.gap(index) + shown, style))
        if extra := layout.extra(index):
            spans.append((fit(RANGE if index >= BRIER else DRAWN, extra, "right"), "muted"))
    return [(("".join(over), "muted"),), tuple(spans)]


def _write(cells: list[str], text: str, end: int) -> None:
    """Write a text that ends there."""
    cells[end - len(text) : end] = text


def row_line(row: ScoreRow, layout: Layout, intervals: Mapping[Key, Intervals], style: str = "") -> Line:
    """One row of the table."""
    spans: list[Span] = []
    for index, width in enumerate(layout.widths):
        if index == NAME:
            text = titled(row.name, row.earlier, width)
        else:
            text = fit(TEXTS[index](row), width, "right")
        spans.append((" " * layout.gap(index) + text, f"{_style_of(index)} {style}".strip()))
        if extra := layout.extra(index):
            brier_of = intervals.get(row.key)
            told = _likely(row, brier_of, index - BRIER) if index >= BRIER else f"{row.total.draws:,}"
            spans.append((fit(told, extra, "right"), f"muted {style}".strip()))
    return tuple(spans)


def _likely(row: ScoreRow, known: Intervals | None, whose: int) -> str:
    """A Brier score's interval, where there are answers enough for one."""
    if row.total.count < FEWEST:
        return NOTHING
    return between(known[whose] if known else None)


def _style_of(index: int) -> str:
    """The player's figures in the text's colour, the neuron's in its own."""
    if index == NAME:
        return "text"
    return "muted" if index == ANSWERS else "accent" if index % 2 else "text"
