"""A small dialog that asks for a line of text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from neuron_tui.puzzle.text import clean, is_blank, some
from neuron_tui.tui.kit.cells import fit, visible
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.kit.text_field import TextField
from neuron_tui.tui.shell.framed import Dialog

LONGEST = 60
"""Characters of a name."""
SHOWN = 8
"""The most names of other players that are shown."""
NAME_WIDTH = 20


class AskScreen(Dialog[str | None]):
    """Asks for a name; closes with it, or with None where all stays as it is."""

    HELP = "Type a name, then Enter. Esc leaves all as it is."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "take it", key_display="Enter"),
        Binding("escape", "dismiss", "back", key_display="Esc"),
        Binding("f1", "app.help", "all keys", key_display="F1"),
    ]

    def __init__(self, title: str, name: str, above: str, below: str = "", *, begun: bool = False) -> None:
        """Name and words around the field are plain data. `begun`: the name is being typed already."""
        super().__init__()
        self._field = TextField(visible(name), max_length=LONGEST, select_on_focus=not begun)
        self._title, self._above, self._below = title, above, below

    def compose(self) -> ComposeResult:
        with Vertical(classes="frame") as frame:
            frame.border_title = Content(self._title)
            yield Static(self._above, classes="quiet", markup=False)
            yield self._field
            if self._below:
                yield Static(self._below, classes="quiet below", markup=False)
        yield KeyLine()

    def on_key(self, event: Key) -> None:
        if event.is_printable and event.character:
            self.type_on(event.character)
            self._field.focus()  # it has none where the terminal itself had no focus when this was opened
            event.stop()  # else the game would take a capital for a key of its own

    def type_on(self, letters: str) -> None:
        """Take letters that came before the field had the focus; a name not yet begun gives way to them."""
        begun = not self._field.select_on_focus
        self._field.value = self._field.value * begun + letters
        self._field.cursor_position = len(self._field.value)
        self._field.select_on_focus = False

    def action_take(self) -> None:
        self.dismiss(" ".join(clean(self._field.value).split()) or None)


class WhoScreen(AskScreen):
    """Asks who plays, and offers the names that are known. `must`: without a name nobody plays."""

    HELP = """
    Type a name. Everybody has points of their own in the journal; a name that is not there yet begins
    at 0.

    While you type, the names that hold your letters are shown, and the first that begins with them stands
    in the field: the right arrow takes it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *AskScreen.BINDINGS[:2],
        Binding("escape", "leave", "leave the game", key_display="Esc"),
        *AskScreen.BINDINGS[2:],
    ]

    def __init__(self, player: str, others: Sequence[str], *, must: bool = False) -> None:
        self._player, self._others, self._must = visible(player), others, must
        known = self._known("")
        super().__init__("Who plays?", player, "Each player has points of their own.", known)
        self._field.suggester = SuggestFromList(list(map(visible, others)), case_sensitive=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._must == (action == "leave") if action in ("leave", "dismiss") else True

    def action_leave(self) -> None:
        self.app.exit()

    def action_take(self) -> None:
        if not (self._must and is_blank(self._field.value)):
            super().action_take()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if self._others:
            wanted = event.value if event.value != self._player else ""
            self.query_one(".below", Static).update(Content(self._known(wanted)))

    def _known(self, typed: str) -> str:
        """Those of the others whose names hold what was typed; all where none does."""
        text = typed.strip().casefold()
        holding = [name for name in self._others if text in name.casefold()] or self._others
        names = [fit(name, NAME_WIDTH).strip() for name in holding]
        return f"Others here: {some(names, SHOWN)}" if names else ""
