"""A hundred neurons racing on the command line, start-up included; and what one race takes to be drawn up."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from neuron_tui.game.race.kinds import KINDS
from neuron_tui.game.race.schedule import Schedule

REPETITIONS = 15
GOAL = 2.0
COMMAND = (
    str(Path(sys.executable).with_name("neuron-tui")),
    *("race", "six-kinds/type-2", "--neuron-only", "--runs", "100", "--seed", "1", "--json"),
)


def seconds_of_the_command() -> float:
    started = perf_counter()
    subprocess.run(COMMAND, check=True, capture_output=True)
    return perf_counter() - started


def seconds_of_a_schedule(seed: int) -> float:
    started = perf_counter()
    Schedule.of(KINDS["II"], seed)
    return perf_counter() - started


def main() -> None:
    taken = [seconds_of_the_command() for _ in range(REPETITIONS)]
    verdict = "met" if max(taken) <= GOAL else "missed"
    print(
        f"a hundred races with start-up: median {median(taken):.2f} s, slowest {max(taken):.2f} s "
        f"of {REPETITIONS}; goal {GOAL:g} s: {verdict}"
    )
    schedules = [1000 * seconds_of_a_schedule(seed) for seed in range(100)]
    print(f"the schedule of one race: median {median(schedules):.1f} ms, slowest {max(schedules):.1f} ms")


if __name__ == "__main__":
    main()
