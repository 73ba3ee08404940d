"""The app: which screen is shown, and how it stands between the two players."""

from __future__ import annotations

import asyncio
import gc
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from textual import on, work
from textual.screen import Screen

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.course.chapter_end import ended_by, is_first
from neuron_tui.game.course.panels import Panels, panels_of
from neuron_tui.game.course.progress import CourseProgress, tally_and_progress
from neuron_tui.game.course.tally import Tally
from neuron_tui.game.modes import Mode
from neuron_tui.game.settings import DEFAULT, Settings
from neuron_tui.puzzle.library.entry import PuzzleEntry
from neuron_tui.puzzle.library.library import Folder, Library
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.puzzle.puzzle import MAX_SEED, Puzzle
from neuron_tui.tui.home.preview import whereabouts
from neuron_tui.tui.home.puzzle_list import lasts
from neuron_tui.tui.home.screen import YOU, HomeScreen
from neuron_tui.tui.kit.cells import visible
from neuron_tui.tui.kit.making import MakeWanted
from neuron_tui.tui.shell.shell import Shell
from neuron_tui.tui.shell.too_small import TooSmallScreen

if TYPE_CHECKING:
    from neuron_tui.game.journal.keeper import Keeper
    from neuron_tui.tui.arcade.screen import ArcadeScreen
    from neuron_tui.tui.atlas.screen import AtlasScreen
    from neuron_tui.tui.chapter_end.screen import ChapterEndScreen
    from neuron_tui.tui.match.screen import MatchScreen


