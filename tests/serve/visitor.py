"""Somebody at the page: speaks over its websocket, and sees what its terminal would show."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from time import perf_counter

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from tests.serve.serving import PATIENCE
from tests.terminal.emulator import Emulator
from tests.terminal.terminal import NotSeenError, code_of


class Visitor:
    """One page. Nothing here sleeps: whoever waits takes what the server sends."""

    def __init__(self, socket: ClientWebSocketResponse, columns: int, rows: int) -> None:
        self.socket = socket
        self._emulator = Emulator(columns, rows, lambda _: None)
        self.received = 0
        """Bytes of frames."""
        self.files: dict[str, str] = {}
        """What was downloaded, by name."""
        self.said: str | None = None
        """Why the server has ended the game; None while it goes on."""

    async def press(self, *keys: str) -> None:
        """Press keys, named as in Textual."""
        await self.type("".join(map(code_of, keys)))

    async def type(self, text: str) -> None:
        await self.send("stdin", text)

    async def send(self, *said: object) -> None:
        """What the page's script says."""
        await self.socket.send_str(json.dumps(said))

    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self._emulator.display)

    async def take(self) -> bool:
        """Take one message of the server's; False where the game has ended."""
        message = await self.socket.receive()
        if message.type is WSMsgType.BINARY:
            self.received += len(message.data)
            self._emulator.feed(message.data)
        elif message.type is WSMsgType.TEXT:
            kind, (name, text) = json.loads(message.data)
            assert kind == "file"
            self.files[name] = text
        else:
            self.said = message.extra or ""
            return False
        return True

    async def wait_for(self, wanted: str | Callable[[], bool]) -> float:
        """Take messages until a text is on the screen, or something holds; the seconds that took.

        Raises NotSeenError.
        """

        def seen() -> bool:
            return wanted in self.text() if isinstance(wanted, str) else wanted()

        begun = perf_counter()
        try:
            async with asyncio.timeout(PATIENCE):
                while self._emulator.in_the_middle_of_a_frame or not seen():
                    if not await self.take():
                        raise NotSeenError(f"waited for {wanted!r}: {self.said!r}\n{self.text()}")
        except TimeoutError:
            raise NotSeenError(f"waited for {wanted!r}\n{self.text()}") from None
        return perf_counter() - begun

    async def wait_for_end(self) -> str:
        """Take messages until the server ends the game; what it says to that."""
        async with asyncio.timeout(PATIENCE):
            while await self.take():
                pass
        return self.said or ""

    async def close(self) -> None:
        """Close the page."""
        await self.socket.close()


@asynccontextmanager
async def visitor(
    url: str, name: str, columns: int = 80, rows: int = 24, told: tuple[int, int] | None = None
) -> AsyncIterator[Visitor]:
    """Somebody of this name, with a terminal of this size, whatever the server is `told`."""
    width, height = told or (columns, rows)
    query = {"width": str(width), "height": str(height), "name": name}
    async with (
        ClientSession() as session,
        session.ws_connect(f"{url}/ws", params=query, origin=url) as socket,
    ):
        yield Visitor(socket, columns, rows)
