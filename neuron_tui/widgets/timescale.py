"""The scale of iterations: logarithmic, so that the first hundred have room."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray


def place_of(iteration: float, iterations: int) -> float:
    """Where an iteration stands between the first (0) and the last (1): `log(1 + i) / log(1 + n)`."""
    return math.log1p(iteration) / math.log1p(iterations)


def iteration_at(place: float, iterations: int) -> int:
    """The iteration at a place from 0 to 1; the inverse of `place_of`, rounded."""
    return round(math.expm1(min(max(place, 0.0), 1.0) * math.log1p(iterations)))


def iterations_across(count: int, iterations: int) -> NDArray[np.int64]:
    """The iterations at `count` equal steps from the first to the last, shape `(count,)`."""
    places = np.linspace(0, 1, count)
    return np.round(np.expm1(places * math.log1p(iterations))).astype(np.int64)


def ticks(iterations: int) -> list[tuple[float, str]]:
    """The powers of ten on the scale with their labels: 0, 1, 10, 100, 1k, 10k."""
    marks = [0, *(10**power for power in range(7) if 10**power <= iterations)]
    return [(place_of(mark, iterations), short(mark)) for mark in marks]


def short(iteration: int) -> str:
    """An iteration as a short label: 100, 1k, 10k, 1M."""
    for unit, name in ((1_000_000, "M"), (1_000, "k")):
        if iteration >= unit and iteration % unit == 0:
            return f"{iteration // unit}{name}"
    return str(iteration)
