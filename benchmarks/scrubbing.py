"""A drag along the timeline at 120x40, against a bare app that repaints a full screen of coloured text.

Both are timed in one run, in turns: from the mouse's or the key's bytes to the last byte that shows it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from time import perf_counter

from benchmarks.figure import Figure, at_most, p95
from benchmarks.game import game_at_home, guess, iteration, shown_at, start_app
from neuron_tui.tui.kit.tape.timescale import Timescale

COLUMNS, ROWS = 120, 40
TIMELINE = ROWS - 3
"""The row of the screen that the timeline is on."""
ITERATIONS = 10_000
LISTEN_SECONDS = 0.15


def main(quick: bool) -> Iterator[Figure]:
    wander, scale = random.Random(1), Timescale(ITERATIONS)
    places = [(column, scale.iteration_at(column / (COLUMNS - 1))) for column in range(COLUMNS)]
    here, jumps, repaints = ITERATIONS, [], []
    with (
        game_at_home(COLUMNS, ROWS) as game,
        start_app("repaint", columns=COLUMNS, rows=ROWS) as bare,
    ):
        guess(game)
        game.press("enter")
        game.wait_for(lambda: iteration(game) >= 0)
        game.press("end")
        game.wait_for("You both got it")
        game.press("p")
        game.wait_for(lambda: iteration(game) == ITERATIONS)
        bare.wait_for("painted 1 times")
        game.hold(COLUMNS - 1, TIMELINE)
        for step in range(2, 4 if quick else 202):
            column, here = wander.choice([place for place in places if place[1] != here])
            moved = perf_counter()
            game.move(column, TIMELINE)
            shown = shown_at(game, lambda wanted=here: iteration(game) == wanted, LISTEN_SECONDS)
            jumps.append(shown - moved)
            pressed = perf_counter()
            bare.press("a")
            painted = f"painted {step} times"
            shown = shown_at(bare, lambda wanted=painted: bare.text().count(wanted) == 2, LISTEN_SECONDS)
            repaints.append(shown - pressed)
    ours, theirs = p95(jumps), p95(repaints)
    yield at_most(
        "a jump on the timeline, to a full repaint of a bare Textual app, 95th percentiles",
        *(ours / theirs, 1.0, "{:.2f} times as long"),
        f" ({1000 * ours:.0f} ms to {1000 * theirs:.0f} ms)",
    )
