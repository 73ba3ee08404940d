"""A journal with 100,000 answers of thirty players: writing a match's answers, and reading all that count.

Writing is measured against one wait for the disk to keep a few bytes, reading against the same rows read by
plain sqlite3 without a look at which attempt each was: on a busy machine the ratios tell more than the times.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks.answers import QUESTIONS, answers
from benchmarks.figure import Figure, at_most, p95, ratio, seconds
from neuron_tui.game.journal.journal import Journal

PLAYERS = 30
ROWS = """
    SELECT time, guess, neuron_guess, right, puzzle, content FROM answer
    WHERE mode = 'match' AND right IS NOT NULL ORDER BY time
"""


def read_plainly(path: Path) -> None:
    """The same columns, of all answers and not of the first attempts alone."""
    with closing(sqlite3.connect(path)) as connection:
        *shares, puzzles, contents = zip(*connection.execute(ROWS).fetchall(), strict=True)
    for share in shares:
        np.array(share)
    numbers: dict[tuple[str, str], int] = {}
    np.array([numbers.setdefault(asked, len(numbers)) for asked in zip(puzzles, contents, strict=True)])


def wait_for_disk(path: Path) -> None:
    """Write 4 KiB and have them on the disk."""
    with path.open("ab", buffering=0) as file:
        file.write(bytes(4096))
        os.fsync(file.fileno())


def main(quick: bool) -> Iterator[Figure]:
    kept, matches, repetitions = (400, 2, 1) if quick else (100_000, 400, 11)
    with TemporaryDirectory(dir=Path.cwd()) as folder:  # /tmp may be no disk
        path = Path(folder) / "journal.sqlite3"
        journal = Journal(path)
        journal.keep(answers(0, kept, PLAYERS))
        times, waits = [], []
        for match in range(matches):
            asked = answers(kept + match * QUESTIONS, QUESTIONS, PLAYERS)
            times.append(1000 * seconds(lambda asked=asked: journal.keep(asked)))
            waits.append(1000 * seconds(lambda: wait_for_disk(path.with_name("beside"))))
        yield at_most("a match's answers written into 100,000, 95th percentile", p95(times), 20, "{:.1f} ms")
        yield at_most(
            "the same, to one wait for the disk, medians",
            median(times) / median(waits),
            8,
            "{:.1f} times as long",
        )

        def read() -> float:
            return seconds(lambda: (journal.counted(), journal.answered()))

        took = 1000 * median(read() for _ in range(repetitions))
        yield at_most("all that count read from 100,000 answers", took, 300, "{:.0f} ms")
        yield ratio(
            "the same, to reading the rows with plain sqlite3",
            *(read, lambda: seconds(lambda: read_plainly(path)), 1.5, repetitions),
        )
