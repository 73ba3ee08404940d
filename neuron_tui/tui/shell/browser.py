"""The line to a browser: Textual's own, which ends with the page, and takes files to it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Literal, TextIO

from textual.app import App
from textual.drivers.web_driver import WebDriver


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

    def run_input_thread(self) -> None:
        """Read keys until the page is closed, or the server has ended in whatever way."""
        super().run_input_thread()
        with suppress(RuntimeError):  # the game has left, and so has its loop
            self._loop.call_soon_threadsafe(self._app.exit)

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
