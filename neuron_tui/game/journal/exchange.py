"""Carrying all that is kept to another computer, one line of JSON for each."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import BinaryIO, Final

from neuron_tui import __version__
from neuron_tui.game.journal import tables
from neuron_tui.game.journal.faults import JournalError
from neuron_tui.game.journal.fields import FIELDS, KIND, from_plain, plain, stored
from neuron_tui.game.journal.journal import Journal
from neuron_tui.game.journal.kept import Answer, Kept, KeptRace, KeptRound, KeptTask, KeptTrial, Owned
from neuron_tui.game.journal.names import known_as
from neuron_tui.game.journal.pseudonyms import pseudonyms
from neuron_tui.puzzle.text import clip, is_blank

FORMAT: Final = "neuron-tui journal"
VERSION: Final = 4
"""In version 1 nobody was asked for the neuron; until version 2 there were no tasks, until 3 no rounds."""
MAX_BYTES: Final = 2**16
"""No line is longer."""

MAX_NAME: Final = 1000
"""Characters of a player's name; it must be one that can be seen."""

_KINDS: Final = {kind: its_type for its_type, kind in KIND.items()}
_NOTHING: Final = "nothing was imported"
_WHO: Final = "add --merge if this is the same person, or --player NAME to give another name"


@dataclass(frozen=True)
class Imported:
    """How much was new to the journal, and how many lines it had already.

    `names`: under which name the journal knows each player of the file.
    """

    answers: int = 0
    races: int = 0
    trials: int = 0
    tasks: int = 0
    rounds: int = 0
    known: int = 0
    names: Mapping[str, str] = field(default_factory=dict, compare=False)


def exported(journal: Journal, player: str | None = None, *, pseudonym: bool = False) -> list[str]:
    """The lines of all that is in a journal, or of what is a player's, as of one moment; the header first.

    `pseudonym`: players have made-up names. Raises JournalError, also where there is no journal yet.
    """

    def everything(connection: sqlite3.Connection) -> list[Kept]:
        if not pseudonym:
            return of_all(connection)
        made_up = pseudonyms(tables.firsts(connection))
        return [
            each if isinstance(each, KeptTrial) else replace(each, player=made_up[each.player])
            for each in of_all(connection)
        ]

    def of_all(connection: sqlite3.Connection) -> list[Kept]:
        kept: list[Kept] = [*tables.answers(connection, player)]
        for race, trials in tables.races(connection, player):
            kept += [race, *trials]
        return [*kept, *tables.tasks(connection, player), *tables.rounds(connection, player)]

    if not journal.begun():
        raise JournalError(f"there is nothing in {journal.path} yet", "nothing was exported")
    return [header(), *map(line_of, journal.read(everything))]


def import_from(
    journal: Journal, file: BinaryIO, player: str | None = None, *, prefix: str = "", merge: bool = False
) -> Imported:
    """Bring in what an exported file holds and the journal does not, in one transaction.

    What is kept is known by its id, so that a file may come twice, and belongs to the same player as before,
    whatever that one is called by now. All of it is `player`'s where one is given, and new names have the
    `prefix`. Raises JournalError with the line's number where one is broken, and unless they are to
    `merge`, where somebody in the journal has a player's name and no answer or race in common; raises
    OSError where the file can't be read to its end. Then nothing was brought in.
    """
    # of a line that is too long, enough to see that
    lines = enumerate(iter(partial(file.readline, MAX_BYTES + 1), b""), 1)
    filled = ((number, line) for number, line in lines if line.strip())
    number, line = next(filled, (1, b""))
    try:
        _check_header(line)
        kept = []
        for number, line in filled:
            kept.append((number, kept_in(line)))
    except ValueError as problem:
        raise JournalError(f"line {number}: {problem}", _NOTHING) from problem

    def bringing(connection: sqlite3.Connection) -> Imported:
        names = _names(connection, kept, player, prefix, merge)
        named = [
            (number, each if isinstance(each, KeptTrial) else replace(each, player=names[each.player]))
            for number, each in kept
        ]
        return replace(_bring_in(connection, named), names=names)

    return journal.write(bringing)


