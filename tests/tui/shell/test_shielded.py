"""What is to be kept is kept, whoever waited for it."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

from neuron_tui.tui.shell.shielded import to_thread_shielded


async def test_work_that_has_not_begun_is_done_though_nobody_waits_any_more() -> None:
    only = ThreadPoolExecutor(max_workers=1)
    asyncio.get_running_loop().set_default_executor(only)
    busy, done = threading.Event(), threading.Event()
    asyncio.get_running_loop().run_in_executor(None, busy.wait)  # the only thread has its hands full
    waiting = asyncio.create_task(to_thread_shielded(done.set))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert waiting.cancelled()
    assert not done.is_set()
    busy.set()
    async with asyncio.timeout(120):
        while not done.is_set():
            await asyncio.sleep(0.01)
