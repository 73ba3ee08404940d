"""Answers, races and trials in and out of the journal's tables. Names of players are given as `stored`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple, fields
from fractions import Fraction
from itertools import chain
from sqlite3 import Connection
from typing import Final, TypeVar

import numpy as np

from neuron_tui.game.journal.answer import Answer
from neuron_tui.game.journal.faults import DamagedError
from neuron_tui.game.journal.fields import Kept, impossible, stored
from neuron_tui.game.journal.races import KeptRace, KeptTrial, Races
from neuron_tui.game.scoreboard.counted_answers import CountedAnswers, PuzzleVersion

Value = TypeVar("Value", Answer, KeptRace, KeptTrial)
OVERTAKEN: Final = "This race went on in another game, and what you said there counts."
FORGOTTEN: Final = "This race can't be kept: it was forgotten."

_ANSWER = (
    "id, player, puzzle, content, question, guess, neuron_guess, right, hints, seconds, mode, time, version"
)
_RACE = ", ".join(field.name for field in fields(KeptRace))
_TRIAL = ", ".join(f"trial.{field.name}" for field in fields(KeptTrial))
_COUNTED = """
    SELECT time, guess, neuron_guess, right, place FROM attempts
    WHERE puzzle = ? AND content = ? AND attempt = 1 AND mode = 'match' AND right IS NOT NULL
"""
"""As `Answer.counts` says it. Read puzzle by puzzle, all comes from the index, and no text has to be read."""


def put(connection: Connection, kept: Iterable[Kept], known: Mapping[str, KeptRace]) -> dict[str, str]:
    """Write what is not there yet. Gives the ids of races that lost a trial, each with one sentence why.

    A trial is not written where another one of its number is there, as two games on one race make it, nor
    where its race is not there, for it was forgotten; then the later ones of its race are not either, for
    they followed upon it. `known` are races that are written again with their trials where they are missing.
    """
    lost: dict[str, str] = {}
    for each in kept:
        if isinstance(each, Answer):
            insert_answer(connection, each)
        elif isinstance(each, KeptRace):
            insert_race(connection, each)
        elif each.race not in lost:
            if each.race in known:
                insert_race(connection, known[each.race])
            if not has_race(connection, each.race):
                lost[each.race] = FORGOTTEN
            elif not (insert_trial(connection, each) or _has_trial(connection, each)):
                lost[each.race] = OVERTAKEN
    return lost


def insert_answer(connection: Connection, answer: Answer, under_old_ids: int | None = None) -> bool:
    """Write an answer; False where one of its id is there already, which stays as it is.

    How often the question was answered under the puzzle's old ids is counted where it is not given.
    """
    if under_old_ids is None:
        old_ids = [id for id in answer.was if id != answer.puzzle]
        asked = _values(answer.player, answer.content, answer.question, *old_ids)
        sql = "SELECT count(*) FROM answer WHERE player = ? AND content = ? AND question = ? AND puzzle IN"
        ((under_old_ids,),) = connection.execute(f"{sql} ({_marks(old_ids)})", asked)
    values = _values(*(getattr(answer, name) for name in _ANSWER.split(", ")), under_old_ids)
    sql = f"INSERT INTO answer ({_ANSWER}, under_old_ids) VALUES ({_marks(values)}) ON CONFLICT DO NOTHING"
    return connection.execute(sql, values).rowcount == 1


def insert_race(connection: Connection, race: KeptRace) -> bool:
    """Write a race; False where one of this id is there already, which stays as it is."""
    values = _values(*astuple(race))
    sql = f"INSERT INTO race ({_RACE}) VALUES ({_marks(values)}) ON CONFLICT DO NOTHING"
    return connection.execute(sql, values).rowcount == 1


def has_race(connection: Connection, race: str) -> bool:
    """Whether the race of this id is there."""
    return connection.execute("SELECT 1 FROM race WHERE id = ?", (stored(race),)).fetchone() is not None


def insert_trial(connection: Connection, trial: KeptTrial) -> bool:
    """Write a trial of a race; False where one of its number is there already, which stays as it is."""
    values = _values(*astuple(trial))
    sql = f"INSERT INTO trial VALUES ({_marks(values)}) ON CONFLICT DO NOTHING"
    return connection.execute(sql, values).rowcount == 1


def _has_trial(connection: Connection, trial: KeptTrial) -> bool:
    """Whether this very trial is there, and not another one of its number."""
    values = _values(*astuple(trial))
    sql = f"SELECT {_TRIAL} FROM trial WHERE race = ? AND number = ?"
    return bool(connection.execute(sql, values[:2]).fetchone() == values)


def _values(*values: object) -> tuple[object, ...]:
    """Values as SQLite takes them."""
    return tuple(
        stored(value) if isinstance(value, str) else float(value) if isinstance(value, Fraction) else value
        for value in values
    )


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def answers(connection: Connection, player: str | None = None) -> Iterator[Answer]:
    """All answers, or a player's, in the order of time; guesses in hundredths come back exact.

    Raises DamagedError.
    """
    return _answers(connection, *_of(player))


def first_in_matches(connection: Connection, player: str, puzzles: Sequence[str]) -> tuple[Answer, ...]:
    """A player's first answers to these puzzles' questions, where given in matches. Raises DamagedError."""
    chosen = f"WHERE player = ? AND puzzle IN ({_marks(puzzles)}) AND attempt = 1 AND mode = 'match'"
    return tuple(_answers(connection, chosen, _values(player, *puzzles)))


def _answers(connection: Connection, chosen: str, values: tuple[object, ...]) -> Iterator[Answer]:
    sql = f"SELECT {_ANSWER}, attempt FROM attempts {chosen} ORDER BY time, place"
    for row in connection.execute(sql, values):
        with _understood():
            columns = [*row[:5], _exact(row[5]), row[6], _exact(row[7]), *row[8:]]
            answer = _check(Answer(*columns))
        yield answer


def _exact(share: float | None) -> Fraction | None:
    return None if share is None else Fraction(str(share))


def counted(connection: Connection, player: str | None = None) -> CountedAnswers:
    """The answers that count, of all players or of one, in the order of time. Raises DamagedError."""
    chosen, values = _of(player)
    asked = connection.execute(f"SELECT DISTINCT puzzle, content FROM answer {chosen}", values).fetchall()
    sql = _COUNTED if player is None else f"{_COUNTED} AND player = ?"
    with _understood():
        ids = [PuzzleVersion(_text(puzzle), _text(content)) for puzzle, content in asked]
        parts = [
            np.fromiter(chain.from_iterable(connection.execute(sql, (*id, *values))), np.float64)
            for id in ids
        ]
    rows = np.concatenate([*parts, np.empty(0)]).reshape(-1, 5)
    if not (np.all(np.isfinite(rows)) and np.all((rows[:, 1:4] >= 0) & (rows[:, 1:4] <= 1))):
        raise DamagedError("an answer that can't be")
    order = np.lexsort((rows[:, 4], rows[:, 0]))
    times, guesses, neuron_guesses, right, _ = rows[order].T.copy()
    puzzles = np.repeat(np.arange(len(ids)), [len(part) // 5 for part in parts])[order]
    return CountedAnswers(times, guesses, neuron_guesses, right, puzzles, tuple(ids))


def answered(connection: Connection) -> dict[str, int]:
    """How many questions each player has answered, practice included. Raises DamagedError."""
    rows = connection.execute("SELECT player, count(*) FROM answer GROUP BY player ORDER BY player")
    with _understood():
        return {_text(player): int(count) for player, count in rows}


def players(connection: Connection) -> tuple[str, ...]:
    """Everybody who has answered or raced, by name. Raises DamagedError."""
    rows = connection.execute("SELECT player FROM answer UNION SELECT player FROM race").fetchall()
    with _understood():
        return tuple(sorted(_text(player) for (player,) in rows))


def met(connection: Connection, player: str, puzzles: Sequence[str], content: str) -> frozenset[str]:
    """The questions that a player has answered under any of a puzzle's ids, as long as it asked the same."""
    sql = "SELECT DISTINCT question FROM answer WHERE player = ? AND content = ? AND puzzle IN"
    rows = connection.execute(f"{sql} ({_marks(puzzles)})", _values(player, content, *puzzles))
    return frozenset(question for (question,) in rows)


