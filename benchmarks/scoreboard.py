"""From a key to the filled scoreboard: with 100,000 answers, and with none.

Each opening has a process of its own, with the game at home in it.
"""

from __future__ import annotations

import random
import statistics
import sys
from fractions import Fraction
from pathlib import Path
from time import perf_counter

from benchmarks.comparison import compare
from benchmarks.game import home_is_painted, player_folder
from neuron_tui.game.journal.journal import Journal
from neuron_tui.game.journal.kept import Answer
from tests.terminal.terminal import Terminal

APP = str(Path(__file__).with_name("scoreboard_app.py"))
F9 = "\x1b[20~"
"""What a terminal sends for that key."""
ANSWERS, AT_ONCE = 100_000, 10_000
PUZZLES, CHAPTERS = 200, 8
PLAYER = "Ann"
GOAL = 0.5
RATIO_GOAL = 8.0
REPETITIONS = 9
LISTEN_SECONDS = 2.0


def answers(first: int, rng: random.Random) -> list[Answer]:
    """Answers to questions that were never asked before."""
    return [
        Answer(
            f"{number:032x}",
            PLAYER,
            f"chapter-{number % CHAPTERS}/puzzle-{number % PUZZLES}",
            "0123456789abcdef",
            f"{number:020b}",
            Fraction(rng.randrange(101), 100),
            rng.random(),
            Fraction(rng.randrange(2)),
            0,
            4.5,
            "match",
            1.6e9 + number,
            "0.4.0",
        )
        for number in range(first, first + AT_ONCE)
    ]


def opening(journal: Path, filled: str, columns: int, rows: int) -> float:
    """The seconds from the key to a screen that says what it says when it is filled."""
    with Terminal([sys.executable, APP, str(journal), PLAYER], columns=columns, rows=rows) as game:
        game.wait_for(lambda: home_is_painted(game))
        game.listen(1.0)
        pressed = perf_counter()
        game.type(F9)
        game.listen(LISTEN_SECONDS)
        return game.seen_at(lambda: filled in game.text()) - pressed


def main() -> None:
    with player_folder() as folder:
        full, empty = folder / "full.sqlite3", folder / "empty.sqlite3"
        rng = random.Random(7)
        for first in range(0, ANSWERS, AT_ONCE):
            Journal(full).keep(answers(first, rng))
        for columns, rows in ((80, 24), (160, 50)):

            def many(columns: int = columns, rows: int = rows) -> float:
                return opening(full, f"{ANSWERS:,} answers", columns, rows)

            def none(columns: int = columns, rows: int = rows) -> float:
                return opening(empty, "Nothing is counted yet.", columns, rows)

            many()  # once for the caches
            comparison = compare(many, none, REPETITIONS)
            middle, worst = statistics.median(comparison.ours), max(comparison.ours)
            print(
                f"scoreboard with {ANSWERS:,} answers at {columns}x{rows}: {middle:.2f} s from the key, "
                f"longest {worst:.2f} s of {REPETITIONS}, goal {GOAL:.1f} s, "
                f"{'reached' if middle <= GOAL else 'MISSED'}"
            )
            print(comparison.describe("against a journal that is empty", RATIO_GOAL))


if __name__ == "__main__":
    main()
