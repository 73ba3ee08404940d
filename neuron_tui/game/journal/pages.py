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
from neuron_tui.game.journal.values import understood
from neuron_tui.game.scoreboard.counted_answers import CountedAnswers, PuzzleVersion

if TYPE_CHECKING:
    from sqlite3 import Connection

FULL = 2 * PER_PAGE
"""Answers of the largest page."""

_COUNTING = f"SELECT time, guess, neuron_guess, right, puzzle, content FROM answer WHERE {COUNTS}"


def fresh(connection: Connection, player: str) -> bool:
    """Whether a player's pages hold what the answers say; so they do where there are no answers."""
    row = connection.execute("SELECT fresh FROM player WHERE name = ?", (player,)).fetchone()
    return row is None or bool(row[0])


def add(connection: Connection, player: str, answers: Sequence[Answer]) -> None:
    """Bring pages that were fresh up to date with answers that were inserted since."""
    try:
        new = in_order(packed([_row(connection, answer) for answer in answers if answer.counts]))
        if len(new):
            _insert(connection, player, new)
        _mark_fresh(connection, player, _counted(connection, player) + len(new))
    except (TypeError, ValueError, OverflowError):  # they were harmed
        rebuild(connection, player)


def _insert(connection: Connection, player: str, new: Records) -> None:
    """Write records into the pages, at their place in the order of time.

    As a rule they belong on the last page. Where the clock went backwards they may belong on one before; that
    one page takes them and grows, up to `FULL`. Raises ValueError where the pages are not whole.
    """
    last = connection.execute("SELECT max(number) FROM page WHERE player = ?", (player,)).fetchone()[0]
    if last is None:
        _write(connection, player, 0, split(new))
        return
    first = 0
    later = last = int(last)
    while first < later:  # look for the last page that begins no later than they do
        middle = (first + later + 1) // 2
        if _begin(connection, player, middle) <= new["time"][0]:
            first = middle
        else:
            later = middle - 1
    page = in_order(np.concatenate([_page(connection, player, first), new]))
    if first == last:
        _write(connection, player, first, split(page))
    elif len(page) <= FULL and new["time"][-1] < _begin(connection, player, first + 1):
        _write(connection, player, first, [page.tobytes()])
    else:
        rest = [_page(connection, player, number) for number in range(first, last + 1)]
        _write(connection, player, first, split(in_order(np.concatenate([*rest, new]))))


@understood()
def rebuild(connection: Connection, player: str) -> None:
    """Make a player's pages anew from the answers, a page at a time. Raises DamagedError."""
    connection.execute("DELETE FROM page WHERE player = ?", (player,))
    rows = connection.execute(f"{_COUNTING} AND player = ? ORDER BY time, rowid", (player,))
    numbers: dict[PuzzleVersion, int] = {}
    page = counted = 0
    while some := rows.fetchmany(PER_PAGE):
        for *_, puzzle, content in some:
            asked = PuzzleVersion(puzzle, content)
            if asked not in numbers:
                numbers[asked] = _number(connection, asked)
        records = packed([(*row[:4], numbers[PuzzleVersion(*row[4:])]) for row in some])
        if not sound(records):
            raise ValueError("an answer that can't be")
        _write(connection, player, page, split(records))
        page += 1
        counted += len(some)
    _mark_fresh(connection, player, counted)


def load(connection: Connection, player: str | None) -> CountedAnswers | None:
    """The answers that count, from the pages; None where these are not to be trusted.

    Raises TypeError, ValueError or OverflowError where they were harmed so that they can't be read.
    """
    chosen, values = ("", ()) if player is None else (" WHERE name = ?", (player,))
    players = connection.execute(
        f"SELECT name, counted, fresh FROM player{chosen} ORDER BY name", values
    ).fetchall()
    found = []
    for name, counted, is_fresh in players:
        pages = connection.execute("SELECT records FROM page WHERE player = ? ORDER BY number", (name,))
        records = unpacked(b"".join(blob for (blob,) in pages))
        if not is_fresh or records is None or len(records) != counted or not sound(records):
            return None
        found.append(records)
    puzzles = connection.execute("SELECT number, id, content FROM puzzle ORDER BY number").fetchall()
    ids = tuple(PuzzleVersion(puzzle, content) for _, puzzle, content in puzzles)
    records = in_order(np.concatenate(found)) if len(found) > 1 else found[0] if found else packed([])
    return _columns(records, [number for number, *_ in puzzles], ids)


def _columns(records: Records, numbers: list[int], ids: tuple[PuzzleVersion, ...]) -> CountedAnswers | None:
    """Records as columns; None where one is of a puzzle that has no such number. `numbers` are in order."""
    known = np.array(numbers, np.int64)
    puzzles = np.searchsorted(known, records["puzzle"])
    if len(records) and (puzzles.max() >= len(known) or np.any(known[puzzles] != records["puzzle"])):
        return None
    times, guesses, neuron_guesses, right = (records[name].copy() for name in MEASURES)
    return CountedAnswers(times, guesses, neuron_guesses, right, puzzles, ids)


@understood()
def from_answers(connection: Connection, player: str | None) -> CountedAnswers:
    """The answers that count, one by one from their table: right wherever it can be read, and slow.

    Raises DamagedError.
    """
    chosen, values = ("", ()) if player is None else (" AND player = ?", (player,))
    rows = connection.execute(f"{_COUNTING}{chosen} ORDER BY time, player, rowid", values)
    return counted_of(rows)


def counted_of(rows: Iterable[tuple[float, float, float, float, str, str]]) -> CountedAnswers:
    """Columns of time, guess, the neuron's guess, right answer, and puzzle with its content.

    The rows are in the order of time.
    """
    numbers: dict[PuzzleVersion, int] = {}
    records = packed([(*row[:4], numbers.setdefault(PuzzleVersion(*row[4:]), len(numbers))) for row in rows])
    counted = _columns(records, list(numbers.values()), tuple(numbers))
    assert counted is not None  # every number was given here
    return counted


def stale(connection: Connection, player: str | None) -> list[str]:
    """Whose pages are to be made anew when `load` finds nothing: this player's, or all."""
    if player is not None:
        return [player]
    return [name for (name,) in connection.execute("SELECT name FROM player WHERE answered > 0")]


def _row(connection: Connection, answer: Answer) -> Row:
    number = _number(connection, PuzzleVersion(stored(answer.puzzle), stored(answer.content)))
    return (answer.time, float(answer.guess), answer.neuron_guess, float(answer.right or 0), number)


def _page(connection: Connection, player: str, number: int) -> Records:
    """The records of a page. Raises ValueError where it is not there, empty or harmed."""
    sql = "SELECT records FROM page WHERE player = ? AND number = ?"
    row = connection.execute(sql, (player, number)).fetchone()
    records = None if row is None else unpacked(row[0])
    if records is None or not len(records) or not sound(records):
        raise ValueError(f"page {number}")
    return records


def _begin(connection: Connection, player: str, number: int) -> float:
    """The time of a page's first record."""
    return float(_page(connection, player, number)["time"][0])


def _write(connection: Connection, player: str, number: int, blobs: Sequence[bytes]) -> None:
    """Write pages from this number on."""
    sql = "INSERT OR REPLACE INTO page (player, number, records) VALUES (?, ?, ?)"
    connection.executemany(sql, [(player, number + place, blob) for place, blob in enumerate(blobs)])


def _number(connection: Connection, asked: PuzzleVersion) -> int:
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
