"""The table of figures: a row for each chapter or puzzle, sorted by any column and filtered by a text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from neuron_tui.game.scoreboard.head_to_head import HeadToHead

Value = float | str | None


@dataclass(frozen=True)
class ScoreRow:
    """A chapter or a puzzle: its id, its title, and both players' figures there.

    `content` is the hash of what a puzzle asked when it was answered (`puzzle.content`), and `earlier` says
    that it asks something else today.
    """

    id: str
    name: str
    total: HeadToHead
    content: str = ""
    earlier: bool = False


@dataclass(frozen=True)
class SortColumn:
    """What can be sorted by. Numbers come largest first, names from A on, a Brier score the best first."""

    name: str
    value: Callable[[ScoreRow], Value]
    falling: bool = True


COLUMNS = (
    SortColumn("name", lambda row: row.name.casefold(), falling=False),
    SortColumn("answers", lambda row: row.total.count),
    SortColumn("wins", lambda row: row.total.wins),
    SortColumn("neuron's wins", lambda row: row.total.losses),
    SortColumn("points", lambda row: row.total.you.points),
    SortColumn("neuron's points", lambda row: row.total.neuron.points),
    SortColumn("right", lambda row: row.total.you.accuracy),
    SortColumn("neuron's right", lambda row: row.total.neuron.accuracy),
    SortColumn("Brier score", lambda row: row.total.you.brier, falling=False),
    SortColumn("neuron's Brier score", lambda row: row.total.neuron.brier, falling=False),
)


@dataclass(frozen=True)
class SortOrder:
    """By which of the COLUMNS, and whether the other way round."""

    column: int = 1
    turned: bool = False

    @property
    def falling(self) -> bool:
        """Whether the largest comes first."""
        return COLUMNS[self.column].falling != self.turned

    def by(self, column: int) -> SortOrder:
        """By this column; by the same one again turns it round."""
        return SortOrder(column, not self.turned) if column == self.column else SortOrder(column)


def ranked(rows: Sequence[ScoreRow], order: SortOrder, wanted: str) -> list[ScoreRow]:
    """The rows whose name or id holds what is wanted, in this order, and by name where they are level.

    Rows without a value come last.
    """
    text = wanted.strip().casefold()
    by_name = sorted(rows, key=lambda row: (row.name.casefold(), row.id, row.content))
    fitting = [row for row in by_name if text in f"{row.name}\n{row.id}".casefold()]
    value = COLUMNS[order.column].value
    known = [row for row in fitting if value(row) is not None]
    known.sort(key=lambda row: value(row) or 0, reverse=order.falling)
    return known + [row for row in fitting if value(row) is None]
