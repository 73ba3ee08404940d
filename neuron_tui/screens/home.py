"""Home: all puzzles by chapter on the left, the selected one's table on the right."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Key, Resize
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, OptionList, Rule
from textual.widgets.option_list import Option

from neuron_tui.game.numbers import plural
from neuron_tui.puzzle.library import Chapter, Entry, Folder, Library, scan
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.widgets.cells import visible
from neuron_tui.widgets.heading import Heading
from neuron_tui.widgets.key_line import KeyLine
from neuron_tui.widgets.table import Table
from neuron_tui.widgets.words import Paragraph, Words, paragraphs

SLICE_SECONDS = 0.008
"""How long puzzle files are read in one go before a key may come between."""
TELL_SECONDS = 0.5
"""How often the list is brought up to date while many files are read."""
WIDE = 100
NOTHING = Puzzle("", ("",), (), ())
"""What the table shows before there is any puzzle."""


def playable(entry: Entry) -> bool:
    """Whether a puzzle can be played: its file has no error, and no other file has taken its id."""
    return entry.puzzle is not None and entry.shadowed_by is None


def _counts(puzzle: Puzzle) -> str:
    """What is in a puzzle: 3 inputs · 4 examples · 1 question."""
    return " \u00b7 ".join(
        [
            plural(len(puzzle.input_names), "input"),
            plural(len(puzzle.examples), "example"),
            plural(len(puzzle.questions), "question"),
        ]
    )


class HomeScreen(Screen[None]):
    """Where one chooses what to play."""

    HELP = """
    Choose a puzzle on the left; its table is on the right. Some rows are known. One is not: its
    output is ???.

    You guess it, and say how sure you are. Then a single neuron learns the same rows while you
    watch, and both of you get points by one rule.

    Your own puzzles go into a folder of yours: `neuron-tui new NAME` writes one to start from, and
    `neuron-tui where` names the folder. F5 reads all folders again.
    """
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "play", "play", key_display="Enter", priority=True),
        Binding("slash", "filter", "find", key_display="/"),
        Binding("f5", "read_again", "read folders again", key_display="F5"),
        Binding("ctrl+q", "app.quit", "leave", key_display="Ctrl+Q", tooltip="leave the game"),
        Binding("escape", "all", "all puzzles", key_display="Esc"),
    ]

    @dataclass
    class Chosen(Message):
        """A puzzle was chosen to be played."""

        entry: Entry

    def __init__(self, folders: Sequence[Folder]) -> None:
        super().__init__()
        self._folders = folders
        self.library: Library = scan(folders)
        self._entries: dict[str, Entry] = {}
        self._wanted = ""
        self._keep(self.library)

    def _keep(self, library: Library) -> None:
        """Take a library in, with the first puzzle read at once so that it can be seen."""
        self.library = library
        self._entries = {str(entry.path): entry for entry in library.entries}
        for key in list(self._entries)[:1]:
            self._read(key)

    def compose(self) -> ComposeResult:
        """The list and the preview."""
        self._mind_the_size(self.app.size)
        first = next((entry.puzzle for entry in self._entries.values() if entry.puzzle), NOTHING)
        yield Heading("neuron-tui", "you and one neuron, the same puzzle")
        with Horizontal(id="panels"):
            with Vertical(id="choice", classes="panel"):
                yield OptionList(*self._options(), id="list", markup=False)
            with Vertical(id="preview", classes="panel"):
                yield Words(id="about")
                yield Table(first, "examples")
                yield Rule(id="between")
                yield Table(first, "questions")
                yield Words(id="below")
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
        changed = False
        for key, entry in list(self._entries.items()):
            if entry.reading is None:
                self._entries[key] = entry.read()
                changed = True
            now = time.monotonic()
            if now - told > TELL_SECONDS:
                self._fill()
                told, changed = time.monotonic(), False
            if now - begun > SLICE_SECONDS:
                await asyncio.sleep(0)
                begun = time.monotonic()
        if changed:
            self._fill()

    def _options(self) -> Iterable[Option]:
        """The list: a line per chapter and per puzzle that fits what was typed."""
        for chapter in self.library.chapters:
            entries = [self._entries[str(entry.path)] for entry in chapter.entries]
            entries = [entry for entry in entries if self._fits(entry, chapter)]
            if entries:
                yield Option(Content(visible(chapter.title)), disabled=True)
            for entry in entries:
                yield Option(self._line(entry), id=str(entry.path))

    def _fits(self, entry: Entry, chapter: Chapter) -> bool:
        wanted = self._wanted.casefold()
        return wanted in f"{entry.title} {entry.id} {chapter.title}".casefold()

    def _line(self, entry: Entry) -> Content:
        """A puzzle's line in the list; a broken one says so."""
        if entry.reading is not None and not playable(entry):
            return Content.assemble(("  ! ", "$wrong"), visible(entry.title))
        return Content("    " + visible(entry.title))

    def _fill(self) -> None:
        """Make the list anew, and stay on the selected puzzle."""
        options = self.query_one(OptionList)
        selected = self._selected_key()
        options.set_options(self._options())
        self._select(selected)

    def _selected_key(self) -> str | None:
        options = self.query_one(OptionList)
        return None if options.highlighted is None else options.get_option_at_index(options.highlighted).id

    def _select(self, key: str | None) -> None:
        """Highlight a puzzle, or the first one where it is not in the list."""
        options = self.query_one(OptionList)
        places = [place for place, option in enumerate(options.options) if option.id is not None]
        place = next((place for place in places if options.get_option_at_index(place).id == key), None)
        options.highlighted = place if place is not None else next(iter(places), None)
        self._preview()

    def selected(self) -> Entry | None:
        """The puzzle under the cursor, read."""
        key = self._selected_key()
        return None if key is None else self._read(key)

    def _read(self, key: str) -> Entry:
        """An entry whose file has been read."""
        entry = self._entries[key]
        if entry.reading is None:
            entry = self._entries[key] = entry.read()
        return entry

    def after(self, entry: Entry) -> Entry | None:
        """The next puzzle that can be played, in the order of the list."""
        keys = list(self._entries)
        place = keys.index(str(entry.path)) + 1 if str(entry.path) in keys else len(keys)
        return next((self._read(key) for key in keys[place:] if playable(self._read(key))), None)

    def whereabouts(self, entry: Entry) -> str:
        """The chapter of a puzzle, and the which of how many it is."""
        for chapter in self.library.chapters:
            paths = [other.path for other in chapter.entries]
            if entry.path in paths:
                return f"{visible(chapter.title)} \u00b7 {paths.index(entry.path) + 1} of {len(paths)}"
        return ""

    @on(OptionList.OptionHighlighted)
    def _preview(self) -> None:
        """Show the selected puzzle, or what is wrong with it."""
        entry = self.selected()
        puzzle = entry.puzzle if entry is not None and playable(entry) else None
        for widget in (*self.query(Table), self.query_one("#between")):
            widget.display = puzzle is not None
        if puzzle is not None:
            for table in self.query(Table):
                table.show_puzzle(puzzle)
        preview = self.query_one("#preview")
        preview.border_subtitle = Content(_counts(puzzle) if puzzle else "")
        self.query_one("#about", Words).say(self._above(entry))
        self.query_one("#below", Words).say(self._below(entry, puzzle))

    def _above(self, entry: Entry | None) -> list[Paragraph]:
        """The title, and where the puzzle stands."""
        if entry is None:
            return ["No puzzle fits. Escape shows them all again."]
        return [Content.assemble((visible(entry.title), "bold"), ("\n" + self.whereabouts(entry), "$muted"))]

    def _below(self, entry: Entry | None, puzzle: Puzzle | None) -> list[Paragraph]:
        """The question, and what is in the puzzle; or all that is wrong with its file."""
        if entry is None:
            return []
        faults = [fault.describe(visible(entry.path.name)) for fault in entry.faults]
        if puzzle is None:
            shown: list[Paragraph] = [Content.assemble((fault, "$wrong")) for fault in faults]
            return [*shown, "Mend the file, and press F5."]
        ask = Content.assemble(
            "Should ", ("???", "bold $mark"), " be 0 or 1?  ", ("Enter", "bold $mark"), " to play."
        )
        author = Content.assemble((f"by {visible(puzzle.author)}" if puzzle.author else "", "$muted"))
        return [ask, *self._chapter(entry), author, *faults]

    def _chapter(self, entry: Entry) -> list[Paragraph]:
        """What the puzzle's chapter is about."""
        chapter = next((chapter for chapter in self.library.chapters if chapter.id == entry.chapter), None)
        return [Content.assemble((text, "$muted")) for text in paragraphs(chapter.about if chapter else "")]

    @on(OptionList.OptionSelected)
    def action_play(self) -> None:
        """Play the selected puzzle."""
        entry = self.selected()
        if entry is not None and playable(entry):
            self.post_message(self.Chosen(entry))

    def action_filter(self) -> None:
        """Find a puzzle by typing."""
        if not self.query(Input):
            self.query_one("#choice").mount(Input(placeholder="part of a title"), before=0)
        self.query_one(Input).focus()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """All puzzles can be shown again while some are left out."""
        return bool(self.query(Input)) if action == "all" else True

    async def action_all(self) -> None:
        """Show all puzzles again."""
        await self.query(Input).remove()
        self._wanted = ""
        self._fill()
        self.query_one("#list").focus()
        self.refresh_bindings()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._wanted = event.value
        self._fill()

    def on_key(self, event: Key) -> None:
        """From the field, the arrow keys walk the list."""
        if event.key in ("down", "up") and isinstance(self.focused, Input):
            options = self.query_one(OptionList)
            move = options.action_cursor_down if event.key == "down" else options.action_cursor_up
            move()
            event.stop()

    def action_read_again(self) -> None:
        """Read all folders again: puzzles that were added or changed show now."""
        selected = self._selected_key()
        self._keep(scan(self._folders))
        if selected in self._entries:
            self._read(selected)
        self._fill()
        self.run_worker(self._read_all(), exclusive=True)
        self.notify(f"{plural(len(self._entries), 'puzzle')} found.", markup=False, timeout=3)
