"""What chapters and puzzles are called on the scoreboard, and which answers belong to earlier versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from neuron_tui.game.scoreboard.counted_answers import PuzzleVersion
from neuron_tui.game.scoreboard.fields import PuzzleInField
from neuron_tui.game.scoreboard.figures import Figures
from neuron_tui.game.scoreboard.ranking import ScoreRow
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.library.entry import PuzzleEntry
from neuron_tui.puzzle.library.library import LOOSE_TITLE
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.tui.kit.cells import fit, visible, width_of

EARLIER = (" (an earlier version)", " (earlier)")
"""The longer one where there is room."""


def title_cells(title: str, earlier: bool, width: int) -> str:
    """A title in exactly so many cells; that the puzzle is an earlier version is never cut off."""
    if not earlier:
        return fit(title, width)
    for mark in EARLIER:
        if width_of(visible(title)) + len(mark) <= width:
            return fit(title + mark, width)
    return fit(fit(title, max(width - len(EARLIER[1]), 1)) + EARLIER[1], width)


def title_width(title: str, earlier: bool) -> int:
    """The fewest cells that show all of it."""
    return width_of(visible(title)) + (len(EARLIER[1]) if earlier else 0)


@dataclass(frozen=True)
class TitledPuzzle:
    """A puzzle in its field, its title, and whether this is an earlier version of it."""

    puzzle: PuzzleInField
    title: str
    earlier: bool = False


class Titles:
    """What chapters and puzzles are called, as far as their files are there and read."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self._chapters: dict[str, str] = {}
        self._entries: dict[str, PuzzleEntry] = {}
        for chapter, entries in shelf.chapters():
            self._chapters[chapter.id] = chapter.title
            self._entries.update((entry.id, entry) for entry in entries if entry.shadowed_by is None)

    def learn(self, puzzle: str) -> bool:
        """Read a puzzle's file, unless that was done; says whether something is known now that was not."""
        entry = self._entries.get(puzzle)
        if entry is None or entry.reading is not None:
            return False
        self._entries[puzzle] = self.shelf.read(entry.path)
        return True

    def current(self, version: PuzzleVersion) -> Puzzle | None:
        """The puzzle as it was answered; None where its file is gone, or it asks something else today."""
        puzzle = self._puzzle(version.id)
        return puzzle if puzzle and content_of(puzzle) == version.content else None

    def is_earlier(self, version: PuzzleVersion) -> bool:
        """Whether the puzzle is known to ask something else today."""
        return self._puzzle(version.id) is not None and self.current(version) is None

    def _puzzle(self, puzzle: str) -> Puzzle | None:
        entry = self._entries.get(puzzle)
        return entry.puzzle if entry else None

    def title(self, puzzle: str) -> str:
        """A puzzle's title, or its id where the file is gone."""
        entry = self._entries.get(puzzle)
        return puzzle if entry is None else entry.title

    def chapter(self, chapter: str) -> str:
        """A chapter's title, or its id where its folder is gone."""
        return self._chapters.get(chapter, chapter or LOOSE_TITLE)

    def rows(self, figures: Figures, kind: str) -> list[ScoreRow]:
        """The table's rows, by chapter or by puzzle."""
        if kind == "chapter":
            return [ScoreRow(found, self.chapter(found), total) for found, total in figures.chapters.items()]
        return [
            ScoreRow(version.id, self.title(version.id), total, self.is_earlier(version))
            for version, total in figures.puzzles.items()
        ]

    def titled(self, puzzles: Sequence[PuzzleInField]) -> list[TitledPuzzle]:
        """The puzzles of the four fields with their titles."""
        return [
            TitledPuzzle(puzzle, self.title(puzzle.version.id), self.is_earlier(puzzle.version))
            for puzzle in puzzles
        ]
