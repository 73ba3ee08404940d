"""Where the course goes on: the first puzzle that was not played yet."""

from __future__ import annotations

from neuron_tui.game.course.progress import CourseProgress
from neuron_tui.puzzle.library.entry import PuzzleEntry
from neuron_tui.puzzle.library.shelf import Shelf


def next_one(shelf: Shelf, progress: CourseProgress) -> PuzzleEntry | None:
    """The first puzzle that was not played yet; None where there is none, or it is not read yet."""
    for _, entries in shelf.chapters():
        for entry in entries:
            if entry.reading is None:
                return None
            if entry.playable and progress.state(entry.id) == "new":
                return entry
    return None


def all_played(shelf: Shelf, progress: CourseProgress) -> bool:
    """Whether there is no puzzle left to be played, all being read."""
    entries = [entry for _, entries in shelf.chapters() for entry in entries]
    return all(entry.reading is not None for entry in entries) and next_one(shelf, progress) is None
