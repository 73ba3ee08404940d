"""The installed game in a pseudo-terminal, for the measurements that look at its screen."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.terminal.terminal import NotSeenError, Terminal

COMMAND = str(Path(sys.executable).with_name("neuron-tui"))
APPS = Path(__file__).with_name("apps")
FIRST_PUZZLE = "The leftmost column"


@contextmanager
def player_folder() -> Iterator[Path]:
    """An empty folder for all of a player's files."""
    with TemporaryDirectory(prefix="neuron-tui-") as folder:
        yield Path(folder)


def start(folder: Path, columns: int, rows: int, *arguments: str) -> Terminal:
    """The game, just begun."""
    env = {"NEURON_TUI_HOME": str(folder), "HOME": str(folder)}
    return Terminal([COMMAND, *arguments], columns=columns, rows=rows, env=env)


def start_app(name: str, *arguments: str, columns: int = 80, rows: int = 24) -> Terminal:
    """One of the programs in `apps`, just begun."""
    return Terminal([sys.executable, str(APPS / f"{name}.py"), *arguments], columns=columns, rows=rows)


@contextmanager
def game_at_home(columns: int, rows: int) -> Iterator[Terminal]:
    """The game of somebody who has never played, at home."""
    with player_folder() as folder, start(folder, columns, rows) as game:
        game.wait_for(lambda: home_is_painted(game))
        yield game


def home_is_painted(terminal: Terminal) -> bool:
    """Whether the first puzzle's table is on the screen, with the row that is to be guessed."""
    text = terminal.text()
    return FIRST_PUZZLE in text and "???" in text and "to play." in text


def guess(game: Terminal) -> None:
    """From home to a guess; Enter begins the training."""
    game.press("enter")
    game.wait_for("press 0 or 1")
    game.press("1")
    game.wait_for("you 0.90")


def iteration(terminal: Terminal) -> int:
    """The iteration that the screen tells, -1 where it tells none."""
    found = re.search(r"(?:iteration|look) +([\d,]+) of", terminal.text())
    return int(found[1].replace(",", "")) if found else -1


def shown_at(terminal: Terminal, shown: Callable[[], bool], listening: float) -> float:
    """When the screen shows it, on the clock of `time.perf_counter`; exact if that is while listening."""
    terminal.listen(listening)
    try:
        return terminal.seen_at(shown)
    except NotSeenError:
        terminal.wait_for(shown)
        return perf_counter()


def computed(terminal: Terminal) -> float:
    """The seconds that the program has computed by now, in all its threads."""
    fields = Path(f"/proc/{terminal.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def mebibytes(terminal: Terminal, field: str) -> float:
    """A size from the process's status: VmRSS is now, VmHWM was the largest."""
    status = Path(f"/proc/{terminal.pid}/status").read_text(encoding="ascii")
    found = re.search(rf"{field}:\s+(\d+) kB", status)
    if found is None:
        raise SystemExit(f"error: there is no {field} in the process's status")
    return int(found[1]) / 1024
