"""Debian's Chromium, and somebody in front of it."""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.async_api import Browser, Page, WebSocket, async_playwright

from tests.serve.serving import PATIENCE
from tests.terminal.emulator import Emulator
from tests.terminal.terminal import NotSeenError


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """A browser without a window. Where there is none the test is skipped; .ci/run brings one, or says so."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("there is no Chromium; on Debian, `apt-get install chromium` brings it")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        await browser.close()


class Visit:
    """A page, and the screen of its terminal, drawn from the frames that reach it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._emulator = Emulator(80, 24, lambda _: None)
        self._changed = asyncio.Event()
        self.faults: list[str] = []
        """What went wrong in the page, and what it looked for elsewhere."""
        page.on("websocket", self._connected)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("requestfailed", lambda request: self.faults.append(request.url))

    def _connected(self, socket: WebSocket) -> None:
        query = parse_qs(urlsplit(socket.url).query)
        self._emulator = Emulator(int(query["width"][0]), int(query["height"][0]), lambda _: None)
        socket.on("framereceived", self._received)
        socket.on("framesent", self._sent)

    def _received(self, frame: str | bytes) -> None:
        if isinstance(frame, bytes):
            self._emulator.feed(frame)
            self._changed.set()

    def _sent(self, frame: str | bytes) -> None:
        kind, *said = json.loads(frame)
        if kind == "resize":
            self._emulator.resize(lines=said[0]["height"], columns=said[0]["width"])

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        return self._emulator.columns, self._emulator.lines

    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self._emulator.display)

    async def wait_for(self, text: str) -> None:
        """Wait until a text is on the screen. Raises NotSeenError."""
        try:
            async with asyncio.timeout(PATIENCE):
                while self._emulator.in_the_middle_of_a_frame or text not in self.text():
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            raise NotSeenError(f"waited for {text!r}\n{self.text()}") from None

    async def come_in(self, url: str, name: str) -> None:
        """Open the page, and type a name."""
        await self.page.goto(url)
        await self.page.keyboard.type(name)
        await self.page.keyboard.press("Enter")
        await self.wait_for("to play.")

    async def press(self, *keys: str) -> None:
        """Press keys, named as in Playwright."""
        for key in keys:
            await self.page.keyboard.press(key)

    async def told(self, text: str) -> None:
        """Wait until the page itself says so."""
        await self.page.get_by_role("status").filter(has_text=text).wait_for(timeout=PATIENCE * 1000)


@asynccontextmanager
async def at_the_page(browser: Browser, width: int = 1000, height: int = 700) -> AsyncIterator[Visit]:
    """Somebody with a browser of their own, whose page has this size in pixels."""
    context = await browser.new_context(viewport={"width": width, "height": height})
    yield Visit(await context.new_page())
    await context.close()
