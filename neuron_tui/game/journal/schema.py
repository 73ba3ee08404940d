"""The journal's tables, version by version. A version that was once released never changes.

Any SQLite tool can open the file. What is kept is in the tables `answer`, `race`, `trial`, `task`
and `round`; the view `attempts` has all columns of `answer` and which attempt at its question each was.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from neuron_tui.game.journal.faults import DamagedError

APPLICATION: Final = 0x4E65_7572
"""By which the file is known as a journal: the letters `Neur`."""

LATEST: Final = 8
"""Version 1 had no races; until version 3 attempts were numbered, and tables repeated what counts; until
version 4 nobody was asked for the neuron, and until version 5 not beside an answer; nor had it tasks. Until
version 6 a puzzle under another id was another one, and until version 7 there were no rounds."""

_ANSWERS = (
    """
    CREATE TABLE answer (
        id TEXT NOT NULL PRIMARY KEY,
        player TEXT NOT NULL,
        puzzle TEXT NOT NULL,
        content TEXT NOT NULL,
        question TEXT NOT NULL,
        guess REAL NOT NULL CHECK (guess BETWEEN 0 AND 1),
        neuron_guess REAL NOT NULL CHECK (neuron_guess BETWEEN 0 AND 1),
        right REAL CHECK (right BETWEEN 0 AND 1),
        hints INTEGER NOT NULL,
        seconds REAL NOT NULL,
        mode TEXT NOT NULL,
        time REAL NOT NULL,
        version TEXT NOT NULL,
        asked TEXT NOT NULL,
        elsewhere INTEGER NOT NULL CHECK (elsewhere >= 0)
    )
    """,
    """
    CREATE INDEX answer_by_question ON answer
    (content, player, question, time, puzzle, mode, right, guess, neuron_guess, asked, elsewhere)
    """,
    """
    CREATE VIEW attempts AS
    SELECT answer.rowid AS place, answer.*, 1 + elsewhere + (
        SELECT count(*) FROM answer AS other
        WHERE other.content = answer.content AND other.player = answer.player
        AND other.question = answer.question AND (other.right IS NULL) = (answer.right IS NULL)
        AND other.time <= answer.time AND (other.time < answer.time OR other.rowid < answer.rowid)
    ) AS attempt
    FROM answer
    """,
)
"""An attempt is one more than those before it at the same question of the same content, asked for the same,
whatever the puzzle's id; and those made elsewhere, where only a part of a journal was brought in. Where the
neuron is to be foreseen, nothing is right. Where all first attempts are wanted, this is three times as fast
as `row_number()`.
"""

_OTHERS = (
    """
    CREATE TABLE IF NOT EXISTS race (
        id TEXT NOT NULL PRIMARY KEY,
        player TEXT NOT NULL,
        puzzle TEXT NOT NULL,
        content TEXT NOT NULL,
        seed INTEGER NOT NULL,
        begun REAL NOT NULL,
        version TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE IF NOT EXISTS trial (
        race TEXT NOT NULL REFERENCES race (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        row INTEGER NOT NULL CHECK (row BETWEEN 0 AND 7),
        decision INTEGER NOT NULL CHECK (decision IN (0, 1)),
        right INTEGER NOT NULL CHECK (right IN (0, 1)),
        neuron_output REAL NOT NULL CHECK (neuron_output BETWEEN 0 AND 1),
        seconds REAL NOT NULL,
        time REAL NOT NULL,
        PRIMARY KEY (race, number)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE IF NOT EXISTS task (
        id TEXT NOT NULL PRIMARY KEY,
        player TEXT NOT NULL,
        puzzle TEXT NOT NULL,
        content TEXT NOT NULL,
        do TEXT NOT NULL,
        count INTEGER NOT NULL CHECK (count >= 0),
        par INTEGER NOT NULL CHECK (par > 0),
        stars INTEGER NOT NULL CHECK (stars > 0),
        time REAL NOT NULL,
        version TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE IF NOT EXISTS round (
        id TEXT NOT NULL PRIMARY KEY,
        player TEXT NOT NULL,
        game TEXT NOT NULL,
        look TEXT NOT NULL,
        games INTEGER NOT NULL CHECK (games > 0),
        points REAL NOT NULL,
        guess INTEGER CHECK (guess >= 0),
        passed INTEGER CHECK (passed >= 0),
        seed INTEGER NOT NULL,
        time REAL NOT NULL,
        version TEXT NOT NULL
    )
    """,
)

_COLUMNS = (
    "id, player, puzzle, content, question, guess, neuron_guess, right, hints, seconds, mode, time, version"
)
_BEGIN = (f"PRAGMA application_id = {APPLICATION}", *_ANSWERS, *_OTHERS)


def _from(version: int) -> tuple[str, ...]:
    """What brings a journal of an older version up to date: until version 6 its answers are written anew."""
    if version >= 7:
        return _OTHERS
    source, place = ("answer", "rowid") if version < 4 else ("attempts", "place")
    asked = "'answer'" if version < 5 else "asked"
    elsewhere = "min(attempt) OVER (PARTITION BY player, content, question, right IS NULL) - 1"
    return (
        "DROP TRIGGER IF EXISTS answer_added",
        "DROP TRIGGER IF EXISTS answer_removed",
        "DROP TRIGGER IF EXISTS answer_changed",
        "DROP TABLE IF EXISTS page",
        "DROP TABLE IF EXISTS puzzle",
        "DROP TABLE IF EXISTS player",
        f"CREATE TEMP TABLE older AS SELECT {_COLUMNS}, {asked}, {elsewhere} FROM {source} ORDER BY {place}",
        "DROP VIEW IF EXISTS attempts",
        "DROP TABLE answer",
        *_ANSWERS,
        f"INSERT INTO answer ({_COLUMNS}, asked, elsewhere) SELECT * FROM older ORDER BY rowid",
        "DROP TABLE older",
        *_OTHERS,
    )


_VERSION = """
    SELECT user_version, application_id, (SELECT count(*) FROM sqlite_master)
    FROM pragma_user_version, pragma_application_id
"""
"""In one statement, which sees the file as of one moment: another game may be making it just now."""


def version_of(connection: sqlite3.Connection) -> int | None:
    """Which version a file is, 0 where it is empty; None where it is not a journal.

    Raises DamagedError where a journal says that it is of a version that never was.
    """
    version, application, tables = connection.execute(_VERSION).fetchone()
    if application == APPLICATION:
        if version < 1:
            raise DamagedError(f"version {version}")
        return int(version)
    return None if version or tables or application else 0


def says_newer(path: Path) -> bool:
    """Whether a file says in its first bytes that it is a journal of a later version than this game knows.

    Found without SQLite, which could change the file. Raises OSError where it can't be read.
    """
    with path.open("rb") as file:
        start = file.read(72)
    if not start.startswith(b"SQLite format 3\0") or len(start) < 72:
        return False
    version, application = (int.from_bytes(start[place : place + 4], "big") for place in (60, 68))
    return application == APPLICATION and LATEST < version < 2**31


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a journal, or an empty file, to the latest version in one transaction.

    Two games may do it at once: the version is read again where no other can write.
    """
    if (version_of(connection) or 0) >= LATEST:
        return
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        version = version_of(connection) or 0
        if version < LATEST:
            for statement in _from(version) if version else _BEGIN:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {LATEST}")


def connect(database: str, wait: float = 0.0) -> sqlite3.Connection:
    """A connection to a database, given as a path or a `file:` address, that waits so many seconds for it."""
    connection = sqlite3.connect(database, uri=True, timeout=wait, isolation_level=None)
    connection.text_factory = _text
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")  # who is forgotten leaves no byte
    except sqlite3.OperationalError:  # such as a full disk
        connection.close()
        raise
    # Damage raises another error, and closing would change what is beside the file before it is set aside.
    return connection


def in_memory() -> sqlite3.Connection:
    """An empty journal in memory."""
    connection = connect(":memory:")
    migrate(connection)
    return connection


def _text(data: bytes) -> str:
    """A text from the file; bytes that are none can't hinder the rest."""
    return data.decode("utf-8", "replace")
