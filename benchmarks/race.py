"""A hundred neurons racing on the command line, start-up included."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

from benchmarks.figure import Figure, at_most, seconds
from benchmarks.game import COMMAND

RACE = (COMMAND, "race", "six-kinds/type-2", "--neuron-only", "--runs", "100", "--seed", "1", "--json")


def main(quick: bool) -> Iterator[Figure]:
    times = [
        seconds(lambda: subprocess.run(RACE, check=True, capture_output=True))
        for _ in range(1 if quick else 15)
    ]
    what = "a hundred neurons racing on the command line, the longest time"
    yield at_most(what, max(times), 2.0, "{:.2f} s")
