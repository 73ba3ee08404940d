"""The journal: what players answered and how they raced, in one SQLite file."""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import TypeVar

from neuron_tui.game.files.saving import make_folder, reason
from neuron_tui.game.journal import faults, tables
from neuron_tui.game.journal.aside import Identity, holds_something, identity, resolved, set_aside
from neuron_tui.game.journal.faults import DamagedError, JournalError
from neuron_tui.game.journal.kept import Answer, Kept, KeptRound, KeptTask, Races
from neuron_tui.game.journal.names import known_as
from neuron_tui.game.journal.schema import LATEST, connect, migrate, says_newer, version_of
from neuron_tui.game.scoreboard.counted_answers import CountedAnswers
from neuron_tui.puzzle.text import clip

__all__ = ["Journal", "JournalError"]

Done = TypeVar("Done")
PATIENCE = 4.0
"""Seconds to wait for another program that holds the file."""

_WAIT = 0.5
"""Seconds that SQLite waits by itself; it does not in all cases."""

_PAUSE = 0.005
"""Seconds between two tries where SQLite does not wait by itself."""

_UNCHANGED = "nothing was changed"
_MOST_SET_ASIDE = 3
"""Damaged files in one piece of work: on a failing disk a fresh one may be damaged."""


class Journal:
    """The journal in this file, which is opened for each piece of work and closed after it.

    Once something is written, neither the end of the process nor of the computer's power undoes it. A damaged
    file is set aside with all it held as soon as it is found out, and a fresh one begun; `notice` says so. A
    file of a newer version is only ever read. Reading creates no file; where there is none, all is empty.

    All methods raise JournalError, and nothing else for anything that may be the matter with the file. They
    block for a moment: milliseconds as a rule, `patience` seconds where another program holds the file. Once
    that was in vain, nothing waits again until something could be written.
    """

    def __init__(
        self, path: Path, today: Callable[[], date] = date.today, patience: float = PATIENCE
    ) -> None:
        self.path = path
        self._today = today
        self._patience = patience
        self._in_vain = False
        self._notices: list[str] = []
        self.found: Identity | None = None
        """Which file the last work found at the path; None where there was none."""

    def notice(self) -> str:
        """What was set aside since the last call, as one sentence; empty where nothing was."""
        said, self._notices = " ".join(self._notices), []
        return said

    def check(self) -> None:
        """Raise JournalError where answers can't be kept. Asking creates nothing.

        An older file is brought up to date, and a damaged one is set aside.
        """
        if self.begun():
            self.write(lambda _connection: None)
            return
        nearest = next(folder for folder in self.path.absolute().parents if folder.exists())
        if not os.access(nearest, os.W_OK | os.X_OK):
            raise JournalError(faults.reason(PermissionError(), self.path), "the journal can't be begun")

    def keep(self, kept: Sequence[Kept]) -> frozenset[str]:
        """Write answers, races and trials, all of them or none; see `tables.put` for what is given.

        What has the id of something that is there is left out.
        """
        return self.write(lambda connection: tables.put(connection, kept))

    def answers(self, player: str | None = None) -> tuple[Answer, ...]:
        """All answers, or a player's, in the order of time."""
        return self.read(lambda connection: tables.answers(connection, player))

    def answered(self) -> dict[str, int]:
        """How many questions each player has answered, practice included."""
        return self.read(tables.answered)

    def players(self) -> tuple[str, ...]:
        """Everybody of whom something is kept, by name."""
        return self.read(tables.players)

    def counted(self, player: str | None = None) -> CountedAnswers:
        """The answers that count, of all players or of one, in the order of time."""
        return self.read(lambda connection: tables.counted(connection, player))

    def races(self, player: str | None = None) -> Races:
        """Races with their trials, of all players or of one, in the order of time."""
        return self.read(lambda connection: tables.races(connection, player))

    def tasks(self, player: str | None = None) -> tuple[KeptTask, ...]:
        """Tasks that were done, of all players or of one, in the order of time."""
        return self.read(lambda connection: tables.tasks(connection, player))

    def rounds(self, player: str | None = None) -> tuple[KeptRound, ...]:
        """Rounds of small games, of all players or of one, in the order of time."""
        return self.read(lambda connection: tables.rounds(connection, player))

    def forget(self, player: str) -> int:
        """Remove all that is a player's for good; gives how many answers there were."""
        return self.write(lambda connection: tables.forget(connection, player)) if self.begun() else 0

    def rename(self, old: str, new: str) -> None:
        """Give a player a name that nobody else has. Raises JournalError where somebody has it, too."""

        def renaming(connection: sqlite3.Connection) -> None:
            others = [name for name in tables.players(connection) if name != old]
            if (taken := known_as(new, others)) is not None:
                raise JournalError(
                    f"`{clip(taken)}` is in the journal already; merge the two instead", _UNCHANGED
                )
            tables.rename(connection, old, new)

        self.write(renaming)

    def merge(self, names: Sequence[str], into: str) -> None:
        """Make one player of several; attempts at the same question are numbered anew."""

        def merging(connection: sqlite3.Connection) -> None:
            for name in names:
                tables.rename(connection, name, into)

        self.write(merging)

    def copy(self, target: Path) -> None:
        """Write a whole copy, as of this moment, into a new file; also while a game runs."""
        if not self.begun():
            raise JournalError(f"there is nothing in {self.path} yet", "the journal can't be copied")
        self.read(lambda connection: _copy(connection, target))

    def begun(self) -> bool:
        """Whether there is a file."""
        self.read(lambda _connection: None)
        return self.found is not None

    def read(self, query: Callable[[sqlite3.Connection], Done]) -> Done:
        """What a query gives, which finds the tables of the latest version and sees all as of one moment."""

        def reading() -> Done:
            *others, last = self._modes()
            for mode in others:
                try:
                    return self._read(query, mode)
                except sqlite3.OperationalError as problem:
                    if not faults.is_unwritable(problem):
                        raise
            return self._read(query, last)

        return self._despite_faults(reading, "the journal can't be read")

    def _read(self, query: Callable[[sqlite3.Connection], Done], mode: str) -> Done:
        with self._connected(mode) as connection:
            version = self._version(connection)
            if mode == "rw" and 0 < version < LATEST:
                migrate(connection)
            connection.execute("PRAGMA query_only = ON")
            connection.execute("BEGIN")
            if self._version(connection) >= LATEST:
                return query(connection)
            # an older file that can't be written, or an empty one
            with closing(connect(":memory:")) as memory:
                connection.backup(memory)
                migrate(memory)
                return query(memory)

    def write(self, work: Callable[[sqlite3.Connection], Done]) -> Done:
        """Do what writes, in one transaction; afterwards the one file holds everything.

        Begins the file, and its folder, where there is none. Where this raises JournalError, nothing was
        changed. `work` is done again where the file was damaged, or was moved away while it was written.
        """
        what = "the journal can't be written"

        def writing() -> Done:
            if not self._is_there():
                _begin(self.path)
            elif says_newer(self.path):
                raise JournalError(faults.NEWER.format(self.path), what)
            elif not self._is_writable():  # SQLite would open it, and find out later
                raise PermissionError
            with self._connected("rwc") as connection:
                if self._version(connection) > LATEST:  # since just now
                    raise JournalError(faults.NEWER.format(self.path), what)
                if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
                    connection.execute("PRAGMA journal_mode = WAL")
                migrate(connection)
                connection.execute("BEGIN IMMEDIATE")
                done = work(connection)
                connection.commit()
                with suppress(sqlite3.Error):  # what was committed is safe beside the file too
                    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                return done

        while True:
            done = self._despite_faults(writing, what)
            self._in_vain = False
            if not self._is_moved():
                return done

    def _despite_faults(self, work: Callable[[], Done], what: str) -> Done:
        """Try again while another program holds the file, and with a fresh one where it is damaged."""
        until = time.monotonic() + self._patience_now
        times = 0
        while True:
            self.found = identity(self.path)
            try:
                return work()
            except (sqlite3.Error, OSError, DamagedError, UnicodeDecodeError) as problem:
                if self._is_moved() or (faults.is_busy(problem) and time.monotonic() <= until):
                    time.sleep(_PAUSE)
                elif not faults.is_damage(problem):
                    self._in_vain = self._in_vain or faults.is_busy(problem)
                    raise JournalError(faults.reason(problem, self.path), what) from problem
                elif self.found is None or times == _MOST_SET_ASIDE:
                    raise JournalError(faults.STUCK.format(self.path), what) from problem
                else:
                    self._set_aside(self.found, what)
                    times += 1

    def _set_aside(self, damaged: Identity, what: str) -> None:
        """Raises JournalError where it can't be, and where what this game takes for damage may be right."""
        try:
            if says_newer(self.path):
                raise JournalError(faults.NEWER.format(self.path), what)
            target = set_aside(self.path, damaged, self._today())
        except FileNotFoundError:  # another game has set it aside just now
            return
        except OSError as problem:
            raise JournalError(faults.STUCK.format(self.path), what) from problem
        if target is not None:
            self._notices.append(
                f"The journal was damaged; it is kept as {target}, and a new one takes its place."
            )

    def _is_there(self) -> bool:
        """Whether there is a file; only a real one is opened, for a pipe would never answer."""
        try:
            mode = self.path.stat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            return False
        if not stat.S_ISREG(mode):
            kind = "a folder" if stat.S_ISDIR(mode) else "not a file"
            raise JournalError(f"{self.path} is {kind}; move it away")
        return True

    def _modes(self) -> tuple[str, ...]:
        """How to open the file to read it, one way after the other until one can.

        Where nothing can be written, what a killed game left beside the file counts too. Where there is no
        file, all is empty.
        """
        if not self._is_there():
            return ("memory",)
        to_write = ("rw",) if self._is_writable() and not says_newer(self.path) else ()
        left_over = ("ro",) if holds_something(Path(f"{resolved(self.path)}-wal")) else ()
        return (*to_write, *left_over, "ro&immutable=1")

    def _is_moved(self) -> bool:
        """Whether the file that the work found is not at the path any more; another game may set it aside."""
        return self.found not in (None, identity(self.path))

    def _is_writable(self) -> bool:
        return os.access(self.path, os.W_OK) and os.access(resolved(self.path).parent, os.W_OK)

    def _connected(self, mode: str) -> closing[sqlite3.Connection]:
        address = f"{self.path.absolute().as_uri()}?mode={mode}"
        return closing(connect(address, min(_WAIT, self._patience_now)))

    @property
    def _patience_now(self) -> float:
        return 0.0 if self._in_vain else self._patience

    def _version(self, connection: sqlite3.Connection) -> int:
        version = version_of(connection)
        if version is None:
            raise JournalError(faults.FOREIGN.format(self.path))
        return version


