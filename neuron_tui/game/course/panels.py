"""Which panels are shown while the neuron learns: a course introduces them one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from neuron_tui.puzzle.library.entry import PuzzleEntry
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.puzzle.puzzle import Panel

ALL: tuple[Panel, ...] = get_args(Panel)


@dataclass(frozen=True)
class Panels:
    """The panels of a puzzle, and those of them that its chapter brings, where it is the chapter's first."""

    shown: tuple[Panel, ...] = ALL
    new: tuple[Panel, ...] = ()


def panels_of(entry: PuzzleEntry, shelf: Shelf) -> Panels:
    """What the puzzle's file says, else its chapter's; where neither says anything, all."""
    chapters = shelf.library.chapters
    chapter = shelf.chapter_of(entry)
    own = entry.puzzle.panels if entry.puzzle is not None else ()
    if chapter is None:
        return Panels(own or ALL)
    shown = own or chapter.panels or ALL
    place = chapters.index(chapter)
    if entry.path != chapter.entries[0].path or not chapter.panels:
        return Panels(shown)
    follows = place > 0 and chapters[place - 1].pack == chapter.pack
    before = chapters[place - 1].panels or ALL if follows else ()
    return Panels(shown, tuple(panel for panel in shown if panel not in before))
