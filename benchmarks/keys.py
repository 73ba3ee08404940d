"""How soon a key shows while the training plays at 100x30, also over a slow link, and what it sends."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from time import perf_counter

from benchmarks.figure import Figure, at_most, p95
from benchmarks.game import game_at_home, guess, iteration, shown_at
from tests.terminal.terminal import Terminal

KEY_GOAL, SLOW_GOAL = 50, 1.0
SENT_GOAL = 2.0
SLOW = 25_000
"""Bytes per second of the slow link."""


def play_on(game: Terminal) -> None:
    """Have the training play, with enough of it left."""
    if not 0 <= iteration(game) < 6_000:
        game.press("home", "space")
        game.wait_for(lambda: 0 <= iteration(game) < 6_000)


def key_times(game: Terminal, keys: int) -> Iterator[Figure]:
    """From a key to the screen that shows it."""

    def marked_row() -> int:
        return next(row for row, line in enumerate(game.screen()) if "▸" in line[:4])

    waits, lowest = random.Random(1), marked_row()
    pairs: dict[str, tuple[tuple[str, Callable[[], bool]], ...]] = {
        "speed": (("+", lambda: "×2" in game.text()), ("-", lambda: "×2" not in game.text())),
        "row": (("up", lambda: marked_row() < lowest), ("down", lambda: marked_row() == lowest)),
    }
    for kind, pair in pairs.items():
        times = []
        for _ in range(keys // 2):
            play_on(game)
            for key, shown in pair:
                pressed = perf_counter()
                game.press(key)
                times.append(1000 * (shown_at(game, shown, 0.2) - pressed))
                game.listen(waits.uniform(0.05, 0.15))
        yield at_most(
            f"a key for another {kind} while training, 95th percentile", p95(times), KEY_GOAL, "{:.0f} ms"
        )


def slow_link(game: Terminal, keys: int) -> Figure:
    """The same where the terminal reads slowly, once what lies between has filled up."""
    times = []
    for _ in range(keys):
        for key, faster in (("+", True), ("-", False)):
            play_on(game)
            game.listen_slowly(2, SLOW)
            pressed = perf_counter()
            game.press(key)
            game.listen_slowly(3, SLOW)
            shown = shown_at(game, lambda faster=faster: ("×2" in game.text()) is faster, 0)
            times.append(shown - pressed)
    what = f"the longest that a key takes at a terminal that reads {SLOW / 1000:.0f} kB/s"
    return at_most(what, max(times), SLOW_GOAL, "{:.1f} s")


def sent(game: Terminal, what: str, key: str) -> Figure:
    """How much a key makes the game write, where nothing else moves."""
    game.listen(1)
    game.press(key)
    return at_most(f"what is sent {what}", len(game.listen(1)) / 1000, SENT_GOAL, "{:.1f} kB")


def main(quick: bool) -> Iterator[Figure]:
    keys, slow_keys = (2, 1) if quick else (120, 5)
    with game_at_home(100, 30) as game:
        guess(game)
        yield sent(game, "when the guess moves by 0.01", "right")
        game.press("enter")
        game.wait_for(lambda: iteration(game) >= 0)
        game.press("end")
        game.wait_for("\u00b7 neuron")  # a training that is seen again ends in no verdict
        game.press("home", "space")
        yield from key_times(game, keys)
        yield slow_link(game, slow_keys)
        game.press("home")
        yield sent(game, "when the speed changes, paused", "+")
