"""A rule as a formula of the inputs, such as `answer = left and not right`: its value, and back to text."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Joining = Literal["and", "xor", "or"]
Bound = Literal["at least", "at most", "exactly"]

RESERVED = frozenset({"and", "or", "xor", "not", "at", "least", "most", "exactly", "of"})
"""Words that mean something in a formula: a name with one of them needs quotation marks."""
WORD = r"""[^\s(),="]+"""
_PLAIN_NAME = re.compile(rf"{WORD}(?: {WORD})*")


@dataclass(frozen=True)
class Input:
    """One input, by its index."""

    index: int


@dataclass(frozen=True)
class Not:
    """1 where its part is 0."""

    part: Expression


@dataclass(frozen=True)
class Joined:
    """Two parts or more. `xor` of several is 1 where an odd number of them is."""

    by: Joining
    parts: tuple[Expression, ...]


@dataclass(frozen=True)
class CountOf:
    """How many of the parts are 1: `at least 2 of (left, middle, right)`."""

    bound: Bound
    number: int
    parts: tuple[Expression, ...]


Expression = Input | Not | Joined | CountOf


@dataclass(frozen=True)
class BooleanFormula:
    """A rule over inputs and an output that have these names."""

    expression: Expression
    input_names: tuple[str, ...]
    output_name: str

    def outputs(self, rows: Iterable[Sequence[int]]) -> list[int]:
        """The output, 0 or 1, of each of these rows of 0/1."""
        return [int(_value(self.expression, row)) for row in rows]

    def __str__(self) -> str:
        """The formula as a puzzle file has it; it reads back to an equal one."""
        return f"{quoted_name(self.output_name)} = {in_names(self.expression, self.input_names)}"


def in_names(expression: Expression, names: Sequence[str]) -> str:
    """The expression in these inputs' names; joined parts within others are in parentheses."""
    match expression:
        case Input(index):
            return quoted_name(names[index])
        case Not(part):
            return f"not {_within(part, names)}"
        case Joined(by, parts):
            return f" {by} ".join(_within(part, names) for part in parts)
        case CountOf(bound, number, parts):
            return f"{bound} {number} of ({', '.join(in_names(part, names) for part in parts)})"


def _within(part: Expression, names: Sequence[str]) -> str:
    """A part within another, in parentheses where precedence would otherwise have to be known."""
    text = in_names(part, names)
    return f"({text})" if isinstance(part, Joined) else text


def quoted_name(name: str) -> str:
    """A name as a formula has it, in quotation marks where it could mean something else."""
    if _PLAIN_NAME.fullmatch(name) and RESERVED.isdisjoint(name.split(" ")):
        return name
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _value(expression: Expression, row: Sequence[int]) -> bool:
    """Whether the expression is 1 in this row."""
    match expression:
        case Input(index):
            return row[index] == 1
        case Not(part):
            return not _value(part, row)
        case Joined(by, parts):
            return _JOIN[by](_value(part, row) for part in parts)
        case CountOf(bound, number, parts):
            return _COMPARE[bound](sum(_value(part, row) for part in parts), number)


_JOIN: dict[Joining, Callable[[Iterable[bool]], bool]] = {
    "and": all,
    "xor": lambda values: sum(values) % 2 == 1,
    "or": any,
}
_COMPARE: dict[Bound, Callable[[int, int], bool]] = {
    "at least": operator.ge,
    "at most": operator.le,
    "exactly": operator.eq,
}
