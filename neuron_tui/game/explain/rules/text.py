"""A rule as a text: one of its smallest formulas, in the names of a puzzle's inputs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from neuron_tui.game.explain.rules.sizes import input_tables, sizes_of
from neuron_tui.puzzle.formula.expression import (
    CountOf,
    Expression,
    Input,
    Joined,
    Joining,
    Not,
    in_names,
)
from neuron_tui.puzzle.formula.parser import read_formula
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.text import capital

_JOININGS: Final[Mapping[Joining, np.ufunc]] = {
    "and": np.bitwise_and,
    "or": np.bitwise_or,
    "xor": np.bitwise_xor,
}
"""Where one rule can be said in several ways, the first of these is taken."""

XOR_IN_WORDS: Final = ("just one of", "both or none of", "an odd number of", "an even number of")
"""`xor` and its opposite of two parts, and of more."""


def rule_in_names(table: int, names: Sequence[str]) -> str:
    """A smallest formula of the rule over these inputs; `always 0` and `always 1` need none."""
    return _always(table, names) or in_names(smallest(table, len(names)), names)


def rule_in_words(table: int, names: Sequence[str]) -> str:
    """The same without the word `xor`, which players need not know: just one of (left, right)."""
    return _always(table, names) or _words(smallest(table, len(names)), names)


def formula_in_words(puzzle: Puzzle) -> str:
    """A puzzle's formula, for who was not told its rule in the maker's words; empty where there is none."""
    if not puzzle.formula:
        return ""
    formula = read_formula(puzzle.formula, puzzle.input_names, puzzle.output_name)
    words = _words(formula.expression, puzzle.input_names)
    return f"{capital(puzzle.output_name)} is 1 for “{words}”, and 0 for all else."


def _always(table: int, names: Sequence[str]) -> str:
    """The rule that is always the same; empty for others."""
    return f"always {int(table != 0)}" if table in (0, sizes_of(len(names)).everything) else ""


def _words(expression: Expression, names: Sequence[str]) -> str:
    """An expression in words; only `and` and `or` need parentheses within others, `xor` becomes a list."""
    match expression:
        case Not(part):
            return f"not {_within(part, names)}"
        case Joined("xor", parts):
            bare = [part.part if isinstance(part, Not) else part for part in parts]
            opposites = sum(isinstance(part, Not) for part in parts)
            many = XOR_IN_WORDS[:2] if len(parts) == 2 else XOR_IN_WORDS[2:]
            return f"{many[opposites % 2]} ({', '.join(_words(part, names) for part in bare)})"
        case Joined(by, parts):  # what is not so comes last: `not left and right` could mean two things
            ordered = sorted(parts, key=lambda part: isinstance(part, Not))
            return f" {by} ".join(_within(part, names) for part in ordered)
        case CountOf(bound, number, parts):
            return f"{bound} {number} of ({', '.join(_words(part, names) for part in parts)})"
        case _:
            return in_names(expression, names)


def _within(part: Expression, names: Sequence[str]) -> str:
    text = _words(part, names)
    return f"({text})" if isinstance(part, Joined) and part.by != "xor" else text


@cache
def smallest(table: int, inputs: int) -> Expression:
    """A smallest formula of a rule that names an input.

    Raises ValueError for a rule that is always the same.
    """
    sizes = sizes_of(inputs)
    alone = input_tables(inputs)
    if table in alone:
        return Input(alone.index(table))
    if sizes.everything ^ table in alone:
        return Not(Input(alone.index(sizes.everything ^ table)))
    by, one, other = _halves(table, inputs)
    parts = [*_parts(smallest(one, inputs), by), *_parts(smallest(other, inputs), by)]
    return _with_one_not(Joined(by, tuple(sorted(parts, key=_place))))


def _with_one_not(joined: Joined) -> Expression:
    """`not (left or right)` for `not left and not right`, and the like."""
    opposites = [part.part for part in joined.parts if isinstance(part, Not)]
    if joined.by == "xor" or len(opposites) < len(joined.parts):
        return joined
    by: Joining = "or" if joined.by == "and" else "and"
    parts = [side for opposite in opposites for side in _parts(opposite, by)]
    return Not(Joined(by, tuple(sorted(parts, key=_place))))


def _parts(expression: Expression, by: Joining) -> tuple[Expression, ...]:
    """The parts of an expression joined by this word; others are one part."""
    return expression.parts if isinstance(expression, Joined) and expression.by == by else (expression,)


def _place(expression: Expression) -> tuple[bool, int]:
    """The sort key of a part: names before joined parts, then in the order of the first inputs named."""
    match expression:
        case Input(index):
            return False, index
        case Not(part):
            return _place(part)
        case _:
            return True, min(index for _, index in map(_place, expression.parts))


def _halves(table: int, inputs: int) -> tuple[Joining, int, int]:
    """Two smaller rules that make up this one, and the word that joins them."""
    sizes = sizes_of(inputs)
    size = next(size for size, tables in enumerate(sizes) if table in tables)
    for by, join in _JOININGS.items():
        for smaller in range(1, size // 2 + 1):
            others = sizes.of_size(size - smaller)
            for one in _names_first(sizes.of_size(smaller), inputs):
                made = others[join(one, others) == table]
                if made.size:
                    return by, one, int(made[0])
    raise ValueError("this rule names no input")


def _names_first(tables: NDArray[np.int64], inputs: int) -> list[int]:
    """The inputs before what is joined of their opposites."""
    alone = input_tables(inputs)
    return sorted(tables.tolist(), key=lambda table: alone.index(table) if table in alone else inputs)
