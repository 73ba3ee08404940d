"""Ctrl+C that is never lost."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def ctrl_c_waits() -> Iterator[None]:
    """Ctrl+C that is pressed meanwhile raises KeyboardInterrupt at the end.

    For what takes a moment and must not be cut in two; an import, for one, may swallow KeyboardInterrupt.
    Processes that are started meanwhile never receive it, not even in their first instant.
    """
    if not hasattr(signal, "pthread_sigmask"):  # on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
