"""The answers that count a second time, as columns, so that a million of them are read at once.

Every player has pages of records (see `records`) in the order of time. They are derived: each is written in
the transaction that changes the answers, and can be made anew from them at any time. Triggers mark a player's
pages as no longer fresh at every change of an answer; whoever brings the pages up to date marks them fresh.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from neuron_tui.game.journal.answer import Answer
from neuron_tui.game.journal.answers import COUNTS
from neuron_tui.game.journal.records import (
    MEASURES,
    PER_PAGE,
    Records,
    Row,
    in_order,
    packed,
    sound,
    split,
    unpacked,
)
from neuron_tui.game.journal.stored import stored
from neuron_tui.game.scores.counted import Asked, Counted

if TYPE_CHECKING:
    from sqlite3 import Connection

_COUNTING = f"SELECT time, guess, neuron_guess, right, puzzle, content FROM answer WHERE {COUNTS}"


def fresh(connection: Connection, player: str) -> bool:
    """Whether a player's pages hold what the answers say; so they do where there are no answers."""
    row = connection.execute("SELECT fresh FROM player WHERE name = ?", (player,)).fetchone()
    return row is None or bool(row[0])


def add(connection: Connection, player: str, answers: Sequence[Answer]) -> None:
    """Bring pages that were fresh up to date with answers that were inserted since.

    Where the clock went backwards, pages from that time on are written anew.
    """
    new = packed([_row(connection, answer) for answer in answers if answer.counts])
    counted = _counted(connection, player) + len(new)
    if len(new):
        last = connection.execute("SELECT max(number) FROM page WHERE player = ?", (player,)).fetchone()[0]
        number, tail = (0, packed([])) if last is None else (last, _page(connection, player, last))
        while tail is not None and number > 0 and len(tail) and tail["time"][0] > new["time"].min():
            number -= 1
            before = _page(connection, player, number)
            tail = None if before is None else np.concatenate([before, tail])
        if tail is None:
            rebuild(connection, player)
            return
        _write(connection, player, number, in_order(np.concatenate([tail, new])))
    _mark_fresh(connection, player, counted)


def rebuild(connection: Connection, player: str) -> None:
    """Make a player's pages anew from the answers, a page at a time."""
    connection.execute("DELETE FROM page WHERE player = ?", (player,))
    rows = connection.execute(f"{_COUNTING} AND player = ? ORDER BY time, rowid", (player,))
    numbers: dict[Asked, int] = {}
    page = counted = 0
    while some := rows.fetchmany(PER_PAGE):
        records = []
        for *measures, puzzle, content in some:
            asked = Asked(puzzle, content)
            if asked not in numbers:
                numbers[asked] = _number(connection, asked)
            records.append((*measures, numbers[asked]))
        _write(connection, player, page, packed(records))
        page += 1
        counted += len(some)
    _mark_fresh(connection, player, counted)


def load(connection: Connection, player: str | None) -> Counted | None:
    """The answers that count, from the pages; None where these are not to be trusted."""
    chosen, values = ("", ()) if player is None else (" WHERE name = ?", (player,))
    players = connection.execute(f"SELECT name, counted, fresh FROM player{chosen}", values).fetchall()
    found = []
    for name, counted, is_fresh in players:
        pages = connection.execute("SELECT records FROM page WHERE player = ? ORDER BY number", (name,))
        try:
            records = unpacked(b"".join(blob for (blob,) in pages))
        except TypeError:  # no blob at all
            return None
        if not is_fresh or records is None or len(records) != counted or not sound(records):
            return None
        found.append(records)
    puzzles = connection.execute("SELECT number, id, content FROM puzzle ORDER BY number").fetchall()
    ids = tuple(Asked(puzzle, content) for _, puzzle, content in puzzles)
    records = in_order(np.concatenate(found)) if len(found) > 1 else found[0] if found else packed([])
    return _columns(records, [number for number, *_ in puzzles], ids)


def _columns(records: Records, numbers: list[int], ids: tuple[Asked, ...]) -> Counted | None:
    """Records as columns; None where one is of a puzzle that has no such number."""
    place = np.full(max(numbers, default=0) + 1, -1, np.int64)
    place[numbers] = np.arange(len(numbers))
    if len(records) and records["puzzle"].max() >= len(place):
        return None
    puzzles = place[records["puzzle"]]
    if np.any(puzzles < 0):
        return None
    times, guesses, neuron_guesses, right = (records[name].copy() for name in MEASURES)
    return Counted(times, guesses, neuron_guesses, right, puzzles, ids)


def from_answers(connection: Connection, player: str | None) -> Counted:
    """The answers that count, one by one from their table: right wherever it can be read, and slow."""
    chosen, values = ("", ()) if player is None else (" AND player = ?", (player,))
    rows = connection.execute(f"{_COUNTING}{chosen} ORDER BY time, rowid", values)
    return counted_of(rows)


def counted_of(rows: Iterable[tuple[float, float, float, float, str, str]]) -> Counted:
    """Columns of time, guess, the neuron's guess, right answer, and puzzle with its content.

    The rows are in the order of time.
    """
    numbers: dict[Asked, int] = {}
    records = packed([(*row[:4], numbers.setdefault(Asked(*row[4:]), len(numbers))) for row in rows])
    counted = _columns(records, list(numbers.values()), tuple(numbers))
    assert counted is not None  # every number was given here
    return counted


def stale(connection: Connection, player: str | None) -> list[str]:
    """Whose pages are to be made anew when `load` finds nothing: this player's, or all."""
    if player is not None:
        return [player]
    return [name for (name,) in connection.execute("SELECT name FROM player WHERE answered > 0")]


def _row(connection: Connection, answer: Answer) -> Row:
    number = _number(connection, Asked(stored(answer.puzzle), stored(answer.content)))
    return (answer.time, float(answer.guess), answer.neuron_guess, float(answer.right or 0), number)


def _page(connection: Connection, player: str, number: int) -> Records | None:
    sql = "SELECT records FROM page WHERE player = ? AND number = ?"
    row = connection.execute(sql, (player, number)).fetchone()
    return None if row is None else unpacked(row[0])


def _write(connection: Connection, player: str, number: int, records: Records) -> None:
    """Write pages from this number on."""
    sql = "INSERT OR REPLACE INTO page (player, number, records) VALUES (?, ?, ?)"
    connection.executemany(sql, [(player, number + place, blob) for place, blob in enumerate(split(records))])


def _number(connection: Connection, asked: Asked) -> int:
    """A puzzle's number, a new one where it has none yet."""
    values = (asked.id, asked.content)
    connection.execute("INSERT OR IGNORE INTO puzzle (id, content) VALUES (?, ?)", values)
    sql = "SELECT number FROM puzzle WHERE id = ? AND content = ?"
    return int(connection.execute(sql, values).fetchone()[0])


def _counted(connection: Connection, player: str) -> int:
    row = connection.execute("SELECT counted FROM player WHERE name = ?", (player,)).fetchone()
    return 0 if row is None else int(row[0])


def _mark_fresh(connection: Connection, player: str, counted: int) -> None:
    sql = "UPDATE player SET fresh = 1, counted = ? WHERE name = ?"
    connection.execute(sql, (counted, player))
