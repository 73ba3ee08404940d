"""A player with a folder of their own, who starts the installed command."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal

Start = Callable[..., Terminal]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder of all the player's files, empty at first."""
    home = tmp_path / "home"
    home.mkdir()
    return home


@pytest.fixture
def start(home: Path) -> Iterator[Start]:
    """Starts the game in a terminal: `start("play", "vote", columns=100, TERM="linux")`."""
    command = Path(sys.executable).with_name("neuron-tui")
    with ExitStack() as terminals:

        def start(*arguments: str, columns: int = 80, rows: int = 24, **more: str) -> Terminal:
            env = {"NEURON_TUI_HOME": str(home), "HOME": str(home)} | more
            terminal = Terminal([str(command), *arguments], columns=columns, rows=rows, env=env)
            return terminals.enter_context(terminal)

        yield start
