"""The course as home lists it: chapters and puzzles, with how far the player is in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textual.content import Content
from textual.widgets.option_list import Option

from neuron_tui.game.course.progress import CourseProgress, Last, State
from neuron_tui.puzzle.library.entry import PuzzleEntry
from neuron_tui.puzzle.library.library import Chapter
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.tui.home.chapter_line import ChapterLine
from neuron_tui.tui.kit.cells import visible
from neuron_tui.tui.kit.glyphs import RIGHT

MARKS: dict[State, tuple[str, str, str]] = {
    "new": (" ", "", ""),
    "played": (RIGHT, "$right", "played"),
    "won": ("\u2605", "$mark", "won"),
}
"""What stands before a puzzle's title, in which colour, and what it means."""


def options(shelf: Shelf, progress: CourseProgress, wanted: str) -> Iterator[Option]:
    """The list: a line per chapter and per puzzle that fits what was typed."""
    for chapter, entries in shelf.chapters():
        fitting = [entry for entry in entries if _fits(entry, chapter, wanted)]
        if fitting:
            yield Option(_heading(chapter, _open(entries), shelf, progress), disabled=True)
        for entry in fitting:
            mark = _mark(entry, progress.state(shelf.ids_of(entry)))
            yield Option(Content.assemble(mark, visible(entry.title)), id=str(entry.path))


def _fits(entry: PuzzleEntry, chapter: Chapter, wanted: str) -> bool:
    """Whether what was typed stands in a puzzle's title or id, or in its chapter's title."""
    return wanted.casefold() in f"{entry.title} {entry.id} {chapter.title}".casefold()


def _open(entries: Iterable[PuzzleEntry]) -> list[PuzzleEntry]:
    """The entries that can be played, as far as is known by now."""
    return [
        entry for entry in entries if entry.playable or (entry.reading is None and entry.shadowed_by is None)
    ]


def _heading(
    chapter: Chapter, entries: Sequence[PuzzleEntry], shelf: Shelf, progress: CourseProgress
) -> ChapterLine:
    """A chapter's title, and how many of its puzzles are played."""
    played = sum(progress.state(shelf.ids_of(entry)) != "new" for entry in entries)
    known = "known  " if chapter.id in progress.known else ""
    counts = f"{played} of {len(entries)}" if entries else ""
    return ChapterLine(chapter.title, (known, "$mark not bold"), (counts, "$muted not bold"))


def _mark(entry: PuzzleEntry, state: State) -> tuple[str, str]:
    """What stands before a title: that the file is broken, or how far one is with the puzzle."""
    if entry.reading is not None and not entry.playable:
        return ("  ! ", "$wrong")
    glyph, style, _ = MARKS[state]
    return (f"  {glyph} ", style)


def said_of(entry: PuzzleEntry, shelf: Shelf, progress: CourseProgress) -> str:
    """How far the player is with a puzzle, with the mark that stands before it in the list."""
    mark, _, words = MARKS[progress.state(shelf.ids_of(entry))]
    return f"{mark} {words}" if words else ""


def closes(entry: PuzzleEntry, shelf: Shelf, progress: CourseProgress) -> bool:
    """Whether this puzzle is still to show that the player knows its chapter."""
    chapter = shelf.chapter_of(entry)
    if chapter is None or not chapter.id or chapter.id in progress.known:
        return False
    return last_of(shelf.entries_of(chapter)) == entry


def next_one(shelf: Shelf, progress: CourseProgress) -> PuzzleEntry | None:
    """The first puzzle that was not played yet; None where there is none, or it is not read yet."""
    for _, entries in shelf.chapters():
        for entry in entries:
            if entry.reading is None:
                return None
            if entry.playable and progress.state(shelf.ids_of(entry)) == "new":
                return entry
    return None


def lasts(shelf: Shelf) -> tuple[Last, ...]:
    """The puzzle of each chapter by which it can be known, as far as the files are read by now."""
    found = ((chapter, last_of(entries)) for chapter, entries in shelf.chapters() if chapter.id)
    return tuple(
        Last(chapter.id, shelf.ids_of(entry), entry.puzzle)
        for chapter, entry in found
        if entry is not None and entry.puzzle is not None
    )


def last_of(entries: Sequence[PuzzleEntry]) -> PuzzleEntry | None:
    """The last puzzle of a chapter that has a right answer; None before all after it are read."""
    for entry in reversed(entries):
        if entry.reading is None:
            return None
        questions = entry.puzzle.questions if entry.playable and entry.puzzle is not None else ()
        if any(question.answer is not None for question in questions):
            return entry
    return None
