"""Which values the journal's fields can have. What else is found in a file is damage."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from fractions import Fraction

from neuron_tui.game.journal.problems import DamagedError, ImpossibleError

LARGEST = 2**63 - 1
"""The largest whole number that SQLite keeps."""

Fits = Callable[[object], bool]
Fields = Mapping[str, Fits]
"""What each field of a value must be."""


def text(value: object) -> bool:
    """Whether it is one; `stored` makes any text one that can be kept."""
    return isinstance(value, str)


def whole(low: int, high: int) -> Fits:
    """A whole number from `low` to `high`."""
    return lambda value: isinstance(value, int) and low <= value <= high


def number(low: float, high: float) -> Fits:
    """A number from `low` to `high`."""
    return lambda value: isinstance(value, int | float | Fraction) and low <= value <= high


share = number(0, 1)
bit = whole(0, 1)
seconds = number(-62_135_596_800, 253_402_300_799)
"""Seconds since 1970 that have a date, in the years 1 to 9999; how long something took is among them."""


def check(kept: object, what: str, fields: Fields) -> None:
    """Raise ImpossibleError, which names the field, where no journal can keep it as it is."""
    for name, fits in fields.items():
        if not fits(getattr(kept, name)):
            raise ImpossibleError(f"its `{name}` has an impossible value", f"{what} can't be kept")


@contextmanager
def understood() -> Iterator[None]:
    """Where what a file holds is read: a value that can't be is damage, and raises DamagedError."""
    try:
        yield
    except (TypeError, ValueError, OverflowError, ImpossibleError) as problem:
        raise DamagedError(str(problem)) from problem
