"""Which values the fields of all that is kept can have, whether a game or a file brings them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, TypeVar, get_args

from neuron_tui.game.journal.kept import (
    NEVER,
    Answer,
    Asked,
    Kept,
    KeptRace,
    KeptRound,
    KeptTask,
    KeptTrial,
    Mode,
    Told,
)
from neuron_tui.puzzle.puzzle import MAX_ITERATIONS, MAX_SEED
from neuron_tui.puzzle.task import KINDS, MOST_STARS

_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,63}")

Value = TypeVar("Value", bound=Kept)
KIND: Final[Mapping[type[Kept], str]] = {
    Answer: "answer",
    KeptRace: "race",
    KeptTrial: "trial",
    KeptTask: "task",
    KeptRound: "round",
}
"""The names of the tables, and of the lines in an exported file."""


@dataclass(frozen=True)
class Field:
    """What a value must be: in words, and as a test."""

    words: str
    fits: Callable[[object], bool]


def _number(low: float, high: float, *, whole: bool = False) -> Field:
    def fits(value: object) -> bool:
        if isinstance(value, bool) or not isinstance(value, int | float | Fraction):
            return False
        return low <= value <= high and (isinstance(value, int) or not whole)

    return Field(f"a {'whole ' if whole else ''}number from {low:,} to {high:,}", fits)


def _one_of(words: Sequence[str]) -> Field:
    return Field(f"one of {', '.join(words)}", lambda value: value in words)


def _or_null(field: Field) -> Field:
    return Field(f"{field.words}, or null", lambda value: value is None or field.fits(value))


_TEXT: Final = Field("a text", lambda value: isinstance(value, str))
_IDENTITY: Final = Field(
    "1 to 64 letters and digits, and no `-` before them",
    lambda value: isinstance(value, str) and bool(_ID.fullmatch(value)),
)
_SHARE: Final = _number(0, 1)
_BIT: Final = _number(0, 1, whole=True)
_SECONDS: Final = Field("a number of seconds", _number(-62_135_596_800, 253_402_300_799).fits)
"""Since 1970, in the years 1 to 9999; how long something took is among them."""
_SEED: Final = _number(0, MAX_SEED, whole=True)
MOST_GAMES: Final = 1_000_000
"""Of a small game, by anybody."""
MOST_POINTS: Final = 1_000_000
"""In one of them, won or lost."""

_PLAYED: Final = {"player": _TEXT, "puzzle": _TEXT, "content": _TEXT, "version": _TEXT}
FIELDS: Final[Mapping[type[object], Mapping[str, Field]]] = {
    Answer: {
        "id": _IDENTITY,
        **_PLAYED,
        "question": _TEXT,
        "guess": _SHARE,
        "neuron_guess": _SHARE,
        "right": _or_null(_SHARE),
        "hints": _number(0, 1_000_000, whole=True),
        "seconds": _SECONDS,
        "mode": _one_of(get_args(Mode)),
        "time": _SECONDS,
        "attempt": _number(1, 1_000_000, whole=True),
        "asked": _one_of(get_args(Asked)),
    },
    KeptRace: {"id": _IDENTITY, **_PLAYED, "seed": _SEED, "begun": _SECONDS},
    KeptTask: {
        "id": _IDENTITY,
        **_PLAYED,
        "do": _one_of(KINDS),
        "count": _number(0, MAX_ITERATIONS, whole=True),
        "par": _number(1, MAX_ITERATIONS, whole=True),
        "stars": _number(1, MOST_STARS, whole=True),
        "time": _SECONDS,
    },
    KeptRound: {
        "id": _IDENTITY,
        "player": _TEXT,
        "game": _TEXT,
        "look": _one_of(get_args(Told)),
        "games": _number(1, MOST_GAMES, whole=True),
        "points": _number(-MOST_POINTS, MOST_POINTS),
        "guess": _or_null(_number(NEVER, MOST_GAMES, whole=True)),
        "passed": _or_null(_number(NEVER, MOST_GAMES, whole=True)),
        "seed": _SEED,
        "time": _SECONDS,
        "version": _TEXT,
    },
    KeptTrial: {
        "race": _IDENTITY,
        "number": _number(0, 1_000_000, whole=True),
        "row": _number(0, 7, whole=True),
        "decision": _BIT,
        "right": _BIT,
        "neuron_output": _SHARE,
        "seconds": _SECONDS,
        "time": _SECONDS,
    },
}


def impossible(its_type: type[object], values: Mapping[str, object]) -> str:
    """The name of the first field whose value no journal can keep; empty where all are possible."""
    fields = FIELDS[its_type].items()
    return next((name for name, field in fields if not field.fits(values[name])), "")


def plain(kept: Kept) -> dict[str, object]:
    """The fields as a file holds them: texts as `stored`, shares as binary fractions."""
    return {name: _plain(getattr(kept, name)) for name in FIELDS[type(kept)]}


def _plain(value: object) -> object:
    if isinstance(value, str):
        return stored(value)
    return float(value) if isinstance(value, Fraction) else value


def from_plain(its_type: type[Value], values: Mapping[str, object]) -> Value:
    """The inverse, of possible values; guesses in hundredths come back exact."""
    if its_type is Answer:
        shares = {name: values[name] for name in ("guess", "right")}
        exact = {name: None if share is None else Fraction(str(share)) for name, share in shares.items()}
        values = {**values, **exact}
    return its_type(**values)  # type: ignore[arg-type]  # none is impossible


def stored(text: str) -> str:
    r"""The same text, with half characters and NUL, which no database takes, as `\udc80` and `\x00`.

    A system's user name and the name of a puzzle's file may hold them. Different texts stay different.
    """
    if text.isascii() and "\0" not in text:
        return text
    return text.replace("\0", "\\x00").encode("utf-8", "backslashreplace").decode("utf-8")
