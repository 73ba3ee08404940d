"""What chapters and puzzles are called on the scoreboard, and which answers belong to earlier versions."""

from __future__ import annotations

from collections.abc import Mapping

from neuron_tui.game.scoreboard.counted_answers import PuzzleVersion
from neuron_tui.game.scoreboard.head_to_head import HeadToHead
from neuron_tui.game.scoreboard.ranking import ScoreRow
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.library.library import LOOSE_TITLE
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.tui.kit.cells import fit, visible, width_of

EARLIER = (" (an earlier version)", " (earlier)")
"""The longer one where there is room."""


def title_cells(row: ScoreRow, width: int) -> str:
    """A title in exactly so many cells; that the puzzle is an earlier version is never cut off."""
    if not row.earlier:
        return fit(row.name, width)
    for mark in EARLIER:
        if width_of(visible(row.name)) + len(mark) <= width:
            return fit(row.name + mark, width)
    return fit(fit(row.name, max(width - len(EARLIER[1]), 1)) + EARLIER[1], width)


class Titles:
    """What chapters and puzzles are called, as far as their files are there; blocks until all are read."""

    def __init__(self, shelf: Shelf) -> None:
        self._titles = {entry.id: entry.title for entry in shelf if entry.shadowed_by is None}
        self._chapters = {chapter.id: chapter.title for chapter in shelf.library.chapters}
        self.puzzles = shelf.puzzles()
        """Those of today, by their ids."""
        self.asking = {content_of(puzzle): puzzle for puzzle in self.puzzles.values()}
        """The same by the hash of what they ask."""

    def chapter(self, chapter: str) -> str:
        """A chapter's title, or its id where its folder is gone."""
        return self._chapters.get(chapter, chapter or LOOSE_TITLE)

    def chapter_rows(self, figures: Mapping[str, HeadToHead]) -> list[ScoreRow]:
        """The table's rows by chapter."""
        return [ScoreRow(found, self.chapter(found), total) for found, total in figures.items()]

    def puzzle_rows(self, figures: Mapping[PuzzleVersion, HeadToHead]) -> list[ScoreRow]:
        """The table's rows by puzzle, each under its title, or its id where the file is gone."""
        return [
            ScoreRow(id, self._titles.get(id, id), total, content, self._is_earlier(id, content))
            for (id, content), total in figures.items()
        ]

    def _is_earlier(self, id: str, content: str) -> bool:
        puzzle = self.puzzles.get(id)
        return puzzle is not None and content_of(puzzle) != content
