"""Work in a thread that is finished even where its worker is cancelled."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ParamSpec, TypeVar

Params = ParamSpec("Params")
Result = TypeVar("Result")


async def to_thread_shielded(
    work: Callable[Params, Result], *args: Params.args, **kwargs: Params.kwargs
) -> Result:
    """Like `asyncio.to_thread`, but cancelling the caller does not drop work whose thread has not begun yet.

    A screen that closes cancels its workers; what they were about to save is saved all the same.
    """
    return await asyncio.shield(asyncio.to_thread(work, *args, **kwargs))
