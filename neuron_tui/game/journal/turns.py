"""Turns at a folder: many games use the journal in it, or one alone puts something in order there."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PAUSE = 0.005
"""Seconds between two tries."""


class NoTurnError(Exception):
    """Another game did not come to its end in time."""


@contextmanager
def turn(folder: Path, wait: float, *, alone: bool = False) -> Iterator[None]:
    """Hold off whoever wants to be alone, or where this one wants to be alone, hold off all others.

    SQLite finds a file's companions by their names, and must not see the file renamed in the midst of its
    work. Where a system has no such locks, or there is no such folder, nothing is held off. Raises
    NoTurnError after `wait` seconds.
    """
    try:
        import fcntl

        opened = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        until = time.monotonic() + wait
        while True:
            try:
                fcntl.flock(opened, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
                break
            except BlockingIOError as problem:
                if time.monotonic() > until:
                    raise NoTurnError from problem
                time.sleep(_PAUSE)
            except OSError:  # as on some network drives
                break
        yield
    finally:
        os.close(opened)
