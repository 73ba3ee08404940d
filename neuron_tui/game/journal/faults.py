"""What can be the matter with the journal, as a person is told it, and what they can do about it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_FORBIDDEN = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}
_FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}
_ELSEWHERE = "move all your files with NEURON_TUI_HOME"
NEWER = "{} is of a newer version of the game; update the game"
FOREIGN = "{} is another program's database; move it away"
STUCK = "{} is damaged and can't be renamed; move it away"


class JournalError(Exception):
    """The journal can't do what was asked of it; the text is one sentence, without its full stop.

    `why` is its second half, which says the reason and what to do; it can follow another beginning.
    """

    def __init__(self, why: str, what: str = "the journal can't be used") -> None:
        super().__init__(f"{what}: {why}")
        self.why = why


class DamagedError(Exception):
    """The file can be read, and holds what no game has written."""


def _code(problem: Exception) -> int:
    """The primary result code; Python's own errors have none and count as the general one."""
    return int(getattr(problem, "sqlite_errorcode", None) or sqlite3.SQLITE_ERROR) & 0xFF


def is_damage(problem: Exception) -> bool:
    """Whether the file itself is broken, or is no database at all."""
    if isinstance(problem, DamagedError | UnicodeDecodeError):  # the latter where SQLite quotes the file
        return True
    short = getattr(problem, "sqlite_errorcode", None) == sqlite3.SQLITE_IOERR_SHORT_READ
    return short or _code(problem) in _DAMAGE


def is_busy(problem: Exception) -> bool:
    """Whether another program holds the file just now."""
    return _code(problem) in _BUSY


def is_unwritable(problem: sqlite3.Error) -> bool:
    """Whether it may be read all the same by a connection that writes nothing."""
    return _code(problem) in _FORBIDDEN | _FULL


def reason(problem: Exception, path: Path) -> str:
    """Why the file or its folder can't be used, and what to do."""
    if isinstance(problem, PermissionError):
        return _forbidden(path)
    if isinstance(problem, OSError):
        words = (problem.strerror or str(problem)).lower()
        return f"{path.parent} can't be used ({words}); {_ELSEWHERE}"
    code = _code(problem)
    if _refuses_locks(path.parent):
        return f"the file system of {path.parent} refuses locks; {_ELSEWHERE}"
    if code in _BUSY:
        return f"another program holds {path}; close that program"
    if code in _FULL:
        return f"the disk of {path} is full or failing; make room on it"
    if code in _FORBIDDEN:
        return _forbidden(path)
    return f"{path} holds something unforeseen ({problem}); move it away"


def _refuses_locks(folder: Path) -> bool:
    """Whether no file in this folder can be locked, as on some file systems across a network.

    SQLite reports that as if another program held the file, or as a failing disk.
    """
    if os.name == "nt":
        return False
    import fcntl
    from tempfile import TemporaryFile

    with suppress(OSError), TemporaryFile(dir=folder) as nobodys:
        try:
            fcntl.lockf(nobodys, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
    return False


def _is_read_only(folder: Path) -> bool:
    """Whether nobody can write into this folder, or the nearest one above it that is there."""
    there = next((each for each in (folder, *folder.parents) if each.exists()), None)
    return os.name != "nt" and there is not None and bool(os.statvfs(there).f_flag & os.ST_RDONLY)


def _forbidden(path: Path) -> str:
    if _is_read_only(path.parent):
        return f"the file system of {path.parent} is read-only; {_ELSEWHERE}"
    what = f"write into {path.parent}"
    if not os.access(path.parent, os.X_OK) and os.access(path.parent, os.F_OK):
        what = f"enter {path.parent}"
    elif not os.access(path, os.R_OK) and os.access(path, os.F_OK):
        what = f"read {path}"
    elif not os.access(path, os.W_OK) and os.access(path, os.F_OK):
        what = f"write {path}"
    return f"you may not {what}; change its permissions, or {_ELSEWHERE}"
