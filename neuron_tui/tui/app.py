"""The app: which screen is shown, and what is done where another one is wanted."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.screen import Screen
from textual.worker import WorkType

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.course.panels import Panels
from neuron_tui.game.course.progress import CourseProgress
from neuron_tui.game.course.tally import Tally
from neuron_tui.game.modes import Mode
from neuron_tui.game.settings import DEFAULT, Settings
from neuron_tui.puzzle.library.entry import PuzzleEntry
from neuron_tui.puzzle.library.library import Folder, Library
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.tui.counting import Counting
from neuron_tui.tui.course_path import CoursePath
from neuron_tui.tui.home.screen import HomeScreen
from neuron_tui.tui.kit.making import MakeWanted
from neuron_tui.tui.kit.sending import Sent
from neuron_tui.tui.shell.shell import Shell
from neuron_tui.tui.shell.too_small import TooSmallScreen

if TYPE_CHECKING:
    from neuron_tui.tui.arcade.screen import ArcadeScreen
    from neuron_tui.tui.atlas.screen import AtlasScreen
    from neuron_tui.tui.chapter_end.screen import ChapterEndScreen
    from neuron_tui.tui.match.screen import MatchScreen
    from neuron_tui.tui.scores.screen import ScoresScreen


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
        ask: bool = False,
        follow: bool = False,
        only: str = "",
        game: str | None = None,
        visiting: bool = False,
        ascii: bool = False,
        calm: bool = False,
    ) -> None:
        """`named`: the player's name was given on purpose, and not taken from the system. `ask`: it is asked
        for before anything else.

        `follow`: a puzzle whose file changes is played anew at once, as long as no guess stands. `only` is
        the name of the pack that is the whole course; where it is empty, it is as the player left it. `game`
        is the id of a small game to begin with; where it is empty, home begins, on the first of them.
        `visiting`: the player sits at a browser elsewhere, and sees nothing of what others have answered.
        """
        super().__init__(wanted_themes, visiting=visiting, ascii=ascii, calm=calm)
        self._settings = settings
        self._began_with = (self.ascii, self.calm)
        self._shelf = Shelf(folders, only or ("" if game == "" else settings.pack))  # no pack has games
        self._began_only = self._shelf.only
        there = journal is not None and os.path.exists(journal)  # noqa: PTH110 - that of a path may raise
        counted = None if there else CourseProgress()
        self.counting = Counting(self, self._shelf, journal, player, self._count, named=named, alone=visiting)
        whole = any(folder.path == bundled_puzzles() for folder in folders)
        self._home = HomeScreen(self._shelf, self.counting.called, counted, whole=whole)
        if game is not None:
            self._home.begin_with(game)
        self._course = CoursePath(self, self._home, self._shelf, follow=follow)
        self.cards: list[str] = []
        """The result cards that were sent; they are printed once the game has left."""
        self._start, self._mode, self._seed, self._game = start, mode, seed, game
        self._ask = ask

    @property
    def settings(self) -> Settings:
        """What the player has set by now. What was only asked for, a theme or a pack, is not chosen."""
        match = self._course.match
        settings = self._settings if match is None else match.settings
        before, only = self._settings, self._shelf.only
        ascii, calm = self._began_with
        return replace(
            settings,
            theme=before.theme if self.theme == self.first_theme else self.theme,
            pack=before.pack if only == self._began_only else only,
            glyphs=before.glyphs if self.ascii == ascii else "ascii" if self.ascii else "all",
            calm=before.calm if self.calm == calm else self.calm,
        )

    @property
    def library(self) -> Library:
        return self._shelf.library

    def get_default_screen(self) -> Screen[None]:
        """Home."""
        return self._home

    def on_ready(self) -> None:
        """Ask who plays if need be, and go straight to a puzzle where one was asked for."""
        if not gc.isenabled():  # the command line has stopped it until the first paint
            gc.freeze()  # what is loaded by now stays: the collector need not look at it again
            gc.enable()
        if self._ask:
            ask_first: WorkType[None] = self._ask_first
            self.run_worker(ask_first)
        else:
            self._begin()

    async def _ask_first(self) -> None:
        """Ask who plays before anything can be answered, whatever covers home by now."""
        from neuron_tui.tui.shell.ask import WhoScreen

        name = self.counting.player if self.counting.named else ""
        others = await self.counting.others("")
        self._uncover()
        self.push_screen(WhoScreen(name, others, must=True), self._begin)
        self.mind_the_size(self.size)

    def _begin(self, name: str | None = None) -> None:
        """Begin as this player, or as the one that is known."""
        if name is not None:
            self.counting.player, self.counting.named = name, True
        if self._start is not None:
            self._course.begin(self._start, self._mode)
        elif self._game:
            self._play_game(self._game)
        self.counting.open()

    @on(HomeScreen.AllRead)
    def _recount(self) -> None:
        self.counting.recount()

    def _count(self, tally: Tally, progress: CourseProgress | None = None) -> None:
        """From now on, this is how it stands."""
        self.counting.tally = tally
        self._home.count(tally, self.counting.called, progress)
        match = self._course.match
        if match is not None and match.is_attached and match.nothing_stands:
            match.count(tally)  # else it would tell before the verdict what the guess came to

    @on(HomeScreen.Chosen)
    def _chosen(self, message: HomeScreen.Chosen) -> None:
        self._course.begin(message.entry, message.mode)

    def seeds(self) -> Callable[[], int]:
        """Draws a seed each time, but at first the one that was asked for."""
        from neuron_tui.game.seeds import seeds

        return seeds(self._seed)

    @on(HomeScreen.ArcadeChosen)
    def _game_chosen(self, message: HomeScreen.ArcadeChosen) -> None:
        self._play_game(message.game)

    def _play_game(self, game: str) -> None:
        """Open the screen of a small game; home counts anew once it is left."""
        from neuron_tui.game.arcade.games import game_called
        from neuron_tui.tui.arcade.screen import ArcadeScreen

        self._course.playing = None
        self.open_from_home(ArcadeScreen(game_called(game), self.counting.keeper, self.seeds()))

    def on_arcade_screen_again(self, message: ArcadeScreen.Again) -> None:
        """The same game once more; a key pressed twice begins it once."""
        if self.screen is message.screen:
            self.pop_screen()
            self.open_from_home(message.again)

    @on(HomeScreen.Asked)
    async def _asked(self, message: HomeScreen.Asked) -> None:
        match message.what:
            case "scores":
                from neuron_tui.tui.scores.screen import ScoresScreen

                self._course.playing = None
                self.open_from_home(ScoresScreen(self.counting.keeper, self._shelf.whole()))
            case "class":
                self._open_class()
            case "atlas":
                from neuron_tui.tui.atlas.screen import AtlasScreen

                self._course.playing = None
                self.open_from_home(AtlasScreen())
            case "million":
                from neuron_tui.tui.million.screen import MillionScreen

                self._course.playing = None
                self.open_from_home(MillionScreen())
            case "who":
                await self._ask_who()

    def on_scores_screen_class_wanted(self, message: ScoresScreen.ClassWanted) -> None:
        """The class in place of the scores."""
        if self.screen is message.screen:
            self.pop_screen()
            self._open_class()

    def _open_class(self) -> None:
        from neuron_tui.tui.classroom.screen import ClassScreen

        self._course.playing = None
        self.open_from_home(ClassScreen(self.counting.keeper, self._shelf.whole()))

    def on_atlas_screen_wanted(self, message: AtlasScreen.Wanted) -> None:
        """Play a pattern of the atlas. It is no puzzle of the course: nothing of it is counted or kept."""
        from neuron_tui.game.journal.keeper import Keeper
        from neuron_tui.tui.match.screen import MatchScreen

        if self.screen is message.screen:
            nowhere = Keeper(None, self.counting.player)
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
            self.counting.recount()

    async def _ask_who(self) -> None:
        from neuron_tui.tui.shell.ask import WhoScreen

        others = await self.counting.others(self.counting.player)
        if self.screen is self._home:
            self.push_screen(WhoScreen(self.counting.player, others), self.counting.change_player)

    def open_from_home(self, screen: Screen[None]) -> None:
        """Put a screen on home, which counts anew once it is closed; a key pressed twice opens one."""
        self.clear_notifications()
        self._uncover()
        if self.screen is self._home:
            self._read_styles(screen)
            self.push_screen(screen, lambda _: self._course.come_back())
        self.mind_the_size(self.size)

    def put_on_home(self, screen: Screen[None]) -> None:
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
        if message.screen is self._course.match:
            self._count(message.tally)

    def on_sent(self, message: Sent) -> None:
        """Remember what was sent, to print it once the game has left; the same text once."""
        if message.text not in self.cards:
            self.cards.append(message.text)

    async def on_match_screen_left(self, message: MatchScreen.Left) -> None:
        """A key pressed twice leaves once."""
        if message.screen is self.screen:
            await self._course.leave(message.to)

    @on(HomeScreen.EndAsked)
    async def _end_asked(self, message: HomeScreen.EndAsked) -> None:
        await self._course.read_end(message.last)

    def on_chapter_end_screen_left(self, message: ChapterEndScreen.Left) -> None:
        if message.screen is self.screen:
            self._course.go_on(message.to)
