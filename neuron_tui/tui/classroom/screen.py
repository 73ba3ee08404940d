"""A class on the screen: pupils by puzzles, and in words what is selected and what nobody knew."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from neuron_tui.game.classroom import words
from neuron_tui.game.classroom.classroom import NAME, NUMBERS, Classroom
from neuron_tui.game.classroom.reading import read_class
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.puzzle.text import plural
from neuron_tui.tui.classroom.commands import CLASS_COMMANDS, CLASS_HELP
from neuron_tui.tui.classroom.table import LEGEND, Layout, View, about, table_lines
from neuron_tui.tui.kit.heading import Heading
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.kit.painted import PAGE_KEYS, Canvas
from neuron_tui.tui.kit.text_panel import Words, more_below
from neuron_tui.tui.shell.game_screen import GameScreen

READING = "All answers are being read."
ORDERS = (NAME, *NUMBERS)


class ClassWords(Words):
    """What is to be read about a class may be long, and the pages are its own while it is held."""

    BINDINGS: ClassVar[list[BindingType]] = PAGE_KEYS


class ClassScreen(GameScreen[None]):
    """Opens at once, and is filled when the journal is read."""

    CSS_PATH = "screen.tcss"
    PANELS = ("class", "words")
    AUTO_FOCUS = ""
    HELP = CLASS_HELP
    GAME_COMMANDS = CLASS_COMMANDS

    def __init__(self, keeper: Keeper, shelf: Shelf) -> None:
        super().__init__()
        self._keeper, self._shelf = keeper, shelf
        self._order = NAME
        self._unknown: list[str] = []
        self.view: View | None = None
        self._heading = Heading("The class", "pupil by puzzle")
        self._table = Canvas[View | None](table_lines, None, id="class", classes="panel")
        self._table.border_subtitle = LEGEND
        self._words = ClassWords(id="words", classes="panel")

    def compose(self) -> ComposeResult:
        yield self._heading
        yield self._table
        yield self._words
        yield KeyLine()

    def on_mount(self) -> None:
        self._words.say([READING])
        self._read()

    @work(exclusive=True)
    async def _read(self) -> None:
        """Read the journal and the puzzles in a thread, and fill the screen."""
        room = await asyncio.to_thread(self._gather)
        self._heading.standing = ((f"{plural(len(room.pupils), 'pupil')} ", "text"),)
        self._unknown = [
            line for heading, sentences in words.about_unknown(room) for line in (f"{heading}:", *sentences)
        ]
        self._show(View.of(room))

    def _gather(self) -> Classroom:
        return read_class(self._shelf, self._keeper.answers(), self._keeper.players())

    def _show(self, view: View) -> None:
        self.view = view
        self._table.border_title = f"By {self._order}"
        self._table.show(view)
        self._words.say(self._said(view))
        self.refresh_bindings()

    def _said(self, view: View) -> list[str]:
        room = view.room
        if not room.columns:
            return [words.NOT_YET]
        return [
            about(view),
            words.summary(room),
            *self._unknown,
            *words.about_missing(room),
            words.ABOUT_HEADS,
        ]

    def move(self, rows: int, columns: int) -> None:
        if self.view is not None:
            self._show(self.view.moved(rows, columns))

    def sort(self) -> None:
        """By the next figure; whoever is selected stays so."""
        if self.view is not None:
            self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
            room = self.view.room.sorted_by(self._order)
            self._show(View.of(room, self.view.pupil, self.view.column))

    def save(self) -> None:
        from neuron_tui.game.classroom.page import TITLE, page
        from neuron_tui.tui.shell.save import SaveScreen

        if self.view is not None:
            text = page(TITLE, self.view.room, None)
            self.app.push_screen(SaveScreen("Save the class as a page", text, "neuron-tui-class.html"))

    def turn_to_words(self) -> None:
        """Take hold of the words to scroll them, or let them go."""
        self.set_focus(None if self._words.has_focus else self._words)

    @on(events.Click)
    def _clicked(self, event: events.Click) -> None:
        """A click selects who and what is there."""
        region = self._table.content_region
        if not region.contains_point(event.screen_offset) or self.view is None or not self.view.room.columns:
            return
        found = Layout(self.view, *region.size).selected(*(event.screen_offset - region.offset))
        if found is not None:
            row, column = found
            self.move(row - self.view.row, 0 if column is None else column - self.view.column)

    @on(events.MouseScrollDown)
    def _scrolled_down(self, event: events.MouseScrollDown) -> None:
        self._scrolled(event, 1)

    @on(events.MouseScrollUp)
    def _scrolled_up(self, event: events.MouseScrollUp) -> None:
        self._scrolled(event, -1)

    def _scrolled(self, event: events.MouseEvent, rows: int) -> None:
        if self._table.content_region.contains_point(event.screen_offset):
            self.move(rows, 0)

    @on(Words.Moved)
    def _tell_how_much_more(self) -> None:
        self._words.border_subtitle = more_below(self._words.lines_below, "Tab \u2193")
