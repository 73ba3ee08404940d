"""Reading a file that anyone may have put there: only a regular one, never too much of it, no hanging."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from neuron_tui.puzzle.file.characters import MAX_BYTES
from neuron_tui.puzzle.file.fault import Fault

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
"""A pipe that nobody writes to would otherwise be waited for without end."""


def read_file(path: Path) -> bytes | Fault:
    """The bytes of a regular file, at most one more than a puzzle file may have; else what is the matter."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return _no_file()
        descriptor = os.open(path, _FLAGS)
        with open(descriptor, "rb") as file:  # noqa: PTH123 - a descriptor, opened so that it can't hang
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return _no_file()
            return file.read(MAX_BYTES + 1) or b""
    except FileNotFoundError:
        return Fault(1, 1, "this file is not there any more; look again which puzzles there are")
    except PermissionError:
        return Fault(1, 1, "this file may not be read; allow yourself to read it")
    except (OSError, ValueError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else None
        return Fault(1, 1, f"this file can't be read ({reason or 'its name is none'}); put a text file here")


def _no_file() -> Fault:
    return Fault(1, 1, "this is not a file that holds text; put a text file in its place")
