"""Home: all puzzles by chapter on the left, the selected one's table on the right."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Key, Resize
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen
from textual.widgets.option_list import Option

from neuron_tui.game.numbers import plural
from neuron_tui.game.tally import Tally
from neuron_tui.puzzle.entry import Entry
from neuron_tui.puzzle.library import Chapter
from neuron_tui.puzzle.shelf import Shelf
from neuron_tui.screens.preview import Preview
from neuron_tui.screens.ways import Way, offers
from neuron_tui.widgets.cells import visible
from neuron_tui.widgets.heading import Heading, standing
from neuron_tui.widgets.key_line import KeyLine
from neuron_tui.widgets.puzzle_list import PuzzleList

if TYPE_CHECKING:
    from textual.widgets import Input

    from neuron_tui.widgets.search_field import SearchField

SLICE_SECONDS = 0.002
"""How long puzzle files are read in one go. A key takes many turns of the loop, so each is short."""
TELL_SECONDS = 2.0
"""How often the list is made anew while very many files are read; with 10,000 it takes a quarter second."""
WIDE = 100


class HomeScreen(Screen[None]):
    """Where one chooses what to play."""

    HELP = """
    Choose a puzzle on the left; its table is on the right. You see the answer of every row but
    the ones marked ???.

    You guess it, and say how sure you are. Then a single neuron learns the same rows while you
    watch, and both of you get points by one rule.

    Your own puzzles go into a folder of yours: `neuron-tui new NAME` writes one to start from, and
    `neuron-tui where` names the folder. F5 reads all folders again.

    There are two more ways to play: e asks how many examples you need, and r races the neuron row by
    row, where a puzzle has three inputs and all eight rows. s shows how you and the neuron stand, and
    p asks who plays. a opens the atlas: all patterns that one neuron can learn.
    m measures how many neurons your computer trains side by side. F4 tells what the terms mean.
    """
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "play", "play", key_display="Enter"
        ),  # the list has it, unless the window lost focus
        Binding("e", "open('examples')", "examples", tooltip="how many do you need?"),
        Binding("r", "open('race')", "race", tooltip="race, row by row"),
        Binding("s", "scores", "scores", tooltip="you and the neuron so far"),
        Binding("slash", "filter", "find", key_display="/"),
        Binding("p", "who", "player", tooltip="another player"),
        Binding("a", "atlas", "atlas", tooltip="everything one neuron can learn"),
        Binding("m", "million", "a million", tooltip="a million neurons"),
        Binding("f5", "read_again", "read again", key_display="F5", tooltip="read folders again"),
        Binding("ctrl+q", "app.quit", "leave", key_display="Ctrl+Q", tooltip="leave the game"),
        Binding("escape", "all", "all puzzles", key_display="Esc"),
    ]

    @dataclass
    class Chosen(Message):
        """A puzzle was chosen to be played, in one of the ways that there are."""

        entry: Entry
        way: Way = "match"

    class ScoresAsked(Message):
        """The player wants to know how it stands."""

    class AtlasAsked(Message):
        """The player wants to see the atlas."""

    class MillionAsked(Message):
        """The player wants to see how many neurons train side by side here."""

    class WhoAsked(Message):
        """Somebody else wants to play."""

    def __init__(self, shelf: Shelf, player: str) -> None:
        super().__init__()
        self._shelf, self._player = shelf, player
        self._wanted = ""
        self._played: frozenset[str] = frozenset()
        self._tally = Tally()
        self._chosen: str | None = None
        """The path of the puzzle that was last under the cursor."""
        self._field: SearchField | None = None

    def compose(self) -> ComposeResult:
        """The list and the preview."""
        self._mind_the_size(self.app.size)
        next(iter(self._shelf), None)  # the first puzzle is read at once, so that it is in the first picture
        now = standing(self._tally, self._player)
        yield Heading("neuron-tui", "you and one neuron, the same puzzle", now)
        with Horizontal(id="panels"):
            with Vertical(id="choice", classes="panel"):
                yield PuzzleList(*self._options(), id="list", markup=False)
            yield Preview(id="preview", classes="panel")
        yield KeyLine()

    def on_mount(self) -> None:
        """Select the first puzzle, and read all the others beside."""
        self.query_one("#choice").border_title = "Puzzles"
        self.query_one("#list").focus()
        self._select(None)
        self.call_after_refresh(lambda: self.run_worker(self._read_all(), exclusive=True))

    @on(Resize)
    def _resized(self, event: Resize) -> None:
        self._mind_the_size(event.size)

    def _mind_the_size(self, size: Size) -> None:
        self.set_class(size.width >= WIDE, "-wide")

    async def _read_all(self) -> None:
        """Read every puzzle file, in slices short enough that no key has to wait."""
        begun = told = time.monotonic()
        for _ in self._shelf:
            now = time.monotonic()
            if now - told > TELL_SECONDS:
                self._fill()
                told = time.monotonic()
            if now - begun > SLICE_SECONDS:
                await asyncio.sleep(0)
                begun = time.monotonic()
        self._fill()

    def _options(self) -> Iterable[Option]:
        """The list: a line per chapter and per puzzle that fits what was typed."""
        for chapter, entries in self._shelf.chapters():
            fitting = [entry for entry in entries if self._fits(entry, chapter)]
            if fitting:
                yield Option(Content(visible(chapter.title)), disabled=True)
            for entry in fitting:
                yield Option(Content.assemble(self._mark(entry), visible(entry.title)), id=str(entry.path))

    def _mark(self, entry: Entry) -> tuple[str, str]:
        """What stands before a title: that the file is broken, or that the puzzle has been played."""
        if entry.reading is not None and not entry.playable:
            return ("  ! ", "$wrong")
        return ("  \u2713 ", "$right") if entry.id in self._played else ("    ", "")

    def _fits(self, entry: Entry, chapter: Chapter) -> bool:
        """Whether what was typed stands in a puzzle's title or id, or in its chapter's title."""
        return self._wanted.casefold() in f"{entry.title} {entry.id} {chapter.title}".casefold()

    def _fill(self) -> None:
        """Make the list anew, and stay on the selected puzzle, or come back to it once it is in the list."""
        self._chosen = selected = self._selected() or self._chosen
        self.query_one(PuzzleList).set_options(self._options())
        self._select(selected)

    def _selected(self) -> str | None:
        """The path of the puzzle under the cursor."""
        options = self.query_one(PuzzleList)
        return None if options.highlighted is None else options.get_option_at_index(options.highlighted).id

    def _select(self, path: str | None) -> None:
        """Highlight a puzzle, or the first one where it is not in the list."""
        options = self.query_one(PuzzleList)
        places = {option.id: place for place, option in enumerate(options.options) if option.id}
        options.highlighted = places[path] if path in places else next(iter(places.values()), None)
        self._preview()

    def _entry(self) -> Entry | None:
        """The puzzle under the cursor, read."""
        selected = self._selected()
        return None if selected is None else self._shelf.read(Path(selected))

    @on(PuzzleList.OptionHighlighted)
    def _preview(self) -> None:
        """Show the selected puzzle, or what is wrong with it."""
        entry = self._entry()
        self.query_one(PuzzleList).playable = entry is not None and entry.playable
        self.refresh_bindings()
        self.query_one(Preview).show(entry, self._shelf.chapter_of(entry) if entry else None)

    @on(PuzzleList.OptionSelected)
    def action_play(self) -> None:
        """Play the selected puzzle."""
        entry = self._entry()
        if entry is not None and entry.playable:
            self.post_message(self.Chosen(entry))

    def action_open(self, way: Way) -> None:
        """Play the selected puzzle in another way."""
        entry = self._entry()
        if entry is not None and self._offered(way):
            self.post_message(self.Chosen(entry, way))

    def _offered(self, way: object) -> bool:
        """Whether the selected puzzle can be played in this way."""
        entry = self._entry()
        return (
            entry is not None
            and entry.shadowed_by is None
            and entry.puzzle is not None
            and offers(entry.puzzle, way)
        )

    def action_scores(self) -> None:
        """How it stands."""
        self.post_message(self.ScoresAsked())

    def action_atlas(self) -> None:
        """Everything that one neuron can learn."""
        self.post_message(self.AtlasAsked())

    def action_million(self) -> None:
        """How many neurons train side by side here."""
        self.post_message(self.MillionAsked())

    def action_who(self) -> None:
        """Another player."""
        self.post_message(self.WhoAsked())

    def action_filter(self) -> None:
        """Find a puzzle by typing."""
        if self._field is None:
            from neuron_tui.widgets.search_field import SearchField  # only now: home is to open at once

            self._field = SearchField(placeholder="part of a title")
            self.query_one("#choice").mount(self._field, before=0)
        self._field.focus()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """All puzzles can be shown again while some are left out; letters belong to the field then."""
        if action == "all":
            return self._field is not None
        if action == "play":
            return self.query_one(PuzzleList).playable
        if action == "open":
            return self._field is None and self._offered(*parameters)
        return self._field is None if action in ("scores", "who", "atlas", "million") else True

    async def action_all(self) -> None:
        """Show all puzzles again."""
        if self._field is not None:
            await self._field.remove()
        self._field, self._wanted = None, ""
        self._fill()
        self.query_one("#list").focus()
        self.refresh_bindings()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what fits the text in the field."""
        self._wanted = event.value
        self._fill()

    def on_input_submitted(self) -> None:
        """Enter plays from the field as it does from the list."""
        self.action_play()

    def on_key(self, event: Key) -> None:
        """From the field, the arrow keys walk the list; what is typed before it is there is not lost."""
        if self._field is None:
            return
        if not self._field.has_focus and event.is_printable and event.character:
            self._field.value += event.character
            self._field.cursor_position = len(self._field.value)
            event.stop()
        if event.key in ("down", "up") and self._field.has_focus:
            options = self.query_one(PuzzleList)
            move = options.action_cursor_down if event.key == "down" else options.action_cursor_up
            move()
            event.stop()

    async def _read_and_tell(self) -> None:
        """Read every file, and say how many there are."""
        await self._read_all()
        broken = sum(not entry.playable for entry in self._shelf)
        faulty = f", {broken} with faults" if broken else ""
        self.notify(f"{plural(len(self._shelf), 'puzzle')}{faulty}.", markup=False, timeout=3)

    def action_read_again(self) -> None:
        """Read all folders again: puzzles that were added or changed show now."""
        self._shelf.read_again()
        self._fill()
        self.run_worker(self._read_and_tell(), exclusive=True)

    def count(self, tally: Tally, player: str) -> None:
        """Show how it stands: the points of this player and the neuron, and marks at what was played."""
        more = tally.played != self._played  # making a list of very many anew takes its time
        self._tally, self._player, self._played = tally, player, tally.played
        for heading in self.query(Heading):  # none while home is being composed, which reads it then
            heading.standing = standing(tally, player)
            if more:
                self._fill()

    def come_back(self, entry: Entry) -> None:
        """Home as the game left it, with the cursor on this puzzle."""
        self._select(str(entry.path))
