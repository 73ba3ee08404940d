"""The server: the page, and the websocket that carries a visitor's game."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from html import escape
from pathlib import Path

import textual_serve
from aiohttp import web

from neuron_tui.cli.mistake import MistakeError
from neuron_tui.cli.options import MAX_PLAYER
from neuron_tui.cli.serve.session import Session
from neuron_tui.game.journal.names import folded
from neuron_tui.puzzle.text import clean

NAMELESS = "Type a name with a letter or a digit in it."
TAKEN = "Somebody of this name plays already. Add a letter to yours, or close the other page."
FULL = "All places are taken. Try again in a while."
FOREIGN = "This page belongs to another site: the game is played on its own page only."

HERE = Path(__file__).parent
HEADERS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}
HEARTBEAT = 15.0
"""Seconds between two looks whether a page is still there."""
FAREWELL = 2.0
"""Seconds that a page may take to answer that it closes."""
LONGEST_MESSAGE = 1 << 18
"""Bytes of what a page says at once: a table that is pasted, at most."""


class Server:
    """Lets visitors in by name, up to a number of them."""

    def __init__(self, visit: Sequence[str], title: str, most: int) -> None:
        """`visit` is the command that plays with a visitor."""
        self._visit, self._most = visit, most
        page = (HERE / "page.html").read_text(encoding="utf-8")
        self._page = page.replace("{{title}}", escape(title))
        self._sessions: dict[str, Session] = {}
        """Who plays, by the name as it is compared."""

    def app(self) -> web.Application:
        app = web.Application()
        app.on_response_prepare.append(_add_headers)
        app.on_shutdown.append(self._stop)
        app.add_routes(
            [
                web.get("/", self._door),
                web.get("/ws", self._play),
                web.static("/static", Path(textual_serve.__file__).parent / "static"),
                web.static("/page", HERE / "page"),
            ]
        )
        return app

    async def _door(self, request: web.Request) -> web.Response:
        return web.Response(text=self._page, content_type="text/html")

    async def _play(self, request: web.Request) -> web.WebSocketResponse:
        """A visitor's game, from the page's first word to its last; the page is told why it ended."""
        if not from_own_page(request):
            raise web.HTTPForbidden(text=FOREIGN)
        page = web.WebSocketResponse(heartbeat=HEARTBEAT, timeout=FAREWELL, max_msg_size=LONGEST_MESSAGE)
        await page.prepare(request)
        said = await self._let_in(page, request)
        await page.close(message=said.encode())
        return page

    async def _let_in(self, page: web.WebSocketResponse, request: web.Request) -> str:
        """Play with whoever has a name of their own, while there is room; says why it ended."""
        name = " ".join(clean(request.query.get("name", "")).split())[:MAX_PLAYER].strip()
        if not name:
            return NAMELESS
        known = folded(name)
        with suppress(KeyError):
            before = self._sessions[known]
            if not before.leaving:
                return TAKEN
            await before.ended.wait()  # the same page again: what was answered there is kept first
        if known in self._sessions:
            return TAKEN
        if sum(not session.leaving for session in self._sessions.values()) >= self._most:
            return FULL
        session = self._sessions[known] = Session(self._visit, name, page)
        try:
            return await session.play(request.query)
        finally:
            del self._sessions[known]

    async def _stop(self, _: web.Application) -> None:
        sessions = list(self._sessions.values())
        for session in sessions:
            session.stop()
        await asyncio.gather(*(session.ended.wait() for session in sessions))


async def _add_headers(_: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(HEADERS)


def from_own_page(request: web.Request) -> bool:
    """Whether a page of this server's own opens the websocket. Browsers tell, and no page can forge it."""
    return request.headers.get("Origin") in (f"http://{request.host}", f"https://{request.host}")


def keep_serving(server: Server, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve until Ctrl+C or SIGTERM; `ready` is told the address once the page can be opened.

    Raises MistakeError where the address can't be had.
    """
    asyncio.run(_serve(server, host, port, ready))


async def _serve(server: Server, host: str, port: int, ready: Callable[[str], None]) -> None:
    ended, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # on Windows
            loop.add_signal_handler(number, ended.set)
    runner = web.AppRunner(server.app(), access_log=None)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as problem:
            why = problem.strerror or str(problem)
            raise MistakeError(f"{host}:{port} can't be served ({why}); name another --port") from problem
        ready(address(host, runner.addresses[0][1]))
        await ended.wait()
    finally:
        await runner.cleanup()


def address(host: str, port: int) -> str:
    """What to type into a browser; of a server that all computers may reach, this one's name."""
    name = socket.gethostname() if host in ("0.0.0.0", "::", "") else host
    return f"http://{f'[{name}]' if ':' in name else name}:{port}"
