"""While one plays at 100x30: how much of a core the game takes, and how soon a key shows.

Needs Linux, where the time that a process has computed is in /proc.
"""

from __future__ import annotations

import os
import random
import re
import statistics
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from benchmarks.game import home_is_painted, player_folder, start
from tests.terminal.terminal import NotSeenError, Terminal

TRAINING_GOAL, IDLE_GOAL = 0.40, 0.01
KEY_GOAL = 0.050
RUNS = 5
TRAINING_SECONDS = 7.0
"""A little less than a run takes, so that all of it is training."""
IDLE_SECONDS = 10.0
KEYS = 120


def computed(terminal: Terminal) -> float:
    """The seconds that the game's process has computed by now, in all its threads."""
    fields = Path(f"/proc/{terminal.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def share(terminal: Terminal, seconds: float) -> float:
    """The share of one core that the game takes for a while."""
    begun, before = perf_counter(), computed(terminal)
    terminal.listen(seconds)
    return (computed(terminal) - before) / (perf_counter() - begun)


def iteration(terminal: Terminal) -> int:
    found = re.search(r"iteration +([\d,]+) of", terminal.text())
    return int(found[1].replace(",", "")) if found else -1


def guess(terminal: Terminal) -> None:
    """From home to the moment before the training begins."""
    terminal.wait_for(lambda: home_is_painted(terminal))
    terminal.press("enter")
    terminal.wait_for("press 0 or 1")
    terminal.press("1")
    terminal.wait_for("you 0.90")


def shares(folder: Path) -> dict[str, list[float]]:
    """The shares of a core at home, at the first look, in training and at the verdict."""
    found: dict[str, list[float]] = {}
    with start(folder, 100, 30) as game:
        game.wait_for(lambda: home_is_painted(game))
        game.listen(2)
        found["home, nothing moving"] = [share(game, IDLE_SECONDS)]
    with start(folder, 100, 30) as game:
        guess(game)
        game.listen(2)
        found["guessing, nothing moving"] = [share(game, IDLE_SECONDS)]
        game.press("enter")
        for run in range(RUNS):
            found.setdefault("training", []).append(share(game, TRAINING_SECONDS))
            if not 0 < iteration(game) < 10_000:
                raise SystemExit(f"error: the training is not under way\n{game.picture()}")
            game.wait_for(lambda: iteration(game) == 10_000, timeout=30)
            if run < RUNS - 1:
                game.press("home", "space")
        game.listen(2)
        found["verdict, nothing moving"] = [share(game, IDLE_SECONDS)]
    return found


def marked_row(terminal: Terminal) -> int:
    """The row of the screen where the selected row of the table is marked."""
    return terminal.find("▸")[1]


def key_times(folder: Path) -> dict[str, list[float]]:
    """The seconds from a key to the screen that shows it, while the training plays, for each kind of key."""
    waits = random.Random(1)
    found: dict[str, list[float]] = {"speed": [], "row": []}
    with start(folder, 100, 30) as game:
        guess(game)
        game.press("enter")
        game.wait_for("is learning")
        lowest = marked_row(game)
        presses: list[tuple[str, str, Callable[[], bool]]] = [
            ("speed", "+", lambda: "×2" in game.text()),
            ("speed", "-", lambda: "×1 " in game.text()),
            ("row", "up", lambda: marked_row(game) < lowest),
            ("row", "down", lambda: marked_row(game) == lowest),
        ]
        while min(map(len, found.values())) < KEYS:
            if not 0 <= iteration(game) < 8_000:
                game.press("home", "space")
                game.wait_for(lambda: 0 <= iteration(game) < 8_000)
            for kind, key, shown in presses:
                found[kind].append(key_time(game, key, shown))
                game.listen(waits.uniform(0.05, 0.15))
    return found


def key_time(game: Terminal, key: str, shown: Callable[[], bool]) -> float:
    pressed = perf_counter()
    game.press(key)
    game.listen(0.2)
    try:
        return game.seen_at(shown) - pressed
    except NotSeenError:  # after all the time that it was listened to
        game.wait_for(shown)
        return perf_counter() - pressed


def verdict(value: float, goal: float) -> str:
    return "reached" if value <= goal else "MISSED"


def main() -> None:
    with player_folder() as folder:
        for name, found in shares(folder).items():
            goal = TRAINING_GOAL if name == "training" else IDLE_GOAL
            middle = statistics.median(found)
            each = ", ".join(f"{value:.1%}" for value in found)
            print(f"{name}: {middle:.1%} of a core ({each}), goal {goal:.0%}, {verdict(middle, goal)}")
        for name, times in key_times(folder).items():
            p95 = statistics.quantiles(times, n=20)[-1]
            print(
                f"key for another {name} while training: median {1000 * statistics.median(times):.0f} ms, "
                f"p95 {1000 * p95:.0f} ms, longest {1000 * max(times):.0f} ms of {len(times)}, "
                f"goal {1000 * KEY_GOAL:.0f} ms, {verdict(p95, KEY_GOAL)}"
            )


if __name__ == "__main__":
    main()
