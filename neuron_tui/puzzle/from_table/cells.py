"""A table of data as people have it: a CSV file of any common kind."""

from __future__ import annotations

import csv
from dataclasses import dataclass

from neuron_tui.puzzle.file.source import MAX_BYTES, text_of
from neuron_tui.puzzle.puzzle import default_input_names
from neuron_tui.puzzle.text import clip, plural

SEPARATORS = ",;\t|"
MOST_ROWS = 20_000
YES_AND_NO = (
    ("1", "0"), ("1.0", "0.0"), ("1", "-1"), ("yes", "no"), ("y", "n"), ("true", "false"), ("t", "f"),
    ("on", "off"), ("+", "-"), ("x", ""), ("\u2713", ""), ("\u2714", ""), ("\u25a0", "\u25a1"),
)  # fmt: skip
"""What the cells of a column say for 1 and for 0."""


class TableError(ValueError):
    """A table that no puzzle can be made of; the message says why, and what to do."""


@dataclass(frozen=True)
class Table:
    """The names of the columns, and the cells row by row, without blanks around them."""

    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def column(self, index: int) -> tuple[str, ...]:
        """The cells of one column."""
        return tuple(row[index] for row in self.rows)


def read_table(data: bytes) -> Table:
    """The table in a CSV file: separated by commas, semicolons, tabs or bars, names in its first row.

    Where the first row holds values, the columns are called A, B, C. Raises TableError for anything else.
    """
    if len(data) > MAX_BYTES:
        raise TableError("the table is larger than 1 MiB; save fewer rows of it")
    text = text_of(data)
    if any("\ud800" <= character <= "\udfff" for character in text):
        text = data.decode("cp1252", "replace")  # what a spreadsheet saves where it does not say UTF-8
    if "\0" in text:
        raise TableError("this is no table of text; save it as CSV")
    try:
        lines = [
            (number, tuple(" ".join(cell.split()) for cell in cells))
            for number, cells in _lines(text)
            if any(cell.strip() for cell in cells)
        ]
    except csv.Error as problem:
        raise TableError(f"this can't be read as CSV ({problem}); save the table as CSV") from problem
    if len(lines) < 3:
        raise TableError("a table needs the names of its columns, and two rows or more below them")
    if len(lines) > MOST_ROWS:
        raise TableError(f"the table has {len(lines):,} rows; save at most {MOST_ROWS:,} of them")
    names = lines[0][1]
    if len(names) < 2:
        raise TableError("the table has one column; it needs inputs and an output, separated by commas")
    for number, cells in lines:
        if len(cells) != len(names):
            there = f"line {number} has {plural(len(cells), 'cell')}, and the first row has {len(names)}"
            raise TableError(f"{there}; give every row equally many")
    rows = [cells for _, cells in lines]
    if all(cell and any(cell.lower() in pair for pair in YES_AND_NO) for cell in names):
        return Table((*default_input_names(len(names) - 1), "answer"), tuple(rows))
    return Table(_unlike(names), tuple(rows[1:]))


def _lines(text: str) -> list[tuple[int, list[str]]]:
    """The rows as they stand, each with the number of the line that it ends on."""
    first = text.lstrip().partition("\n")[0]
    separator = max(SEPARATORS, key=first.count)
    reader = csv.reader(
        text.splitlines(keepends=True), delimiter=separator, strict=True, skipinitialspace=True
    )
    return [(reader.line_num, cells) for cells in reader]


def _unlike(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of the columns; one that is empty or stands there already has its number."""
    found: list[str] = []
    for number, name in enumerate(names, start=1):
        shown = clip(name) or f"column {number}"
        found.append(f"{shown} {number}" if shown in found else shown)
    return tuple(found)
