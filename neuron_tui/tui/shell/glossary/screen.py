"""The glossary: every term of the field in one sentence, found by typing."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from neuron_tui.game.course.explained import titles_of
from neuron_tui.game.course.glossary import read_glossary
from neuron_tui.puzzle.text import plural
from neuron_tui.tui.kit.field import Field
from neuron_tui.tui.kit.heading import Heading
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.shell.game_screen import GameScreen
from neuron_tui.tui.shell.glossary.term_list import GlossaryList


class GlossaryScreen(GameScreen[None]):
    """All terms; what is typed leaves those that it fits."""

    CSS_PATH = "screen.tcss"
    HELP = """
    Every term of the field that the game uses, with one sentence for each. Type a part of a word to find
    it; Escape shows all terms again, and then goes back.

    Beside a term, or under it, stands the puzzle that explains it. Before that puzzle no other one uses the
    term.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll(-1)", "scroll", key_display="\u2191\u2193"),
        Binding("down", "scroll(1)", "scroll", show=False, key_display="\u2193"),
        Binding("pageup", "scroll(-12)", "a page up", show=False, key_display="PgUp"),
        Binding("pagedown", "scroll(12)", "a page down", show=False, key_display="PgDn"),
        Binding("escape", "all", "all terms", key_display="Esc"),
        Binding("escape,f4", "close", "back", key_display="Esc"),
        Binding("f1", "app.help", "help", key_display="F1"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._glossary = read_glossary()

    def compose(self) -> ComposeResult:
        yield Heading("Glossary", f"{plural(len(self._glossary.terms), 'term')}, one sentence each")
        with Vertical(id="frame", classes="panel"):
            yield Field(placeholder="type to find a term")
            yield GlossaryList(self._glossary.terms)
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(Field).focus()
        self._name_puzzles()

    @work
    async def _name_puzzles(self) -> None:
        self.query_one(GlossaryList).name_puzzles(await asyncio.to_thread(titles_of, self._glossary))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """Show what fits."""
        self.query_one(GlossaryList).show(self._glossary.fitting(event.value))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """All terms can be shown again while something is typed."""
        typed = any(field.value for field in self.query(Field))
        return typed if action == "all" else True

    def action_scroll(self, lines: int) -> None:
        self.query_one(GlossaryList).scroll_relative(y=lines, animate=False)

    def action_all(self) -> None:
        self.query_one(Field).value = ""

    def action_close(self) -> None:
        self.dismiss()
