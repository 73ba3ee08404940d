"""The scoreboard: you against the neuron, in sentences, in pictures and in figures."""

from __future__ import annotations

import asyncio

from textual import on, work
from textual.app import ComposeResult
from textual.events import Key, Resize
from textual.message import Message
from textual.worker import WorkType

from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.game.scoreboard.ranking import ScoreRow
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.tui.kit.cells import visible
from neuron_tui.tui.kit.heading import Heading
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.scores.board import READING, Board, read
from neuron_tui.tui.scores.commands import SCORES_COMMANDS, SCORES_HELP
from neuron_tui.tui.scores.fields import FourFields
from neuron_tui.tui.scores.panels import ScorePanels
from neuron_tui.tui.scores.points_over_time import foreseen_courses, match_courses
from neuron_tui.tui.scores.starts import right_starts
from neuron_tui.tui.shell.game_screen import GameScreen


class ScoresScreen(GameScreen[None]):
    """Opens at once, and is filled when the journal is read."""

    CSS_PATH = "screen.tcss"
    AUTO_FOCUS = ""
    HELP = SCORES_HELP
    GAME_COMMANDS = SCORES_COMMANDS

    class ClassWanted(Message):
        """The player wants to see all players, puzzle by puzzle."""

        def __init__(self, screen: ScoresScreen) -> None:
            super().__init__()
            self.screen = screen

    def __init__(self, keeper: Keeper, shelf: Shelf) -> None:
        super().__init__()
        self._keeper = keeper
        self._shelf = shelf
        self._board: Board | None = None
        self._kind = "puzzle"
        self._heading = Heading("Scores", "you against the neuron")
        self._panels = ScorePanels()

    def compose(self) -> ComposeResult:
        yield self._heading
        yield self._panels
        yield KeyLine()

    def on_mount(self) -> None:
        self._panels.words.say([READING])
        self._lay_out()
        self._read()

    @on(Resize)
    def _lay_out(self) -> None:
        nothing_yet = self._board is not None and not self.has_figures
        self._panels.lay_out(self.app.size, nothing_yet)

    @work(group="reading", exclusive=True)
    async def _read(self) -> None:
        """Read the journal in a thread, and fill the screen."""
        self._board = await asyncio.to_thread(read, self._keeper, self._shelf)
        self._show(self._board)
        self._lay_out()
        self._work_behind()
        # The app's, so that it is said even where this screen is left. Workers are given the function and not
        # the coroutine: one that is never begun would print a warning on the terminal.
        notice: WorkType[None] = self._tell_notice
        self.app.run_worker(notice, group="notice")

    async def _tell_notice(self) -> None:
        """Say what is wrong with the journal where that showed only now."""
        if notice := await asyncio.to_thread(self._keeper.notice):
            self.app.notify(notice, markup=False, timeout=8)

    def _show(self, board: Board) -> None:
        figures, panels = board.figures, self._panels
        self._heading.standing = ((f"{visible(self._keeper.player)} \u00b7 {board.answers} ", "text"),)
        panels.words.say(board.said)
        if self.has_figures:
            panels.calibration.show(figures.total)
            panels.points.show(match_courses(figures.total))
            foreseen = figures.counted.foreseen
            panels.foreseen.show(foreseen_courses(foreseen))
            panels.foreseen.display = len(foreseen) > 0
            self._fill_table(board)
            panels.fields.show(board.titles.puzzle_rows(board.everyone.puzzles), board.pooled)

    def _fill_table(self, board: Board) -> None:
        over_all = ScoreRow("", "over all", board.figures.total)
        by_chapter = self._kind == "chapter"
        titles, figures = board.titles, board.figures
        rows = titles.chapter_rows(figures.chapters) if by_chapter else titles.puzzle_rows(figures.puzzles)
        self._panels.ranking.table.show(over_all, rows, self._kind)
        self._panels.ranking.border_title = f"By {self._kind}"

    @property
    def has_figures(self) -> bool:
        return self._board is not None and len(self._board.figures) > 0

    @property
    def shows_table(self) -> bool:
        return self.has_figures and "ranking" in self._panels.seen.panels

    @property
    def is_finding(self) -> bool:
        return self.shows_table and self._panels.ranking.field is not None

    typing = is_finding

    def to_table(self) -> None:
        self._panels.ranking.table.focus()

    def next_view(self, steps: int) -> None:
        self._panels.step(steps)

    def regroup(self) -> None:
        self._kind = "puzzle" if self._kind == "chapter" else "chapter"
        if self._board is not None:
            self._fill_table(self._board)

    async def find(self) -> None:
        await self._panels.ranking.find()
        self.refresh_bindings()

    async def show_all_rows(self) -> None:
        await self._panels.ranking.show_all()
        self.refresh_bindings()

    def on_key(self, event: Key) -> None:
        if self.is_finding and self._panels.ranking.field is not None:
            self._panels.ranking.field.take(event)

    @property
    def has_others(self) -> bool:
        """Whether anybody else has answered something."""
        return self._board is not None and self._board.pooled > 1

    def want_class(self) -> None:
        self.post_message(self.ClassWanted(self))

    def save(self) -> None:
        from neuron_tui.game.scoreboard.export import as_csv
        from neuron_tui.tui.shell.save import offer

        if self._board is not None:
            text = as_csv([self._board.scores])
            offer(self, "Save the figures", text, "neuron-tui-scores.csv")

    @on(FourFields.Moved)
    @work(group="behind", exclusive=True)
    async def _work_behind(self) -> None:
        """Work out what is in sight and not known yet; it begins anew where something else comes in sight."""
        board, fields = self._board, self._panels.fields
        if board is None:
            return
        for row in fields.lacking():
            puzzle = board.titles.asking.get(row.content)
            fields.learn(row.content, await right_starts(puzzle) if puzzle else None)
