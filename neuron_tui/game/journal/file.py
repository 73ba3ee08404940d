"""The journal's file: opened for each piece of work, and faults told in a sentence."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TypeVar

from neuron_tui.game.journal import faults
from neuron_tui.game.journal.aside import Identity, holds_something, identity, set_aside
from neuron_tui.game.journal.problems import DamagedError, JournalError, RefusedError
from neuron_tui.game.journal.schema import LATEST, migrate, says_newer, version_of
from neuron_tui.game.journal.turns import NoTurnError, turn

Done = TypeVar("Done")

PATIENCE = 4.0
"""Seconds to wait for another program that holds the file."""

_TURN = 1.0
"""Seconds that SQLite waits by itself; it does not in all cases."""

_FRESH_ONES = 3
"""How many damaged files are set aside in one piece of work: on a failing disk a fresh one may be damaged."""


class JournalFile:
    """One SQLite file, opened for each piece of work and closed after it.

    A damaged file is set aside as soon as it is found out, and the work done again with a fresh one;
    `notice` then says so once. A file of a newer version is only ever read, and never set aside.

    Work may raise DamagedError where it reads what no game can have written, and OutsideError where another
    file fails, which goes through.
    """

    def __init__(self, path: Path, today: Callable[[], date], patience: float = PATIENCE) -> None:
        self.path = path
        self._today = today
        self._patience = patience
        self._notices: list[str] = []
        self.stood: Identity | None = None
        """Which file the last piece of work found; None where there was none."""
        self.stands: Identity | None = None
        """Which file the last piece of work that was done has left."""

    def notice(self) -> str:
        """What was set aside since the last call, as one sentence; empty where nothing was."""
        told, self._notices = " ".join(self._notices), []
        return told

    def read(self, work: Callable[[sqlite3.Connection, int], Done], nothing: Done) -> Done:
        """Do what only reads, given the file's version; `nothing` where there is no file, or an empty one.

        All is read as of one moment. Raises JournalError.
        """

        def reading() -> Done:
            if not self._is_there():
                return nothing
            *modes, last = self._modes_to_read()
            for mode in modes:
                try:
                    return self._read(work, nothing, mode)
                except sqlite3.OperationalError as problem:
                    if not faults.is_unwritable(problem):
                        raise
            return self._read(work, nothing, last)

        return self._despite_faults(reading, "the journal can't be read")

    def _read(self, work: Callable[[sqlite3.Connection, int], Done], nothing: Done, mode: str) -> Done:
        with self._connected(mode) as connection:
            version = self._version(connection)
            if mode == "rw" and 0 < version < LATEST:
                migrate(connection)
            connection.execute("PRAGMA query_only = ON")
            connection.execute("BEGIN")
            version = self._version(connection)
            return work(connection, version) if version else nothing

    def write(self, work: Callable[[sqlite3.Connection], Done]) -> Done:
        """Do what writes, in one transaction; afterwards the one file holds everything.

        Begins the file, and its folder, where there is none. Once this returns, neither the end of the
        process nor of the computer's power undoes it. Raises JournalError, and then nothing was changed.
        """

        def writing() -> Done:
            if not self._is_there():
                self.path.parent.mkdir(parents=True, exist_ok=True)
            elif self._is_newer():
                raise JournalError(faults.newer(self.path), "the journal can't be written")
            elif not self._is_writable():  # SQLite would open it, and find out later
                raise PermissionError
            with self._connected("rwc") as connection:
                if self._version(connection) > LATEST:  # since just now
                    raise JournalError(faults.newer(self.path), "the journal can't be written")
                if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
                    connection.execute("PRAGMA journal_mode = WAL")
                migrate(connection)
                connection.execute("BEGIN IMMEDIATE")
                done = work(connection)
                connection.commit()
                with suppress(sqlite3.Error):  # what was committed is safe beside the file too
                    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                return done

        return self._despite_faults(writing, "the journal can't be written")

    def check_place(self) -> None:
        """Raise JournalError where no file can be begun, because the nearest folder there is forbids it."""
        nearest = next(folder for folder in self.path.absolute().parents if folder.exists())
        if not os.access(nearest, os.W_OK | os.X_OK):
            raise JournalError(
                faults.folder_reason(PermissionError(), self.path), "the journal can't be begun"
            )

    def _despite_faults(self, work: Callable[[], Done], what: str) -> Done:
        """Try again while another program holds the file, and with a fresh one where it is damaged."""
        until = time.monotonic() + self._patience
        fresh_ones = 0
        while True:
            try:
                with turn(self._folder(), self._patience):
                    self.stood = identity(self.path)
                    done = work()
                    self.stands = identity(self.path)
                    return done
            except (DamagedError, UnicodeDecodeError) as problem:  # the latter where SQLite quotes the file
                damage: Exception = problem
            except sqlite3.Error as problem:
                if faults.is_damage(problem):
                    damage = problem
                elif faults.is_busy(problem) and time.monotonic() <= until:
                    continue
                else:
                    kind = RefusedError if faults.is_unforeseen(problem) else JournalError
                    raise kind(faults.reason(problem, self.path), what) from problem
            except NoTurnError as problem:
                raise JournalError(faults.held(self.path), what) from problem
            except OSError as problem:
                raise JournalError(faults.folder_reason(problem, self.path), what) from problem
            self._set_aside(damage, what, fresh_ones)
            fresh_ones += 1

    def _set_aside(self, damage: Exception, what: str, fresh_ones: int) -> None:
        """Raises JournalError where it may not, can't or need not be."""
        if self.stood is None or fresh_ones == _FRESH_ONES:
            raise JournalError(faults.stuck(self.path), what) from damage
        try:
            if says_newer(self.path):  # what this game takes for damage may be right there
                raise JournalError(faults.newer(self.path), what) from damage
            target = set_aside(self.path, self.stood, self._today(), self._patience)
        except FileNotFoundError:  # another game has set it aside just now
            return
        except OSError as problem:
            raise JournalError(faults.stuck(self.path), what) from problem
        except NoTurnError as problem:
            raise JournalError(faults.held(self.path), what) from problem
        if target is not None:
            self._notices.append(faults.was_set_aside(target))

    def _is_there(self) -> bool:
        """Whether there is a file; only a real one is opened, for a pipe would never answer."""
        try:
            mode = self.path.stat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            return False
        if not stat.S_ISREG(mode):
            raise JournalError(faults.no_file(self.path, stat.S_ISDIR(mode)))
        return True

    def _modes_to_read(self) -> tuple[str, ...]:
        """How to open the file, one way after the other until one can.

        Where nothing can be written, what a killed game left beside the file counts too.
        """
        to_write = ("rw",) if self._is_writable() and not self._is_newer() else ()
        return (*to_write, *(("ro",) if self._has_left_over() else ()), "ro&immutable=1")

    def _is_newer(self) -> bool:
        """Whether it is of a newer version; to ask changes nothing in it."""
        try:
            if says_newer(self.path):
                return True
        except PermissionError:  # then it is not opened either
            return False
        if self._has_left_over():  # there a game may have written that it is, and been killed
            with suppress(sqlite3.OperationalError), self._connected("ro") as connection:
                return self._version(connection) > LATEST
        return False

    def _has_left_over(self) -> bool:
        """Whether there is something beside the file that is not in it yet."""
        beside = Path(f"{self._real()}-wal")
        return holds_something(beside)

    def _is_writable(self) -> bool:
        return os.access(self.path, os.W_OK) and os.access(self._folder(), os.W_OK)

    def _folder(self) -> Path:
        """Where the file itself is, should the path lead to it over links."""
        return self._real().parent

    def _real(self) -> Path:
        try:
            return self.path.resolve()
        except RuntimeError as problem:  # so Python 3.11 and 3.12 tell of links that lead in a circle
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(self.path)) from problem

    @contextmanager
    def _connected(self, mode: str) -> Iterator[sqlite3.Connection]:
        uri = f"{self.path.absolute().as_uri()}?mode={mode}"
        wait = min(_TURN, self._patience)
        with closing(sqlite3.connect(uri, uri=True, timeout=wait, isolation_level=None)) as connection:
            connection.text_factory = _text
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            yield connection

    def _version(self, connection: sqlite3.Connection) -> int:
        version = version_of(connection)
        if version is None:
            raise JournalError(faults.foreign(self.path))
        return version


def _text(data: bytes) -> str:
    """A text from the file, where bytes that are none can't hinder the rest."""
    return data.decode("utf-8", "replace")
