"""A chapter's own file, `chapter.yaml`: its title, what it is about, and what is said at its end."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from neuron_tui.puzzle.file.faults import Fault, FaultList
from neuron_tui.puzzle.file.fields import read_line, read_text
from neuron_tui.puzzle.file.keys import Field, Fields, Form, Values, mapping, read_keys, read_values
from neuron_tui.puzzle.file.puzzle_fields import read_panels
from neuron_tui.puzzle.file.source import read_file
from neuron_tui.puzzle.file.tree import MappingNode, Scalar, read_tree
from neuron_tui.puzzle.library.chapter_end import ChapterEnd, read_chapter_end
from neuron_tui.puzzle.puzzle import Panel

FIELDS: Fields = {
    "title": Field(read_line, "the name over its puzzles; by default made from the folder's"),
    "about": Field(read_text, "what it is about"),
    "panels": Field(read_panels, "what is shown while the neuron learns one of its puzzles; by default all"),
    "end": Field(read_chapter_end, "the page after its last puzzle"),
}
CHAPTER: Form = mapping(FIELDS)


@dataclass(frozen=True)
class ChapterFile:
    """A chapter.yaml and what it says; texts that it lacks or that are broken are empty."""

    path: Path
    title: str = ""
    about: str = ""
    end: ChapterEnd | None = None
    panels: tuple[Panel, ...] = ()
    """What is shown while the neuron learns one of its puzzles, unless that says so itself; empty for all."""
    faults: tuple[Fault, ...] = ()


def read_chapter_file(path: Path) -> ChapterFile:
    """Read one chapter.yaml. Never raises: whatever is wrong with it becomes a fault."""
    data = read_file(path)
    return ChapterFile(path, faults=(data,)) if isinstance(data, Fault) else read_chapter(path, data)


def read_chapter(path: Path, data: bytes) -> ChapterFile:
    """Read the bytes of a chapter.yaml. An empty one is no fault."""
    faults = FaultList()
    values = read_pairs(data, FIELDS, "a chapter", faults)
    return ChapterFile(path, **values, faults=faults.in_order())


def read_pairs(data: bytes, fields: Fields, what: str, faults: FaultList) -> Values:
    """The values in a file that may be empty, and whose keys may all be left out; `what` it describes."""
    root = read_tree(data, faults)
    if isinstance(root, MappingNode):
        return read_values(read_keys(root, fields, faults), fields, faults)
    if root is not None and not (isinstance(root, Scalar) and root.empty):
        faults.error(root, "yaml", f"{what} is written as `key: value` lines; begin with `title: ...`")
    return {}
