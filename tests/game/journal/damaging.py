"""Journals with damage of all kinds, and all that the game may ask of them."""

from __future__ import annotations

import io
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from neuron_tui.game.journal.exchange import exported, import_from
from neuron_tui.game.journal.journal import Journal
from neuron_tui.game.journal.keeper import Keeper
from tests.game.journal.answers import answer, race, trial


def whole(path: Path) -> bytes:
    """The bytes of a journal with answers and races of two players."""
    journal = Journal(path)
    for name in ("Ann", "Bob"):
        journal.keep([answer(name, f"p{turn % 3}", str(turn), time=float(turn)) for turn in range(20)])
        begun = race(name)
        journal.keep([begun, *(trial(begun, number) for number in range(5))])
    return path.read_bytes()


def flipped(data: bytes, rng: random.Random) -> bytes:
    """The same with 1 to 5 other bits, half of them where SQLite says what the file is made of."""
    changed = bytearray(data)
    for _ in range(rng.randint(1, 5)):
        end = rng.choice((100, 4096, len(data), len(data)))
        changed[rng.randrange(end)] ^= 1 << rng.randrange(8)
    return bytes(changed)


def without_rules(path: Path, statement: str) -> None:
    """Run a statement on a journal as if its tables had no rules."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '')")
        connection.execute("PRAGMA writable_schema = RESET")
        with suppress(sqlite3.IntegrityError):  # what can't be at all
            connection.execute(statement)


def use_the_keeper(path: Path) -> None:
    """Use all that it can do."""
    keeper = Keeper(path, "Ann")
    begun = race("Ann")
    for use in (
        keeper.notice,
        keeper.counted,
        lambda: keeper.counted("Ann"),
        lambda: keeper.met("0123456789abcdef"),
        keeper.answered,
        keeper.races,
        lambda: keeper.keep([answer(puzzle="p0", question="1"), answer("Bob", question="new")]),
        keeper.counted,
        keeper.answered,
        lambda: keeper.keep([begun]),
        lambda: keeper.keep([trial(begun, 0)]),
        lambda: keeper.races("Ann"),
        keeper.close,
    ):
        use()


def uses_of_the_journal(path: Path) -> list[Callable[[], object]]:
    """All that can be done with it. What another file holds is brought in, too."""
    journal = Journal(path)
    other = Journal(path.with_name("other"))
    other.keep([answer("Ann", f"p{turn % 3}", str(turn), time=3.0) for turn in range(20)])
    lines = exported(other)
    return [
        journal.players,
        journal.answers,
        journal.answered,
        journal.counted,
        journal.races,
        lambda: exported(journal),
        lambda: journal.copy(path.with_name("copy")),
        lambda: import_from(journal, io.BytesIO("\n".join(lines).encode()), merge=True),
        lambda: journal.forget("Bob"),
        lambda: journal.keep([answer()]),
    ]
