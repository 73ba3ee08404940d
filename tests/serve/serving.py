"""The installed server, just begun, and what it has started."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

COMMAND = Path(sys.executable).with_name("neuron-tui")
PATIENCE = 60.0
"""Seconds after which what was waited for will not come any more, however busy the machine is."""


class Serving:
    """A server. `url` is its page."""

    def __init__(self, process: subprocess.Popen[str], url: str) -> None:
        self._process, self.url = process, url

    @property
    def games(self) -> list[int]:
        """The processes of those who play."""
        children = Path(f"/proc/{self._process.pid}/task").glob("*/children")
        return [int(pid) for file in children for pid in file.read_text(encoding="ascii").split()]

    def signal(self, number: signal.Signals) -> None:
        self._process.send_signal(number)

    def wait_for_exit(self) -> int:
        """Wait until the server has ended; gives its exit status."""
        return self._process.wait(PATIENCE)


@contextmanager
def serving(home: Path, *options: str) -> Iterator[Serving]:
    """A server with this folder for its files, at a free port."""
    env = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "NEURON_TUI_HOME": str(home), "HOME": str(home)}
    arguments = [str(COMMAND), "serve", "--port", "0", *options]
    with subprocess.Popen(arguments, env=env, cwd=home, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = process.stdout.readline()
        try:
            yield Serving(process, next(word for word in told.split() if word.startswith("http")))
        finally:
            process.terminate()


def wait_until_gone(pid: int) -> None:
    """Wait until a process has ended that need not be a child. Raises AssertionError where it stays."""
    try:
        there = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    try:
        assert select.select([there], [], [], PATIENCE)[0], f"process {pid} is still there"
    finally:
        os.close(there)
