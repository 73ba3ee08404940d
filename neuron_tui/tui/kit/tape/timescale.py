"""The scale of iterations: logarithmic, so that the first hundred have room, or linear."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, takewhile

import numpy as np
from numpy.typing import NDArray

SHORT = 50
"""A scale of fewer iterations than this is short."""
MOST_STEPS = 5
"""The most labels of a linear scale, without the 0."""


@dataclass(frozen=True)
class Timescale:
    """Places from 0, the first of the `iterations`, to 1, the last.

    The logarithmic place of an iteration is `log(1 + i) / log(1 + n)`, the linear one `i / n`. A tape
    with no iteration has the scale of one.
    """

    iterations: int
    linear: bool = False

    @property
    def _last(self) -> int:
        return max(self.iterations, 1)

    def place_of(self, iteration: float) -> float:
        if self.linear:
            return iteration / self._last
        return math.log1p(iteration) / math.log1p(self._last)

    def iteration_at(self, place: float) -> int:
        """The iteration at a place; the inverse of `place_of`, rounded. Beyond the ends it stops there."""
        place = min(max(place, 0.0), 1.0)
        reached = place * self.iterations if self.linear else math.expm1(place * math.log1p(self.iterations))
        return round(reached)

    def across(self, steps: int) -> NDArray[np.int64]:
        """The iterations at equal steps from the first to the last, shape `(steps,)`."""
        places = np.linspace(0, 1, steps)
        reached = places * self.iterations if self.linear else np.expm1(places * math.log1p(self.iterations))
        return np.round(reached).astype(np.int64)

    def columns_of(self, iterations: NDArray[np.int64], width: int) -> NDArray[np.int64]:
        """The columns of these iterations in `width` cells, same shape."""
        places = iterations / self._last if self.linear else np.log1p(iterations) / np.log1p(self._last)
        return np.round(places * (width - 1)).astype(np.int64)

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Round iterations with their labels: 0, 1, 10, 100, 1k, 10k; or 0, 2k, 4k, 6k, 8k, 10k.

        A short logarithmic scale has 2, 5, 20 as well.
        """
        if self.linear:
            step = next(step for step in _round_steps() if self.iterations <= step * MOST_STEPS)
            marks = range(0, self.iterations + 1, step)
            return tuple((self.place_of(mark), short(mark)) for mark in marks)
        steps = _round_steps() if self.iterations < SHORT else (10**power for power in count())
        shown = takewhile(lambda mark: mark <= self.iterations, steps)
        return tuple((self.place_of(mark), short(mark)) for mark in (0, *shown))


def _round_steps() -> Iterator[int]:
    """1, 2, 5, 10, 20, 50, and so on."""
    return ((1, 2, 5)[step % 3] * 10 ** (step // 3) for step in count())


def short(iteration: int) -> str:
    """An iteration as a short label: 100, 1k, 10k, 1M."""
    for unit, name in ((1_000_000, "M"), (1_000, "k")):
        if iteration >= unit and iteration % unit == 0:
            return f"{iteration // unit}{name}"
    return str(iteration)
