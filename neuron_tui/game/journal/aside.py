"""Setting a damaged journal aside, so that a fresh one can be begun in its place."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

from neuron_tui.game.journal.turns import turn

Identity = tuple[int, int]


def identity(path: Path) -> Identity | None:
    """Which file stands at a path just now, None where none does. Another file there is another identity."""
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_dev, status.st_ino)


def holds_something(beside: Path) -> bool:
    """Whether a file is there and not empty; another program may take it away at any moment."""
    try:
        return beside.stat().st_size > 0
    except FileNotFoundError:
        return False


def set_aside(path: Path, damaged: Identity, today: date, wait: float) -> Path | None:
    """Rename a damaged file and what is beside it, and give the new name; never over another file.

    None where another file stands at the path by now: another game has found the damage first, and what
    stands there is its fresh journal. Raises OSError where the folder can't be written, and NoTurnError where
    a game goes on using it for `wait` seconds.
    """
    path = path.resolve()
    with turn(path.parent, wait, alone=True):
        if identity(path) != damaged:
            return None
        target = _free_name(path, today)
        beside = Path(f"{path}-wal")  # first, so that it is never taken for the fresh file's
        if holds_something(beside):
            beside.replace(f"{target}-wal")
        beside.unlink(missing_ok=True)
        Path(f"{path}-shm").unlink(missing_ok=True)  # only repeats what is in the other
        path.replace(target)
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
