"""The list in which the faults of one file are gathered, and kept short."""

from __future__ import annotations

from typing import Literal, Protocol

from neuron_tui.puzzle.file.fault import Fault

MAX_FAULTS = 100
"""So many faults are told; one more says how many are left."""
_MAX_GATHERED = 1_000


class Place(Protocol):
    """Anything that knows where in its file it stands; lines and columns count from 1."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column."""


class FaultList:
    """Gathers faults in any order. A hostile file can't make it large: beyond a bound it only counts."""

    def __init__(self) -> None:
        self._gathered: set[Fault] = set()
        self._uncounted = 0

    @property
    def full(self) -> bool:
        """Whether further faults would only be counted, so that no care need go into their words."""
        return len(self._gathered) >= _MAX_GATHERED

    @property
    def errors(self) -> bool:
        """Whether one of them is more than a warning."""
        return self._uncounted > 0 or any(fault.severity == "error" for fault in self._gathered)

    def error(self, place: Place, message: str) -> None:
        """Add an error at the place of a node."""
        self.add(place.line, place.column, message)

    def warn(self, place: Place, message: str) -> None:
        """Add a warning at the place of a node."""
        self.add(place.line, place.column, message, "warning")

    def add(
        self, line: int, column: int, message: str, severity: Literal["error", "warning"] = "error"
    ) -> None:
        """Add a fault at a line and column, both from 1."""
        if self.full:
            self._uncounted += 1
        else:
            self._gathered.add(Fault(line, column, message, severity))

    def count(self, further: int) -> None:
        """Count errors of which nothing is told but how many they are."""
        self._uncounted += further

    def told(self) -> tuple[Fault, ...]:
        """The faults in order of place, each once: the first 100, then one that says how many more."""
        faults = sorted(self._gathered)
        told, rest = faults[:MAX_FAULTS], faults[MAX_FAULTS:]
        left = len(rest) + self._uncounted
        if not left:
            return tuple(told)
        place = rest[0] if rest else told[-1]
        serious = self._uncounted or any(fault.severity == "error" for fault in rest)
        message = f"there are {left:,} more faults; mend those above and check again"
        told.append(Fault(place.line, place.column, message, "error" if serious else "warning"))
        return tuple(sorted(told))
