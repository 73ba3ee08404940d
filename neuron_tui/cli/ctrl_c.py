"""Ctrl+C that is never lost.

Python raises KeyboardInterrupt wherever the program happens to be, and in some places it goes no further:
in what an import calls when it has ended, and in modules that catch whatever comes.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def told_of_ctrl_c(heard: Callable[[], object]) -> Iterator[None]:
    """Ctrl+C that is pressed meanwhile raises nothing, but calls `heard`. For the main thread alone."""
    before = signal.getsignal(signal.SIGINT)
    if before is signal.SIG_IGN:  # whoever started this process wants it so
        yield
        return
    signal.signal(signal.SIGINT, lambda *_: heard())
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def ctrl_c_waits() -> Iterator[None]:
    """Ctrl+C that is pressed meanwhile raises KeyboardInterrupt at the end. For what takes a moment."""
    pressed: list[bool] = []
    with told_of_ctrl_c(lambda: pressed.append(True)):
        yield
    if pressed:
        raise KeyboardInterrupt


@contextmanager
def new_processes_deaf_to_ctrl_c() -> Iterator[None]:
    """What is started meanwhile does not hear Ctrl+C until it wants to, not even in its first instant."""
    if not hasattr(signal, "pthread_sigmask"):  # on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
