"""How far a figure can be trusted: intervals around a share and around a mean."""

from __future__ import annotations

import math
from statistics import NormalDist

import numpy as np

from neuron_tui.game.scoreboard.counted_answers import Floats

Interval = tuple[float, float]
"""From where to where."""

CONFIDENCE = 0.95
RESAMPLES = 1_000
MOST_RESAMPLED = 2_000
"""The mean of more values than this is normally distributed, as far as 1,000 resamples could tell."""
FEWEST = 10
"""With fewer answers than this no interval is shown: it would be too sure of itself."""
MOST_ANSWERS_ASKED = 1_000
"""Where it would take more answers than this to tell, nobody is asked for them."""
SEED = 1979
"""Fixed, so that an interval is the same at every look."""


def wilson(successes: float, count: int, confidence: float = CONFIDENCE) -> Interval:
    """The interval for a share of `successes` out of `count`.

    From Wilson 1927, "Probable inference, the law of succession, and statistical inference". Unlike the
    plain one, it stays within 0 and 1, and is not empty where all or none succeeded. Without any try it
    goes from 0 to 1.
    """
    if count == 0:
        return 0.0, 1.0
    z, share = _deviations(confidence), successes / count
    centre = share + z * z / (2 * count)
    reach = z * math.sqrt(max(share * (1 - share), 0.0) / count + z * z / (4 * count * count))
    whole = 1 + z * z / count
    return max((centre - reach) / whole, 0.0), min((centre + reach) / whole, 1.0)


def bootstrap(values: Floats, confidence: float = CONFIDENCE) -> Interval | None:
    """The interval for the mean of `values`, shape `(values,)`; None below two, whose spread is unknown.

    The percentile interval of Efron 1979, "Bootstrap methods: another look at the jackknife": as many values
    are drawn with replacement, RESAMPLES times, and the middle of the means is kept. For more than
    MOST_RESAMPLED values it is the normal interval, which the bootstrap's comes ever nearer to.
    """
    count = len(values)
    if count < 2:
        return None
    if count > MOST_RESAMPLED:
        mean, reach = float(values.mean()), _deviations(confidence) * float(values.std()) / math.sqrt(count)
        return mean - reach, mean + reach
    draw = np.random.default_rng(SEED).integers(count, size=(RESAMPLES, count))
    means = np.sort(values)[draw].mean(axis=1)  # sorted: the interval does not depend on the order
    outside = 50 * (1 - confidence)
    low, high = np.percentile(means, [outside, 100 - outside])
    return float(low), float(high)


def _deviations(confidence: float) -> float:
    """How many standard deviations to either side hold this share of the normal distribution."""
    return NormalDist().inv_cdf((1 + confidence) / 2)
