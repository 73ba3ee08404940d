"""Many neurons trained at once: adjustments per second, and all 256 patterns against as many loops.

Run as a program of its own, with seconds and counts, it prints the adjustments per second of each count.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from statistics import median
from time import perf_counter

from benchmarks.figure import Figure, at_least, in_turns, seconds
from benchmarks.training import article_loop
from neuron_tui.neuron.atlas import Atlas
from neuron_tui.neuron.throughput import COUNTS, adjustments_per_second

BEST_GOAL, FLAT_GOAL = 20.0, 0.9
ATLAS_GOAL = 120
SAMPLE = 16
"""So many of the 256 loops are run each time; as all do the same work, the rest is reckoned from them."""


def millions_per_second(counts: Sequence[int], duration: float, one_thread: bool) -> list[float]:
    """How many million neurons are adjusted in a second, for so many side by side."""
    program = [sys.executable, "-m", "benchmarks.side_by_side", *map(str, (duration, *counts))]
    if one_thread:  # numpy's own threads are as many as it says; ours all share one core
        program = ["taskset", "-c", str(min(os.sched_getaffinity(0))), *program]
    env = os.environ | {"OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(program, check=True, capture_output=True, text=True, env=env)
    return [float(speed) / 1e6 for speed in done.stdout.split()]


def throughput(quick: bool) -> Iterator[Figure]:
    """The best count, and a million against it, on one thread and on all."""
    counts, duration, repetitions = (COUNTS[::6], 0.01, 1) if quick else (COUNTS, 0.4, 5)
    for one_thread, where in ((True, "one thread"), (False, "all cores")):
        runs = [millions_per_second(counts, duration, one_thread) for _ in range(repetitions)]
        speeds = [median(speeds) for speeds in zip(*runs, strict=True)]
        best = max(speeds)
        yield at_least(
            f"adjustments per second of neurons side by side, {where}",
            *(best, BEST_GOAL, "{:.0f} million"),
            f" with {counts[speeds.index(best)]:,} neurons",
        )
        yield at_least(
            f"a million side by side, to the best count, {where}",
            speeds[-1] / best,
            FLAT_GOAL,
            "{:.2f} times as fast",
        )


def atlas(quick: bool) -> Figure:
    """All 256 patterns in one call against one loop for each."""
    atlas = Atlas()
    inputs, start = atlas.neuron.signals(atlas.rows), atlas.neuron.start_weights(1).reshape(-1, 1)
    sample, repetitions = (1, 1) if quick else (SAMPLE, 5)
    columns = [targets.reshape(-1, 1) for targets in atlas.targets()[:: atlas.patterns // sample]]

    def together() -> None:
        if atlas.count(list[int]().append) != 104:
            raise SystemExit("error: not 104 patterns were learned")

    def one_by_one() -> None:
        for targets in columns:
            article_loop(inputs, targets, start, atlas.iterations)

    times = in_turns(lambda: seconds(together), lambda: seconds(one_by_one), repetitions)
    return at_least(
        "all 256 patterns together, to the article's loop 256 times",
        median(loops * atlas.patterns / sample / ours for ours, loops in times),
        ATLAS_GOAL,
        "{:.0f} times as fast",
    )


def main(quick: bool) -> Iterator[Figure]:
    yield from throughput(quick)
    yield atlas(quick)


if __name__ == "__main__":
    duration, *counts = sys.argv[1:]
    print(*(adjustments_per_second(int(count), perf_counter, float(duration)) for count in counts))
