"""All that is kept, in and out of the journal's tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain
from sqlite3 import Connection
from typing import Final

import numpy as np

from neuron_tui.game.journal.faults import DamagedError
from neuron_tui.game.journal.fields import FIELDS, KIND, Value, from_plain, impossible, plain, stored
from neuron_tui.game.journal.glance import OWNED, PLAYERS
from neuron_tui.game.journal.kept import Answer, Kept, KeptRace, KeptRound, KeptTask, KeptTrial, Owned, Races
from neuron_tui.game.scoreboard.counted_answers import CountedAnswers, PuzzleVersion
from neuron_tui.game.scoreboard.foreseen import Foreseen

_NEURON: Final = 2.0
"""Stands for what is right where the neuron was to be foreseen."""
_COUNTED = f"""
    SELECT time, guess, neuron_guess, coalesce(right, {_NEURON}), place FROM attempts
    WHERE puzzle = ? AND content = ? AND attempt = 1 AND mode = 'match'
    AND (right IS NOT NULL OR asked = 'neuron')
"""
"""As `Answer.counts` and `foresees` say it. Read puzzle by puzzle, all comes from the index alone."""


def put(connection: Connection, kept: Iterable[Kept]) -> frozenset[str]:
    """Write what is not there yet. Gives the ids of races that lost a trial.

    A trial is not written where another one of its number is there, as two games on one race make it, nor
    where its race is not there, for it was forgotten; then the later ones of its race are not either, for
    they followed upon it.
    """
    lost: set[str] = set()
    for each in kept:
        if not isinstance(each, KeptTrial):
            insert(connection, each)
        elif each.race not in lost:
            written = has_race(connection, each.race) and insert(connection, each)
            if not written and not _has_trial(connection, each):
                lost.add(each.race)
    return frozenset(lost)


def insert(connection: Connection, kept: Kept, elsewhere: int = 0) -> bool:
    """Write it; False where one of its id, or of its number in the race, is there: that stays as it is.

    `elsewhere` is how often the question was answered in what is not brought in with an answer.
    """
    row = plain(kept)
    if isinstance(kept, Answer):
        del row["attempt"]
        row["elsewhere"] = elsewhere
    sql = f"INSERT INTO {KIND[type(kept)]} ({', '.join(row)}) VALUES ({_marks(row)}) ON CONFLICT DO NOTHING"
    return connection.execute(sql, tuple(row.values())).rowcount == 1


def has_race(connection: Connection, race: str) -> bool:
    """Whether the race of this id is there."""
    sql = "SELECT 1 FROM race WHERE id = ?"
    return connection.execute(sql, (stored(race),)).fetchone() is not None


def _has_trial(connection: Connection, trial: KeptTrial) -> bool:
    """Whether this very trial is there, and not another one of its number."""
    row = plain(trial)
    sql = f"SELECT {', '.join(row)} FROM trial WHERE race = ? AND number = ?"
    return bool(connection.execute(sql, (row["race"], trial.number)).fetchone() == tuple(row.values()))


def _marks(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)


def answers(connection: Connection, player: str | None = None) -> tuple[Answer, ...]:
    """All answers, or a player's, in the order of time. Raises DamagedError."""
    chosen, values = _of(player)
    return tuple(_rows(connection, Answer, f"attempts {chosen} ORDER BY time, place", values))


def first_in_matches(connection: Connection, player: str, content: str) -> tuple[Answer, ...]:
    """A player's first answers to the questions of this content, given in matches. Raises DamagedError."""
    source = "attempts WHERE player = ? AND content = ? AND attempt = 1 AND mode = 'match'"
    return tuple(_rows(connection, Answer, source, (stored(player), content)))


