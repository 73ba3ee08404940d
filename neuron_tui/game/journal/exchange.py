"""Carrying answers and races to another computer: out of a journal and into one, line by line."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from typing import BinaryIO, TypeVar

from neuron_tui.game.journal import answers, lines, pages, races
from neuron_tui.game.journal.answer import Answer
from neuron_tui.game.journal.journal import Journal
from neuron_tui.game.journal.lines import Kept, LineError
from neuron_tui.game.journal.merging import Attempt, merged
from neuron_tui.game.journal.problems import JournalError, OutsideError
from neuron_tui.game.journal.races import KeptRace, KeptTrial
from neuron_tui.game.journal.values import understood

Given = TypeVar("Given")
Done = TypeVar("Done")
_QUESTION = "puzzle, content, question, player"


@dataclass(frozen=True)
class Imported:
    """How much was new to the journal, and how many lines it had already."""

    answers: int = 0
    races: int = 0
    trials: int = 0
    known: int = 0


def export(journal: Journal, write: Callable[[str], object], player: str | None = None) -> int:
    """Write all lines, or those of a player, as of one moment; gives how many there are under the first.

    Raises JournalError where there is no journal yet, or it turns out to be damaged, and whatever OSError
    `write` raises.
    """
    begun = False
    write = _outside(write)

    def work(connection: sqlite3.Connection, version: int) -> int | None:
        nonlocal begun
        if begun:  # the file was set aside in between, and half of it is written
            raise JournalError("it was found to be damaged while it was read", "nothing was exported")
        begun = True
        write(lines.header())
        count = 0
        for kept in _everything(connection, version, player):
            write(lines.written(kept))
            count += 1
        return count

    with _told_from_outside():
        count = journal.file.read(work, None)
    if count is None:
        raise JournalError(f"there is nothing in {journal.path} yet", "nothing was exported")
    return count


def _everything(connection: sqlite3.Connection, version: int, player: str | None) -> Iterator[Kept]:
    yield from answers.select(connection, player)
    for race, trials in races.select_races(connection, player) if version >= 2 else ():
        yield race
        yield from trials


def import_from(journal: Journal, file: BinaryIO) -> Imported:
    """Bring in what an exported file holds and the journal does not, in one transaction.

    Answers and races are known by their ids, so that a file may come twice. The attempts at every question
    that was touched are counted anew (see `merging`). Raises JournalError with the line's number where one
    is broken, and OSError where the file can't be read to its end; then nothing was brought in.
    """
    numbered = _numbered_lines(_outside(file.readline))
    try:
        with _told_from_outside():
            first = next(numbered, (1, b""))[1]
        lines.check_header(first)
    except LineError as problem:
        raise JournalError(f"line 1: {problem}", "nothing was imported") from problem
    begun = False

    def work(connection: sqlite3.Connection) -> Imported:
        nonlocal begun
        if begun:  # the file was set aside in between, and half of the lines are gone
            raise JournalError(
                "the journal was found to be damaged; import once more", "nothing was imported"
            )
        begun = True
        return _Import(connection).run(numbered)

    with _told_from_outside():
        return journal.file.write(work)


def _outside(use: Callable[[Given], Done]) -> Callable[[Given], Done]:
    """The same use of another file, so that its OSErrors are not taken for the journal's."""

    def used(given: Given) -> Done:
        try:
            return use(given)
        except OSError as problem:
            raise OutsideError(problem) from problem

    return used


@contextmanager
def _told_from_outside() -> Iterator[None]:
    """Raise another file's OSError as it was."""
    try:
        yield
    except OutsideError as outside:
        raise outside.problem from None


def _numbered_lines(readline: Callable[[int], bytes]) -> Iterator[tuple[int, bytes]]:
    """The lines that hold something, from 1; of one that is too long, enough to see that."""
    number = 0
    while line := readline(lines.MAX_BYTES + 1):
        number += 1
        if line.strip():
            yield number, line


class _Import:
    """One import within its transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._players: set[str] = set()
        self._counts: dict[type[Kept], int] = {Answer: 0, KeptRace: 0, KeptTrial: 0}
        self._known = 0

    def run(self, numbered: Iterator[tuple[int, bytes]]) -> Imported:
        self._connection.execute(
            f"CREATE TEMP TABLE touched ({_QUESTION}, PRIMARY KEY ({_QUESTION})) WITHOUT ROWID"
        )
        self._connection.execute(
            "CREATE TEMP TABLE brought (id TEXT PRIMARY KEY, new INTEGER, attempt INTEGER) WITHOUT ROWID"
        )
        for number, line in numbered:
            try:
                self._bring_in(lines.read(line))
            except LineError as problem:
                raise JournalError(f"line {number}: {problem}", "nothing was imported") from problem
        self._count_attempts()
        for player in sorted(self._players):
            pages.rebuild(self._connection, player)
        new = self._counts
        return Imported(new[Answer], new[KeptRace], new[KeptTrial], self._known)

    def _bring_in(self, kept: Kept) -> None:
        if isinstance(kept, Answer):
            new = answers.insert(self._connection, kept)
            brought = (kept.id, new, kept.attempt)
            self._connection.execute("INSERT OR IGNORE INTO brought VALUES (?, ?, ?)", brought)
            if new:
                self._players.add(kept.player)
                key = answers.question_key(kept)
                self._connection.execute("INSERT OR IGNORE INTO touched VALUES (?, ?, ?, ?)", key)
        elif isinstance(kept, KeptRace):
            new = races.insert_race(self._connection, kept)
        else:
            try:
                new = races.insert_trial(self._connection, kept)
            except sqlite3.IntegrityError as problem:
                raise LineError("the race of this trial is in no line before it") from problem
        self._counts[type(kept)] += new
        self._known += not new

    def _count_attempts(self) -> None:
        """Number the attempts at each touched question, in an order made of the journal's and the file's."""
        self._connection.execute("CREATE TEMP TABLE recount (id TEXT PRIMARY KEY, attempt INTEGER)")
        with understood():
            self._connection.executemany("INSERT INTO recount VALUES (?, ?)", self._recounted())
        self._connection.execute(
            """
            UPDATE answer SET attempt = (SELECT attempt FROM recount WHERE recount.id = answer.id)
            WHERE id IN (SELECT id FROM recount)
            """
        )

    def _recounted(self) -> Iterator[tuple[str, int]]:
        """The ids of the answers whose attempts are to change, with what they become."""
        rows = self._connection.execute(
            f"""
            SELECT {_QUESTION}, answer.id, time, answer.attempt, brought.new, brought.attempt
            FROM touched JOIN answer USING ({_QUESTION}) LEFT JOIN brought ON brought.id = answer.id
            ORDER BY {_QUESTION}, answer.attempt, answer.rowid
            """
        )
        for _, of_question in groupby(rows, lambda row: row[:4]):
            asked = [row[4:] for row in of_question]
            here = [Attempt(id, time) for id, time, _, new, _ in asked if not new]
            coming = sorted((row for row in asked if row[4] is not None), key=lambda row: row[4])
            there = [Attempt(id, time) for id, time, *_ in coming]
            attempts = {id: attempt for id, _, attempt, *_ in asked}
            for number, id in enumerate(merged(here, there), 1):
                if attempts[id] != number:
                    yield id, number
