"""Whether a journal is in order, found without changing it or anything beside it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from neuron_tui.game.journal.faults import DamagedError
from neuron_tui.game.journal.schema import LATEST, version_of

SET_ASIDE = (
    "the game sets it aside when it next keeps an answer; `neuron-tui journal import` brings exports back"
)


@dataclass(frozen=True)
class Examined:
    """A journal's version and how many answers it holds; None and 0 where there is no file. Or what is the
    matter with it, and what to do: parts of a sentence.
    """

    version: int | None = None
    answers: int = 0
    fault: str = ""
    do: str = ""


def examine(file: Path) -> Examined:
    """Look through a copy, for even to read an SQLite file may write beside it.

    Raises OSError where it can't be copied.
    """
    if not file.exists():
        return Examined()
    if not file.is_file():
        return Examined(fault=f"{file} is not a file", do="move it away")
    if not os.access(file, os.R_OK | os.W_OK):
        return Examined(fault=f"you may not read and write {file}", do="change its permissions")
    with TemporaryDirectory() as folder:
        copy = Path(folder) / file.name
        try:
            shutil.copyfile(file, copy)
            with suppress(FileNotFoundError):
                shutil.copyfile(f"{file}-wal", f"{copy}-wal")
            return _look_through(file, copy)
        except (sqlite3.Error, DamagedError, UnicodeDecodeError):
            return Examined(fault=f"{file} is damaged", do=SET_ASIDE)


def _look_through(file: Path, copy: Path) -> Examined:
    """Raises sqlite3.Error or DamagedError where the file is damaged."""
    with closing(sqlite3.connect(copy)) as connection:
        version = version_of(connection)
        if version is None:
            return Examined(fault=f"{file} is another program's database", do="move it away")
        if version > LATEST:
            return Examined(fault=f"{file} is of a newer version of the game", do="update the game")
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise DamagedError
        answers = connection.execute("SELECT count(*) FROM answer").fetchone()[0] if version else 0
        return Examined(version, answers)
