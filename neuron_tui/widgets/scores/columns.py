"""How the table of figures is laid out in cells: as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from neuron_tui.game.scores.intervals import FEWEST, Interval
from neuron_tui.game.scores.ranking import COLUMNS, Order, Row
from neuron_tui.widgets.cells import Line, Run, fit, width_of
from neuron_tui.widgets.guess_scale import NEURON, YOU
from neuron_tui.widgets.scores.course import amount

Intervals = tuple[Interval, Interval]
"""Around the player's Brier score, and around the neuron's."""

NAME, ANSWERS, BRIER = 0, 1, 8
FALLING, RISING = "\u2193", "\u2191"
NARROWEST_NAME, WIDEST_NAME = 12, 44
NOTHING, WAITING = "-", "\u2026"
INTERVAL_WIDTH = len(".98\u20131.00")
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


TEXTS: tuple[Callable[[Row], str], ...] = (
    lambda row: row.name,
    lambda row: f"{row.standing.count:,}",
    lambda row: f"{row.standing.wins:,}",
    lambda row: f"{row.standing.losses:,}",
    lambda row: amount(row.standing.you.points),
    lambda row: amount(row.standing.neuron.points),
    lambda row: percent(row.standing.you.accuracy),
    lambda row: percent(row.standing.neuron.accuracy),
    lambda row: brier(row.standing.you.brier),
    lambda row: brier(row.standing.neuron.brier),
)


@dataclass(frozen=True)
class Layout:
    """The width of each of the COLUMNS; `intervals` says whether there is room for these, too."""

    widths: tuple[int, ...]
    intervals: bool

    @classmethod
    def fitting(cls, rows: Sequence[Row], width: int) -> Layout:
        """The layout for these rows. The name gets what the numbers leave it."""
        widths = [_widest(index, rows) for index in range(1, len(COLUMNS))]
        for place, title in zip(range(1, len(widths), 2), GROUPS, strict=True):
            lacking = width_of(title) - sum(widths[place : place + 2]) - 1
            widths[place] += max(lacking, 0)
        gaps = len(widths) + len(GROUPS) + 1
        name = width - sum(widths) - gaps - 1
        intervals = name >= NARROWEST_NAME + 2 * (INTERVAL_WIDTH + 1)
        if intervals:
            name -= 2 * (INTERVAL_WIDTH + 1)
        return cls((min(max(name, NARROWEST_NAME), WIDEST_NAME), *widths), intervals)

    def spans(self) -> list[tuple[int, int]]:
        """From which cell to which each of the COLUMNS goes, with the gap before it."""
        spans, start = [], 0
        for index, width in enumerate(self.widths):
            end = start + self.gap(index) + width
            if index >= BRIER and self.intervals:
                end += INTERVAL_WIDTH + 1
            spans.append((start, end))
            start = end
        return spans

    @staticmethod
    def gap(index: int) -> int:
        """The cells before a column: two before a new pair of them."""
        return 1 if index == NAME or index % 2 else 2

    def column_at(self, x: int) -> int | None:
        """The column at a cell across."""
        return next((index for index, (start, end) in enumerate(self.spans()) if start <= x < end), None)


def _widest(index: int, rows: Sequence[Row]) -> int:
    """The cells that a column of numbers needs: its longest is its largest or its smallest."""
    value = COLUMNS[index].value
    known = [(found, row) for row in rows if isinstance(found := value(row), int | float)]
    heads = len("answers") + 1 if index == ANSWERS else 3
    if not known:
        return heads
    ends = (pick(known, key=lambda pair: pair[0])[1] for pick in (min, max))
    return max(heads, *(width_of(TEXTS[index](row)) for row in ends))


def headings(layout: Layout, order: Order, name: str) -> list[Line]:
    """Two lines: what the pairs of columns are, and whose each column is. The sorted one is marked."""
    spans = layout.spans()
    over = [" "] * spans[-1][1]
    for title, index in zip(GROUPS, range(ANSWERS + 1, len(COLUMNS), 2), strict=True):
        start, end = spans[index][0] + 2, spans[index + 1][1]
        at = start + max(end - start - len(title), 0)
        over[at : at + len(title)] = title
    runs: list[Run] = []
    for index, width in enumerate(layout.widths):
        sign = (FALLING if order.falling else RISING) if index == order.column else ""
        text = (name, "answers")[index] if index <= ANSWERS else (YOU, NEURON)[index % 2]
        ink = "accent strong" if sign else "muted"
        align = "left" if index == NAME else "right"
        shown = text + sign if index in (NAME, ANSWERS) else sign + text
        runs.append((" " * layout.gap(index) + fit(shown, width, align), ink))
        if index >= BRIER and layout.intervals:
            runs.append((fit("likely", INTERVAL_WIDTH + 1, "right"), "muted"))
    return [(("".join(over), "muted"),), tuple(runs)]


def row_line(row: Row, layout: Layout, intervals: Mapping[str, Intervals], ink: str = "") -> Line:
    """One row of the table."""
    runs: list[Run] = []
    for index, width in enumerate(layout.widths):
        text = fit(TEXTS[index](row), width, "left" if index == NAME else "right")
        runs.append((" " * layout.gap(index) + text, f"{_ink(index)} {ink}".strip()))
        if index >= BRIER and layout.intervals:
            told = _likely(row, intervals.get(row.id), index - BRIER)
            runs.append((fit(told, INTERVAL_WIDTH + 1, "right"), f"muted {ink}".strip()))
    return tuple(runs)


def _likely(row: Row, known: Intervals | None, whose: int) -> str:
    """A Brier score's interval, where there are answers enough for one."""
    if row.standing.count < FEWEST:
        return NOTHING
    return between(known[whose] if known else None)


def _ink(index: int) -> str:
    """The player's figures in the text's colour, the neuron's in its own."""
    if index == NAME:
        return "text"
    return "muted" if index == ANSWERS else "accent" if index % 2 else "text"
