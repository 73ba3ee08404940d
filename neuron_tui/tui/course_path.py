"""The puzzle that is played, and the way on from it: the next one, the end of a chapter, or home."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Literal

from neuron_tui.game.course.chapter_end import ended_by, is_first
from neuron_tui.game.course.panels import panels_of
from neuron_tui.game.modes import Mode
from neuron_tui.puzzle.library.entry import PuzzleEntry
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.tui.home.preview import whereabouts
from neuron_tui.tui.home.screen import HomeScreen
from neuron_tui.tui.kit.cells import visible

if TYPE_CHECKING:
    from textual.screen import Screen

    from neuron_tui.puzzle.puzzle import Puzzle
    from neuron_tui.tui.app import NeuronApp
    from neuron_tui.tui.match.screen import MatchScreen


class CoursePath:
    """Puts what is played on home, one match after the other.

    `follow`: a puzzle whose file changes is played anew at once, as long as no guess stands.
    """

    def __init__(self, app: NeuronApp, home: HomeScreen, shelf: Shelf, *, follow: bool) -> None:
        self._app, self._home, self._shelf, self._follow = app, home, shelf, follow
        self.playing: PuzzleEntry | None = None
        """The puzzle of the course, or the file, that is on the screen, or was last; None for others."""
        self.match: MatchScreen | None = None

    def begin(self, entry: PuzzleEntry, mode: Mode) -> None:
        """Open a puzzle from home, to be played in this mode."""
        if mode == "match":
            self._play(entry)
        elif entry.puzzle is not None:
            self.playing = entry
            show = self._race if mode == "race" else self._count_examples
            self._app.open_from_home(show(entry.puzzle, entry.id))

    def _race(self, puzzle: Puzzle, puzzle_id: str) -> Screen[None]:
        from neuron_tui.tui.race.screen import RaceScreen

        return RaceScreen(puzzle, puzzle_id, self._app.counting.keeper, self._app.seeds())

    def _count_examples(self, puzzle: Puzzle, puzzle_id: str) -> Screen[None]:
        from neuron_tui.tui.examples.screen import ExamplesScreen

        return ExamplesScreen(puzzle, puzzle_id, self._app.counting.keeper)

    def _play(self, entry: PuzzleEntry) -> None:
        """Put a match on the screen, in place of the one that is there."""
        from neuron_tui.tui.match.screen import MatchScreen

        app = self._app
        app.clear_notifications()
        if entry.puzzle is None:
            return
        self.playing = entry
        self.match = MatchScreen(
            entry.puzzle,
            entry.id,
            whereabouts(entry, self._shelf.chapter_of(entry)),
            app.counting.tally,
            app.counting.keeper,
            panels_of(entry, self._shelf),
            app.settings,
            file=None if entry.source == "bundled" else entry.path,
            follow=self._follow,
        )
        app.put_on_home(self.match)

    async def leave(self, to: Literal["next", "again", "home", "changed"]) -> None:
        """On to the next puzzle or the chapter's end, once more, or home."""
        if to == "again" and self.playing is not None:
            self._play(self.playing)
        elif to == "changed":
            self._home.read_again(tell=False)
            if self.playing is not None:
                self._play(self.playing.read())
        elif to != "next" or not await self._end_chapter():
            self.go_on(to)

    async def read_end(self, last: PuzzleEntry) -> None:
        """Show once more what is said at the end of this puzzle's chapter."""
        self.playing = last
        await self._end_chapter()

    async def _end_chapter(self) -> bool:
        """Show what is said at the end of a chapter, where the puzzle was its last; whether that is so."""
        chapter = None if self.playing is None else ended_by(self.playing, self._shelf)
        if chapter is None or chapter.end is None:
            return False
        from neuron_tui.tui.chapter_end.screen import ChapterEndScreen

        played = await asyncio.to_thread(self._app.counting.keeper.played)
        first = is_first(chapter, self._shelf, {version.id for version in played})
        place = f"chapter {chapter.number} is behind you"
        self._app.clear_notifications()
        self._app.put_on_home(ChapterEndScreen(chapter.title, place, chapter.end, first=first))
        return True

    def go_on(self, to: Literal["next", "again", "home"]) -> None:
        """To the next puzzle, or home, from which all puzzles can be reached."""
        following = self._shelf.after(self.playing) if self.playing is not None and to == "next" else None
        if following is not None:
            self._play(following)
            return
        self._app.clear_notifications()
        self._app.pop_screen()
        if self.playing is None:  # it was no puzzle of the course
            return
        self._home.come_back(self.playing.path, onward=to == "next")
        self._app.counting.recount()
        if to == "next":
            only = self._shelf.library.only
            whole = f" of {visible(only.title)}" if only else ""
            self._app.notify(f"That was the last puzzle{whole}.", markup=False)

    def come_back(self) -> None:
        """Home, on what was played, with all points counted anew."""
        if self.playing is not None:
            self._home.come_back(self.playing.path)
        self._app.counting.recount()
