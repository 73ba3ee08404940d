"""While one plays at 100x30: the share of a core that the game takes, and what it writes to the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import mean, median
from time import perf_counter

from benchmarks.figure import Figure, at_most
from benchmarks.game import computed, game_at_home, guess, iteration, start_app
from tests.terminal.terminal import Terminal

COLUMNS, ROWS = 100, 30
CONTROL = re.compile(r"\x1b\[[^@-~]*[@-~]|[\x00-\x1f]")
FRAME = b"\x1b[?2026h"
"""What Textual writes before each frame."""


@dataclass(frozen=True)
class Second:
    """What a program did in about a second: its share of a core, and each second's output."""

    share: float
    kilobytes: float
    frames: float
    cells: float


def measured(terminal: Terminal, length: float = 1.0) -> Second:
    begun, before = perf_counter(), computed(terminal)
    output = terminal.listen(length)
    took, share = perf_counter() - begun, computed(terminal) - before
    cells = len(CONTROL.sub("", output.decode("utf-8", "ignore")))
    return Second(*(each / took for each in (share, len(output) / 1000, output.count(FRAME), cells)))


def idle(game: Terminal, where: str, length: float) -> Figure:
    """The share of a core where nothing moves."""
    game.listen(length / 5)
    return at_most(f"{where}, nothing moving", measured(game, length).share, 0.01, "{:.1%} of a core")


def training(game: Terminal, runs: int, seconds: int) -> Iterator[Figure]:
    """The busiest second of a training, and a bare app beside it that repaints as many cells as often."""
    trainings = []
    for _ in range(runs):
        game.wait_for(lambda: 0 < iteration(game) < 10_000)
        trainings.append([measured(game) for _ in range(seconds)])
        if iteration(game) < 0:
            raise SystemExit(f"error: the training is not on the screen\n{game.picture()}")
        game.press("home", "space")
    each = [second for run in trainings for second in run]
    frames = max(1, mean(second.frames for second in each))
    rows = mean(second.cells for second in each) / frames / COLUMNS
    with start_app("repaint", str(max(1, round(rows))), str(frames), columns=COLUMNS, rows=ROWS) as bare:
        bare.wait_for("painted")
        beside = [measured(bare) for _ in range(seconds)]
    for what, of, goal, say in (
        ("training, the share in its busiest second", lambda second: second.share, 0.20, "{:.0%} of a core"),
        ("training, what it writes in a second", lambda second: second.kilobytes, 80, "{:.0f} kB"),
    ):
        busiest = max(median(map(of, same)) for same in zip(*trainings, strict=True))
        average = mean(map(of, each))
        times = average / max(mean(map(of, beside)), 0.001)
        detail = f"; on average {say.format(average)}, {times:.1f} times a bare Textual app"
        yield at_most(what, busiest, goal, say, detail)


def main(quick: bool) -> Iterator[Figure]:
    length, runs, seconds = (0.5, 1, 1) if quick else (10.0, 5, 7)
    with game_at_home(COLUMNS, ROWS) as game:
        yield idle(game, "home", length)
        guess(game)
        yield idle(game, "guessing", length)
        game.press("enter")
        yield from training(game, runs, seconds)
        game.press("end")
        game.wait_for("You both got it")
        yield idle(game, "verdict", length)
