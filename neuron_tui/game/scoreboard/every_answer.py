"""Every answer as a row of a table, for a spreadsheet or for R."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from fractions import Fraction

from neuron_tui.game.explain.numbers import side
from neuron_tui.game.journal.kept import Answer
from neuron_tui.game.score_rule import foresight, got_it, score
from neuron_tui.game.scoreboard.counted_answers import PuzzleVersion, ids_today
from neuron_tui.game.scoreboard.export import DECIMALS
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.text import spreadsheet_text

COLUMNS = (
    "player", "chapter", "puzzle", "title", "question", "foreseen", "guess", "neuron_guess", "right",
    "points", "got", "on_right_side", "seconds", "hints", "attempt", "counts", "mode", "time", "content",
)  # fmt: skip
"""`foreseen` is 1 where the neuron was to be foreseen: then `points` and what follows are by what it said."""

MILLISECONDS = 3
"""Decimals of seconds."""
Cell = str | float | int | None


def every_answer(answers: Iterable[Answer], today: Mapping[str, Puzzle]) -> str:
    """A CSV with a row for each answer in the order given; what is not known is an empty cell.

    Texts are cleaned, and an apostrophe stands before those that a spreadsheet would run as a formula;
    numbers are plain, and yes and no are 1 and 0. `today`: the puzzles of now by their ids.
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(COLUMNS)
    present = ids_today(today)
    for answer in answers:
        id = present(PuzzleVersion(answer.puzzle, answer.content))
        title = today[id].title if id in today else ""
        writer.writerow(
            spreadsheet_text(cell) if isinstance(cell, str) else cell for cell in _row(answer, id, title)
        )
    return written.getvalue()


def _row(answer: Answer, id: str, title: str) -> tuple[Cell, ...]:
    foreseen = answer.asked == "neuron"
    return (
        *(answer.player, id.rpartition("/")[0], id, title, answer.question),
        *(int(foreseen), float(answer.guess), round(answer.neuron_guess, DECIMALS)),
        None if answer.right is None else float(answer.right),
        *_judged(answer),
        *(
            round(answer.seconds, MILLISECONDS),
            answer.hints,
            answer.attempt,
            int(answer.counts or answer.foresees),
        ),
        *(answer.mode, _moment(answer.time), answer.content),
    )


def _judged(answer: Answer) -> tuple[float | None, int | None, int | None]:
    """The points, whether it got it, and whether it leans to the right side, where there is one."""
    if answer.asked == "neuron":
        expected: Fraction | float = answer.neuron_guess
        points = foresight(answer.guess, expected)
    elif answer.right is not None:
        expected, points = answer.right, score(answer.guess, answer.right)
    else:
        return None, None, None
    its_side = side(expected)
    leans = None if its_side is None else int(side(answer.guess) == its_side)
    return round(float(points), DECIMALS), int(got_it(answer.guess, expected)), leans


def _moment(seconds: float) -> str:
    """A time as `2026-11-30T08:05:00Z`, which spreadsheets and R read."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
