"""A journal with 1,000,000 answers of one player: writing a match's answers, and reading all that count.

Reading is compared with the same rows read by plain sqlite3, row by row.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
from contextlib import closing
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import numpy as np

from benchmarks.comparison import compare
from neuron_tui.game.journal.answer import Answer
from neuron_tui.game.journal.journal import Journal

ANSWERS, PUZZLES, QUESTIONS = 1_000_000, 200, 4
MATCHES = 200
WRITING_GOAL = 0.020
READING_GOAL = 0.15
REPETITIONS = 11
PLAYER = "Ann"
ROWS = """
    SELECT time, guess, neuron_guess, right, puzzle FROM answer
    WHERE player = ? AND attempt = 1 AND mode = 'match' AND right IS NOT NULL ORDER BY time
"""
COUNT = "SELECT player, count(*) FROM answer GROUP BY player"


def match(number: int, rng: random.Random) -> list[Answer]:
    """The answers of one match; no question is asked twice."""
    return [
        Answer(
            f"{rng.getrandbits(128):032x}",
            PLAYER,
            f"chapter/puzzle-{number % PUZZLES}",
            f"{number % PUZZLES:016x}",
            f"{number:020b} {question:02b}",
            Fraction(rng.randrange(101), 100),
            rng.random(),
            Fraction(rng.randrange(2)),
            0,
            4.5,
            "match",
            1.6e9 + number + question / 8,
            "1.0",
        )
        for question in range(QUESTIONS)
    ]


def columns(path: Path) -> int:
    """What `counted` and `answered` give, read with plain sqlite3."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(ROWS, (PLAYER,)).fetchall()
        *shares, puzzles = zip(*rows, strict=True)
        for share in shares:
            np.array(share)
        np.unique(np.array(puzzles), return_inverse=True)
        return len(connection.execute(COUNT).fetchall())


def main() -> None:
    rng = random.Random(7)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "journal.sqlite3"
        journal = Journal(path)
        for start in range(0, ANSWERS // QUESTIONS, 25_000):
            journal.keep([answer for number in range(start, start + 25_000) for answer in match(number, rng)])
        first = ANSWERS // QUESTIONS

        times = []
        for number in range(first, first + MATCHES):
            answers = match(number, rng)
            started = perf_counter()
            journal.keep(answers)
            times.append(perf_counter() - started)
        median, late = statistics.median(times), statistics.quantiles(times, n=20)[-1]

        def ours() -> float:
            started = perf_counter()
            journal.counted(PLAYER)
            journal.answered()
            return perf_counter() - started

        def theirs() -> float:
            started = perf_counter()
            columns(path)
            return perf_counter() - started

        reading = compare(ours, theirs, REPETITIONS)
        seconds = statistics.median(reading.ours)
        size = path.stat().st_size / 2**20
    print(f"a journal with {ANSWERS:,} answers: {size:.0f} MiB")
    print(
        f"writing the {QUESTIONS} answers of a match: median {1000 * median:.1f} ms, "
        f"95th percentile {1000 * late:.1f} ms of {MATCHES}, goal {1000 * WRITING_GOAL:.0f} ms, "
        f"{'reached' if late <= WRITING_GOAL else 'MISSED'}"
    )
    print(
        f"reading all that count: median {1000 * seconds:.0f} ms, goal {1000 * READING_GOAL:.0f} ms, "
        f"{'reached' if seconds <= READING_GOAL else 'MISSED'}"
    )
    print(reading.describe("the same rows read one by one", 0.2))


if __name__ == "__main__":
    main()
