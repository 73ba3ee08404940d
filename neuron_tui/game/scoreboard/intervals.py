"""How far a figure can be trusted: intervals around a share and around a mean.

docs/scores.md tells how often they hold the true value; tests/game/scoreboard/test_coverage.py measures it.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from statistics import NormalDist

Interval = tuple[float, float]
"""From where to where."""

CONFIDENCE = 0.95
FEWEST = 10
"""With fewer answers than this no interval around a mean is shown, and nobody is judged."""
MOST_ANSWERS_ASKED = 1_000
"""Where it would take more answers than this to tell, nobody is asked for them."""


def more_answers(tell: Callable[[int], bool]) -> int | None:
    """How many more answers it takes until these `tell`; None where that is too many."""
    return next((more for more in range(1, MOST_ANSWERS_ASKED + 1) if tell(more)), None)


def share_interval(successes: float, count: int, confidence: float = CONFIDENCE) -> Interval:
    """The interval for a share of `successes` out of `count`. Without any try it goes from 0 to 1.

    Wilson's (1927, "Probable inference, the law of succession, and statistical inference"), with either end
    half a success further out: this correction for continuity makes it cover from the first try on (Newcombe
    1998, "Two-sided confidence intervals for the single proportion").
    """
    if count == 0:
        return 0.0, 1.0
    z = _deviations(confidence)
    low, high = max(successes - 0.5, 0.0), min(successes + 0.5, count)
    return max(_wilson(low, count, -z), 0.0), min(_wilson(high, count, z), 1.0)


def _wilson(successes: float, count: int, z: float) -> float:
    """The share from which `successes` out of `count` lie -z of its standard deviations away."""
    share = successes / count
    reach = z * math.sqrt(max(share * (1 - share), 0.0) / count + z * z / (4 * count * count))
    return (share + z * z / (2 * count) + reach) / (1 + z * z / count)


def mean_interval(
    mean: float, variance: float, count: int, ends: Interval = (0.0, 1.0), confidence: float = CONFIDENCE
) -> Interval:
    """The interval for the mean of values that can lie anywhere between the `ends`.

    The normal one, after a value at either end was added to the `count` that were seen. Who was right ten
    times in ten can still be wrong: without those two, ten equal values would have no spread. (Agresti and
    Coull 1998, "Approximate is better than exact", do the same for a share.)
    """
    low, high = ends
    padded = count + 2
    middle = (count * mean + low + high) / padded
    squares = (count * (variance + mean * mean) + low * low + high * high) / padded
    reach = _deviations(confidence) * math.sqrt(max(squares - middle * middle, 0.0) / padded)
    return max(middle - reach, low), min(middle + reach, high)


def _deviations(confidence: float) -> float:
    """How many standard deviations to either side hold this share of the normal distribution."""
    return NormalDist().inv_cdf((1 + confidence) / 2)
