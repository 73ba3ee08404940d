"""The board of a small game in words, row by row, in characters, and by what has changed on it."""

from __future__ import annotations

import numpy as np

from neuron_tui.game.arcade.game import Place, Thing
from neuron_tui.neuron.q_learning import Cells

HOW_IT_IS_TOLD = "Rows are counted from the top, and columns from the left. What is not named is empty."
EMPTY = "."
MOST_PLACES = 4
"""Where there are more things of a kind, only those are told that came or went."""


def board_in_words(things: tuple[Thing, ...], cells: Cells) -> list[str]:
    """The rows in which something is: Row 8: ball in column 3; basket in columns 2 and 4.

    `cells` has shape `(kinds, rows, columns)`, as everywhere here, with a kind for each of the things.
    """
    said = []
    for row in range(cells.shape[1]):
        there = [
            f"{thing.name} in {_columns(places.nonzero()[0].tolist())}"
            for thing, places in zip(things, cells[:, row], strict=True)
            if places.any()
        ]
        if there:
            said.append(f"Row {row + 1}: {'; '.join(there)}.")
    return said


def _columns(columns: list[int]) -> str:
    """Column 3; columns 2, 4 and 5."""
    *first, last = (str(column + 1) for column in columns)
    return f"columns {', '.join(first)} and {last}" if first else f"column {last}"


def board_in_characters(things: tuple[Thing, ...], cells: Cells) -> list[str]:
    """A character for each cell, row by row; and then what each of them is."""
    letters = letters_of(things)
    rows = [[EMPTY] * cells.shape[2] for _ in range(cells.shape[1])]
    for letter, places in reversed(list(zip(letters, cells, strict=True))):  # the first lies on top
        for row, column in np.argwhere(places).tolist():
            rows[row][column] = letter
    named = zip(letters, things, cells, strict=True)
    legend = (f"{letter} {thing.name}" for letter, thing, places in named if places.any())
    return [*("".join(row) for row in rows), f"{', '.join(legend)}, {EMPTY} nothing"]


def letters_of(things: tuple[Thing, ...]) -> list[str]:
    """A letter for each thing, from its name: the first one that no other has."""
    letters: list[str] = []
    for thing in things:
        letters.append(next(letter for letter in thing.name if letter not in letters))
    return letters


def what_changed(things: tuple[Thing, ...], before: Cells, after: Cells) -> str:
    """What is elsewhere now: ball to row 3; basket to column 2. Empty where nothing is."""
    pairs = zip(things, before, after, strict=True)
    return "; ".join(
        filter(None, (_moved(thing.name, _places(was), _places(now)) for thing, was, now in pairs))
    )


def _places(plane: Cells) -> list[Place]:
    return [(row, column) for row, column in np.argwhere(plane).tolist()]


def _moved(name: str, before: list[Place], after: list[Place]) -> str:
    """Where the things of a kind have gone."""
    if before == after:
        return ""
    if len(before) == len(after) == 1:
        (row, column), (was_row, was_column) = after[0], before[0]
        to = [f"row {row + 1}"] * (row != was_row) + [f"column {column + 1}"] * (column != was_column)
        return f"{name} to {', '.join(to)}"
    if not after:
        return f"{name} gone"
    if len(after) <= MOST_PLACES:
        return f"{name} at {_in_words(after)}"
    came, went = (
        [place for place in these if place not in those]
        for these, those in ((after, before), (before, after))
    )
    parts = [f"{name} also at {_in_words(came)}"] * bool(came) + [f"no longer at {_in_words(went)}"] * bool(
        went
    )
    return ", ".join(parts)


def _in_words(places: list[Place]) -> str:
    """Row 2 column 4 and row 3 column 1."""
    *first, last = (f"row {row + 1} column {column + 1}" for row, column in places)
    return f"{', '.join(first)} and {last}" if first else last
