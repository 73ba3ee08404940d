"""Races as the journal keeps them, trial by trial, so that a race can be taken up again."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import astuple, dataclass, fields, replace
from typing import TYPE_CHECKING

from neuron_tui.game.journal.stored import stored
from neuron_tui.game.journal.values import (
    LARGEST,
    Fields,
    bit,
    check,
    seconds,
    share,
    text,
    understood,
    whole,
)
from neuron_tui.puzzle.puzzle import MAX_SEED

if TYPE_CHECKING:
    from sqlite3 import Connection


@dataclass(frozen=True)
class KeptRace:
    """A race that was begun. `id` is 32 random hexadecimal digits.

    `content` is the hash of what the puzzle asks (`puzzle.content`),
    `begun` is in seconds since 1970, `version` is the game's.
    """

    id: str
    player: str
    puzzle: str
    content: str
    seed: int
    begun: float
    version: str


@dataclass(frozen=True)
class KeptTrial:
    """One trial of a race, numbered from 0. `row` is which of the rows 000 to 111 was shown, as a number.

    `decision` is the player's and `right` the right answer, both 0 or 1. `neuron_output` is the neuron's
    before its adjustment, `seconds` were taken for the decision, `time` is in seconds since 1970.
    """

    race: str
    number: int
    row: int
    decision: int
    right: int
    neuron_output: float
    seconds: float
    time: float


_RACE = ", ".join(field.name for field in fields(KeptRace))
_TRIAL = ", ".join(f"trial.{field.name}" for field in fields(KeptTrial))
Races = tuple[tuple[KeptRace, tuple[KeptTrial, ...]], ...]
_RACE_FIELDS: Fields = {
    **dict.fromkeys(("id", "player", "puzzle", "content", "version"), text),
    "seed": whole(0, MAX_SEED),
    "begun": seconds,
}
_TRIAL_FIELDS: Fields = {
    "race": text,
    "number": whole(0, LARGEST),
    "row": whole(0, 7),
    "decision": bit,
    "right": bit,
    "neuron_output": share,
    **dict.fromkeys(("seconds", "time"), seconds),
}


def check_race(race: KeptRace) -> None:
    """Raise ImpossibleError where no journal can keep this race."""
    check(race, "a race", _RACE_FIELDS)


def check_trial(trial: KeptTrial) -> None:
    """Raise ImpossibleError where no journal can keep this trial."""
    check(trial, "a trial", _TRIAL_FIELDS)


def keepable(race: KeptRace) -> KeptRace:
    """The same race, with texts that the journal can keep."""
    return replace(
        race,
        id=stored(race.id),
        player=stored(race.player),
        puzzle=stored(race.puzzle),
        content=stored(race.content),
        version=stored(race.version),
    )


def insert_race(connection: Connection, race: KeptRace) -> bool:
    """Write a race; False where one of this id is there already, which stays as it is."""
    sql = f"INSERT INTO race ({_RACE}) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
    return connection.execute(sql, astuple(keepable(race))).rowcount == 1


def is_begun(connection: Connection, race: str) -> bool:
    """Whether the race of this id is there."""
    return connection.execute("SELECT 1 FROM race WHERE id = ?", (stored(race),)).fetchone() is not None


def insert_trial(connection: Connection, trial: KeptTrial) -> bool:
    """Write a trial; False where one of the same race and number is there already, which stays as it is.

    Raises sqlite3.IntegrityError where its race is not there.
    """
    sql = "INSERT OR IGNORE INTO trial VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    return connection.execute(sql, _values(trial)).rowcount == 1


def is_kept(connection: Connection, trial: KeptTrial) -> bool:
    """Whether this very trial is there, and not another one of its number."""
    sql = f"SELECT {_TRIAL} FROM trial WHERE race = ? AND number = ?"
    values = _values(trial)
    return bool(connection.execute(sql, values[:2]).fetchone() == values)


def _values(trial: KeptTrial) -> tuple[str | int | float, ...]:
    return (stored(trial.race), *astuple(trial)[1:])


def select_races(connection: Connection, player: str | None) -> Races:
    """Races in the order of time, each with its trials in the order of their numbers. Raises DamagedError."""
    chosen, values = ("", ()) if player is None else (" WHERE player = ?", (stored(player),))
    trials = defaultdict(list)
    joined = f"SELECT {_TRIAL} FROM trial JOIN race ON trial.race = race.id{chosen} ORDER BY race, number"
    races = f"SELECT {_RACE} FROM race{chosen} ORDER BY begun, id"
    with understood():
        for row in connection.execute(joined, values):
            trial = KeptTrial(*row)
            check_trial(trial)
            trials[trial.race].append(trial)
        found = [KeptRace(*row) for row in connection.execute(races, values)]
        for race in found:
            check_race(race)
    return tuple((race, tuple(trials[race.id])) for race in found)


def unbroken(trials: tuple[KeptTrial, ...]) -> tuple[KeptTrial, ...]:
    """The trials up to the first that is missing, from where a race can be taken up again.

    `trials` are in the order of their numbers. One is missing where a damaged journal was set aside in the
    middle of a race.
    """
    return tuple(trial for place, trial in enumerate(trials) if trial.number == place)
