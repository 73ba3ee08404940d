"""Work that processes of our own do side by side, each on a core."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

from neuron_tui.cli.ctrl_c import new_processes_deaf_to_ctrl_c, told_of_ctrl_c
from neuron_tui.cli.mistake import MistakeError

Thing = TypeVar("Thing")
Made = TypeVar("Made")


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_processes(
    count: int, make: Callable[[Thing], Made], things: Sequence[Thing], told: Callable[[int], object]
) -> list[Made]:
    """What `make` gives for each thing, in their order; `count` processes begin with the first things.

    `told` hears 1 whenever something is done. `make` is a function of a module, so that the processes find
    it. Raises what `make` raises, KeyboardInterrupt on Ctrl+C, and MistakeError where a process ends before
    its time; no process is left then.
    """
    arrived: SimpleQueue[Future[Made] | None] = SimpleQueue()
    with told_of_ctrl_c(lambda: arrived.put(None)), _pool(count) as pool:
        with new_processes_deaf_to_ctrl_c():
            futures = [pool.submit(make, thing) for thing in things]
        for future in futures:
            future.add_done_callback(arrived.put)
        for _ in futures:
            done = arrived.get()
            if done is None:
                raise KeyboardInterrupt
            done.result()
            told(1)
    return [future.result() for future in futures]


@contextmanager
def _pool(count: int) -> Iterator[ProcessPoolExecutor]:
    """Processes to work with; when this is left early, they are ended at once."""
    others = active_children()
    pool = ProcessPoolExecutor(count, get_context("spawn"), _begin)
    try:
        yield pool
    except BaseException as problem:
        for child in active_children():
            if child not in others:
                child.kill()
        if isinstance(problem, BrokenProcessPool):
            said = "a process of this command was ended from outside, perhaps for want of memory"
            raise MistakeError(f"{said}; close other programs and try again") from problem
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """Leave Ctrl+C to the process that started this one, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, and can neither use nor end it any more."""
    if parent := parent_process():
        parent.join()
        os._exit(1)
