"""From the command to the first paint of home, against a bare Textual app that imports numpy."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from benchmarks.comparison import compare
from benchmarks.game import home_is_painted, player_folder, start
from tests.terminal.terminal import Terminal

BARE_APP = str(Path(__file__).with_name("bare_app.py"))
REPETITIONS = 21
LISTEN_SECONDS = 1.5
GOAL = 1.3


def first_paint(begin: Callable[[], Terminal], painted: Callable[[Terminal], bool]) -> float:
    """The seconds from the command until the screen shows what it should."""
    started = perf_counter()
    with begin() as terminal:
        terminal.listen(LISTEN_SECONDS)
        return terminal.seen_at(lambda: painted(terminal)) - started


def main() -> None:
    with player_folder() as folder:

        def game() -> float:
            return first_paint(lambda: start(folder), home_is_painted)

        def bare() -> float:
            return first_paint(
                lambda: Terminal([sys.executable, BARE_APP]), lambda screen: "ready with 0" in screen.text()
            )

        game()  # once for the caches
        bare()
        print(compare(game, bare, REPETITIONS).describe("first paint of home", GOAL))


if __name__ == "__main__":
    main()
