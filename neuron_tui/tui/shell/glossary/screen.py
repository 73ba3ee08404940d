"""The glossary: every term of the field in one sentence, found by typing."""

from __future__ import annotations

import asyncio

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from neuron_tui.game.course.glossary import glossary_of, titles_of
from neuron_tui.puzzle.library.library import Library
from neuron_tui.puzzle.text import plural
from neuron_tui.tui.kit.command import Command
from neuron_tui.tui.kit.heading import Heading
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.kit.text_field import TextField
from neuron_tui.tui.shell.game_screen import GameScreen
from neuron_tui.tui.shell.glossary.term_list import GlossaryList

_BOTH = "\u2191\u2193"
GLOSSARY_COMMANDS: tuple[Command[GlossaryScreen], ...] = (
    Command("up", "up", "scroll", lambda s: s.scroll_terms(-1), shown=_BOTH, palette=False),
    Command("down", "down", "scroll", lambda s: s.scroll_terms(1), shown=_BOTH, listed=False, palette=False),
    Command(
        "page up", "pageup", "a page up", lambda s: s.scroll_terms(-12), shown="PgUp", listed=False,
        palette=False,
    ),
    Command(
        "page down", "pagedown", "a page down", lambda s: s.scroll_terms(12), shown="PgDn", listed=False,
        palette=False,
    ),
    Command("all", "escape", "all terms", lambda s: s.show_all(), lambda s: s.typed, shown="Esc"),
    Command("leave", "escape", "back", lambda s: s.leave(), lambda s: not s.typed, shown="Esc"),
    Command("close", "f4", "back", lambda s: s.leave(), shown="F4", listed=False),
)  # fmt: skip


class GlossaryScreen(GameScreen[None]):
    """All terms; what is typed leaves those that it fits."""

    CSS_PATH = "screen.tcss"
    HELP = """
    Every term of the field that the game uses, with one sentence for each. Type a part of a word to find
    it; Escape shows all terms again, and then goes back.

    Beside a term, or under it, stands the puzzle that explains it. Before that puzzle no other one uses the
    term.
    """
    GAME_COMMANDS = GLOSSARY_COMMANDS
    LEAVES_GAME = "never"

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library, self._glossary = library, glossary_of(library)
        self._field = TextField(placeholder="type to find a term")
        self._list = GlossaryList(self._glossary.terms)

    def compose(self) -> ComposeResult:
        yield Heading("Glossary", f"{plural(len(self._glossary.terms), 'term')}, one sentence each")
        with Vertical(id="frame", classes="panel"):
            yield self._field
            yield self._list
        yield KeyLine()

    def on_mount(self) -> None:
        self._name_puzzles()

    @work
    async def _name_puzzles(self) -> None:
        self._list.name_puzzles(await asyncio.to_thread(titles_of, self._glossary, self._library))

    @on(Input.Changed)
    def _field_changed(self, event: Input.Changed) -> None:
        self._list.show(self._glossary.fitting(event.value))
        self.refresh_bindings()

    def scroll_terms(self, lines: int) -> None:
        self._list.scroll_relative(y=lines, animate=False)

    @property
    def typed(self) -> bool:
        """Whether some terms are left out."""
        return bool(self._field.value)

    def show_all(self) -> None:
        self._field.value = ""
