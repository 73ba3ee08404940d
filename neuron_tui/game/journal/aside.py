"""Setting a damaged journal aside, so that a fresh one can be begun in its place."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

BESIDE = ("-wal", "-shm", "")
"""What SQLite adds to the name of a file's companions; the file itself goes last."""

WAIT = 2.0
"""Seconds to wait for another game that is setting the same file aside."""

Identity = tuple[int, int]


def identity(path: Path) -> Identity | None:
    """Which file stands at a path just now, None where none does. Another file there is another identity."""
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_dev, status.st_ino)


def set_aside(path: Path, damaged: Identity, today: date) -> Path | None:
    """Rename a damaged file and its companions, and give the new name; never over another file.

    None where another file stands at the path by now: another game has found the damage first, and what
    stands there is its fresh journal. Raises OSError where the folder can't be written.
    """
    path = path.resolve()
    with _alone_in(path.parent):
        if identity(path) != damaged:
            return None
        target = _free_name(path, today)
        for suffix in BESIDE:
            companion = Path(f"{path}{suffix}")
            if companion.exists():
                companion.replace(f"{target}{suffix}")
    return target


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


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Keep other games from setting anything aside in this folder meanwhile.

    Where the system can't do that, the files' identities must do.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        until = time.monotonic() + WAIT
        while time.monotonic() < until:
            try:
                fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                time.sleep(0.01)
            except OSError:
                break
        yield
    finally:
        os.close(opened)
