"""A whole copy of the journal in a new file."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from neuron_tui.game.files.saving import reason
from neuron_tui.game.journal.problems import JournalError

_WHAT = "the journal can't be copied"


def copy_to(connection: sqlite3.Connection, target: Path) -> bool:
    """Copy all that a connection sees just now with SQLite's own backup.

    Raises JournalError where the target is there already or can't be written; then nothing is left of it.
    """
    try:
        target.open("xb").close()
    except FileExistsError as problem:
        raise JournalError(f"{target} is there already; choose another name", _WHAT) from problem
    except OSError as problem:
        raise JournalError(f"{target} can't be written ({reason(problem)})", _WHAT) from problem
    except ValueError as problem:
        raise JournalError("no file can have this name; choose another", _WHAT) from problem
    try:
        with closing(sqlite3.connect(target)) as copy:
            connection.backup(copy)
    except BaseException as problem:
        for suffix in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):
                Path(f"{target}{suffix}").unlink()
        if isinstance(problem, sqlite3.OperationalError):
            raise JournalError(f"{target} can't be written to its end ({problem})", _WHAT) from problem
        raise
    return True
