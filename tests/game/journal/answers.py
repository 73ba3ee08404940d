"""Answers to keep, and what a journal's file shows of them to any SQLite tool."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from fractions import Fraction
from itertools import count
from pathlib import Path

from neuron_tui.game.journal.kept import Answer, KeptRace, KeptTrial, Mode
from neuron_tui.game.scoreboard.counted_answers import CountedAnswers

_ids = count(1_000)
LATER = 1_764_000_000.0
"""A time in November 2025."""


def new_id() -> str:
    """32 hexadecimal digits that no other answer of this run has."""
    return f"{next(_ids):032x}"


def answer(
    player: str = "Ann",
    puzzle: str = "article/leftmost-column",
    question: str = "1 0 0",
    *,
    guess: Fraction = Fraction(9, 10),
    right: Fraction | None = Fraction(1),
    mode: Mode = "match",
    time: float = LATER,
    content: str = "0123456789abcdef",
    id: str = "",
) -> Answer:
    """An answer as a match would give it."""
    return Answer(
        id or new_id(), player, puzzle, content, question, guess, 0.875, right, 1, 12.5, mode, time, "0.4.0"
    )


def race(player: str = "Ann", *, begun: float = LATER, id: str = "") -> KeptRace:
    """A race that was just begun."""
    return KeptRace(id or new_id(), player, "six-kinds/type-1", "0123456789abcdef", 7, begun, "0.4.0")


def trial(of: KeptRace, number: int, decision: int = 1) -> KeptTrial:
    """A trial of a race."""
    return KeptTrial(of.id, number, number % 8, decision, 1, 0.25, 1.5, of.begun + number)


def columns(counted: CountedAnswers) -> list[tuple[float, float, float, float, str]]:
    """The answers that count, one tuple each: time, guess, the neuron's guess, right answer, puzzle."""
    names = [counted.ids[place].id for place in counted.puzzles]
    shares = (counted.times, counted.guesses, counted.neuron_guesses, counted.right)
    return list(zip(*(column.tolist() for column in shares), names, strict=True))


def versions(counted: CountedAnswers) -> list[str]:
    """What each answer was asked: the puzzle's content."""
    return [counted.ids[place].content for place in counted.puzzles]


def told_by_sqlite(path: Path, sql: str) -> list[tuple[object, ...]]:
    """What the file says to a tool that knows nothing of the game; it is opened as this one file alone."""
    with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as connection:
        return connection.execute(sql).fetchall()
