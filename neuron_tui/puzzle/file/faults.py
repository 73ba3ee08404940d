"""The faults of a puzzle file: where each is, what is wrong, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

MAX_FAULTS = 100
"""More are not listed; one further fault says how many are left."""
_MAX_GATHERED = 1_000

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Fault:
    """One fault. Lines and columns count from 1; faults sort by place."""

    line: int
    column: int
    message: str
    severity: Severity = "error"

    def describe(self, file: str) -> str:
        """The fault as one line: `FILE:LINE:COLUMN: error: what is wrong, and what to write instead`."""
        return f"{file}:{self.line}:{self.column}: {self.severity}: {self.message}"


class Located(Protocol):
    """Anything with a place in a file; lines and columns count from 1."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


class FaultList:
    """Gathers faults in any order. A hostile file can't make it large: beyond a bound it only counts."""

    def __init__(self) -> None:
        self._gathered: set[Fault] = set()
        self._uncounted = 0

    @property
    def full(self) -> bool:
        """Whether further faults would only be counted, so that their messages need not be made."""
        return len(self._gathered) >= _MAX_GATHERED

    @property
    def errors(self) -> bool:
        """Whether one of them is more than a warning."""
        return self._uncounted > 0 or any(fault.severity == "error" for fault in self._gathered)

    def error(self, place: Located, message: str) -> None:
        self.add(place.line, place.column, message)

    def warn(self, place: Located, message: str) -> None:
        self.add(place.line, place.column, message, "warning")

    def add(self, line: int, column: int, message: str, severity: Severity = "error") -> None:
        if self.full:
            self._uncounted += 1
        else:
            self._gathered.add(Fault(line, column, message, severity))

    def count(self, further: int) -> None:
        """Add errors of which only the number is known."""
        self._uncounted += further

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
        last = Fault(place.line, place.column, message, "error" if serious else "warning")
        return tuple(sorted((*first, last)))
