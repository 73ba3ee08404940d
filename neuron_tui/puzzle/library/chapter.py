"""A chapter's own file, `chapter.yaml`: its title and what it is about."""

from __future__ import annotations

from dataclasses import dataclass

from neuron_tui.puzzle.file.faults import Fault, FaultList
from neuron_tui.puzzle.file.fields import Reader, read_keys, read_line, read_text, read_values
from neuron_tui.puzzle.file.tree import MappingNode, Scalar, read_tree

FIELDS: dict[str, Reader] = {"title": read_line, "about": read_text}


@dataclass(frozen=True)
class ChapterReading:
    """What a chapter.yaml gave; texts that it lacks or that are broken are empty. Faults are in order."""

    title: str = ""
    about: str = ""
    faults: tuple[Fault, ...] = ()


def read_chapter(data: bytes) -> ChapterReading:
    """Read a chapter.yaml. Never raises, and takes bounded time and memory. An empty file is no fault."""
    faults = FaultList()
    root = read_tree(data, faults)
    if not isinstance(root, MappingNode):
        empty = root is None or (isinstance(root, Scalar) and root.empty)
        if root is not None and not empty:
            faults.error(root, "a chapter is written as `key: value` lines; begin with `title: ...`")
        return ChapterReading(faults=faults.in_order())
    values = read_values(read_keys(root, FIELDS, faults), FIELDS, faults)
    return ChapterReading(**values, faults=faults.in_order())
