"""A class of thirty in their browsers, all of whom begin, guess and watch the training at the same time."""

from __future__ import annotations

import asyncio
import random
import statistics
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from time import perf_counter

from aiohttp import ClientWebSocketResponse

from benchmarks.figure import Figure, at_most
from benchmarks.game import player_folder
from neuron_tui.game.journal.journal import Journal
from tests.serve.serving import PATIENCE, Serving, serving
from tests.serve.visitor import visitor
from tests.terminal.terminal import code_of

COLUMNS, ROWS = 100, 30
VISITORS = 30
BEGIN_GOAL, MEMORY_GOAL, SENT_GOAL, KEY_GOAL = 30.0, 60, 80, 2.0


class Pupil:
    """Takes what is sent, and looks for words in it: to draw thirty screens takes longer than to play."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self._socket = socket

    async def press(self, keys: str) -> None:
        await self._socket.send_json(["stdin", keys])

    async def sees(self, words: str) -> float:
        """Take frames until one holds these words; the seconds that took."""
        begun, looked_for = perf_counter(), words.encode()
        async with asyncio.timeout(PATIENCE):
            async for message in self._socket:
                if looked_for in message.data:
                    return perf_counter() - begun
        raise SystemExit(f"error: the game has ended before it showed {words!r}")

    async def listen(self, seconds: float) -> int:
        """Take frames for so long; their bytes."""
        taken = 0
        try:
            async with asyncio.timeout(seconds):
                async for message in self._socket:
                    taken += len(message.data)
        except TimeoutError:
            pass
        return taken

    async def begin(self) -> float:
        """From the page to a guess that is not confirmed yet; the seconds until the first screen."""
        seconds = await self.sees(" to play.")
        await self.press("\r")
        await self.sees("press 0 or 1")
        await self.press("1")
        await self.sees("0.90")
        return seconds

    async def train(self, seconds: float, keys: int) -> tuple[float, list[float]]:
        """Watch the training for a while and then change its speed; bytes a second, and seconds a key."""
        await self.press("\r")
        await self.sees("of 10,000")
        sent = await self.listen(seconds) / seconds
        times = []
        for _ in range(keys):
            await self.press(code_of("home") + code_of("space"))  # so that it goes on
            await self.listen(random.uniform(1.0, 1.5))
            await self.press("+")
            times.append(await self.sees("\u00d72"))
            await self.press("-")
        return sent, times


def megabytes(pid: int) -> float:
    """The memory of a process, and its share of what several have in common."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000


async def lesson(server: Serving, visitors: int, seconds: float, keys: int) -> list[Figure]:
    """What a class of so many finds."""
    async with AsyncExitStack() as stack:
        pages = [visitor(server.url, f"Pupil {number}", COLUMNS, ROWS) for number in range(visitors)]
        entered = await asyncio.gather(*map(stack.enter_async_context, pages))
        pupils = [Pupil(page.socket) for page in entered]
        begun = await asyncio.gather(*(pupil.begin() for pupil in pupils))
        watched = await asyncio.gather(*(pupil.train(seconds, keys) for pupil in pupils))
        sizes = [megabytes(pid) for pid in server.games]
    sent, times = [sent for sent, _ in watched], [time for _, times in watched for time in times]
    mean, detail = statistics.mean(sizes), f" each, {sum(sizes):,.0f} MB for {len(sizes)}"
    a_key = f"; {1000 * statistics.median(times):.0f} ms in the middle"
    return [
        at_most("thirty who come at once, the last one's first screen", max(begun), BEGIN_GOAL, "{:.0f} s"),
        at_most("their memory while all are training", mean, MEMORY_GOAL, "{:.0f} MB", detail),
        at_most("what one of them is sent in a second", max(sent) / 1000, SENT_GOAL, "{:.0f} kB"),
        at_most("the slowest key of all", max(times), KEY_GOAL, "{:.1f} s", a_key),
    ]


def main(quick: bool) -> Iterator[Figure]:
    visitors, seconds, keys = (3, 1.0, 1) if quick else (VISITORS, 5.0, 5)
    with player_folder() as folder:
        with serving(folder) as server:
            figures = asyncio.run(lesson(server, visitors, seconds, keys))
        kept = Journal(folder / "journal.sqlite3").answered()
        if len(kept) != visitors:
            raise SystemExit(f"error: the guesses of {len(kept)} among {visitors} were kept")
        yield from figures
