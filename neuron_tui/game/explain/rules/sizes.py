"""How simple every rule over a few inputs is: how often its smallest formula names an input.

A rule is its table: a whole number whose bit r, from the lowest, is its output for the row that reads as the
binary number r, first input first. Formulas are of `and`, `or`, `xor`; `not` costs nothing, so a rule and its
opposite have the same size, and every way to join two inputs is one of these. The rules that are always 0 and
always 1 name no input: their size is 0.

The same measure, less one, is the length of formulas in D. Knuth, "The Art of Computer Programming",
volume 4A, section 7.1.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
from numpy.typing import NDArray

MOST_INPUTS = 4
"""With five there are 4,294,967,296 rules."""


def input_tables(inputs: int) -> list[int]:
    """The table of each input alone."""
    rows = range(2**inputs)
    return [sum((row >> place & 1) << row for row in rows) for place in reversed(range(inputs))]


class Sizes:
    """All rules over a number of inputs, by their size; found when they are asked for.

    Of a rule and its opposite one is kept, the one that says 0 to the row of zeros: with `a` and `b` of
    these, every joining is `a and b`, `a and not b`, `not a and b`, `a or b`, `a xor b`, or its opposite.
    """

    def __init__(self, inputs: int) -> None:
        self.everything = 2**2**inputs - 1
        # indexed by half the table, whose bit 0 is 0
        self._known = np.zeros(self.everything // 2 + 1, dtype=bool)
        self._known[0] = True
        alone = np.array(input_tables(inputs), dtype=np.int64)
        self._known[alone >> 1] = True
        self._kept = [np.zeros(1, dtype=np.int64), alone]

    def of_size(self, size: int) -> NDArray[np.int64]:
        """The tables of all rules of a size, in ascending order; empty beyond the largest size."""
        while len(self._kept) <= size:
            self._kept.append(self._next())
        kept = self._kept[size]
        return np.sort(np.concatenate([kept, self.everything ^ kept]))

    def __iter__(self) -> Iterator[NDArray[np.int64]]:
        """The rules of size 0, 1, 2 and so on to the largest."""
        size = 0
        while (tables := self.of_size(size)).size:
            yield tables
            size += 1

    def _next(self) -> NDArray[np.int64]:
        """The rules of the next size: two smaller ones joined, whose sizes add up to it."""
        size = len(self._kept)
        found = self._known.copy()
        for smaller in range(1, size // 2 + 1):
            if found.all():
                break
            others = self._kept[size - smaller]
            for table in self._kept[smaller].tolist():
                both = table & others
                for joined in (both, table ^ both, others ^ both, table | others, table ^ others):
                    found[joined >> 1] = True
        new = np.flatnonzero(found & ~self._known) << 1
        self._known = found
        return new


@cache
def sizes_of(inputs: int) -> Sizes:
    """The rules over at most four inputs; each size is computed once in a run of the game."""
    return Sizes(inputs)
