"""The journal's tables, version by version. A version that was once released never changes.

Any SQLite tool can open the file. What is kept is in `answer`, `race` and `trial`. The tables `player`,
`puzzle` and `page` only repeat it for quick reading (see `pages`): triggers take note of every change in
`answer`, whoever makes it, and what no longer agrees is made anew.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from neuron_tui.game.journal.problems import DamagedError

if TYPE_CHECKING:
    from sqlite3 import Connection

APPLICATION = 0x4E65_7572
"""By which the file is known as a journal: the letters `Neur`."""

ANSWERS = (
    f"PRAGMA application_id = {APPLICATION}",
    """
    CREATE TABLE answer (
        id TEXT NOT NULL PRIMARY KEY,
        player TEXT NOT NULL,
        puzzle TEXT NOT NULL,
        content TEXT NOT NULL,
        question TEXT NOT NULL,
        attempt INTEGER NOT NULL CHECK (attempt >= 1),
        guess REAL NOT NULL CHECK (guess BETWEEN 0 AND 1),
        neuron_guess REAL NOT NULL CHECK (neuron_guess BETWEEN 0 AND 1),
        right REAL CHECK (right BETWEEN 0 AND 1),
        hints INTEGER NOT NULL,
        seconds REAL NOT NULL,
        mode TEXT NOT NULL,
        time REAL NOT NULL,
        version TEXT NOT NULL
    )
    """,
    "CREATE INDEX answer_by_question ON answer (puzzle, content, question, player)",
    """
    CREATE TABLE player (
        name TEXT NOT NULL PRIMARY KEY,
        answered INTEGER NOT NULL,
        counted INTEGER NOT NULL DEFAULT 0,
        fresh INTEGER NOT NULL DEFAULT 0
    )
    """,
    "CREATE TABLE puzzle (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE)",
    """
    CREATE TABLE page (
        player TEXT NOT NULL,
        number INTEGER NOT NULL,
        records BLOB NOT NULL,
        UNIQUE (player, number)
    )
    """,
    """
    CREATE TRIGGER answer_added AFTER INSERT ON answer BEGIN
        INSERT OR IGNORE INTO player (name, answered) VALUES (NEW.player, 0);
        UPDATE player SET answered = answered + 1, fresh = 0 WHERE name = NEW.player;
    END
    """,
    """
    CREATE TRIGGER answer_removed AFTER DELETE ON answer BEGIN
        UPDATE player SET answered = answered - 1, fresh = 0 WHERE name = OLD.player;
    END
    """,
    """
    CREATE TRIGGER answer_changed AFTER UPDATE ON answer BEGIN
        UPDATE player SET answered = answered - 1, fresh = 0 WHERE name = OLD.player;
        INSERT OR IGNORE INTO player (name, answered) VALUES (NEW.player, 0);
        UPDATE player SET answered = answered + 1, fresh = 0 WHERE name = NEW.player;
    END
    """,
)

RACES = (
    """
    CREATE TABLE race (
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
    CREATE TABLE trial (
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
)

VERSIONS = (
    "DROP TABLE puzzle",
    """
    CREATE TABLE puzzle (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        content TEXT NOT NULL,
        UNIQUE (id, content)
    )
    """,
    "DELETE FROM page",
    "UPDATE player SET fresh = 0",
)
"""A puzzle that asks something else by now is another one in the pages, too; they are made anew."""

MIGRATIONS = (ANSWERS, RACES, VERSIONS)
"""What brings a file from each version to the next; version 0 is an empty file."""

LATEST = len(MIGRATIONS)

_VERSION = """
    SELECT user_version, application_id, (SELECT count(*) FROM sqlite_master)
    FROM pragma_user_version, pragma_application_id
"""
"""In one statement, which sees the file as of one moment: another game may be making it just now."""


def version_of(connection: Connection) -> int | None:
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


def migrate(connection: Connection) -> None:
    """Bring a journal to the latest version, each step in a transaction of its own.

    Two games may do it at once: the version is read again where no other can write.
    """
    while (version_of(connection) or 0) < LATEST:
        connection.execute("BEGIN IMMEDIATE")
        try:
            version = version_of(connection) or 0
            for statement in MIGRATIONS[version] if version < LATEST else ():
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {min(version + 1, LATEST)}")
        except BaseException:
            connection.rollback()
            raise
        connection.commit()
