"""The tree that a puzzle file is read into: scalars, lists and mappings, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(slots=True, eq=False)
class Scalar:
    """One written value. `plain`: without quotation marks; `exact`: plain and on one line, so that its
    n-th character stands n columns after its first.
    """

    line: int
    column: int
    text: str
    plain: bool = True
    exact: bool = True

    @property
    def empty(self) -> bool:
        """Whether nothing was written at all, as in `hint:`."""
        return self.plain and not self.text


@dataclass(slots=True, eq=False)
class ListNode:
    """A list of values."""

    line: int
    column: int
    items: list[Node]


@dataclass(slots=True, eq=False)
class MappingNode:
    """Keys and their values, in the order of the file; keys may repeat."""

    line: int
    column: int
    pairs: list[tuple[Node, Node]]


@dataclass(slots=True, eq=False)
class Broken:
    """Stands where a fault was told already, and for which no further one is wanted."""

    line: int
    column: int


Node: TypeAlias = Scalar | ListNode | MappingNode | Broken
