"""What programs are made of: statements, and how tables are laid out in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from neuron_tui.puzzle.text import clip

ProgramPart = Literal[
    "comment", "import", "inputs", "targets", "seed", "weights", "loop", "think", "error", "adjust", "print"
]
WIDTH = 76
"""No line is longer, apart from the ones that nothing can break."""


@dataclass(frozen=True)
class Statement:
    """One line of the program as Python counts them, or a comment; a long table runs over several rows."""

    part: ProgramPart
    text: str


@dataclass(frozen=True)
class Program:
    """The statements in their order."""

    statements: tuple[Statement, ...]

    @property
    def text(self) -> str:
        """The program as one text, as a file holds it."""
        return "".join(f"{statement.text}\n" for statement in self.statements)

    @cached_property
    def lines(self) -> tuple[tuple[ProgramPart, str], ...]:
        """Every row of the file, with the part that it belongs to."""
        return tuple(
            (statement.part, line) for statement in self.statements for line in statement.text.split("\n")
        )

    def rows(self, *parts: ProgramPart) -> list[int]:
        """The numbers of the rows, from 0, that belong to these parts."""
        return [row for row, (part, _) in enumerate(self.lines) if part in parts]


def comment(title: str) -> str:
    """A title as a comment: one line, whatever it holds, and never one that tells Python an encoding."""
    line = clip(" ".join(title.split()), WIDTH - 2)
    for sign in ":=":  # PEP 263 looks for exactly this in the first two lines
        line = line.replace(f"coding{sign}", f"coding {sign}")
    return f"# {line}".rstrip()


def table(name: str, rows: Sequence[tuple[int, ...]]) -> str:
    """A table, a row of it in brackets of its own."""
    return broken(f"{name} = array([", [listed(row) for row in rows], "])")


def column(name: str, items: Sequence[str]) -> str:
    """A column, written as a row that is turned upright, as in the article."""
    return broken(f"{name} = array([[", items, "]]).T")


def listed(numbers: Iterable[int]) -> str:
    """A row of a table in brackets."""
    return f"[{', '.join(map(str, numbers))}]"


def broken(begin: str, items: Sequence[str], end: str) -> str:
    """Items in brackets: on the line where they fit, else in as few rows under it as they need."""
    line = begin + ", ".join(items) + end
    if len(line.split("\n")[0]) <= WIDTH:
        return line
    rows = [""]
    for item in items:
        if rows[-1] and len(f"    {rows[-1]} {item},") > WIDTH:
            rows.append("")
        rows[-1] += f"{' ' if rows[-1] else ''}{item},"
    return "\n".join([begin, *(f"    {row}" for row in rows), end])
