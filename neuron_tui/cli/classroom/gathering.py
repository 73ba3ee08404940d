"""Whom and what `neuron-tui class` is about, read from the journal, the folders and a list of names."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from neuron_tui.cli.journal.opened import MAX_NAMES, the_journal, words_of
from neuron_tui.cli.mistake import MistakeError
from neuron_tui.game.classroom.classroom import Classroom
from neuron_tui.game.classroom.reading import read_class
from neuron_tui.puzzle.library.library import Folder
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.puzzle.text import clean, clip, some

MOST_BYTES = 2**20
"""A list of names is not longer."""


def gather(
    folders: Sequence[Folder], pack: str, chapter: str, since: datetime | None, names: Sequence[str] | None
) -> Classroom:
    """The class in the journal, at the puzzles of a pack, of a chapter, or at all that were begun.

    Raises MistakeError.
    """
    shelf = Shelf(folders, pack)
    chapters = [each for each in shelf.library.chapters if chapter and chapter in each.names]
    if chapter and not chapters:
        there = [each.id for each in shelf.library.chapters if each.id]
        raise MistakeError(
            f"there is no chapter `{clip(chapter)}`; the chapters are {some(there, MAX_NAMES)}"
        )
    with the_journal() as journal:
        answers, players = journal.answers(), journal.players()
    start = since.timestamp() if since else None
    return read_class(shelf, answers, players, start, names, chapters)


def names_in(file: Path) -> list[str]:
    """The names in a file, one a line. Raises MistakeError where it can't be read, or holds none."""
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES)
    except OSError as problem:
        raise MistakeError(f"{file} can't be read ({words_of(problem)})") from problem
    encoding = "utf-16" if data[:2] in (BOM_UTF16_LE, BOM_UTF16_BE) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise MistakeError(f"{file} is no text in UTF-8; save it as UTF-8") from None
    lines = (" ".join(clean(line).split()) for line in text.splitlines())
    names = list(dict.fromkeys(filter(None, lines)))
    if not names:
        raise MistakeError(f"{file} holds no name; write one on each line")
    return names
