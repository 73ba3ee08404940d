"""The line to the terminal: Textual's own, which nothing that a terminal sends can end by mistake."""

from __future__ import annotations

import codecs
import os
import re
import sys
from contextlib import suppress
from functools import partial
from typing import IO, TYPE_CHECKING, cast

from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key, Paste
from textual.message import Message

from neuron_tui.tui.shell.ground import QUESTION, GroundTold, Sieve

if TYPE_CHECKING:
    from io import TextIOWrapper

    from textual.app import App

SHOWN_CURSOR = "NEURON_TUI_CURSOR"
"""The environment's word that the terminal's cursor is to be seen."""
NO_CHARACTERS = re.compile("[\ufffd\ud800-\udfff]")
"""What stands for bytes that are not UTF-8, and halves of characters."""


class _Decoder:
    """The terminal's bytes as text, without the answers to what was asked.

    Raises EOFError where nothing was read: a terminal that has something to read and gives nothing is closed.
    """

    def __init__(self, sieve: Sieve) -> None:
        self._utf8, self._sieve = codecs.getincrementaldecoder("utf-8")("replace"), sieve

    def decode(self, read: bytes, final: bool = False) -> str:
        if not read:
            raise EOFError
        return self._sieve(self._utf8.decode(read, final))


class _Output:
    """Standard output, where Textual takes standard error: that may go into a file.

    What is written after the terminal was closed is lost without a word; Textual's thread would end and leave
    the game waiting for it.
    """

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self.fileno = file.fileno
        self.is_writing = False
        """Whether something was written that the terminal has not taken yet."""

    def write(self, text: str) -> None:
        self.is_writing = True
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        with suppress(OSError):
            self._file.flush()
        self.is_writing = False


class TerminalDriver(LinuxDriver):
    """For Linux and macOS. A terminal that was closed ends the app, also where SIGHUP is ignored."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        assert sys.__stdout__ is not None, "the game is played in a terminal"
        # Textual's decoder raises at a byte that is not UTF-8, and its driver ends the app (textual 6456 and
        # 6668). It has none for the answers of OSC 11, either, and would take them for keys.
        decoder = partial(_Decoder, Sieve(self._ground_told))
        linux_driver.getincrementaldecoder = lambda _: decoder  # type: ignore[assignment,attr-defined]  # ours
        self._output = _Output(sys.__stdout__)
        self._file = cast("TextIOWrapper", self._output)

    def start_application_mode(self) -> None:
        """The cursor stands on what is selected: it is hidden, unless the player wants to see it."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's has no types
        if os.environ.get(SHOWN_CURSOR):
            self.write("\x1b[?25h")

    @property
    def is_behind(self) -> bool:
        """Whether the terminal reads more slowly than the game writes."""
        return self._output.is_writing

    @property
    def can_suspend(self) -> bool:
        """Whether a shell is there that can bring a suspended game back: else it would stay so for ever."""
        return os.getpgrp() != os.getsid(0)

    def ask_ground(self) -> None:
        """Ask for the terminal's background; `GroundTold` comes where it answers."""
        self.write(QUESTION)

    def _ground_told(self, light: bool) -> None:
        self.send_message(GroundTold(light))

    def _sigcont_application(self, *_: object) -> None:
        """Begin anew. Where the game was not suspended by its key, Textual would begin a second time."""
        if self._must_signal_resume:
            super()._sigcont_application()
        else:
            self._loop.call_soon_threadsafe(self._begin_anew)

    def _begin_anew(self) -> None:
        self.suspend_application_mode()
        self._must_signal_resume = True
        self.resume_application_mode()

    def run_input_thread(self) -> None:
        """Read keys until the app ends. What Textual's parser cannot take is dropped."""
        while not self.exit_event.is_set():
            try:
                super().run_input_thread()
            except (EOFError, OSError):
                self._loop.call_soon_threadsafe(self._app.exit)
                return
            except Exception:
                self._app.log.warning("a sequence that can't be read")

    def process_message(self, message: Message) -> None:
        if isinstance(message, Key) and NO_CHARACTERS.search(message.character or ""):
            return
        if isinstance(message, Paste):
            message.text = NO_CHARACTERS.sub("", message.text)
        super().process_message(message)
