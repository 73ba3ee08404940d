"""Answers in and out of the journal's table."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from neuron_tui.game.journal.answer import Answer
from neuron_tui.game.journal.stored import stored
from neuron_tui.game.journal.values import LARGEST, Fields, check, seconds, share, text, understood, whole

if TYPE_CHECKING:
    from sqlite3 import Connection

_COLUMNS = (
    "id, player, puzzle, content, question, guess, neuron_guess, right, hints, seconds, mode, time, version,"
    " attempt"
)
_BEFORE = "SELECT count(*) FROM answer WHERE puzzle = ? AND content = ? AND question = ? AND player = ?"
_INSERT = f"INSERT INTO answer ({_COLUMNS}) VALUES ({', '.join('?' * 14)}) ON CONFLICT (id) DO NOTHING"
_PLAYED = """
    WITH RECURSIVE each(puzzle) AS (
        SELECT min(puzzle) FROM answer
        UNION ALL
        SELECT (SELECT min(puzzle) FROM answer WHERE puzzle > each.puzzle) FROM each
        WHERE each.puzzle IS NOT NULL
    )
    SELECT puzzle FROM each WHERE EXISTS (
        SELECT 1 FROM answer WHERE answer.puzzle = each.puzzle AND player = ? AND mode = 'match'
    )
"""
"""From puzzle to puzzle along the index, however many answers there are to each."""
QuestionKey = tuple[str, str, str, str]
COUNTS = "attempt = 1 AND mode = 'match' AND right IS NOT NULL"
"""The answers that count, as `Answer.counts` says it."""
_FIELDS: Fields = {
    **dict.fromkeys(("id", "player", "puzzle", "content", "question", "mode", "version"), text),
    **dict.fromkeys(("guess", "neuron_guess"), share),
    **dict.fromkeys(("seconds", "time"), seconds),
    "right": lambda value: value is None or share(value),
    "hints": whole(0, LARGEST),
    "attempt": whole(1, LARGEST),
}


def check_answer(answer: Answer) -> None:
    """Raise ImpossibleError where no journal can keep this answer."""
    check(answer, "an answer", _FIELDS)


def question_key(answer: Answer) -> QuestionKey:
    """What makes two answers attempts at the same question."""
    return (stored(answer.puzzle), stored(answer.content), stored(answer.question), stored(answer.player))


def attempts_before(connection: Connection, answer: Answer) -> int:
    """How often this player has answered this question before, in any mode, also before the puzzle moved."""
    _, *asked = question_key(answer)
    ids = {stored(answer.puzzle), *map(stored, answer.was)}
    return sum(int(connection.execute(_BEFORE, (puzzle, *asked)).fetchone()[0]) for puzzle in ids)


def is_kept(connection: Connection, answer: Answer) -> bool:
    """Whether an answer of this id is there."""
    return (
        connection.execute("SELECT 1 FROM answer WHERE id = ?", (stored(answer.id),)).fetchone() is not None
    )


def numbered(
    answers: Sequence[Answer], before: dict[QuestionKey, int], there: Collection[str] = ()
) -> tuple[int, ...]:
    """The answers' attempts, counted on from how many there were `before`; 0 for the ids that are `there`."""
    counts = dict(before)
    attempts = []
    for answer in answers:
        if answer.id in there:
            attempts.append(0)
            continue
        key = question_key(answer)
        counts[key] = counts.get(key, 0) + 1
        attempts.append(counts[key])
    return tuple(attempts)


def insert(connection: Connection, answer: Answer) -> bool:
    """Write an answer; False where one of its id is there already, which stays as it is."""
    values = (
        stored(answer.id),
        stored(answer.player),
        stored(answer.puzzle),
        stored(answer.content),
        stored(answer.question),
        float(answer.guess),
        answer.neuron_guess,
        None if answer.right is None else float(answer.right),
        answer.hints,
        answer.seconds,
        answer.mode,
        answer.time,
        stored(answer.version),
        answer.attempt,
    )
    return connection.execute(_INSERT, values).rowcount == 1


def select(connection: Connection, player: str | None = None) -> Iterator[Answer]:
    """All answers, or a player's, in the order of time, and in the order they were written at the same time.

    Guesses in hundredths come back exact. Raises DamagedError.
    """
    chosen, values = ("", ()) if player is None else (" WHERE player = ?", (stored(player),))
    yield from _read(connection, chosen, values)


def first_in_matches(connection: Connection, player: str, puzzles: Iterable[str]) -> list[Answer]:
    """A player's first answers to these puzzles' questions, where given in matches. Raises DamagedError."""
    chosen = " WHERE puzzle = ? AND player = ? AND attempt = 1 AND mode = 'match'"
    return [
        answer for puzzle in puzzles for answer in _read(connection, chosen, (stored(puzzle), stored(player)))
    ]


def played(connection: Connection, player: str) -> frozenset[str]:
    """The ids of the puzzles that a player has played matches on, practice included. Raises DamagedError."""
    with understood():
        ids = [puzzle for (puzzle,) in connection.execute(_PLAYED, (stored(player),))]
        if not all(isinstance(puzzle, str) for puzzle in ids):
            raise ValueError("a puzzle without an id")
    return frozenset(ids)


def _read(connection: Connection, chosen: str, values: tuple[str, ...]) -> Iterator[Answer]:
    for row in connection.execute(f"SELECT {_COLUMNS} FROM answer{chosen} ORDER BY time, rowid", values):
        with understood():
            answer = Answer(*row)  # guess and right are still floats
            check_answer(answer)
            right = None if answer.right is None else Fraction(str(answer.right))
            answer = replace(answer, guess=Fraction(str(answer.guess)), right=right)
        yield answer
