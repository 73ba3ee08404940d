"""A fault in a puzzle file: where it is, what is wrong, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, order=True)
class Fault:
    """One fault. Lines and columns count from 1; faults sort by place."""

    line: int
    column: int
    message: str
    severity: Literal["error", "warning"] = "error"

    def describe(self, file: str) -> str:
        """The fault as one line: `FILE:LINE:COLUMN: error: what is wrong, and what to write instead`."""
        return f"{file}:{self.line}:{self.column}: {self.severity}: {self.message}"
