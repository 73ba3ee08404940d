"""Setting a damaged journal aside, so that a fresh one can be begun in its place."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from datetime import date
from glob import escape
from pathlib import Path

Identity = tuple[int, int]


def identity(path: Path) -> Identity | None:
    """Which file is at a path just now, None where none is. Another file there is another identity."""
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_dev, status.st_ino)


def resolved(path: Path) -> Path:
    """Where the file itself is, should the path lead to it over links. Raises OSError."""
    try:
        return path.resolve()
    except RuntimeError as problem:  # so Python 3.11 and 3.12 report links that lead in a circle
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from problem


def holds_something(beside: Path) -> bool:
    """Whether a file is there and not empty; another program may take it away at any moment."""
    try:
        return beside.stat().st_size > 0
    except FileNotFoundError:
        return False


def set_aside(path: Path, damaged: Identity, today: date) -> Path | None:
    """Rename a damaged file and what is beside it, and give the new name; never over another file.

    None where another file is at the path by now: another game has found the damage first, and this is its
    fresh journal. Raises OSError where the folder can't be written.
    """
    path = resolved(path)
    target = _free_name(path, today)
    try:
        if identity(path) != damaged:
            target.unlink()
            return None
        beside = Path(f"{path}-wal")  # first, so that it is never taken for the fresh file's
        if holds_something(beside):
            beside.replace(f"{target}-wal")
        beside.unlink(missing_ok=True)
        Path(f"{path}-shm").unlink(missing_ok=True)  # only repeats what is in the other
        path.replace(target)
    except OSError:
        target.unlink(missing_ok=True)  # it held the place of a name, and is empty
        raise
    return target


def damaged_ones(path: Path) -> list[Path]:
    """What was set aside of the journal at this path, by name; nothing where its folder can't be read."""
    try:
        path = resolved(path)
        return sorted(path.parent.glob(f"{escape(path.stem)}-damaged-*{escape(path.suffix)}"))
    except OSError:
        return []


def _free_name(path: Path, today: date) -> Path:
    """Such as `journal-damaged-2026-11-25.sqlite3`, numbered where taken; an empty file holds its place."""
    number = 1
    while True:
        count = "" if number == 1 else f"-{number}"
        target = path.with_name(f"{path.stem}-damaged-{today.isoformat()}{count}{path.suffix}")
        with suppress(FileExistsError):
            target.open("xb").close()
            return target
        number += 1
