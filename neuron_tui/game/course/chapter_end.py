"""The end of a chapter: when it comes, and what the neuron of its check says."""

from __future__ import annotations

from collections.abc import Set

from neuron_tui.puzzle.library.chapter_end import Check
from neuron_tui.puzzle.library.entry import PuzzleEntry
from neuron_tui.puzzle.library.library import Chapter
from neuron_tui.puzzle.library.shelf import Shelf

KNOWN = "Get a chapter's last puzzle without a hint, and the chapter is known."
MARKS = f"On home, \u2022 means played, and \u2713 means got at once, within 0.10. {KNOWN}"
"""Explains the marks on home, at the first chapter that ends."""


def ended_by(entry: PuzzleEntry, shelf: Shelf) -> Chapter | None:
    """The chapter of which this is the last puzzle, where it says something at its end."""
    chapter, following = shelf.chapter_of(entry), shelf.after(entry)
    goes_on = following is not None and following.chapter == entry.chapter
    return None if chapter is None or chapter.end is None or goes_on else chapter


def last_played(entry: PuzzleEntry, shelf: Shelf, played: Set[str]) -> PuzzleEntry | None:
    """The puzzle that ends the chapter of this one, where that has something to say and it was played."""
    chapter = shelf.chapter_of(entry)
    entries = shelf.entries_of(chapter) if chapter is not None and chapter.end is not None else []
    last = next((other for other in reversed(entries) if other.playable), None)
    return last if last is not None and last.id in played else None


def is_first(ended: Chapter, shelf: Shelf, played: Set[str]) -> bool:
    """Whether the last puzzle of no other chapter with an end was played yet."""
    others = (entries[-1] for chapter, entries in shelf.chapters() if chapter.end and chapter.id != ended.id)
    return all(last.id not in played for last in others)


def says(check: Check) -> float:
    """The output of the neuron with the weights of a check, for its row."""
    import numpy as np

    from neuron_tui.neuron.neuron import sigmoid

    return float(sigmoid(np.array([check.weighted_sum]))[0])