class NeuronApp(Shell):
    """Home stands at the bottom; a match, a page or a note stands on it."""

    CSS_PATH = "home/screen.tcss"  # home is the default screen, whose own CSS_PATH is never loaded

    def __init__(
        self,
        folders: Sequence[Folder],
        journal: Path | None = None,
        player: str = "player",
        start: PuzzleEntry | None = None,
        mode: Mode = "match",
        seed: int | None = None,
        wanted_themes: Sequence[str] = (),
        settings: Settings = DEFAULT,
        *,
        named: bool = False,
        follow: bool = False,
        only: str = "",
        game: str | None = None,
    ) -> None:
        """`named`: the player's name was given on purpose, and not taken from the system.

        `follow`: a puzzle whose file changes is played anew at once, as long as no guess stands. `only` is
        the name of the pack that is the whole course; where it is empty, it is as the player left it. `game`
        is the id of a small game to begin with; where it is empty, home begins on the first of them.
        """
        super().__init__(wanted_themes)
        self._settings, self._began_with = settings, self.theme
        self.tally = Tally()
        self._shelf = Shelf(folders, only or ("" if game == "" else settings.pack))  # no pack has games
        self._began_only = self._shelf.only
        there = journal is not None and os.path.exists(journal)  # noqa: PTH110 - that of a path may raise
        counted = None if there else CourseProgress()
        self._journal, self._player, self._named = journal, player, named
        whole = any(folder.path == bundled_puzzles() for folder in folders)
        self._home = HomeScreen(self._shelf, self._called, counted, whole=whole)
        if game == "":
            self._home.begin_with_games()
        self.cards: list[str] = []
        """The result cards that were sent; they are printed once the game has left."""
        self._start, self._mode, self._seed, self._follow = start, mode, seed, follow
        self._game = game
        self._playing: PuzzleEntry | None = None
        self._match: MatchScreen | None = None
        self._opened = False
        """Whether it is known under which name the journal has the player."""
        self._counts = 0
        """How often the journal was counted."""

    @cached_property
    def keeper(self) -> Keeper:
        """Keeps what this player answers, in the journal or, where there is none, until the game is left."""
        from neuron_tui.game.journal.keeper import Keeper  # only now: home is to open at once

        return Keeper(self._journal, self._player)

    @property
    def settings(self) -> Settings:
        """What the player has set by now. A theme or a pack that was only asked for is not chosen."""
        settings = self._settings if self._match is None else self._match.settings
        before, only = self._settings, self._shelf.only
        return replace(
            settings,
            theme=before.theme if self.theme == self._began_with else self.theme,
            pack=before.pack if only == self._began_only else only,
        )

    @property
    def _called(self) -> str:
        """What home calls the player."""
        return self._player if self._named else YOU

    @property
    def library(self) -> Library:
        return self._shelf.library

    def get_default_screen(self) -> Screen[None]:
        """Home."""
        return self._home

    def on_ready(self) -> None:
        """Go straight to a puzzle where one was asked for."""
        if not gc.isenabled():  # the command line has stopped it until the first paint
            gc.freeze()  # what is loaded by now stays: the collector need not look at it again
            gc.enable()
        if self._start is not None:
            self._begin(self._start, self._mode)
        elif self._game:
            self._play_game(self._game)
        self._open_journal()

    @work
    async def _open_journal(self) -> None:
        """Say what is the matter with the journal, if anything; find out who plays, and count."""
        if said := await asyncio.to_thread(self.keeper.notice):
            self.notify(said, markup=False, timeout=8)
        self._player = await asyncio.to_thread(self.keeper.play_as, self._player)
        self._opened = True
        self._recount()

    @on(HomeScreen.AllRead)
    def _recount(self) -> None:
        if self._opened:
            self._read_journal()

    @work
    async def _read_journal(self) -> None:
        """Count what is in the journal."""
        self._counts += 1
        number = self._counts
        known = lasts(self._shelf), self._shelf.puzzles()
        found = await asyncio.to_thread(tally_and_progress, self.keeper, *known)
        if number == self._counts:  # of counts at one time, the last one tells
            self._count(*found)

    def _count(self, tally: Tally, progress: CourseProgress | None = None) -> None:
        """From now on, this is how it stands."""
        self.tally = tally
        self._home.count(tally, self._called, progress)
        match = self._match
        if match is not None and match.is_attached and match.nothing_stands:
            match.count(tally)  # else it would tell before the verdict what the guess came to

    @on(HomeScreen.Chosen)
    def _chosen(self, message: HomeScreen.Chosen) -> None:
        self._begin(message.entry, message.mode)

    def _begin(self, entry: PuzzleEntry, mode: Mode) -> None:
        if mode == "match":
            self._play(entry)
        elif entry.puzzle is not None:
            self._playing = entry
            show = self._race if mode == "race" else self._count_examples
            self._open(show(entry.puzzle, entry.id))

    def _race(self, puzzle: Puzzle, puzzle_id: str) -> Screen[None]:
        from neuron_tui.tui.race.screen import RaceScreen

        return RaceScreen(puzzle, puzzle_id, self.keeper, self._seeds())

    def _seeds(self) -> Callable[[], int]:
        """Draws a seed each time, but at first the one that was asked for."""
        from secrets import randbelow

        first = [] if self._seed is None else [self._seed]
        return lambda: first.pop() if first else randbelow(MAX_SEED + 1)

    def _count_examples(self, puzzle: Puzzle, puzzle_id: str) -> Screen[None]:
        from neuron_tui.tui.examples.screen import ExamplesScreen

        return ExamplesScreen(puzzle, puzzle_id, self.keeper)

    @on(HomeScreen.ArcadeChosen)
    def _game_chosen(self, message: HomeScreen.ArcadeChosen) -> None:
        self._play_game(message.game)

    def _play_game(self, game: str) -> None:
        """Open the screen of a small game; home counts anew once it is left."""
        from neuron_tui.game.arcade.games import game_called
        from neuron_tui.tui.arcade.screen import ArcadeScreen

        self._playing = None
        self._open(ArcadeScreen(game_called(game), self.keeper, self._seeds()))

    def on_arcade_screen_again(self, message: ArcadeScreen.Again) -> None:
        """The same game once more; a key pressed twice begins it once."""
        if self.screen is message.screen:
            self.pop_screen()
            self._open(message.again)

    @on(HomeScreen.Asked)
    async def _asked(self, message: HomeScreen.Asked) -> None:
        match message.what:
            case "scores":
                from neuron_tui.tui.scores.screen import ScoresScreen

                self._open(ScoresScreen(self.keeper, self._shelf.whole()))
            case "atlas":
                from neuron_tui.tui.atlas.screen import AtlasScreen

                self._playing = None
                self._open(AtlasScreen())
            case "million":
                from neuron_tui.tui.million.screen import MillionScreen

                self._playing = None
                self._open(MillionScreen())
            case "who":
                await self._ask_who()

    def on_atlas_screen_wanted(self, message: AtlasScreen.Wanted) -> None:
        """Play a pattern of the atlas. It is no puzzle of the course: nothing of it is counted or kept."""
        from neuron_tui.game.journal.keeper import Keeper
        from neuron_tui.tui.match.screen import MatchScreen

        if self.screen is message.screen:
            nowhere = Keeper(None, self._player)
            self.push_screen(
                MatchScreen(message.puzzle, "atlas", "not counted", Tally(), nowhere, Panels(), self.settings)
            )

    def on_match_screen_how_many_wanted(self, message: MatchScreen.HowManyWanted) -> None:
        """The puzzle of the match with more and fewer hidden neurons."""
        from neuron_tui.tui.how_many.screen import HowManyScreen

        if self.screen is message.screen:
            self.push_screen(HowManyScreen(message.puzzle))

    @on(MakeWanted)
    def _make(self, message: MakeWanted) -> None:
        """Open the builder; what is saved there is home's puzzle at once."""
        from neuron_tui.tui.builder.screen import BuilderScreen

        if self.screen is message.screen:
            self.clear_notifications()
            self.push_screen(BuilderScreen(message.draft), self._made)

    async def _made(self, path: Path | None) -> None:
        if path is not None:
            while self.screen is not self._home:
                await self.pop_screen()
            self._shelf.only = ""  # what was made is in no other pack
            self._home.come_back(path)
            self._recount()

    async def _ask_who(self) -> None:
        from neuron_tui.tui.shell.ask import WhoScreen

        there = await asyncio.to_thread(self.keeper.answered)
        others = sorted((name for name in there if name != self._player), key=str.casefold)
        if self.screen is self._home:
            self.push_screen(WhoScreen(self._player, others), self._change_player)

    async def _change_player(self, name: str | None) -> None:
        """Who plays from now on; what could not be kept of anyone's answers stays with the keeper."""
        if name is not None:
            self._player = await asyncio.to_thread(self.keeper.play_as, name)
            self._named = True
            self._recount()

    def _open(self, screen: Screen[None]) -> None:
        """Put a screen on home, which counts anew once it is closed; a key pressed twice opens one."""
        self.clear_notifications()
        self._uncover()
        if self.screen is self._home:
            self._read_styles(screen)
            self.push_screen(screen, self._come_back)
        self.mind_the_size(self.size)

    def _come_back(self, _: None = None) -> None:
        """Home, on what was played, with all points counted anew."""
        if self._playing is not None:
            self._home.come_back(self._playing.path)
        self._recount()

    def _play(self, entry: PuzzleEntry) -> None:
        """Put a match on the screen, in place of the one that is there."""
        from neuron_tui.tui.match.screen import MatchScreen

        self.clear_notifications()
        if entry.puzzle is None:
            return
        self._playing = entry
        place = whereabouts(entry, self._shelf.chapter_of(entry))
        panels = panels_of(entry, self._shelf)
        match = MatchScreen(
            entry.puzzle,
            entry.id,
            place,
            self.tally,
            self.keeper,
            panels,
            self.settings,
            file=None if entry.source == "bundled" else entry.path,
            follow=self._follow,
        )
        self._match = match
        self._put_on_home(match)

    def _put_on_home(self, screen: Screen[None]) -> None:
        """Show a screen on home, in place of the one that is there."""
        self._uncover()
        self._read_styles(screen)
        if self.screen is self._home:
            self.push_screen(screen)
        else:
            self.switch_screen(screen)
        self.mind_the_size(self.size)

    def _read_styles(self, screen: Screen[None]) -> None:
        """Read the style sheets of a screen. Textual would parse all others with them once more."""
        self.stylesheet.read_all(screen.css_path)
        self.stylesheet.parse()

    def _uncover(self) -> None:
        """Take the note away that the terminal is too small, until something was put under it."""
        if isinstance(self.screen, TooSmallScreen):
            self.pop_screen()

    def on_match_screen_finished(self, message: MatchScreen.Finished) -> None:
        """A verdict: how it stands now."""
        if message.screen is self._match:
            self._count(message.tally)

    def on_match_screen_shared(self, message: MatchScreen.Shared) -> None:
        """Remember what was shared, to print it once the game has left; the same text once."""
        if message.text not in self.cards:
            self.cards.append(message.text)

    async def on_match_screen_left(self, message: MatchScreen.Left) -> None:
        """On to the next puzzle or the chapter's end, once more, or home; a key pressed twice leaves once."""
        if message.screen is not self.screen:
            return
        if message.to == "again" and self._playing is not None:
            self._play(self._playing)
        elif message.to == "changed":
            self._home.read_again(tell=False)
            if self._playing is not None:
                self._play(self._playing.read())
        elif message.to != "next" or not await self._end_chapter():
            self._go_on(message.to)

    async def _end_chapter(self) -> bool:
        """Show what is said at the end of a chapter, where the puzzle was its last; whether that is so."""
        chapter = None if self._playing is None else ended_by(self._playing, self._shelf)
        if chapter is None or chapter.end is None:
            return False
        from neuron_tui.tui.chapter_end.screen import ChapterEndScreen

        played = await asyncio.to_thread(self.keeper.played)
        first = is_first(chapter, self._shelf, {version.id for version in played})
        place = f"chapter {chapter.number} is behind you"
        self.clear_notifications()
        self._put_on_home(ChapterEndScreen(chapter.title, place, chapter.end, first=first))
        return True

    @on(HomeScreen.EndAsked)
    async def _end_asked(self, message: HomeScreen.EndAsked) -> None:
        self._playing = message.last
        await self._end_chapter()

    def on_chapter_end_screen_left(self, message: ChapterEndScreen.Left) -> None:
        if message.screen is self.screen:
            self._go_on(message.to)

    def _go_on(self, to: Literal["next", "again", "home"]) -> None:
        """To the next puzzle, or home, from which all puzzles can be reached."""
        following = self._shelf.after(self._playing) if self._playing is not None and to == "next" else None
        if following is not None:
            self._play(following)
            return
        self.clear_notifications()
        self.pop_screen()
        if self._playing is None:  # it was no puzzle of the course
            return
        self._home.come_back(self._playing.path, onward=to == "next")
        self._recount()
        if to == "next":
            only = self._shelf.library.only
            self.notify(
                f"That was the last puzzle{f' of {visible(only.title)}' if only else ''}.", markup=False
            )
