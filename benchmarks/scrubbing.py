"""A drag along the timeline at 120x40, against a bare app that repaints a full screen of coloured text.

Both are timed in one run, in turns: from the mouse's or the key's bytes to the last byte that shows it.
"""

from __future__ import annotations

import random
import re
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from benchmarks.game import home_is_painted, player_folder, start
from neuron_tui.tui.kit.tape.timescale import Timescale
from tests.terminal.terminal import Terminal

COLUMNS, ROWS = 120, 40
TIMELINE = ROWS - 3
"""The row of the screen that the timeline is on."""
ITERATIONS = 10_000
STEPS = 200
LISTEN_SECONDS = 0.15
REPAINT_APP = str(Path(__file__).with_name("repaint_app.py"))


def time_to_show(terminal: Terminal, act: Callable[[], None], shown: Callable[[], bool]) -> float:
    """The seconds from an act until the screen shows what came of it."""
    begun = perf_counter()
    act()
    terminal.listen(LISTEN_SECONDS)
    return terminal.seen_at(shown) - begun


def shows(terminal: Terminal, iteration: int) -> bool:
    """Whether the status line under the timeline tells this iteration."""
    return re.search(rf"iteration +{iteration:,} of", terminal.text()) is not None


def main() -> None:
    wander = random.Random(1)
    jumps: list[float] = []
    repaints: list[float] = []
    scale = Timescale(ITERATIONS)
    places = [(column, scale.iteration_at(column / (COLUMNS - 1))) for column in range(COLUMNS)]
    with player_folder() as folder, start(folder, COLUMNS, ROWS) as game:
        game.wait_for(lambda: home_is_painted(game))
        game.press("enter")
        game.wait_for("press 0 or 1")
        game.press("1", "enter")
        game.wait_for("is learning")
        game.press("end")
        game.wait_for(lambda: shows(game, ITERATIONS), timeout=30)
        with Terminal([sys.executable, REPAINT_APP], columns=COLUMNS, rows=ROWS) as bare:
            bare.listen(1.5)
            game.hold(COLUMNS - 1, TIMELINE)
            here = ITERATIONS
            for step in range(STEPS):
                column, iteration = wander.choice([place for place in places if place[1] != here])
                here = iteration
                jumps.append(
                    time_to_show(
                        game,
                        lambda at=column: game.move(at, TIMELINE),
                        lambda wanted=iteration: shows(game, wanted),
                    )
                )
                painted = f"painted {step + 1} times"
                repaints.append(
                    time_to_show(
                        bare,
                        lambda: bare.press("a"),
                        lambda wanted=painted: bare.text().count(wanted) == 2,
                    )
                )
    ours, theirs = (statistics.quantiles(times, n=20)[-1] for times in (jumps, repaints))
    jump, repaint = (1000 * statistics.median(times) for times in (jumps, repaints))
    print(
        f"a jump at {COLUMNS}x{ROWS}: median {jump:.0f} ms, p95 {1000 * ours:.0f} ms; "
        f"a full repaint: median {repaint:.0f} ms, p95 {1000 * theirs:.0f} ms; "
        f"ratio of the p95s {ours / theirs:.2f}, goal at most 1.00, "
        f"{'reached' if ours <= theirs else 'MISSED'}; {STEPS} jumps"
    )


if __name__ == "__main__":
    main()
