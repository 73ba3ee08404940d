"""Carrying answers and races to another computer, one line of JSON for each."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import BinaryIO, Final

from neuron_tui import __version__
from neuron_tui.game.journal import tables
from neuron_tui.game.journal.answer import Answer
from neuron_tui.game.journal.faults import JournalError
from neuron_tui.game.journal.fields import FIELDS, Kept, stored
from neuron_tui.game.journal.journal import Journal
from neuron_tui.game.journal.races import KeptRace, KeptTrial
from neuron_tui.puzzle.text import is_blank

FORMAT: Final = "neuron-tui journal"
VERSION: Final = 1
MAX_BYTES: Final = 2**16
"""No line is longer."""

MAX_NAME: Final = 1000
"""Characters of a player's name; it must be one that can be seen."""

_KINDS: Final[Mapping[str, type[Kept]]] = {"answer": Answer, "race": KeptRace, "trial": KeptTrial}
_NOTHING: Final = "nothing was imported"


@dataclass(frozen=True)
class Imported:
    """How much was new to the journal, and how many lines it had already."""

    answers: int = 0
    races: int = 0
    trials: int = 0
    known: int = 0


def export(journal: Journal, write: Callable[[str], object], player: str | None = None) -> int:
    """Write all lines, or those of a player, as of one moment; gives how many there are under the first.

    Raises JournalError where there is no journal yet, or it turns out to be damaged, and whatever `write`
    raises.
    """
    begun = False

    def lines(connection: sqlite3.Connection) -> int:
        nonlocal begun
        if begun:  # the file was set aside in between, and half of it is written
            raise JournalError("it was found to be damaged while it was read", "nothing was exported")
        begun = True
        write(header())
        count = 0
        for kept in _everything(connection, None if player is None else stored(player)):
            write(line_of(kept))
            count += 1
        return count

    if not journal.begun():
        raise JournalError(f"there is nothing in {journal.path} yet", "nothing was exported")
    return journal.read(lines)


def _everything(connection: sqlite3.Connection, player: str | None) -> Iterator[Kept]:
    yield from tables.answers(connection, player)
    for race, trials in tables.races(connection, player):
        yield race
        yield from trials


def import_from(journal: Journal, file: BinaryIO) -> Imported:
    """Bring in what an exported file holds and the journal does not, in one transaction.

    Answers and races are known by their ids, so that a file may come twice. Raises JournalError with the
    line's number where one is broken, and OSError where the file can't be read to its end; then nothing was
    brought in.
    """
    numbered = _numbered_lines(file)
    _check_header(next(numbered, (1, b""))[1])
    begun = False

    def bring_in(connection: sqlite3.Connection) -> Imported:
        nonlocal begun
        if begun:  # the file was set aside in between, and half of the lines are gone
            raise JournalError("the journal was found to be damaged; import once more", _NOTHING)
        begun = True
        return _bring_in(connection, numbered)

    return journal.write(bring_in)


def _numbered_lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines that hold something, from 1; of one that is too long, enough to see that."""
    number = 0
    while line := file.readline(MAX_BYTES + 1):
        number += 1
        if line.strip():
            yield number, line


def _bring_in(connection: sqlite3.Connection, numbered: Iterator[tuple[int, bytes]]) -> Imported:
    new: dict[type[Kept], int] = {Answer: 0, KeptRace: 0, KeptTrial: 0}
    known = 0
    connection.execute(
        "CREATE TEMP TABLE line (id TEXT PRIMARY KEY, attempt INTEGER, new INTEGER) WITHOUT ROWID"
    )
    for number, line in numbered:
        try:
            kept = kept_in(line)
        except ValueError as problem:
            raise JournalError(f"line {number}: {problem}", _NOTHING) from problem
        if isinstance(kept, Answer):
            is_new = tables.insert_answer(connection, kept)
            values = (kept.id, kept.attempt, is_new)
            connection.execute("INSERT INTO line VALUES (?, ?, ?) ON CONFLICT DO NOTHING", values)
        elif isinstance(kept, KeptRace):
            is_new = tables.insert_race(connection, kept)
        elif tables.has_race(connection, kept.race):
            is_new = tables.insert_trial(connection, kept)
        else:
            raise JournalError(f"line {number}: the race of this trial is in no line before it", _NOTHING)
        new[type(kept)] += is_new
        known += not is_new
    connection.execute(_UNDER_OLD_IDS)
    return Imported(new[Answer], new[KeptRace], new[KeptTrial], known)


_UNDER_OLD_IDS = """
    UPDATE answer SET under_old_ids = (
        SELECT min(line.attempt) - 1 FROM answer AS other JOIN line USING (id)
        WHERE other.player = answer.player AND other.puzzle = answer.puzzle
        AND other.content = answer.content AND other.question = answer.question
    )
    WHERE id IN (SELECT id FROM line WHERE new AND attempt > 1)