def _names(
    connection: sqlite3.Connection,
    numbered: Sequence[tuple[int, Kept]],
    player: str | None,
    prefix: str,
    merge: bool,
) -> dict[str, str]:
    """By which name the journal knows, or will know, each player of a file."""
    of_each: dict[str, list[Owned]] = {}
    for _, kept in numbered:
        if not isinstance(kept, KeptTrial):
            of_each.setdefault(kept.player, []).append(kept)
    if player is not None and len(of_each) > 1:
        raise JournalError(
            f"the file holds {len(of_each)} players; export each alone with --player", _NOTHING
        )
    known, names = tables.players(connection), dict.fromkeys(of_each, "")
    for name, theirs in of_each.items():
        wanted = prefix + (player or name)
        if len(wanted) > MAX_NAME:
            raise JournalError(
                f"`{clip(wanted)}` is too long for a name; choose a shorter --prefix", _NOTHING
            )
        here = known_as(wanted, known)
        owners = {owner for each in theirs if (owner := tables.owner(connection, each)) is not None}
        if here and not (merge or owners):
            raise JournalError(
                f"`{clip(here)}` is in the journal already, with other answers; {_WHO}", _NOTHING
            )
        called_otherwise = len(owners) == 1 and here not in owners  # renamed since it came here first
        names[name] = owners.pop() if called_otherwise else here or wanted
    return names


def _bring_in(connection: sqlite3.Connection, numbered: Sequence[tuple[int, Kept]]) -> Imported:
    first: dict[tuple[str, ...], int] = {}
    for _, kept in numbered:
        if isinstance(kept, Answer):
            first[_question(kept)] = min(first.get(_question(kept), kept.attempt), kept.attempt)
    new: Counter[type[Kept]] = Counter()
    for number, kept in numbered:
        if isinstance(kept, KeptTrial) and not tables.has_race(connection, kept.race):
            raise JournalError(f"line {number}: the race of this trial is in no line before it", _NOTHING)
        elsewhere = first[_question(kept)] - 1 if isinstance(kept, Answer) else 0
        new[type(kept)] += tables.insert(connection, kept, elsewhere)
    known = len(numbered) - new.total()
    return Imported(new[Answer], new[KeptRace], new[KeptTrial], new[KeptTask], new[KeptRound], known)


def _question(answer: Answer) -> tuple[str, ...]:
    return (answer.player, answer.content, answer.question, f"{answer.right is None}")


def header() -> str:
    """The first line of a file."""
    return json.dumps({"format": FORMAT, "version": VERSION, "game": __version__})


def _check_header(line: bytes) -> None:
    """Raise ValueError where a file does not begin as an exported journal that this game can read."""
    try:
        fields = _object(line)
    except ValueError:
        fields = {}
    version = fields.get("version")
    if fields.get("format") != FORMAT:
        raise ValueError("this is not an exported journal; `neuron-tui journal export` writes one")
    if isinstance(version, bool) or not isinstance(version, int):
        raise ValueError("`version` must be a whole number")
    if not 1 <= version <= VERSION:
        raise ValueError(f"this file is of format {version}, and this game knows {VERSION}; update the game")


def line_of(kept: Kept) -> str:
    """The line of anything that is kept."""
    return json.dumps({"kind": KIND[type(kept)], **plain(kept)}, ensure_ascii=False)


def kept_in(line: bytes) -> Kept:
    """What a line holds, every field checked. Raises ValueError, whose words can follow the line's number."""
    values = _object(line)
    kind = values.pop("kind", None)
    its_type = _KINDS.get(kind) if isinstance(kind, str) else None
    if its_type is None:
        raise ValueError(f"`kind` must be one of {', '.join(_KINDS)}")
    if its_type is Answer:
        values.setdefault("asked", "answer")
    for name, expected in FIELDS[its_type].items():
        if name not in values:
            raise ValueError(f"`{name}` is missing")
        value = values[name]
        if not expected.fits(value) or (isinstance(value, str) and stored(value) != value):
            raise ValueError(f"`{name}` must be {expected.words}")
        if name == "player" and (is_blank(str(value)) or len(str(value)) > MAX_NAME):
            raise ValueError(f"`player` must be a text of at most {MAX_NAME:,} characters that can be seen")
    if unknown := sorted(values.keys() - FIELDS[its_type].keys()):
        raise ValueError(f"`{unknown[0][:40]}` is no field of a line of kind {kind}")
    return from_plain(its_type, values)


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
