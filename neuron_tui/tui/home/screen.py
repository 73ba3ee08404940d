"""Home: all puzzles by chapter on the left, the selected one's table on the right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from textual import on, work
from textual.app import ComposeResult, SystemCommand
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.widgets.option_list import Option

from neuron_tui.game.course.chapter_end import last_played
from neuron_tui.game.course.closing import closes
from neuron_tui.game.course.progress import CourseProgress
from neuron_tui.game.course.tally import Tally
from neuron_tui.game.modes import Mode, offers
from neuron_tui.puzzle.library.entry import PuzzleEntry
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.tui.home.by_itself import (
    FIRST,
    about_it,
    following,
    game_of,
    game_options,
    heading_of,
    option_of,
)
from neuron_tui.tui.home.choice import PuzzleChoice
from neuron_tui.tui.home.commands import HOME_COMMANDS, HOME_HELP, HOME_LOCAL_HELP
from neuron_tui.tui.home.packs import HIDDEN, pack_commands
from neuron_tui.tui.home.preview import Preview
from neuron_tui.tui.home.puzzle_list import PuzzleList, options, said_of
from neuron_tui.tui.home.reading import how_many, passed_over, read_all
from neuron_tui.tui.kit.cells import Span, visible
from neuron_tui.tui.kit.heading import Heading, standing
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.kit.making import MakeWanted
from neuron_tui.tui.shell.game_screen import GameScreen

if TYPE_CHECKING:
    from textual.widgets import Input


Asks = Literal["scores", "class", "atlas", "million", "who"]
YOU = "you"
"""What a player is called who gave no name."""


class HomeScreen(GameScreen[None]):
    """Where one chooses what to play."""

    HELP, LOCAL_HELP = HOME_HELP, HOME_LOCAL_HELP
    GAME_COMMANDS = HOME_COMMANDS
    PANELS = ("choice", "preview")
    LEAVES_GAME = "at once"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(100, "-wide")]

    @dataclass
    class Chosen(Message):
        """A puzzle was chosen to be played, in one of its modes."""

        entry: PuzzleEntry
        mode: Mode = "match"

    @dataclass
    class ArcadeChosen(Message):
        """A small game was chosen to be played, by its id."""

        game: str

    @dataclass
    class Asked(Message):
        """The player wants to see another screen, or somebody else wants to play."""

        what: Asks

    @dataclass
    class EndAsked(Message):
        """The player wants to read once more what is said at the end of this puzzle's chapter."""

        last: PuzzleEntry

    class AllRead(Message):
        """All puzzle files are read: only now is it known how each chapter ends."""

    def __init__(
        self, shelf: Shelf, called: str, progress: CourseProgress | None, *, whole: bool = False
    ) -> None:
        """`called` is what the player is called; `whole` tells that the course itself is among the puzzles,
        and with it its last chapter.
        """
        super().__init__()
        self._shelf, self._called, self._progress, self._whole = shelf, called, progress, whole
        self._all_read = False
        self._plays_next = False
        """Whether Enter was pressed before it was known where the player continues."""
        self._untouched = True
        """Whether the cursor may still go to where the player continues; until then it is nowhere."""
        self._tally = Tally()
        self._chosen: str | None = None
        """The line that was last under the cursor."""
        self._next: str | None = None
        """The line where the course goes on."""
        self._choice = PuzzleChoice()

    def begin_with(self, game: str) -> None:
        """At the start, go to this small game, or to the first one without an id, where they are listed."""
        if self._by_itself:
            self._chosen, self._untouched = option_of(game) if game else FIRST, False

    def compose(self) -> ComposeResult:
        next(iter(self._shelf), None)  # the first puzzle is read at once, so that it is in the first picture
        yield Heading("neuron-tui", self._subtitle(), self._standing())
        with Horizontal(id="panels"):
            self._choice.list.add_options(self._options())
            self._name_list()
            yield self._choice
            yield Preview(id="preview", classes="panel")
        yield KeyLine()

    def on_mount(self) -> None:
        self._choice.list.focus()
        self._select(self._chosen)
        self.call_after_refresh(self._read_all)

    @property
    def _first_start(self) -> bool:
        return self._progress is not None and not self._progress.played

    @property
    def _somebody_new(self) -> bool:
        """Whether nobody has a name or any points yet."""
        return self._first_start and self._called == YOU and self._tally == Tally()

    def _subtitle(self) -> str:
        return "a guessing game" if self._somebody_new else f"{self._called} and one neuron"

    def _standing(self) -> tuple[Span, ...]:
        """The points of both, once they are counted and may be read."""
        return () if self._progress is None or self._somebody_new else standing(self._tally)

    @work(exclusive=True)
    async def _read_all(self, tell: bool = False) -> None:
        """Read every puzzle file, and `tell` how many there are.

        What was passed over is told then, and at the start.
        """
        await read_all(self._shelf)
        tells_passed_over = tell or not self._all_read
        self._all_read = True
        self.fill()
        self._offer_next()
        self.post_message(self.AllRead())
        if tell:
            self.notify(how_many(self._shelf), markup=False, timeout=3)
        if tells_passed_over and (said := passed_over(self._shelf.library)):
            self.notify(said, markup=False, timeout=8)

    def _name_list(self) -> None:
        only = self._shelf.library.only
        self._choice.border_title = Content(visible(only.title)) if only else "Puzzles"

    @property
    def _by_itself(self) -> bool:
        """Whether the course's last chapter is listed, which is no pack's."""
        return self._whole and self._shelf.library.only is None

    def _options(self) -> Iterator[Option]:
        search = self._choice.search(self._shelf)
        yield from options(self._shelf, self._progress, search)
        if self._by_itself:
            yield from game_options(self._progress, search)

    def fill(self) -> None:
        """Make the list anew, and stay on the selected puzzle, or come back to it once it is in the list."""
        self._name_list()
        self._chosen = self._choice.selected or self._chosen
        near = 0 if self.finds else self._choice.list.highlighted or 0
        self._choice.list.set_options(self._options())
        self._select(self._chosen, near)

    def _offer_next(self) -> None:
        """Say where the course goes on, and go there at the start, unless the player went somewhere first."""
        if self._progress is None:
            return
        self._next, title = following(self._shelf, self._progress, by_itself=self._by_itself)
        self._choice.border_subtitle = (
            Content.assemble("Continue: ", (visible(title), "$foreground")) if title else Content("")
        )
        if self._next is not None and self._untouched and not self.finds:
            self._untouched = False
            self._select(self._next)

    @property
    def continues(self) -> bool:
        """Whether the player can go on with a puzzle."""
        return self._next is not None and not self.finds

    @property
    def finds(self) -> bool:
        """Whether the field to find a puzzle is open, so that letters are no commands."""
        return self._choice.field is not None

    typing = finds

    @property
    def _waits(self) -> bool:
        """Whether the cursor is still to go to where the player continues."""
        return self._progress is None and self._untouched

    @property
    def playable(self) -> bool:
        return self._waits or self._choice.list.playable

    def _select(self, line: str | None, near: int = 0) -> None:
        """Put the cursor on a line, or where that is not in the list on the nearest one to a place there."""
        self._choice.select(line, None if self._waits else near)
        self._preview()

    @property
    def _game(self) -> str | None:
        """The small game under the cursor, by its id."""
        return game_of(self._choice.selected)

    def _entry(self) -> PuzzleEntry | None:
        """The puzzle under the cursor, read."""
        selected = self._choice.selected
        return None if selected is None or self._game else self._shelf.read(Path(selected))

    @on(PuzzleList.OptionHighlighted)
    def _moved(self, event: PuzzleList.OptionHighlighted) -> None:
        if self._choice.moved_to(event.option_id):
            self._untouched = False
        self._preview()

    def _preview(self) -> None:
        entry, game = self._entry(), self._game
        self._choice.list.playable = game is not None or (entry is not None and entry.playable)
        self.refresh_bindings()
        shelf, progress, preview = self._shelf, self._progress, self.query_one(Preview)
        known = progress or CourseProgress()
        if game is not None:
            preview.say([heading_of(game, known)], about_it())
        elif entry is None:
            preview.say([] if self._waits else ["No puzzle fits."])
        else:
            note = said_of(entry, known)
            closing = progress is not None and closes(entry, shelf, progress)
            first = self._first_start and entry == next(iter(shelf))
            preview.show(entry, shelf.chapter_of(entry), note, closing, greeting=first)

    @on(PuzzleList.OptionSelected)
    def _option_selected(self) -> None:
        self.play()

    def play(self) -> None:
        self._plays_next = self._waits
        self._choose(self._choice.selected)

    def go_on(self) -> None:
        """Play the first puzzle or small game that was not played yet."""
        self._choose(self._next)

    def _choose(self, line: str | None) -> None:
        """Have what is on this line of the list played."""
        if (game := game_of(line)) is not None:
            self.post_message(self.ArcadeChosen(game))
        elif line is not None and (entry := self._shelf.read(Path(line))).playable:
            self.post_message(self.Chosen(entry))

    def open(self, mode: Mode) -> None:
        entry = self._entry()
        if entry is not None and self.offers(mode):
            self.post_message(self.Chosen(entry, mode))

    def offers(self, mode: Mode) -> bool:
        """Whether the selected puzzle can be played in this mode now."""
        entry = None if self.finds else self._entry()
        return (
            entry is not None
            and entry.shadowed_by is None
            and entry.puzzle is not None
            and offers(entry.puzzle, mode)
        )

    @property
    def ended_by(self) -> PuzzleEntry | None:
        """The puzzle with which the player came to the end of the chapter that the cursor is in."""
        entry, played = self._entry(), self._progress.played if self._progress else frozenset[str]()
        return None if entry is None or self.finds else last_played(entry, self._shelf, played)

    def read_end(self) -> None:
        if last := self.ended_by:
            self.post_message(self.EndAsked(last))

    def palette(self) -> Iterator[SystemCommand]:
        """What can be done, and each pack as the whole course."""
        yield from super().palette()
        yield from pack_commands(self._shelf.library, self.play_pack)

    def play_pack(self, name: str) -> None:
        """Have this pack as the whole course; or, without a name, all of them."""
        self._shelf.only = name
        self._untouched = True
        self.read_again(tell=False)
        if name:
            self.notify(HIDDEN, timeout=6)

    def find(self) -> None:
        self._choice.find()
        self.refresh_bindings()

    def show_all(self) -> None:
        """Close the field, and come back to where the player was before."""
        before = self._choice.close_field()
        self.fill()
        self._select(before)
        self.refresh_bindings()

    def ask(self, what: Asks) -> None:
        self.post_message(self.Asked(what))

    def make(self) -> None:
        self.post_message(MakeWanted(self))

    def edit(self) -> None:
        """Have a puzzle made of the selected one: of the player's own, or once its answers were seen."""
        from neuron_tui.game.builder.draft import Draft  # only now: home is to open at once

        entry, progress = self._entry(), self._progress or CourseProgress()
        if entry is None or entry.puzzle is None:
            return
        if entry.source == "own":
            self.post_message(MakeWanted(self, Draft.to_edit(entry.puzzle, entry.path)))
        elif progress.state(entry.id) == "new":
            self.query_one(KeyLine).tell("Play it first: to make one of it shows its answers.")
        else:
            self.post_message(MakeWanted(self, Draft.made_of(entry.puzzle)))

    def on_input_changed(self, event: Input.Changed) -> None:
        self._choice.wanted = event.value
        self.fill()

    def on_key(self, event: Key) -> None:
        self._choice.take(event)

    def read_again(self, *, tell: bool = True) -> None:
        """Read all folders anew; `tell` how many puzzles there are."""
        self._shelf.read_again()
        self._next = None  # its file may be gone
        self.fill()
        self._read_all(tell=tell)

    def count(self, tally: Tally, called: str, progress: CourseProgress | None = None) -> None:
        """Show the points of this player and the neuron; and how far the player is, where given."""
        if not self._all_read:
            progress = None  # it is counted again once it is known how the chapters end
        changed = progress is not None and progress != self._progress
        if called != self._called:
            self._untouched = True
        self._tally, self._called = tally, called
        self._progress = progress or self._progress
        for heading in self.query(Heading):  # none while home is being composed, which reads it then
            heading.subtitle, heading.standing = self._subtitle(), self._standing()
            if changed:  # making a list of very many anew takes its time
                self.fill()
            if progress is not None:
                self._offer_next()
            if changed and self._plays_next:
                self.play()

    def come_back(self, path: Path, *, onward: bool = False) -> None:
        """Home with the whole list as the folders have it now, and the cursor on the puzzle in this file, or
        once that is counted `onward`, where the course goes on.
        """
        self._untouched = onward
        if self._shelf.changed:
            self.read_again(tell=False)
        if self.finds:
            self.show_all()
        self._select(str(path), self._choice.list.highlighted or 0)
