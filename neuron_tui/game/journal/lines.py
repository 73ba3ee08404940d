"""One line of an exported journal: a JSON object with the fields of an answer, a race or a trial."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, get_args

from neuron_tui import __version__
from neuron_tui.game.journal.answer import Answer, Mode
from neuron_tui.game.journal.races import KeptRace, KeptTrial
from neuron_tui.game.journal.values import LARGEST
from neuron_tui.puzzle.puzzle import MAX_SEED
from neuron_tui.puzzle.text import is_blank

FORMAT = "neuron-tui journal"
VERSION = 1
MAX_BYTES = 2**16
"""No line is longer."""

_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,63}")
_YEAR_3000 = 32_503_680_000

Kept = Answer | KeptRace | KeptTrial


class LineError(ValueError):
    """What is wrong with a line, in words that can follow its number."""


@dataclass(frozen=True)
class _Kind:
    """What a value must be: in words, and as a test."""

    words: str
    fits: Callable[[object], bool]


def _text(longest: int) -> _Kind:
    def fits(value: object) -> bool:
        if not isinstance(value, str) or len(value) > longest or "\0" in value:
            return False
        return not any("\ud800" <= character <= "\udfff" for character in value)

    return _Kind(f"a text of at most {longest:,} characters", fits)


def _name(longest: int) -> _Kind:
    text = _text(longest)

    def fits(value: object) -> bool:
        return text.fits(value) and isinstance(value, str) and not is_blank(value)

    return _Kind(f"{text.words} that can be seen", fits)


def _number(low: float, high: float) -> _Kind:
    def fits(value: object) -> bool:
        return isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high

    return _Kind(f"a number from {low:,} to {high:,}", fits)


def _whole(high: int, low: int = 0) -> _Kind:
    def fits(value: object) -> bool:
        return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high

    return _Kind(f"a whole number from {low} to {high:,}", fits)


def _or_null(kind: _Kind) -> _Kind:
    return _Kind(f"{kind.words}, or null", lambda value: value is None or kind.fits(value))


_IDENTITY: Final = _Kind(
    "1 to 64 letters and digits, and no `-` before them",
    lambda value: isinstance(value, str) and bool(_ID.fullmatch(value)),
)
_SHARE: Final = _number(0, 1)
_SECONDS: Final = _Kind("a number of seconds", _number(-_YEAR_3000, _YEAR_3000).fits)
_BIT: Final = _whole(1)
_MODE: Final = _Kind(f"one of {', '.join(get_args(Mode))}", lambda value: value in get_args(Mode))

_PLAYED: Final = {"player": _name(1000), "puzzle": _text(4000), "content": _text(64), "version": _text(100)}
_ANSWER: Final = {
    "id": _IDENTITY,
    **_PLAYED,
    "question": _text(1000),
    "guess": _SHARE,
    "neuron_guess": _SHARE,
    "right": _or_null(_SHARE),
    "hints": _whole(1_000_000),
    "seconds": _SECONDS,
    "mode": _MODE,
    "time": _SECONDS,
    "attempt": _whole(1_000_000, 1),
}
_RACE: Final = {"id": _IDENTITY, **_PLAYED, "seed": _whole(MAX_SEED), "begun": _SECONDS}
_TRIAL: Final = {
    "race": _IDENTITY,
    "number": _whole(1_000_000),
    "row": _whole(7),
    "decision": _BIT,
    "right": _BIT,
    "neuron_output": _SHARE,
    "seconds": _SECONDS,
    "time": _SECONDS,
}
_KINDS: Final[Mapping[str, Mapping[str, _Kind]]] = {"answer": _ANSWER, "race": _RACE, "trial": _TRIAL}


def header() -> str:
    """The first line of a file."""
    return json.dumps({"format": FORMAT, "version": VERSION, "game": __version__})


def check_header(line: bytes) -> None:
    """Raise LineError where a file does not begin as an exported journal that this game can read."""
    try:
        fields = _object(line)
    except LineError:
        fields = {}
    if fields.get("format") != FORMAT:
        raise LineError("this is not an exported journal; `neuron-tui journal export` writes one")
    version = fields.get("version")
    if not _whole(LARGEST).fits(version):
        raise LineError("`version` must be a whole number")
    if version != VERSION:
        raise LineError(f"this file is of format {version}, and this game knows {VERSION}; update the game")


def written(kept: Kept) -> str:
    """The line of an answer, a race or a trial."""
    kind = "answer" if isinstance(kept, Answer) else "race" if isinstance(kept, KeptRace) else "trial"
    values = {name: getattr(kept, name) for name in _KINDS[kind]}
    plain = {name: float(value) if isinstance(value, Fraction) else value for name, value in values.items()}
    return json.dumps({"kind": kind, **plain}, ensure_ascii=False)


def read(line: bytes) -> Kept:
    """What a line holds, every field checked. Raises LineError."""
    fields = _object(line)
    kind = fields.pop("kind", None)
    kinds = _KINDS.get(kind) if isinstance(kind, str) else None
    if kinds is None:
        raise LineError(f"`kind` must be one of {', '.join(_KINDS)}")
    for name, expected in kinds.items():
        if name not in fields:
            raise LineError(f"`{name}` is missing")
        if not expected.fits(fields[name]):
            raise LineError(f"`{name}` must be {expected.words}")
    if unknown := sorted(fields.keys() - kinds.keys()):
        raise LineError(f"`{unknown[0][:40]}` is no field of a line of kind {kind}")
    return _made(kind, fields)


def _made(kind: object, fields: dict[str, object]) -> Kept:
    """The value of checked fields; numbers that may have a fraction become floats."""
    values = {
        name: float(value)
        if isinstance(value, int) and _KINDS[str(kind)][name] in (_SHARE, _SECONDS)
        else value
        for name, value in fields.items()
    }
    if kind == "race":
        return KeptRace(**values)  # type: ignore[arg-type]  # each was checked by its kind
    if kind == "trial":
        return KeptTrial(**values)  # type: ignore[arg-type]  # as above
    shares = {name: _exact(values[name]) for name in ("guess", "right")}
    return Answer(**{**values, **shares})  # type: ignore[arg-type]  # as above


def _exact(share: object) -> Fraction | None:
    return None if share is None else Fraction(str(share))


def _object(line: bytes) -> dict[str, object]:
    """The object that a line consists of."""
    if len(line) > MAX_BYTES:
        raise LineError(f"the line is longer than {MAX_BYTES:,} bytes")
    try:
        fields = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as problem:
        raise LineError("this is not UTF-8; save the file as UTF-8") from problem
    except (ValueError, RecursionError) as problem:
        raise LineError("this is not a line of JSON, or only a part of one") from problem
    if not isinstance(fields, dict):
        raise LineError("this is not a JSON object")
    return fields
