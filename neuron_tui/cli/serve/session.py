"""A visitor's game: a process of its own, and the packets between it and the page."""

from __future__ import annotations

import asyncio
import json
import os
from asyncio import IncompleteReadError, StreamReader, StreamWriter
from asyncio.subprocess import PIPE, Process, create_subprocess_exec
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from aiohttp import WSMsgType
from aiohttp.web import WebSocketResponse

from neuron_tui.cli.serve.visitors import folder_of

LEFT = "You have left the game. Your answers are kept."
CRASHED = "Something went wrong in the game itself. Your answers are kept: play on under the same name."
STOPPED = "The game is not served any longer. Your answers are kept."

PATIENCE = 30.0
"""Seconds that a game may take to leave: its neuron learns to the end, and the guess is kept."""
PRELUDE = b"__GANGLION__\n"
"""What Textual writes before its first packet."""
INHERITED = ("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "PYTHONPATH", "SYSTEMROOT")
ESCAPE, ESCAPE_KEY = "\x1b", "\x1b[27u"
"""What a page says where Esc was pressed, and what says so without waiting for more of a sequence."""
SMALLEST, LARGEST = 1, 500
"""Columns and rows of a page, whatever it says of itself."""


class Session:
    """One visitor who plays. `ended` is set once no process is left."""

    def __init__(self, command: Sequence[str], name: str, socket: WebSocketResponse) -> None:
        """`command` plays a visit; the name goes behind it."""
        self._command = (*command, f"--player={name}")
        self._folder = folder_of(name)
        self._socket = socket
        self._stopped = asyncio.Event()
        self.leaving, self.ended = False, asyncio.Event()

    async def play(self, page: Mapping[str, str]) -> str:
        """Play until the game or the page is left; says why it ended. `page` is what it says of itself."""
        process = await create_subprocess_exec(
            *self._command,
            stdin=PIPE,
            stdout=PIPE,
            env=environment(self._folder, page),
            start_new_session=True,  # Ctrl+C in the server's terminal is the server's
        )
        assert process.stdin is not None
        assert process.stdout is not None
        game = asyncio.create_task(self._show(process.stdout))
        keys = asyncio.create_task(self._listen(process.stdin))
        stopped = asyncio.create_task(self._stopped.wait())
        try:
            await asyncio.wait({game, keys, stopped}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self.leaving = True
            keys.cancel()
            stopped.cancel()
            await self._end(process, game)
            self.ended.set()
        return STOPPED if self._stopped.is_set() else CRASHED if process.returncode else LEFT

    def stop(self) -> None:
        self._stopped.set()

    async def _end(self, process: Process, game: asyncio.Task[None]) -> None:
        """Close the line, on which the game leaves; one that does not is ended."""
        assert process.stdin is not None
        process.stdin.close()
        try:
            async with asyncio.timeout(PATIENCE):
                await game
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()

    async def _show(self, output: StreamReader) -> None:
        """Send the game's frames to the page until the game has left, whether or not anyone is there."""
        with suppress(IncompleteReadError):
            await output.readuntil(PRELUDE)
            while True:
                kind, size = await output.readexactly(1), await output.readexactly(4)
                packet = await output.readexactly(int.from_bytes(size, "big"))
                with suppress(ConnectionError):  # the page was closed
                    if kind == b"D":
                        await self._socket.send_bytes(packet)
                    elif (said := json.loads(packet))["type"] == "file":
                        await self._socket.send_json(["file", [said["name"], said["text"]]])

    async def _listen(self, line: StreamWriter) -> None:
        """Send what the page says to the game, until it is closed."""
        async for message in self._socket:
            if message.type is WSMsgType.TEXT and (packet := packet_of(message.data)):
                with suppress(ConnectionError):  # the game has left
                    line.write(packet)
                    await line.drain()


def packet_of(said: str) -> bytes:
    """What a page said, for Textual: keys as they are, sizes within bounds, and nothing else."""
    try:
        kind, *rest = json.loads(said)
        if kind == "stdin":
            keys = (ESCAPE_KEY if rest[0] == ESCAPE else str(rest[0])).encode(errors="ignore")
            return _packet(b"D", keys) if keys else b""  # Textual takes nothing for the end
        if kind == "resize":
            size = {side: within_bounds(rest[0][side]) for side in ("width", "height")}
            return _packet(b"M", json.dumps({"type": "resize", **size}).encode())
        if kind in ("focus", "blur"):
            return _packet(b"M", json.dumps({"type": kind}).encode())
    except (ValueError, TypeError, LookupError, OverflowError, RecursionError):
        pass  # it was not the game's own page
    return b""


def _packet(kind: bytes, payload: bytes) -> bytes:
    return kind + len(payload).to_bytes(4, "big") + payload


def within_bounds(cells: str | int) -> int:
    """Columns or rows. Raises ValueError or TypeError where it is no number."""
    return min(max(int(cells), SMALLEST), LARGEST)


def _cells(page: Mapping[str, str], side: str, otherwise: int) -> int:
    try:
        return within_bounds(page[side])
    except (ValueError, LookupError):
        return otherwise


def environment(folder: Path, page: Mapping[str, str]) -> dict[str, str]:
    """What a visitor's game finds in its environment, and nothing else of the server's.

    A page says how many columns and rows it has, and whether its browser is set to light colours, and to
    little motion.
    """
    ours = {
        "NEURON_TUI_HOME": str(folder),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "PYTHONUTF8": "1",
        "COLUMNS": str(_cells(page, "width", 80)),
        "ROWS": str(_cells(page, "height", 24)),
    }
    if page.get("light"):
        ours["COLORFGBG"] = "0;15"
    if page.get("calm"):
        ours["TEXTUAL_ANIMATIONS"] = "none"
    return {name: os.environ[name] for name in INHERITED if name in os.environ} | ours