"""
"""Where a file's first attempt at a question is not the first, the puzzle had other ids before."""


def header() -> str:
    """The first line of a file."""
    return json.dumps({"format": FORMAT, "version": VERSION, "game": __version__})


def _check_header(line: bytes) -> None:
    """Raise JournalError where a file does not begin as an exported journal that this game can read."""
    try:
        fields = _object(line)
    except ValueError:
        fields = {}
    version = fields.get("version")
    if fields.get("format") != FORMAT:
        problem = "this is not an exported journal; `neuron-tui journal export` writes one"
    elif isinstance(version, bool) or not isinstance(version, int):
        problem = "`version` must be a whole number"
    elif version != VERSION:
        problem = f"this file is of format {version}, and this game knows {VERSION}; update the game"
    else:
        return
    raise JournalError(f"line 1: {problem}", _NOTHING)


def line_of(kept: Kept) -> str:
    """The line of an answer, a race or a trial."""
    kind = next(kind for kind, its_type in _KINDS.items() if isinstance(kept, its_type))
    values = {name: getattr(kept, name) for name in FIELDS[type(kept)]}
    plain = {name: float(value) if isinstance(value, Fraction) else value for name, value in values.items()}
    return json.dumps({"kind": kind, **plain}, ensure_ascii=False)


def kept_in(line: bytes) -> Kept:
    """What a line holds, every field checked. Raises ValueError, whose words can follow the line's number."""
    values = _object(line)
    kind = values.pop("kind", None)
    its_type = _KINDS.get(kind) if isinstance(kind, str) else None
    if its_type is None:
        raise ValueError(f"`kind` must be one of {', '.join(_KINDS)}")
    for name, field in FIELDS[its_type].items():
        if name not in values:
            raise ValueError(f"`{name}` is missing")
        value = values[name]
        if not field.fits(value) or (isinstance(value, str) and stored(value) != value):
            raise ValueError(f"`{name}` must be {field.words}")
        if name == "player" and (is_blank(str(value)) or len(str(value)) > MAX_NAME):
            raise ValueError(f"`player` must be a text of at most {MAX_NAME:,} characters that can be seen")
    if unknown := sorted(values.keys() - FIELDS[its_type].keys()):
        raise ValueError(f"`{unknown[0][:40]}` is no field of a line of kind {kind}")
    if its_type is Answer:
        values |= {name: _exact(values[name]) for name in ("guess", "right")}
    return its_type(**values)  # type: ignore[arg-type]  # each was checked


def _exact(share: object) -> Fraction | None:
    return None if share is None else Fraction(str(share))


def _object(line: bytes) -> dict[str, object]:
    """The object that a line consists of. Raises ValueError."""
    if len(line) > MAX_BYTES:
        raise ValueError(f"the line is longer than {MAX_BYTES:,} bytes")
    try:
        fields = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as problem:
        raise ValueError("this is not UTF-8; save the file as UTF-8") from problem
    except (ValueError, RecursionError) as problem:
        raise ValueError("this is not a line of JSON, or only a part of one") from problem
    if not isinstance(fields, dict):
        raise ValueError("this is not a JSON object")
    return fields
