"""Races as the journal keeps them, trial by trial, so that a race can be taken up again."""

from __future__ import annotations

from dataclasses import dataclass


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


Races = tuple[tuple[KeptRace, tuple[KeptTrial, ...]], ...]


def unbroken(trials: tuple[KeptTrial, ...]) -> tuple[KeptTrial, ...]:
    """The trials up to the first that is missing, from where a race can be taken up again.

    `trials` are in the order of their numbers. One is missing where a damaged journal was set aside in the
    middle of a race.
    """
    return tuple(trial for place, trial in enumerate(trials) if trial.number == place)
