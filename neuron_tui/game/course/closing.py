"""The puzzle that closes a chapter: whoever gets it knows the chapter."""

from __future__ import annotations

from collections.abc import Sequence

from neuron_tui.game.course.progress import CourseProgress
from neuron_tui.puzzle.library.entry import PuzzleEntry
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.puzzle.puzzle import Puzzle

CLOSING = "Do you know this chapter already? Be right here, sure and without a hint, and it counts as known."
"""Said of the last puzzle of a chapter, as long as that is open."""


def closes(entry: PuzzleEntry, shelf: Shelf, progress: CourseProgress) -> bool:
    """Whether this puzzle is still to show that the player knows its chapter."""
    chapter = shelf.chapter_of(entry)
    if chapter is None or not chapter.id or chapter.id in progress.known:
        return False
    return last_of(shelf.entries_of(chapter)) == entry


def lasts(shelf: Shelf) -> dict[str, Puzzle]:
    """The puzzle of each chapter by which it can be known, as far as the files are read by now."""
    found = ((chapter, last_of(entries)) for chapter, entries in shelf.chapters() if chapter.id)
    return {
        chapter.id: last.puzzle for chapter, last in found if last is not None and last.puzzle is not None
    }


def last_of(entries: Sequence[PuzzleEntry]) -> PuzzleEntry | None:
    """The last puzzle of a chapter that has a right answer; None before all after it are read."""
    for entry in reversed(entries):
        if entry.reading is None:
            return None
        questions = entry.puzzle.questions if entry.playable and entry.puzzle is not None else ()
        if any(question.answer is not None for question in questions):
            return entry
    return None
