"""All 256 patterns trained side by side as one matrix, against the article's loop run 256 times."""

from __future__ import annotations

from statistics import median
from time import perf_counter

import numpy as np

from benchmarks.comparison import compare
from benchmarks.training import article_loop
from neuron_tui.neuron.atlas import Atlas

REPETITIONS = 5
GOAL = 1 / 80
SAMPLE = 16
"""So many of the 256 loops are run each time; as all do the same work, the rest is reckoned from them."""


def main() -> None:
    """Print the ratio, and how many times as quick that is."""
    atlas = Atlas()
    signals = atlas.neuron.signals(atlas.rows)
    columns = [targets.reshape(-1, 1) for targets in atlas.targets()]

    def together() -> float:
        started = perf_counter()
        if atlas.count(list[int]().append) != 104:
            raise SystemExit("error: not 104 patterns were learned")
        return perf_counter() - started

    def one_by_one() -> float:
        started = perf_counter()
        for targets in columns[:: len(columns) // SAMPLE]:
            article_loop(np.asarray(signals), targets)
        return (perf_counter() - started) * len(columns) / SAMPLE

    name = f"{atlas.iterations:,} iterations of all {atlas.patterns} patterns with a threshold"
    comparison = compare(together, one_by_one, REPETITIONS)
    print(comparison.describe(name, GOAL))
    print(
        f"that is 1/{1 / median(comparison.ratios):.0f} of the time, where at most 1/{1 / GOAL:.0f} is asked"
    )


if __name__ == "__main__":
    main()