def played(connection: Connection, player: str) -> frozenset[str]:
    """The ids of the puzzles that a player has played matches on, practice included. Raises DamagedError."""
    sql = "SELECT DISTINCT puzzle FROM answer WHERE player = ? AND mode = 'match'"
    with _understood():
        return frozenset(_text(puzzle) for (puzzle,) in connection.execute(sql, (player,)))


def races(connection: Connection, player: str | None = None) -> Races:
    """Races in the order of time, each with its trials in the order of their numbers. Raises DamagedError."""
    chosen, values = _of(player)
    joined = f"SELECT {_TRIAL} FROM trial JOIN race ON trial.race = race.id {chosen} ORDER BY race, number"
    trials = defaultdict(list)
    with _understood():
        for row in connection.execute(joined, values):
            trials[row[0]].append(_check(KeptTrial(*row)))
        rows = connection.execute(f"SELECT {_RACE} FROM race {chosen} ORDER BY begun, id", values)
        found = [_check(KeptRace(*row)) for row in rows]
    return tuple((race, tuple(trials[race.id])) for race in found)


def forget(connection: Connection, player: str) -> int:
    """Remove a player's answers and races, so that no byte of them stays; returns how many there were."""
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("DELETE FROM race WHERE player = ?", (player,))
    return connection.execute("DELETE FROM answer WHERE player = ?", (player,)).rowcount


def _of(player: str | None) -> tuple[str, tuple[object, ...]]:
    """What chooses a player's rows, or all, and its values."""
    return ("", ()) if player is None else ("WHERE player = ?", (player,))


@contextmanager
def _understood() -> Iterator[None]:
    """Where what a file holds is read: a value that can't be is damage, and raises DamagedError."""
    try:
        yield
    except (TypeError, ValueError, OverflowError) as problem:
        raise DamagedError(str(problem)) from problem


def _check(kept: Value) -> Value:
    if name := impossible(kept):
        raise ValueError(f"impossible {name}")
    return kept


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"a text was expected, not {value!r}")
    return value
