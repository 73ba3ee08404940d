"""Whom and what `neuron-tui class` is about, read from the journal, the folders and a list of names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from neuron_tui.cli.journal.opened import the_journal, words_of
from neuron_tui.cli.mistake import MistakeError
from neuron_tui.game.classroom.classroom import Classroom
from neuron_tui.game.classroom.reading import read_class
from neuron_tui.puzzle.library.library import Folder
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.puzzle.text import clean

MOST_BYTES = 2**20
"""A list of names is not longer."""


def gather(
    folders: Sequence[Folder], pack: str, since: datetime | None, names: Sequence[str] | None
) -> Classroom:
    """The class in the journal, at the puzzles of a pack or at all that were begun. Raises MistakeError."""
    with the_journal() as journal:
        answers, players = journal.answers(), journal.players()
    start = since.timestamp() if since else None
    return read_class(Shelf(folders, pack), answers, players, start, names)


def names_in(file: Path) -> list[str]:
    """The names in a file, one a line. Raises MistakeError where it can't be read, or holds none."""
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES)
    except OSError as problem:
        raise MistakeError(f"{file} can't be read ({words_of(problem)})") from problem
    lines = (" ".join(clean(line).split()) for line in data.decode("utf-8-sig", "replace").splitlines())
    names = list(dict.fromkeys(filter(None, lines)))
    if not names:
        raise MistakeError(f"{file} holds no name; write one on each line")
    return names
