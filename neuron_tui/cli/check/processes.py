"""A function of many things, computed on all cores."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, get_context, parent_process
from threading import Thread
from typing import TypeVar

from neuron_tui.cli.ctrl_c import ctrl_c_waits
from neuron_tui.cli.mistake import MistakeError

In = TypeVar("In")
Out = TypeVar("Out")


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_processes(
    count: int, function: Callable[[In], Out], things: Sequence[In], advance: Callable[[int], object]
) -> list[Out]:
    """The function of each thing, in their order, in `count` processes that begin with the first things.

    `advance` is called with 1 whenever a thing is done. The function must be one of a module, so that the
    processes can import it. Raises what it raises, KeyboardInterrupt on Ctrl+C, and MistakeError where a
    process dies; no process is left then.
    """
    pool = ProcessPoolExecutor(count, get_context("spawn"), _begin)
    try:
        with ctrl_c_waits():
            futures = [pool.submit(function, thing) for thing in things]
        for future in as_completed(futures):
            future.result()
            advance(1)
        return [future.result() for future in futures]
    except BrokenProcessPool as problem:
        died = "a process of this command was ended from outside, perhaps for want of memory"
        raise MistakeError(f"{died}; close other programs and try again") from problem
    finally:
        for child in active_children():
            child.kill()
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """Leave Ctrl+C to the process that started this one, and end when that one is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
