"""What a benchmark finds beside what it should be, and two ways of doing a thing timed in turns."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

import numpy as np


@dataclass(frozen=True)
class Figure:
    """What was measured, the result and the goal in words, and whether it is reached."""

    what: str
    measured: str
    goal: str
    reached: bool


def at_most(what: str, value: float, goal: float, say: str, detail: str = "") -> Figure:
    """A figure that is best small. `say` puts a number into words, as `{:.0f} ms` does."""
    return Figure(what, say.format(value) + detail, f"at most {say.format(goal)}", value <= goal)


def at_least(what: str, value: float, goal: float, say: str, detail: str = "") -> Figure:
    """A figure that is best large."""
    return Figure(what, say.format(value) + detail, f"at least {say.format(goal)}", value >= goal)


def seconds(act: Callable[[], object]) -> float:
    """How long an act takes."""
    begun = perf_counter()
    act()
    return perf_counter() - begun


def in_turns(
    ours: Callable[[], float], theirs: Callable[[], float], repetitions: int
) -> list[tuple[float, float]]:
    """The seconds that both return, in turns and each first every second time.

    So a slow moment of the computer strikes both.
    """
    times = []
    for repetition in range(repetitions):
        if repetition % 2:
            mine = ours()
            times.append((mine, theirs()))
        else:
            other = theirs()
            times.append((ours(), other))
    return times


def ratio(
    what: str, ours: Callable[[], float], theirs: Callable[[], float], goal: float, repetitions: int
) -> Figure:
    """The median of ours to theirs, with its middle half and the median times."""
    times = in_turns(ours, theirs, repetitions)
    low, middle, high = np.quantile([mine / other for mine, other in times], (0.25, 0.5, 0.75))
    mine, other = (1000 * statistics.median(each) for each in zip(*times, strict=True))
    detail = f" ({low:.2f} to {high:.2f}; {mine:.1f} ms to {other:.1f} ms)"
    return at_most(what, float(middle), goal, "{:.2f} times as long", detail)


def p95(values: list[float]) -> float:
    """The 95th percentile."""
    return float(np.quantile(values, 0.95))