def counted(connection: Connection, player: str | None = None) -> CountedAnswers:
    """The answers that count, of all players or of one, in the order of time. Raises DamagedError."""
    chosen, values = _of(player)
    asked = connection.execute(f"SELECT DISTINCT puzzle, content FROM answer {chosen}", values).fetchall()
    ids = [PuzzleVersion(_text(puzzle), _text(content)) for puzzle, content in asked]
    sql = _COUNTED if player is None else f"{_COUNTED} AND player = ?"
    try:
        parts = [
            np.fromiter(chain.from_iterable(connection.execute(sql, (*id, *values))), np.float64)
            for id in ids
        ]
    except (TypeError, ValueError) as problem:
        raise DamagedError(str(problem)) from problem
    rows = np.concatenate([*parts, np.empty(0)]).reshape(-1, 5)
    order = np.lexsort((rows[:, 4], rows[:, 0]))
    rows, puzzles = rows[order], np.repeat(np.arange(len(ids)), [len(part) // 5 for part in parts])[order]
    about_it = rows[:, 3] == _NEURON
    times, guesses, neuron_guesses, right, _ = columns = rows[~about_it].T.copy()
    _, said, outputs, _, _ = foreseen = rows[about_it].T.copy()
    shares = np.concatenate([columns[1:4].ravel(), foreseen[1:3].ravel()])
    if not (np.isfinite(rows[:, 0]).all() and (abs(shares - 0.5) <= 0.5).all()):
        raise DamagedError("an answer that can't be")
    return CountedAnswers(
        times, guesses, neuron_guesses, right, puzzles[~about_it], tuple(ids),
        Foreseen(said, outputs, puzzles[about_it]),
    )  # fmt: skip


def answered(connection: Connection) -> dict[str, int]:
    """How many questions each player has answered, practice included. Raises DamagedError."""
    rows = connection.execute("SELECT player, count(*) FROM answer GROUP BY player ORDER BY player")
    return {_text(player): count for player, count in rows}


def players(connection: Connection) -> tuple[str, ...]:
    """Everybody of whom something is kept, by name. Raises DamagedError."""
    return tuple(sorted(_text(player) for (player,) in connection.execute(PLAYERS)))


def firsts(connection: Connection) -> dict[str, str]:
    """The id of the first thing that was ever kept of each player, those who came first standing first."""
    each = " UNION ALL ".join(
        f"SELECT player, {'begun' if table == 'race' else 'time'} AS since, id FROM {table}"
        for table in OWNED
    )
    rows = connection.execute(f"SELECT player, id FROM ({each}) ORDER BY since, id")
    found: dict[str, str] = {}
    for player, id in rows:
        found.setdefault(_text(player), _text(id))
    return found


def met(connection: Connection, player: str, content: str) -> frozenset[str]:
    """The questions of this content that a player has answered, under whichever ids."""
    sql = "SELECT DISTINCT question FROM answer WHERE player = ? AND content = ?"
    return frozenset(question for (question,) in connection.execute(sql, (stored(player), content)))


def played(connection: Connection, player: str, questions: Mapping[str, int]) -> frozenset[PuzzleVersion]:
    """What a player has played matches on, practice included. Raises DamagedError.

    Of a content that is known to have so many `questions`, all must be answered, under whichever ids: who
    left before is not through. Whoever has done a task has come through its puzzle, which may ask nothing.
    """
    sql = """
        SELECT DISTINCT puzzle, content, answered FROM answer JOIN (
            SELECT content, count(DISTINCT question) AS answered FROM answer
            WHERE player = ?1 AND mode = 'match' GROUP BY content
        ) USING (content)
        WHERE player = ?1 AND mode = 'match'
    """
    rows = connection.execute(sql, (stored(player),))
    found = ((PuzzleVersion(_text(puzzle), _text(content)), count) for puzzle, content, count in rows)
    through = {version for version, count in found if count >= questions.get(version.content, 1)}
    return frozenset(
        through | {PuzzleVersion(task.puzzle, task.content) for task in tasks(connection, player)}
    )


def races(connection: Connection, player: str | None = None) -> Races:
    """Races in the order of time, each with its trials in the order of their numbers. Raises DamagedError."""
    chosen, values = _of(player)
    trials = defaultdict(list)
    of_them = f"trial WHERE race IN (SELECT id FROM race {chosen}) ORDER BY number"
    for trial in _rows(connection, KeptTrial, of_them, values):
        trials[trial.race].append(trial)
    found = _rows(connection, KeptRace, f"race {chosen} ORDER BY begun, id", values)
    return tuple((race, tuple(trials[race.id])) for race in found)


def tasks(connection: Connection, player: str | None = None) -> tuple[KeptTask, ...]:
    """Tasks that were done, of all players or of one, in the order of time. Raises DamagedError."""
    chosen, values = _of(player)
    return tuple(_rows(connection, KeptTask, f"task {chosen} ORDER BY time, rowid", values))


def rounds(connection: Connection, player: str | None = None) -> tuple[KeptRound, ...]:
    """Rounds of small games, of all players or of one, in the order of time. Raises DamagedError."""
    chosen, values = _of(player)
    return tuple(_rows(connection, KeptRound, f"round {chosen} ORDER BY time, rowid", values))


def forget(connection: Connection, player: str) -> int:
    """Remove all that is a player's, so that no byte of it stays; returns how many answers there were."""
    chosen, values = _of(player)
    counts = [connection.execute(f"DELETE FROM {table} {chosen}", values).rowcount for table in OWNED]
    return counts[OWNED.index("answer")]


def rename(connection: Connection, old: str, new: str) -> None:
    """Make all that is a player's another one's, who may have something already."""
    for table in OWNED:
        connection.execute(f"UPDATE {table} SET player = ? WHERE player = ?", (stored(new), stored(old)))


def owner(connection: Connection, kept: Owned) -> str | None:
    """Whose the one of this type and id is here; None where it is not there."""
    sql = f"SELECT player FROM {KIND[type(kept)]} WHERE id = ?"
    found = connection.execute(sql, (stored(kept.id),)).fetchone()
    return None if found is None else _text(found[0])


def _of(player: str | None) -> tuple[str, tuple[str, ...]]:
    """What chooses a player's rows, or all, and its values."""
    return ("", ()) if player is None else ("WHERE player = ?", (stored(player),))


def _rows(connection: Connection, its_type: type[Value], source: str, values: tuple[str, ...]) -> list[Value]:
    """What is in the rows of a table or view, checked. Raises DamagedError."""
    names = list(FIELDS[its_type])
    found = []
    for row in connection.execute(f"SELECT {', '.join(names)} FROM {source}", values):
        fields = dict(zip(names, row, strict=True))
        if name := impossible(its_type, fields):
            raise DamagedError(f"impossible {name}")
        found.append(from_plain(its_type, fields))
    return found


def _text(value: object) -> str:
    """A text that was read. Raises DamagedError for anything else."""
    if not isinstance(value, str):
        raise DamagedError(f"a text was expected, not {value!r}")
    return value
