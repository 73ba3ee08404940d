"""What all screens share: themes, help, pictures, the note while the terminal is too small, and leaving."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.constants import TEXTUAL_ANIMATIONS
from textual.css.query import NoMatches
from textual.driver import Driver
from textual.events import Key, Resize
from textual.filter import LineFilter
from textual.geometry import Offset, Size
from textual.reactive import Reactive
from textual.screen import Screen
from textual.theme import Theme
from textual.worker import WorkerFailed

from neuron_tui.puzzle.library.library import Library
from neuron_tui.tui import themes
from neuron_tui.tui.shell.ascii import ToAscii
from neuron_tui.tui.shell.cursor import TerminalCursor
from neuron_tui.tui.shell.game_screen import GameScreen, offered
from neuron_tui.tui.shell.ground import GroundTold
from neuron_tui.tui.shell.room import SMALLEST, has_room
from neuron_tui.tui.shell.too_small import TooSmallScreen

LATIN_LETTERS = "The game's keys are the letters a to z. Switch your keyboard to Latin letters."


class Shell(App[None]):
    """A terminal's whole screen, by night or by day, whatever is shown in it."""

    TITLE = "neuron-tui"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", "all keys", key_display="?", tooltip="all keys of this screen"),
        Binding("f1", "help", "all keys", key_display="F1", tooltip="all keys of this screen"),
        Binding("f2", "day_or_night", "day or night", show=False, key_display="F2"),
        Binding(
            "f3,number_sign", "picture", "save a picture (SVG)", show=False, key_display="F3",
            tooltip="save a picture (SVG); also #",
        ),
        Binding(
            "f4", "glossary", "glossary", show=False, key_display="F4",
            tooltip="glossary: what the terms mean",
        ),
        Binding(
            "ctrl+q", "quit", "leave the game", show=False, priority=True, key_display="Ctrl+Q",
            tooltip="leave the game at once; also Ctrl+D",
        ),
        Binding(
            "ctrl+d", "quit", "leave the game", show=False, key_display="Ctrl+Q",
            tooltip="leave the game at once; also Ctrl+D",
        ),
        Binding(
            "ctrl+z", "suspend_process", "back to the shell", show=False, key_display="Ctrl+Z",
            tooltip="to the shell; fg comes back",
        ),
        Binding(
            "ctrl+p,colon", "command_palette", "everything else", show=False, key_display="Ctrl+P",
            tooltip="find anything by name; also :",
        ),
    ]  # fmt: skip

    theme: Reactive[str] = Reactive(themes.NIGHT.name)

    def __init__(
        self,
        wanted_themes: Sequence[str] = (),
        *,
        visiting: bool = False,
        ascii: bool = False,
        calm: bool = False,
    ) -> None:
        """Of the `wanted_themes` the first that there is, or night; on 16 colours, the terminal's own.

        `visiting`: it is shown in a browser elsewhere; from then on, `is_web` tells that. `ascii`: everything
        is drawn with ASCII characters. `calm`: nothing moves by itself.
        """
        self._visiting = visiting
        offered = themes.offered(colours="NO_COLOR" not in os.environ)
        self._offered = {theme.name: theme for theme in offered}
        super().__init__()  # asks for the themes, and takes NO_COLOR out of the environment
        chosen = next((name for name in wanted_themes if name in self._offered), None)
        few = self.console.color_system == "standard" and not self.no_color
        self.theme = self.first_theme = themes.TERMINAL.name if few else chosen or themes.NIGHT.name
        """The theme that nobody has chosen in the game."""
        self._asks_ground = not few and chosen is None
        self._cursor = TerminalCursor()
        self._to_ascii = ToAscii(enabled=ascii)
        self.calm = calm
        if calm:
            self.animation_level = "none"

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Ours alone: nobody has looked whether our colours can be read on Textual's."""
        return self._offered

    def get_line_filters(self) -> Sequence[LineFilter]:
        filters = super().get_line_filters()
        return [*filters, self._to_ascii] if self.ascii else filters

    @property
    def ascii(self) -> bool:
        """Whether everything is drawn with ASCII characters."""
        return self._to_ascii.enabled

    @property
    def library(self) -> Library:
        """The puzzles whose terms the glossary has beside the game's own."""
        return Library(())

    @property
    def cursor_position(self) -> Offset:
        """The cell of the terminal's cursor: on what is selected."""
        return self._cursor.place_on(self.screen)

    @cursor_position.setter
    def cursor_position(self, _: Offset) -> None:
        """Nothing: what Textual's lines to type in set is asked of them when it is wanted."""

    def get_driver_class(self) -> type[Driver]:
        """Ours in the place of Textual's for browsers, and of that for Linux and macOS."""
        if self._visiting:
            from neuron_tui.tui.shell.browser import BrowserDriver

            return BrowserDriver
        found = super().get_driver_class()
        if found.__name__ != "LinuxDriver":
            return found
        from neuron_tui.tui.shell.driver import TerminalDriver  # Windows has nothing of it

        return TerminalDriver

    @property
    def problem(self) -> BaseException | None:
        """The exception that ended the game."""
        return self._exception.error if isinstance(self._exception, WorkerFailed) else self._exception

    def _handle_exception(self, error: Exception) -> None:
        """Whoever leaves while a screen is built may leave it without its widgets: that is no fault."""
        if not (self._exit and isinstance(error, NoMatches)):
            super()._handle_exception(error)

    def panic(self, *_: object) -> None:
        """Leave. Textual would print a traceback; the command line says what happened and writes a report."""
        self._close_messages_no_wait()

    _fatal_error = panic  # Textual's own way to it

    def on_mount(self) -> None:
        """Leave properly when the system asks, and be painted anew after the shell was in between."""
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        if self._asks_ground and (ask := getattr(self._driver, "ask_ground", None)):
            ask()
        for name in ("SIGTERM", "SIGHUP"):
            with suppress(AttributeError, NotImplementedError):  # not on every system
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), self.exit)

    @on(GroundTold)
    def _ground_told(self, message: GroundTold) -> None:
        """Begin by day where the terminal is light; not once a theme was chosen."""
        if message.light and self._asks_ground and self.theme == self.first_theme:
            self.theme = self.first_theme = themes.DAY.name

    @on(Resize)
    def _resized(self, event: Resize) -> None:
        self.mind_the_size(event.size)

    def mind_the_size(self, size: Size) -> None:
        """Cover the game with a note while the terminal is too small for it."""
        covered = isinstance(self.screen, TooSmallScreen)
        fits = has_room(size, SMALLEST)
        if fits and covered:
            self.pop_screen()
        elif not fits and not covered:
            self.push_screen(TooSmallScreen())

    def get_system_commands(self, screen: Screen[None]) -> Iterable[SystemCommand]:
        """The command palette: what the keys of the screen and of every screen do, and the themes."""
        if isinstance(screen, GameScreen):
            yield from screen.palette()
        always: dict[str, Binding] = {}
        for binding in Binding.make_bindings(self.BINDINGS):
            always.setdefault(binding.action, binding)
        del always["command_palette"]
        for action, binding in always.items():
            if self.check_action(action, ()):
                yield offered(binding, partial(self.run_action, action))
        yield SystemCommand(
            "Colours", "night, day, high contrast, or those of the terminal", self.action_change_theme
        )

        for name, chosen, about, turn in (
            ("ASCII glyphs", self.ascii, "for fonts that lack the others", self.turn_glyphs),
            ("Calm", self.calm, "nothing moves by itself, and Space goes on", self.turn_calm),
        ):
            yield SystemCommand(f"{name} off" if chosen else name, about, turn)

    def turn_glyphs(self) -> None:
        self._to_ascii.enabled = not self._to_ascii.enabled
        self.screen.refresh_bindings()
        self.refresh(layout=True)

    def turn_calm(self) -> None:
        self.calm = not self.calm
        self.animation_level = "none" if self.calm else TEXTUAL_ANIMATIONS
        self.screen.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A visitor has no shell to go back to."""
        return not (action == "suspend_process" and self.is_web)

    def action_day_or_night(self) -> None:
        self.theme = themes.DAY.name if self.current_theme.dark else themes.NIGHT.name

    def action_command_palette(self) -> None:
        from textual.command import CommandPalette

        from neuron_tui.tui.shell.palette import Palette

        if not any(isinstance(screen, CommandPalette) for screen in self.screen_stack):
            self.push_screen(Palette())

    def action_picture(self) -> None:
        from neuron_tui.tui.shell.save import SaveScreen, offer

        if not isinstance(self.screen, SaveScreen):
            picture = self.export_screenshot(title=self.TITLE)
            offer(self, "Save this screen as a picture", picture, f"{self.TITLE}.svg")

    def action_glossary(self) -> None:
        from neuron_tui.tui.shell.glossary.screen import GlossaryScreen

        if not isinstance(self.screen, GlossaryScreen | TooSmallScreen):
            self.push_screen(GlossaryScreen(self.library))

    def action_help_quit(self) -> None:
        """Say how to leave: Ctrl+C leaves other programs."""
        self.notify("q leaves the game, or Ctrl+Q.", markup=False, timeout=4)

    def on_key(self, event: Key) -> None:
        """Nothing took this key. A capital without a meaning is the small letter: Caps Lock may be on."""
        letter = event.key.rpartition("+")[2]
        if len(letter) != 1 or not letter.isalpha():
            return
        if not letter.isascii():
            if not any(told.message == LATIN_LETTERS for told in self._notifications):
                self.notify(LATIN_LETTERS, markup=False, timeout=6)
        elif event.key.isupper() and event.key not in self._keys_with_a_meaning():
            self.simulate_key(event.key.lower())

    def _keys_with_a_meaning(self) -> set[str]:
        """The keys of the screen, at whatever moment, and of what is focused."""
        bindings = [binding for binding in self.screen.BINDINGS if isinstance(binding, Binding)]
        keys = {key for binding in bindings for key in binding.key.split(",")}
        return keys.union(self.screen.active_bindings)

    def action_help(self) -> None:
        if self.screen.HELP:
            from neuron_tui.tui.shell.help import help_page

            self.push_screen(help_page(self.screen))
