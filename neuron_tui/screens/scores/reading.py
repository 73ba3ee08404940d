"""What the scoreboard shows, read from the journal and worked out. Blocking: it is called in a thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from neuron_tui.game.numbers import plural
from neuron_tui.game.scores.counted import Counted
from neuron_tui.game.scores.fields import Place, places
from neuron_tui.game.scores.figures import Figures
from neuron_tui.game.scores.ranking import Row
from neuron_tui.game.scores.report import Scores
from neuron_tui.game.scores.sentences import sentences
from neuron_tui.game.scores.summary import summary
from neuron_tui.puzzle.entry import Entry
from neuron_tui.puzzle.library import LOOSE_TITLE
from neuron_tui.puzzle.shelf import Shelf


class Kept(Protocol):
    """What the scoreboard asks of the journal; `game.journal.keeper.Keeper` is one."""

    player: str

    def counted(self, player: str | None = None) -> Counted:
        """The answers that count of one player, or of all."""

    def answered(self) -> dict[str, int]:
        """How many questions each player has answered, practice included."""


@dataclass(frozen=True, eq=False)
class Board:
    """One player's figures and what they say, all players' puzzles by field, and the players."""

    scores: Scores
    said: tuple[str, ...]
    places: tuple[Place, ...]
    players: tuple[str, ...]

    @property
    def figures(self) -> Figures:
        """The player's figures."""
        return self.scores.figures

    @property
    def standing(self) -> str:
        """How many answers there are, in words."""
        words = plural(len(self.figures), "answer")
        practice = self.scores.practice
        return f"{words}, {practice:,} more in practice" if practice else words


def read(kept: Kept, player: str, chapter_name: Callable[[str], str]) -> Board:
    """Read the journal, and work out all that the screen shows at first."""
    answered = kept.answered()
    counted = kept.counted(player)
    alone = not set(answered) - {player}
    figures = Figures(counted)
    everyone = places((figures if alone else Figures(kept.counted())).puzzles)
    scores = Scores(player, figures, max(answered.get(player, 0), len(counted)))
    said = (*sentences(figures, chapter_name), *summary(figures))
    _work_out(figures)
    return Board(scores, said, everyone, tuple(sorted({*answered, player})))


def _work_out(figures: Figures) -> None:
    """Ask now, in the thread, for the figures that the pictures would otherwise have to wait for."""
    for ask in (
        lambda: figures.puzzles,
        lambda: figures.calibration,
        lambda: figures.neuron_calibration,
        lambda: figures.course,
    ):
        ask()


@dataclass
class Titles:
    """What chapters and puzzles are called, as far as their files are there and read."""

    shelf: Shelf
    _entries: dict[str, Entry] = field(default_factory=dict)
    _chapters: dict[str, str] = field(default_factory=dict)

    def look(self) -> None:
        """Look at the shelf anew."""
        for chapter, entries in self.shelf.chapters():
            self._chapters[chapter.id] = chapter.title
            self._entries.update((entry.id, entry) for entry in entries if entry.shadowed_by is None)

    def entry(self, puzzle: str) -> Entry | None:
        """The file behind an id; None where it is gone."""
        return self._entries.get(puzzle)

    def puzzle(self, puzzle: str) -> str:
        """A puzzle's title, or its id where the file is gone."""
        entry = self._entries.get(puzzle)
        return puzzle if entry is None else entry.title

    def chapter(self, chapter: str) -> str:
        """A chapter's title, or its id where its folder is gone."""
        return self._chapters.get(chapter, chapter or LOOSE_TITLE)


def rows(figures: Figures, titles: Titles, kind: str) -> list[Row]:
    """The table's rows, by chapter or by puzzle."""
    name: Callable[[str], str] = titles.chapter if kind == "chapter" else titles.puzzle
    groups = figures.chapters if kind == "chapter" else figures.puzzles
    return [Row(found, name(found), standing) for found, standing in groups.items()]
