"""What chapters and puzzles are called on the scoreboard, and which answers belong to earlier versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from neuron_tui.game.scoreboard.counted_answers import PuzzleVersion
from neuron_tui.game.scoreboard.fields import PuzzleInField
from neuron_tui.game.scoreboard.figures import Figures
from neuron_tui.game.scoreboard.ranking import ScoreRow
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.library.entry import PuzzleEntry
from neuron_tui.puzzle.library.library import LOOSE_TITLE
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.tui.scores.field_lines import Shown


@dataclass
class Titles:
    """What chapters and puzzles are called, as far as their files are there and read."""

    shelf: Shelf
    _entries: dict[str, PuzzleEntry] = field(default_factory=dict)
    _chapters: dict[str, str] = field(default_factory=dict)
    _contents: dict[str, str] = field(default_factory=dict)

    def look(self) -> None:
        """Look at the shelf anew."""
        for chapter, entries in self.shelf.chapters():
            self._chapters[chapter.id] = chapter.title
            self._entries.update((entry.id, entry) for entry in entries if entry.shadowed_by is None)

    def learn(self, puzzle: str) -> bool:
        """Read a puzzle's file, unless that was done; says whether something is known now that was not."""
        entry = self._entries.get(puzzle)
        if entry is None or puzzle in self._contents:
            return False
        self._entries[puzzle] = entry = self.shelf.read(entry.path)
        self._contents[puzzle] = content_of(entry.puzzle) if entry.puzzle else ""
        return True

    def entry(self, puzzle: str) -> PuzzleEntry | None:
        """The file behind an id; None where it is gone."""
        return self._entries.get(puzzle)

    def is_earlier(self, asked: PuzzleVersion) -> bool:
        """Whether the puzzle is known to ask something else today."""
        return self._contents.get(asked.id, "") not in ("", asked.content)

    def is_current(self, asked: PuzzleVersion) -> bool:
        """Whether the puzzle is known to ask just this today."""
        return self._contents.get(asked.id) == asked.content

    def puzzle(self, puzzle: str) -> str:
        """A puzzle's title, or its id where the file is gone."""
        entry = self._entries.get(puzzle)
        return puzzle if entry is None else entry.title

    def chapter(self, chapter: str) -> str:
        """A chapter's title, or its id where its folder is gone."""
        return self._chapters.get(chapter, chapter or LOOSE_TITLE)

    def rows(self, figures: Figures, kind: str) -> list[ScoreRow]:
        """The table's rows, by chapter or by puzzle."""
        if kind == "chapter":
            return [
                ScoreRow(found, self.chapter(found), standing) for found, standing in figures.chapters.items()
            ]
        return [
            ScoreRow(asked.id, self.puzzle(asked.id), standing, asked.content, self.is_earlier(asked))
            for asked, standing in figures.puzzles.items()
        ]

    def shown(self, places: Sequence[PuzzleInField]) -> list[Shown]:
        """The puzzles of the four fields."""
        return [
            Shown(place, self.puzzle(place.version.id), self.is_earlier(place.version)) for place in places
        ]
