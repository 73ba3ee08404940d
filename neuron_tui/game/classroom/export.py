"""A class as plain data: the JSON and the CSV that `neuron-tui class` prints."""

from __future__ import annotations

import csv
import io

from neuron_tui.game.classroom.answered import Answered
from neuron_tui.game.classroom.classroom import Classroom, Unknown
from neuron_tui.game.scoreboard.export import JsonObject, rounded
from neuron_tui.puzzle.text import spreadsheet_text


def report(room: Classroom) -> JsonObject:
    """The class as JSON can write it; None where nothing is known."""
    return {
        "pupils": [
            {
                "pupil": pupil,
                "puzzles": room.played(pupil),
                **_figures(room.row(pupil)),
                "by_puzzle": {
                    column.id: _figures(room.cells[pupil, column.id])
                    for column in room.columns
                    if (pupil, column.id) in room.cells
                },
            }
            for pupil in room.pupils
        ],
        "puzzles": [
            {
                "puzzle": column.id,
                "title": column.title,
                "chapter": column.chapter,
                "pupils": room.pupils_at(column),
                **_figures(room.of_puzzle.get(column.id, Answered())),
            }
            for column in room.columns
        ],
        "all": _figures(room.everything),
        "sureness": [
            {"said": rounded(level.said), "right": rounded(level.came), "answers": level.count}
            for level in room.everything.levels
        ],
        "nobody_knew": list(map(_question, room.nobody_knew())),
        "few_knew": list(map(_question, room.few_knew())),
        "not_begun": room.not_begun,
        "not_listed": list(room.not_listed),
    }


def _question(unknown: Unknown) -> JsonObject:
    return {
        "puzzle": unknown.column.id,
        "question": unknown.question,
        "right": unknown.right,
        "pupils": len(unknown.answered),
        "knew": unknown.answered.right,
        "said": rounded(unknown.answered.said),
        "neuron_knew": bool(unknown.answered.neuron.right),
    }


def _figures(answered: Answered) -> JsonObject:
    return {
        "answers": len(answered),
        "right": rounded(answered.share_right),
        "points": rounded(answered.points),
        "hints": answered.hints,
        "seconds": rounded(answered.seconds),
        "surer": rounded(answered.surer),
    }


def as_csv(room: Classroom) -> str:
    """A row for each pupil: their figures, then the share that was right of each puzzle.

    What is not known, or was not begun, is an empty cell.
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    empty = _figures(Answered())
    writer.writerow(["pupil", "puzzles", *empty, *(spreadsheet_text(column.id) for column in room.columns)])
    for pupil in room.pupils:
        cells = (room.cells.get((pupil, column.id)) for column in room.columns)
        shares = (None if cell is None else rounded(cell.share_right) for cell in cells)
        row = _figures(room.row(pupil))
        writer.writerow([spreadsheet_text(pupil), room.played(pupil), *row.values(), *shares])
    return written.getvalue()
