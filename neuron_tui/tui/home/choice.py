"""The left half of home: the list of puzzles, and over it a field to find some by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key

from neuron_tui.tui.home.puzzle_list import PuzzleList

if TYPE_CHECKING:
    from neuron_tui.game.course.search import Search
    from neuron_tui.puzzle.library.library import Library
    from neuron_tui.puzzle.library.shelf import Shelf
    from neuron_tui.tui.kit.text_field import TextField


class PuzzleChoice(Vertical):
    """The list in its frame; `field` is there while the player looks for a puzzle."""

    def __init__(self) -> None:
        super().__init__(id="choice", classes="panel")
        self.border_title = "Puzzles"
        self.list = PuzzleList(id="list", markup=False)
        self.field: TextField | None = None
        self.wanted = ""
        """What was typed: only puzzles that it fits are listed."""
        self._placed: str | None = None
        """The line that the cursor was put on; the player may have moved it on."""
        self._before_finding: str | None = None
        """The line that was under the cursor before the player looked for another."""
        self._searched: Library | None = None
        """The library whose terms are known."""
        self._terms: dict[str, list[str]] = {}

    def compose(self) -> ComposeResult:
        yield self.list

    @property
    def selected(self) -> str | None:
        """The line under the cursor, by its id."""
        option = self.list.highlighted_option
        return option.id if option else None

    def select(self, line: str | None, near: int | None = 0) -> None:
        """Put the cursor on a line, or where that is not in the list on the nearest one to a place there.

        Where no place is `near`, the cursor is nowhere then.
        """
        places = {option.id: place for place, option in enumerate(self.list.options) if option.id}
        other = None
        if near is not None:
            other = min(places.values(), key=lambda place: abs(place - near), default=None)
        self.list.highlighted = other if line is None else places.get(line, other)
        self._placed = self.selected

    def moved_to(self, line: str | None) -> bool:
        """Whether it was the player who moved the cursor to this line."""
        return line != self._placed

    def find(self) -> None:
        if self.field is None:
            from neuron_tui.tui.kit.text_field import TextField  # only now: home is to open at once

            self._before_finding = self.selected
            self.field = TextField(placeholder="a title, or a word such as cat")
            self.mount(self.field, before=0)
        self.field.focus()

    def search(self, shelf: Shelf) -> Search | None:
        """What the player looks for in these puzzles, if anything."""
        typed = self.wanted.strip()
        if not typed:
            return None
        from neuron_tui.game.course.search import Search  # only now: home is to open at once

        if shelf.library is not self._searched:
            from neuron_tui.game.course.glossary import glossary_of
            from neuron_tui.game.course.search import terms_explained

            self._searched, self._terms = shelf.library, terms_explained(glossary_of(shelf.library))
        return Search.among(
            typed, (entry for _, entries in shelf.chapters() for entry in entries), self._terms
        )

    def close_field(self) -> str | None:
        """Returns the line that was under the cursor before."""
        if self.field is not None:
            self.field.remove()
        self.field, self.wanted = None, ""
        self.list.focus()
        return self._before_finding

    def take(self, event: Key) -> None:
        """From elsewhere, too, the arrow keys walk the list; what is typed before the field is not lost."""
        if self.field is not None:
            self.field.take(event)
        if event.key in ("down", "up") and not self.list.has_focus:
            move = self.list.action_cursor_down if event.key == "down" else self.list.action_cursor_up
            move()
            event.stop()
