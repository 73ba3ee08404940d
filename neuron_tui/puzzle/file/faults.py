"""The faults of a puzzle file: where each is, what is wrong, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

MAX_FAULTS = 100
"""More are not listed; one further fault says how many are left."""
_MAX_GATHERED = 1_000

Severity = Literal["error", "warning", "note"]
Code = Literal[
    "file", "character", "yaml", "missing", "key", "value", "format", "names", "rows", "row", "width",
    "contradiction", "repeated", "share", "formula", "disagrees", "drawn", "picture", "step", "task", "lost",
    "promise", "unfair", "id", "chapter", "pack", "glossary", "course", "folder",
]  # fmt: skip
"""The kinds of faults; docs/puzzle-files.md says what each is."""


@dataclass(frozen=True, order=True)
class Fault:
    """One fault. Lines and columns count from 1; faults sort by place. `length` is in characters."""

    line: int
    column: int
    code: Code
    message: str
    severity: Severity = "error"
    length: int = 1

    def describe(self, file: str) -> str:
        """The fault as one line: `FILE:LINE:COLUMN: error: what is wrong, and what to write instead`."""
        return f"{file}:{self.line}:{self.column}: {self.severity}: {self.message}"


@dataclass(frozen=True, order=True)
class Rewrite:
    """What is understood as it is written, and its plain form: `length` characters become `text`."""

    line: int
    column: int
    length: int
    text: str


class Located(Protocol):
    """Anything with a place in a file; lines and columns count from 1."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...

    @property
    def length(self) -> int:
        """The characters that it takes on its line, 1 where that is not known."""


class FaultList:
    """Gathers faults in any order. A hostile file can't make it large: beyond a bound it only counts."""

    def __init__(self) -> None:
        self._gathered: set[Fault] = set()
        self._rewrites: set[Rewrite] = set()
        self._uncounted = 0

    @property
    def full(self) -> bool:
        """Whether further faults would only be counted, so that their messages need not be made."""
        return len(self._gathered) >= _MAX_GATHERED

    @property
    def errors(self) -> bool:
        """Whether one of them is more than a warning."""
        return self._uncounted > 0 or any(fault.severity == "error" for fault in self._gathered)

    def error(self, place: Located, code: Code, message: str) -> None:
        self.add(Fault(place.line, place.column, code, message, length=place.length))

    def warn(self, place: Located, code: Code, message: str) -> None:
        self.add(Fault(place.line, place.column, code, message, "warning", place.length))

    def add(self, fault: Fault) -> None:
        if self.full:
            self._uncounted += 1
        else:
            self._gathered.add(fault)

    def count(self, further: int) -> None:
        """Add errors of which only the number is known."""
        self._uncounted += further

    def rewrite(self, rewrite: Rewrite) -> None:
        """Note what could be written more plainly."""
        self._rewrites.add(rewrite)

    @property
    def rewrites(self) -> tuple[Rewrite, ...]:
        """What could be written more plainly, in order of place."""
        return tuple(sorted(self._rewrites))

    def in_order(self) -> tuple[Fault, ...]:
        """The faults in order of place, each once: the first 100, then one that says how many more."""
        faults = sorted(self._gathered)
        first, rest = faults[:MAX_FAULTS], faults[MAX_FAULTS:]
        left = len(rest) + self._uncounted
        if not left:
            return tuple(first)
        place = rest[0] if rest else first[-1]
        serious = self._uncounted or any(fault.severity == "error" for fault in rest)
        message = f"there are {left:,} more faults; mend those above and check again"
        last = Fault(place.line, place.column, place.code, message, "error" if serious else "warning")
        return tuple(sorted((*first, last)))
