"""What `neuron-tui class` prints: tables of pupils and puzzles, and right and wrong at a glance."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from datetime import date

from neuron_tui.cli.columns import GAP, aligned
from neuron_tui.game.classroom import words
from neuron_tui.game.classroom.classroom import Classroom
from neuron_tui.puzzle.text import clean, clip

NAME_LENGTH = 20


def as_text(room: Classroom, since: date | None, width: int) -> str:
    """All there is to say, in lines that a terminal of this width holds, as far as tables do."""
    lines = [words.summary(room, since), ""]
    if not len(room.everything):
        return "\n".join([*lines, words.NOT_YET, *_wrapped(words.about_missing(room), width)])
    pupils = [[clip(name, NAME_LENGTH), *rest] for name, *rest in _pupils(room)]
    lines += aligned([words.PUPIL_HEADS, *pupils], right=range(1, len(words.PUPIL_HEADS)))
    lines += ["", words.ABOUT_SIGNS, *_glance(room, width)]
    lines += ["", *_puzzles(room), "", *_sureness(room)]
    for heading, sentences in words.about_unknown(room):
        lines += ["", f"{heading}:", *_wrapped(sentences, width)]
    if missing := list(words.about_missing(room)):
        lines += ["", *_wrapped(missing, width)]
    return "\n".join([*lines, "", *_wrapped([words.ABOUT_HEADS], width)])


def _wrapped(sentences: Iterable[str], width: int) -> list[str]:
    return [line for each in sentences for line in textwrap.wrap(each, width, break_on_hyphens=False)]


def _pupils(room: Classroom) -> Iterator[list[str]]:
    for pupil in room.pupils:
        yield words.pupil_cells(room, pupil)
    yield from words.class_cells(room)


def _glance(room: Classroom, width: int) -> Iterator[str]:
    """Right and wrong, pupil by puzzle; as many chapters side by side as there is room for."""
    for chapters in room.side_by_side(width - NAME_LENGTH, len(GAP)):
        rows = [
            ["", *(columns[0].label.partition(".")[0] for _, columns in chapters)],
            ["", *("".join(column.label[-1] for column in columns) for _, columns in chapters)],
        ]
        for pupil in room.pupils:
            cells = ((room.cells.get((pupil, each.id)) for each in columns) for _, columns in chapters)
            signs = ("".join(words.SIGNS[cell.mark if cell else None] for cell in row) for row in cells)
            rows.append([clip(pupil, NAME_LENGTH), *signs])
        yield ""
        yield from aligned(rows)


def _puzzles(room: Classroom) -> list[str]:
    """A line for each puzzle, under its chapter's title."""
    rows = [list(words.PUZZLE_HEADS)]
    for title, columns in room.chapters():
        rows += [[clean(title), *[""] * (len(words.PUZZLE_HEADS) - 1)]]
        rows += [
            ["  " + cells[0], *cells[1:]] for cells in (words.puzzle_cells(room, each) for each in columns)
        ]
    return aligned(rows, right=range(1, len(words.PUZZLE_HEADS)))


def _sureness(room: Classroom) -> list[str]:
    """How sure, and how often right."""
    levels = words.level_cells(room)
    rows = zip(("so sure they were", "so often right", "answers"), *levels, strict=True)
    return aligned([list(row) for row in rows], right=range(1, len(levels) + 1)) if levels else []
