"""A pack: a folder of chapters that is a course of its own; and its file `pack.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from neuron_tui.puzzle.file.faults import Fault, FaultList
from neuron_tui.puzzle.file.fields import lines, read_line, read_text
from neuron_tui.puzzle.file.keys import Field, Fields, Form, mapping
from neuron_tui.puzzle.file.source import read_file
from neuron_tui.puzzle.library.chapter import read_pairs
from neuron_tui.puzzle.library.entry import Source
from neuron_tui.puzzle.library.names import Order, is_puzzle_file, order, plain_name, title_from
from neuron_tui.puzzle.text import clip

MAX_CHAPTERS = 100
NAMES: Mapping[Source, str] = {"bundled": "course", "own": "yours"}
TITLES: Mapping[Source, str] = {"bundled": "The course", "own": "Your puzzles"}
"""What the folders are called that everybody has."""

FIELDS: Fields = {
    "title": Field(read_line, "what it is called; by default made from the folder's name"),
    "about": Field(read_text, "what it is about, shown with its puzzles"),
    "author": Field(read_line, "who made it"),
    "version": Field(read_line, "which version it is, such as 1.2"),
    "order": Field(
        lines(MAX_CHAPTERS, "write it as `order: [first, second]`", "pack"),
        "its chapters in their order; by default that of their folders' names",
    ),
}
PACK: Form = mapping(FIELDS)


@dataclass(frozen=True)
class PackFile:
    """A pack.yaml, where there is one, and what it says; texts that it lacks or that are broken are empty."""

    path: Path
    title: str = ""
    about: str = ""
    author: str = ""
    version: str = ""
    order: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Pack:
    """A folder of chapters. `parts` are the names of the folders that lead to it, none for a folder of
    puzzles itself; they stand before the ids of its puzzles.

    `folders` are those with puzzles, its own among them, each with the names of its files.
    """

    path: Path
    source: Source
    parts: tuple[str, ...]
    file: PackFile
    folders: tuple[tuple[Path, tuple[str, ...]], ...] = field(default=(), repr=False)

    @property
    def name(self) -> str:
        """What it is called on the command line."""
        own = "/".join(map(plain_name, self.parts))
        return own or NAMES.get(self.source) or plain_name(self.path.absolute().name)

    @property
    def files(self) -> list[Path]:
        """All files in its folders."""
        return [folder / name for folder, names in self.folders for name in names]

    @property
    def puzzles(self) -> list[Path]:
        """The files that are taken for puzzles."""
        return [file for file in self.files if is_puzzle_file(file.name)]

    @property
    def prefix(self) -> str:
        """What stands before the ids of its puzzles: nothing, or its name and a slash."""
        return f"{self.name}/" if self.parts else ""

    @property
    def title(self) -> str:
        usual = "" if self.parts else TITLES.get(self.source, "")
        return self.file.title or usual or title_from(self.name.replace("/", " "))

    @property
    def place(self) -> tuple[Order, ...]:
        """Sorts packs: first the folders of puzzles themselves, whose chapters are one course."""
        return tuple(map(order, self.parts))

    def place_of(self, folder: str) -> Order:
        """Sorts its chapters: by its own order, then by their folders' names."""
        wanted = [plain_name(name) for name in self.file.order]
        name = plain_name(folder)
        return (-1, wanted.index(name), name) if name in wanted else order(folder)


def read_pack_file(path: Path, chapters: tuple[str, ...] | None = None) -> PackFile:
    """Read one pack.yaml. Never raises: whatever is wrong with it becomes a fault.

    `chapters` are the names of the folders beside it, where they are known; its order may name no others.
    """
    data = read_file(path)
    if isinstance(data, Fault):
        return PackFile(path, faults=(data,))
    faults = FaultList()
    file = PackFile(path, **read_pairs(data, FIELDS, "a pack", faults))
    there = file.order if chapters is None else {plain_name(name) for name in chapters}
    for name in file.order:
        if plain_name(name) not in there:
            message = f"order names `{clip(name)}`, and there is no such chapter; remove it, or correct it"
            faults.add(Fault(1, 1, "pack", message, "warning"))
    return replace(file, faults=faults.in_order())
