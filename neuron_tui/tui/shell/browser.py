"""The line to a browser: Textual's own, which ends with the page, and takes files to it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import BinaryIO, Literal, TextIO

from textual.app import App
from textual.drivers.web_driver import WebDriver
from textual.events import Callback, Resize
from textual.geometry import Size

REST, LONGEST_REST = 3.0, 1.0
"""How many times as long as a frame took the next one is put off, and for how many seconds at most."""


class Rest:
    """Between two frames. Games that share a computer leave each other the time for keys so."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._begun: float | None = None
        """When the frame began that is not painted yet."""
        self._until = 0.0

    def is_over(self) -> bool:
        """Whether the next frame may begin, which it does then."""
        now = self._clock()
        if now < self._until:
            return False
        self._begun = now
        return True

    def painted(self) -> None:
        """Something was written; after a frame has begun, it is that."""
        if self._begun is not None:
            now = self._clock()
            self._until, self._begun = now + min(REST * (now - self._begun), LONGEST_REST), None


class BrowserDriver(WebDriver):
    """For a game whose standard streams lead to a page, by way of a server. It leaves once they close."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        write = self._write

        def write_while_there(data: bytes) -> None:
            with suppress(OSError):  # nobody reads it any more
                write(data)

        self._write = write_while_there  # type: ignore[assignment]  # nobody asks how much was written

        self._rest = Rest()

    @property
    def is_behind(self) -> bool:
        """Whether it is too early for the next frame."""
        return not self._rest.is_over()

    def write(self, data: str) -> None:
        super().write(data)
        self._rest.painted()

    def run_input_thread(self) -> None:
        """Read keys until the page is closed, or the server has ended in whatever way."""
        super().run_input_thread()
        if not self.exit_event.is_set():  # else the game has left, and it is what has ended this thread
            self.send_message(Callback(self._leave))

    def _leave(self) -> None:
        """Leave, but behind the last key, which goes from the app to what has the focus and back again."""
        app = self._app
        (app.focused or app.screen).call_later(app.call_later, app.exit)

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Take a new size as keys are taken. Textual's way would pass the size that the page had at first."""
        width, height = payload.get("width"), payload.get("height")
        if packet_type == "resize" and isinstance(width, int) and isinstance(height, int):
            self._size = size = Size(width, height)
            self.send_message(Resize(size, size))
        else:
            super().on_meta(packet_type, payload)

    def deliver_binary(
        self,
        binary: BinaryIO | TextIO,
        *,
        delivery_key: str,
        save_path: Path,
        open_method: Literal["browser", "download"] = "download",
        encoding: str | None = None,
        mime_type: str | None = None,
        name: str | None = None,
    ) -> None:
        """Send a text with its name at once. (Textual's would be asked for it, piece by piece.)"""
        text = binary.read()
        self.write_meta({"type": "file", "name": save_path.name, "text": text})
        binary.close()
