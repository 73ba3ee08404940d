"""From a key to the filled scoreboard: with 100,000 answers, and with none.

Each opening has a process of its own, with the game at home in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.answers import answers
from benchmarks.figure import Figure, at_most, in_turns
from benchmarks.game import home_is_painted, player_folder, shown_at, start_app
from neuron_tui.game.journal.journal import Journal

F12 = "\x1b[24~"
"""What a terminal sends for that key."""
LISTEN_SECONDS = 2.0


def opening(journal: Path, filled: str, columns: int, rows: int) -> float:
    """The seconds from the key to a screen that says what it says when it is filled."""
    with start_app("scoreboard", str(journal), "player 0", columns=columns, rows=rows) as game:
        game.wait_for(lambda: home_is_painted(game))
        game.listen(1.0)
        pressed = perf_counter()
        game.type(F12)
        return shown_at(game, lambda: filled in game.text(), LISTEN_SECONDS) - pressed


def main(quick: bool) -> Iterator[Figure]:
    kept, sizes, repetitions = (400, [(80, 24)], 1) if quick else (100_000, [(80, 24), (160, 50)], 9)
    with player_folder() as folder:
        full, empty = folder / "full.sqlite3", folder / "empty.sqlite3"
        Journal(full).keep(answers(0, kept))
        for columns, rows in sizes:
            times = in_turns(
                lambda size=(columns, rows): opening(full, f"{kept:,} answers", *size),
                lambda size=(columns, rows): opening(empty, "Nothing is counted yet.", *size),
                repetitions,
            )
            ours, none = (median(each) for each in zip(*times, strict=True))
            what = f"the scoreboard of 100,000 answers at {columns}x{rows}"
            yield at_most(what, ours, 0.5, "{:.2f} s", f" from the key, {none:.2f} s with no answer")
