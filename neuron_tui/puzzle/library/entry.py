"""A puzzle file as the library lists it: known by its name at once, read when it is wanted."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from neuron_tui.puzzle.file.faults import Fault
from neuron_tui.puzzle.file.reader import Reading, read_puzzle
from neuron_tui.puzzle.file.source import read_file
from neuron_tui.puzzle.library.names import file_name, shown_path, title_from
from neuron_tui.puzzle.puzzle import Puzzle

_PLAIN_TITLE = re.compile(rb"^title: +([A-Za-z0-9][^#:\r\n]*)\r?\n(?=\S)", re.MULTILINE)
"""A title of one line that needs no YAML to be read: without quotation marks, colons and comments."""

Source = Literal["bundled", "own", "given"]
"""Where a folder of puzzles comes from: with the game, the player's own, or given on the command line."""


@dataclass(frozen=True)
class PuzzleEntry:
    """One puzzle file. `id` is `chapter/file` without prefixes and suffix, or the file alone in no chapter;
    before it stands the `prefix` of its pack.

    `shadowed_by` is the file that has this id already and is played under it. `reading` is None until the
    file has been read; `glanced` is its title where that was found at a glance.
    """

    id: str
    chapter: str
    path: Path
    source: Source
    shadowed_by: Path | None = None
    prefix: str = ""
    glanced: str = ""
    reading: Reading | None = None

    @property
    def puzzle(self) -> Puzzle | None:
        """The puzzle, None while unread or where the file has errors."""
        return self.reading.puzzle if self.reading else None

    @property
    def playable(self) -> bool:
        """Whether it can be played: it is read, has no error, and no other file has its id."""
        return self.puzzle is not None and self.shadowed_by is None

    @property
    def faults(self) -> tuple[Fault, ...]:
        """First that another file has its id, then what is wrong inside it, known once it is read."""
        read = self.reading.faults if self.reading else ()
        if self.shadowed_by is None:
            return read
        message = (
            f"`{self.id}` is the id of {shown_path(self.shadowed_by)} as well, which is played instead of "
            f"{shown_path(self.path)}; give one of the two files another name"
        )
        return (Fault(1, 1, "id", message, "warning"), *read)

    @property
    def title(self) -> str:
        """The puzzle's title; without one, or where the file has errors, one made from the file's name."""
        if self.puzzle is not None:
            return self.puzzle.title
        glanced = self.glanced if self.reading is None else ""
        return glanced or title_from(file_name(self.path.name))

    def glance(self) -> PuzzleEntry:
        """The entry with its title: reading whole files takes too long before the first picture."""
        data = read_file(self.path)
        found = _PLAIN_TITLE.search(data) if isinstance(data, bytes) else None
        return replace(self, glanced=found[1].decode(errors="replace").strip()) if found else self.read()

    def read(self) -> PuzzleEntry:
        """The entry with its file read. Never raises: whatever is wrong with the file becomes a fault."""
        data = read_file(self.path)
        reading = Reading(None, (data,)) if isinstance(data, Fault) else read_puzzle(data)
        if self.prefix and reading.puzzle is not None:  # the file tells what its id was within the pack
            was = tuple(self.prefix + old.removeprefix(self.prefix) for old in reading.puzzle.was)
            reading = replace(reading, puzzle=replace(reading.puzzle, was=was))
        return replace(self, reading=reading)


def read_entry(path: Path) -> PuzzleEntry:
    """A single file, given by its path, as an entry that is read. Its id is its own name."""
    return PuzzleEntry(id=file_name(path.name), chapter="", path=path, source="given").read()
