"""How the code view shares out its height."""

from __future__ import annotations

from dataclasses import dataclass

LEAST_VALUES = 4
"""Rows of values that are there however long the program is."""
LEAST_CODE = 8
"""Rows that a long program has at least: its loop is among them."""
LEAST_PAST = 3
"""Rows of past iterations that are worth their title and their names."""


@dataclass(frozen=True)
class CodeHeights:
    """How many rows each part has: the program in sight, the values under their names, what is printed,
    and the past iterations under theirs.

    `gap` rows stay empty above each of them.
    """

    code: int
    values: int
    printed: int
    past: int
    gap: int

    @classmethod
    def share(cls, height: int, code: int, values: int, printed: int) -> CodeHeights:
        """Share out a height among what they want. The values have a title and names beside them."""
        room = height - 2
        least = max(LEAST_VALUES, (room - LEAST_CODE) // 3)
        kept = min(values, max(least, room - 1 - code))
        seen = min(code, room - 1 - kept)
        said = max(min(printed, room - seen - kept), 0)
        rest = room - seen - kept - said
        gap = int(rest >= 3)
        past = rest - 4 * gap - 2
        return cls(seen, kept, said, past if past >= LEAST_PAST else 0, gap)

    @property
    def title(self) -> int:
        """The row that the values' title stands in; their names are under it."""
        return self.gap + self.code + self.gap

    @property
    def first_value(self) -> int:
        """The row of the first values."""
        return self.title + 2

    @property
    def first_printed(self) -> int:
        """The row of the first thing that is printed."""
        return self.first_value + self.values + self.gap
