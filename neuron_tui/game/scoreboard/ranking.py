"""The table of figures: a row for each chapter or puzzle, sorted by any column and filtered by a text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from neuron_tui.game.scoreboard.standing import Standing

Value = float | str | None


Key = tuple[str, str]
"""By which a row is known: its id, and of a puzzle the hash of what it asked."""


@dataclass(frozen=True)
class Row:
    """A chapter or a puzzle: its id, what it is called, and how both players stand there.

    `earlier` says that these answers belong to an earlier version of the puzzle.
    """

    id: str
    name: str
    standing: Standing
    content: str = ""
    earlier: bool = False

    @property
    def key(self) -> Key:
        """What tells it from all others."""
        return self.id, self.content


@dataclass(frozen=True)
class Column:
    """What can be sorted by. Numbers come largest first, names from A on, a Brier score the best first."""

    name: str
    value: Callable[[Row], Value]
    falling: bool = True


COLUMNS = (
    Column("name", lambda row: row.name.casefold(), falling=False),
    Column("answers", lambda row: row.standing.count),
    Column("wins", lambda row: row.standing.wins),
    Column("neuron's wins", lambda row: row.standing.losses),
    Column("points", lambda row: row.standing.you.points),
    Column("neuron's points", lambda row: row.standing.neuron.points),
    Column("right", lambda row: row.standing.you.accuracy),
    Column("neuron's right", lambda row: row.standing.neuron.accuracy),
    Column("Brier score", lambda row: row.standing.you.brier, falling=False),
    Column("neuron's Brier score", lambda row: row.standing.neuron.brier, falling=False),
)


@dataclass(frozen=True)
class Order:
    """By which of the COLUMNS, and whether the other way round."""

    column: int = 1
    turned: bool = False

    @property
    def falling(self) -> bool:
        """Whether the largest comes first."""
        return COLUMNS[self.column].falling != self.turned

    def by(self, column: int) -> Order:
        """By this column; by the same one again turns it round."""
        return Order(column, not self.turned) if column == self.column else Order(column)


def ranked(rows: Sequence[Row], order: Order, wanted: str = "") -> list[Row]:
    """The rows whose name or id holds what is wanted, in this order. Rows without a value come last."""
    text = wanted.strip().casefold()
    fitting = [row for row in rows if text in f"{row.name}\n{row.id}".casefold()]
    value = COLUMNS[order.column].value
    known = [(value(row), row) for row in fitting]
    having = [pair for pair in known if pair[0] is not None]
    having.sort(key=lambda pair: pair[0] or 0, reverse=order.falling)
    return [row for _, row in having] + [row for found, row in known if found is None]