def _begin(path: Path) -> None:
    """Make an empty file, and its folder where there is none.

    Who may write into the folder may write the file, for in a shared one all players answer into it. In a
    folder of another group's, or where nobody may touch another one's files, the umask decides.
    """
    make_folder(path.parent)
    with suppress(FileExistsError), path.open("xb") as file:  # SQLite would keep everybody else from writing
        its, folder = os.fstat(file.fileno()), path.parent.stat()
        if hasattr(os, "fchmod") and its.st_gid == folder.st_gid and not folder.st_mode & stat.S_ISVTX:
            os.fchmod(file.fileno(), folder.st_mode & 0o666)


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    """Copy all that a connection sees just now with SQLite's own backup.

    Raises JournalError where the target is there already or can't be written; then nothing is left of it.
    """
    what = "the journal can't be copied"
    try:
        target.open("xb").close()
    except FileExistsError as problem:
        raise JournalError(f"{target} is there already; choose another name", what) from problem
    except OSError as problem:
        raise JournalError(f"{target} can't be written ({reason(problem)})", what) from problem
    except ValueError as problem:
        raise JournalError("no file can have this name; choose another", what) from problem
    try:
        with closing(sqlite3.connect(target)) as copy:
            connection.backup(copy)
    except BaseException as problem:
        for suffix in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):
                Path(f"{target}{suffix}").unlink()
        if isinstance(problem, sqlite3.OperationalError):
            raise JournalError(f"{target} can't be written to its end ({problem})", what) from problem
        raise
