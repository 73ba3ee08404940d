"""The scoreboard: you against the neuron, in sentences, in pictures and in figures."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import Input

from neuron_tui.game.scoreboard.ranking import ScoreRow
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.tui.kit.cells import visible
from neuron_tui.tui.kit.heading import Heading
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.kit.text_panel import Words
from neuron_tui.tui.scores.background import intervals_of, known_seeds, read_titles, seeds_of
from neuron_tui.tui.scores.board import Board, Kept, read
from neuron_tui.tui.scores.calibration import CalibrationPicture
from neuron_tui.tui.scores.filter_field import FilterField
from neuron_tui.tui.scores.four_fields import FourFields
from neuron_tui.tui.scores.layout import ScoresLayout
from neuron_tui.tui.scores.points_over_time import CoursePicture
from neuron_tui.tui.scores.table import OVER_ALL, OVER_ALL_ID, ScoreTable, legend
from neuron_tui.tui.scores.text import HELP, READING, said
from neuron_tui.tui.scores.titles import Titles
from neuron_tui.tui.scores.view_line import Views
from neuron_tui.tui.shell.work import later


class ScoresScreen(ScoresLayout):
    """Opens at once, and is filled when the journal is read."""

    CSS_PATH = "screen.tcss"
    AUTO_FOCUS = ""
    HELP = HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "view(1)", "next view", key_display="Tab"),
        Binding("shift+tab", "view(-1)", "view before", show=False, key_display="Shift+Tab"),
        Binding("b", "group", "by chapter or puzzle"),
        Binding("slash", "filter", "find", key_display="/"),
        Binding("p", "player", "player", tooltip="another player"),
        Binding("c", "save", "save as CSV"),
        Binding("escape", "unfilter", "all rows", key_display="Esc"),
        Binding("escape", "close", "back", key_display="Esc"),
    ]

    def __init__(self, kept: Kept, shelf: Shelf) -> None:
        super().__init__()
        self._kept = kept
        self._player = kept.player
        self._titles = Titles(shelf)
        self._board: Board | None = None
        self._kind = "puzzle"
        self._field: FilterField | None = None

    def compose(self) -> ComposeResult:
        """All panels; which of them are seen follows from the room."""
        yield Heading("Scores", "you against the neuron")
        yield Views()
        with Container(id="upper"):
            words = Words(id="words")
            words.add_class("panel")
            words.border_title = "In words"
            yield words
            yield CalibrationPicture()
            yield CoursePicture()
        with Container(id="lower"):
            with Vertical(id="ranking", classes="panel"):
                yield ScoreTable()
            yield FourFields()
        yield KeyLine()

    def on_mount(self) -> None:
        """Read the journal beside."""
        self.query_one(Words).say([READING])
        self.lay_out(self.app.size)
        self._load()

    async def _tell_notice(self) -> None:
        """Say what is the matter with the journal where that showed only now."""
        if notice := await asyncio.to_thread(self._kept.notice):
            self.app.notify(notice, markup=False, timeout=8)

    def _load(self) -> None:
        self.run_worker(later(self._read), group="reading", exclusive=True)

    async def _read(self) -> None:
        """Read the journal in a thread, and fill the screen."""
        player = self._player
        self._titles.look()
        present = self._titles.shelf.moved()
        board = await asyncio.to_thread(read, self._kept, player, self._chapter_name, present)
        self._board = board
        who = board.whose.title
        heading = self.query_one(Heading)
        heading.subtitle = f"{who} against the neuron"
        heading.standing = ((f"{visible(player)} \u00b7 {board.standing} ", "text"),)
        self.query_one(Words).say(said(board))
        if len(board.figures):
            figures = board.figures
            self.query_one(CalibrationPicture).show(figures.calibration, figures.neuron_calibration, who)
            self.query_one(CoursePicture).show(figures.points_over_time, who)
            self.query_one("#ranking").border_subtitle = Content(legend(who))
            self.query_one(ScoreTable).intervals.clear()
            self._fill_table()
            self._fill_fields()
        self.lay_out(self.app.size)
        self._go_on_beside()
        self.app.run_worker(later(self._tell_notice), group="notice")  # told even where this screen is left

    def _chapter_name(self, chapter: str) -> str:
        return visible(self._titles.chapter(chapter))

    def _fill_table(self) -> None:
        if self._board is None or not len(self._board.figures):
            return
        figures = self._board.figures
        over_all = ScoreRow(OVER_ALL_ID, OVER_ALL, figures.total)
        table = self.query_one(ScoreTable)
        if figures.brier_interval and figures.neuron_brier_interval:
            table.intervals[over_all.key] = figures.brier_interval, figures.neuron_brier_interval
        table.show(over_all, self._titles.rows(figures, self._kind), self._kind)
        self.query_one("#ranking").border_title = f"By {self._kind}"

    def _fill_fields(self) -> None:
        if (board := self._board) is not None:
            known = known_seeds([place.version for place in board.places], self._titles)
            self.query_one(FourFields).show(self._titles.shown(board.places), known, board.pooled)

    @property
    def _has_table(self) -> bool:
        return "ranking" in self.panels and self._has_figures

    @property
    def nothing_yet(self) -> bool:
        """Whether the journal is read, and there is nothing to show."""
        return self._board is not None and not self._has_figures

    @property
    def _has_figures(self) -> bool:
        return self._board is not None and len(self._board.figures) > 0

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done follows from what is seen."""
        if action in ("group", "player", "save") and self._field is not None and self._has_table:
            return False  # what is typed goes into the field
        if action in ("group", "filter"):
            return self._has_table
        if action == "view":
            return self._has_figures
        if action == "player":
            return self._board is not None and len(self._board.players) > 1
        if action == "save":
            return self._has_figures
        if action in ("unfilter", "close"):
            return (self._field is not None and self._has_table) == (action == "unfilter")
        return True

    def action_group(self) -> None:
        """By chapter, or by puzzle."""
        self._kind = "puzzle" if self._kind == "chapter" else "chapter"
        self.query_one(ScoreTable).intervals.clear()
        self._fill_table()

    async def action_filter(self) -> None:
        """Find rows by typing."""
        if self._field is None:
            self._field = FilterField(placeholder="part of a name")
            await self.query_one("#ranking").mount(self._field)
        self.set_focus(self._field)
        self.refresh_bindings()

    def on_key(self, event: Key) -> None:
        """What is typed before the field is there, or beside it, is not lost."""
        if self._field is None or not self._has_table or self._field.has_focus:
            return
        if event.is_printable and event.character:
            self._field.value += event.character
            self._field.cursor_position = len(self._field.value)
            event.stop()

    async def action_unfilter(self) -> None:
        """Show all rows again."""
        if self._field is not None:
            await self._field.remove()
        self._field = None
        self.query_one(ScoreTable).filter("")
        self.set_focus(self.query_one(ScoreTable))
        self.refresh_bindings()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.query_one(ScoreTable).filter(event.value)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.query_one(ScoreTable).focus()

    def action_player(self) -> None:
        """Choose another player of the journal."""
        from neuron_tui.tui.scores.player import PlayerScreen

        if self._board is not None:
            self.app.push_screen(PlayerScreen(self._board.players, self._player), self._player_chosen)

    def _player_chosen(self, player: str | None) -> None:
        if player is not None and player != self._player:
            self._player = player
            self._load()

    def action_save(self) -> None:
        """Save the figures by puzzle as CSV."""
        from neuron_tui.game.scoreboard.export import as_csv
        from neuron_tui.tui.shell.save import SaveScreen

        if self._board is not None:
            self.app.push_screen(
                SaveScreen("Save the figures", as_csv([self._board.scores]), "neuron-tui-scores.csv")
            )

    def action_close(self) -> None:
        """Back to where we were."""
        self.dismiss()

    @on(ScoreTable.Moved)
    @on(FourFields.Moved)
    def _go_on_beside(self) -> None:
        """Work out what is in sight and not known yet, unless that is under way."""
        if not any(worker.group == "beside" and not worker.is_finished for worker in self.workers):
            self.run_worker(later(self._beside), group="beside")

    async def _beside(self) -> None:
        """Work for one board after the other, as players are changed meanwhile."""
        board = None
        while board is not self._board:
            board = self._board
            if board is not None and len(board.figures):
                await self._work_out(board)

    async def _work_out(self, board: Board) -> None:
        if await read_titles([place.version for place in board.places], self._titles):
            self._fill_table()
            self._fill_fields()
        table, fields = self.query_one(ScoreTable), self.query_one(FourFields)
        while self._board is board and (rows_left := table.lacking()):
            row, kind = rows_left[0], self._kind
            found = await intervals_of(board.figures, row, kind)
            if kind == self._kind and self._board is board:
                table.learn(row.key, found)
        while self._board is board and (puzzles := fields.lacking()):
            asked = puzzles[0]
            entry = self._titles.entry(asked.id)
            puzzle = None if entry is None else entry.puzzle
            right = None if puzzle is None else await seeds_of(puzzle, partial(fields.lacks, asked))
            if right is not None or puzzle is None:
                fields.learn(asked, right)
