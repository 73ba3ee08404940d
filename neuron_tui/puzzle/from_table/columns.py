"""What a column of data says as inputs of 0 and 1, each with a name that says when it is 1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from neuron_tui.puzzle.from_table.cells import YES_AND_NO
from neuron_tui.puzzle.text import clip, plural

MOST_WORDS = 6
"""A column of more different words than this says too little with each of them."""
MISSING = frozenset({"", "?", "na", "n/a", "nan", "null"})
"""Not `none`: a mushroom without a smell has a word for it."""


@dataclass(frozen=True)
class Bits:
    """One input: its name, and its value in each row, None where the cell is empty."""

    name: str
    values: tuple[int | None, ...]


@dataclass(frozen=True)
class ColumnAsBits:
    """The inputs that a column gives, perhaps none; and what was done, empty where nothing was."""

    bits: tuple[Bits, ...]
    note: str = ""


def as_bits(name: str, cells: Sequence[str], cut: float | None = None) -> ColumnAsBits:
    """The inputs for a column: one for yes and no, one for a number, or one for each of its words.

    A number is above `cut`, which is else in the middle.
    """
    lower = [cell.lower() for cell in cells]
    kinds = set(lower)
    if len(kinds - MISSING) < 2 and kinds not in map(set, YES_AND_NO):
        same = "is the same in every row" if len(kinds) == 1 else "has one word and gaps"
        return ColumnAsBits((), f"{name} {same}, and is left out.")
    for yes, no in YES_AND_NO if cut is None else ():
        if kinds == {yes, no} or kinds - MISSING == {yes, no}:
            values = tuple(int(cell == yes) if cell in (yes, no) else None for cell in lower)
            return ColumnAsBits((Bits(name, values),))
    numbers = [None if cell in MISSING else _number(cell) for cell in lower]
    if all(number is not None or cell in MISSING for number, cell in zip(numbers, lower, strict=True)):
        if cut is None and len(numbers) > MOST_WORDS and numbers == _counted_on(numbers):
            return ColumnAsBits((), f"{name} only counts the rows, and is left out.")
        return _parted(name, numbers, cut)
    return _words(name, ["" if low in MISSING else cell for low, cell in zip(lower, cells, strict=True)])


def _number(cell: str) -> float | None:
    try:
        return float(cell.replace(",", ".") if cell.count(",") == 1 else cell)
    except ValueError:
        return None


def _counted_on(numbers: Sequence[float | None]) -> list[float]:
    """As many numbers as these, each one more than the one before."""
    return [(numbers[0] or 0) + place for place in range(len(numbers))]


def _parted(name: str, numbers: Sequence[float | None], cut: float | None) -> ColumnAsBits:
    """One input, for the numbers above a limit."""
    known = sorted(number for number in numbers if number is not None)
    if cut is None:
        cut = min(median(known), max(number for number in known if number < known[-1]))
    called = f"{name} over {cut:g}"
    values = tuple(None if number is None else int(number > cut) for number in numbers)
    return ColumnAsBits((Bits(called, values),), f"{name} is a number; {called} says whether it is more.")


def _words(name: str, cells: Sequence[str]) -> ColumnAsBits:
    """An input for each word, or for the first of two."""
    counts = Counter(cell for cell in cells if cell)
    if len(counts) > MOST_WORDS or (len(counts) > 2 and set(counts.values()) == {1}):
        return ColumnAsBits((), f"{name} has {plural(len(counts), 'different word')}, and is left out.")
    words = list(counts)[:1] if len(counts) == 2 else list(counts)
    bits = tuple(
        Bits(f"{name} is {clip(word)}", tuple(int(cell == word) if cell else None for cell in cells))
        for word in words
    )
    first = f"{bits[0].name} and so on" if len(bits) > 1 else bits[0].name
    return ColumnAsBits(bits, f"{name} has words; {first} says which.")


def output_bit(name: str, cells: Sequence[str], word: str, cut: float | None) -> ColumnAsBits:
    """The one output of a column, no bits where it could be several.

    It is where the column says `word`, unless that is empty.
    """
    if word:
        said = [cell.lower() == word.lower() for cell in cells]
        known = [cell.lower() not in MISSING for cell in cells]
        values = tuple(int(is_it) if good else None for is_it, good in zip(said, known, strict=True))
        return ColumnAsBits((Bits(f"{name} is {word}", values),), f"The output is 1 where {name} is {word}.")
    found = as_bits(name, cells, cut)
    if len(found.bits) != 1:
        return ColumnAsBits(())
    return ColumnAsBits(found.bits, f"The output is 1 where {found.bits[0].name}." if found.note else "")
