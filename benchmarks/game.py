"""The installed game in a pseudo-terminal, for the measurements that look at its screen."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.terminal.terminal import Terminal

COMMAND = str(Path(sys.executable).with_name("neuron-tui"))
FIRST_PUZZLE = "The leftmost column"


@contextmanager
def player_folder() -> Iterator[Path]:
    """An empty folder for all of a player's files."""
    with TemporaryDirectory(prefix="neuron-tui-") as folder:
        yield Path(folder)


def start(folder: Path, columns: int = 80, rows: int = 24) -> Terminal:
    """The game, just begun."""
    env = {"NEURON_TUI_HOME": str(folder), "HOME": str(folder)}
    return Terminal([COMMAND], columns=columns, rows=rows, env=env)


def home_is_painted(terminal: Terminal) -> bool:
    """Whether the first puzzle's table is on the screen, with the row that is to be guessed."""
    text = terminal.text()
    return FIRST_PUZZLE in text and "???" in text and "to play." in text
