"""Work in a thread that is done to its end, also where whoever waits for it is gone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Done = TypeVar("Done")


async def whole(work: Callable[Given, Done], *given: Given.args, **named: Given.kwargs) -> Done:
    """Do this in a thread. A screen that is left meanwhile cancels its workers, but not this work.

    (`asyncio.to_thread` alone would drop work whose thread has not begun yet.)
    """
    return await asyncio.shield(asyncio.to_thread(work, *given, **named))
