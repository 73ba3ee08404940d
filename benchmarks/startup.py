"""From the command to the first paint of home, against a bare Textual app that imports numpy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter

from benchmarks.figure import Figure, ratio
from benchmarks.game import home_is_painted, player_folder, shown_at, start, start_app
from tests.terminal.terminal import Terminal

LISTEN_SECONDS = 1.5
"""Longer than either takes on a computer with nothing else to do."""


def first_paint(begin: Callable[[], Terminal], painted: Callable[[Terminal], bool]) -> float:
    """The seconds from the command until the screen shows what it should."""
    begun = perf_counter()
    with begin() as terminal:
        return shown_at(terminal, lambda: painted(terminal), LISTEN_SECONDS) - begun


def main(quick: bool) -> Iterator[Figure]:
    with player_folder() as folder:

        def game() -> float:
            return first_paint(lambda: start(folder, 80, 24), home_is_painted)

        def bare() -> float:
            return first_paint(lambda: start_app("bare"), lambda screen: "ready with 0" in screen.text())

        if not quick:  # once for the caches
            game()
            bare()
        what = "the first paint of home, to a bare Textual app with numpy"
        yield ratio(what, game, bare, 1.1, 1 if quick else 21)
