"""A journal with 100,000 answers of thirty players: writing a match's answers, and reading all that count.

Writing is measured against one wait for the disk to keep a few bytes, reading against the same rows read by
plain sqlite3 without a look at which attempt each was: on a busy machine the ratios tell more than the times.
"""

from __future__ import annotations

import os
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
from neuron_tui.game.journal.journal import Journal
from neuron_tui.game.journal.kept import Answer

ANSWERS, PLAYERS, PUZZLES, QUESTIONS = 100_000, 30, 200, 4
MATCHES = 400
WRITING_GOAL = 0.020
READING_GOAL = 0.30
READING_RATIO = 1.5
WRITING_RATIO = 8.0
REPETITIONS = 11
ROWS = """
    SELECT time, guess, neuron_guess, right, puzzle, content FROM answer
    WHERE mode = 'match' AND right IS NOT NULL ORDER BY time
"""


def match(number: int, rng: random.Random) -> list[Answer]:
    """The answers of one match; no player is asked the same twice."""
    puzzle = number // PLAYERS % PUZZLES
    return [
        Answer(
            f"{rng.getrandbits(128):032x}",
            f"player {number % PLAYERS}",
            f"chapter/puzzle-{puzzle}",
            f"{puzzle:016x}",
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


def plain(path: Path) -> None:
    """The same columns, of all answers and not of the first attempts alone."""
    with closing(sqlite3.connect(path)) as connection:
        *shares, puzzles, contents = zip(*connection.execute(ROWS).fetchall(), strict=True)
    for share in shares:
        np.array(share)
    numbers: dict[tuple[str, str], int] = {}
    np.array([numbers.setdefault(asked, len(numbers)) for asked in zip(puzzles, contents, strict=True)])


def disk(path: Path) -> float:
    """The seconds to write 4 KiB and have them on the disk."""
    started = perf_counter()
    with path.open("ab", buffering=0) as file:
        file.write(bytes(4096))
        os.fsync(file.fileno())
    return perf_counter() - started


def main() -> None:
    rng = random.Random(7)
    with TemporaryDirectory(dir=Path.cwd()) as folder:
        path = Path(folder) / "journal.sqlite3"
        journal = Journal(path)
        first = ANSWERS // QUESTIONS
        journal.keep([answer for number in range(first) for answer in match(number, rng)])

        times, waits = [], []
        for number in range(first, first + MATCHES):
            answers = match(number, rng)
            started = perf_counter()
            journal.keep(answers)
            times.append(perf_counter() - started)
            waits.append(disk(path.with_name("beside")))
        median, late = statistics.median(times), statistics.quantiles(times, n=20)[-1]

        def ours() -> float:
            started = perf_counter()
            journal.counted()
            journal.answered()
            return perf_counter() - started

        def theirs() -> float:
            started = perf_counter()
            plain(path)
            return perf_counter() - started

        reading = compare(ours, theirs, REPETITIONS)
        seconds = statistics.median(reading.ours)
        size = path.stat().st_size / 2**20
    print(f"a journal with {ANSWERS:,} answers of {PLAYERS} players: {size:.0f} MiB")
    print(
        f"writing the {QUESTIONS} answers of a match: median {1000 * median:.1f} ms, "
        f"95th percentile {1000 * late:.1f} ms of {MATCHES}, goal {1000 * WRITING_GOAL:.0f} ms, "
        f"{'reached' if late <= WRITING_GOAL else 'MISSED'}"
    )
    wait = statistics.median(waits)
    print(
        f"one wait for the disk: {1000 * wait:.1f} ms; ratio {median / wait:.1f}, goal at most "
        f"{WRITING_RATIO:.1f}, {'reached' if median <= WRITING_RATIO * wait else 'MISSED'}"
    )
    print(
        f"reading all that count: median {1000 * seconds:.0f} ms, goal {1000 * READING_GOAL:.0f} ms, "
        f"{'reached' if seconds <= READING_GOAL else 'MISSED'}"
    )
    print(reading.describe("the same rows with no look at the attempts", READING_RATIO))


if __name__ == "__main__":
    main()
