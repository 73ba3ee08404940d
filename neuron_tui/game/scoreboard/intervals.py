"""How far a figure can be trusted: intervals around a share and around a mean."""

from __future__ import annotations

import math

import numpy as np

from neuron_tui.game.scoreboard.blocks import blocks
from neuron_tui.game.scoreboard.counted_answers import Floats

Interval = tuple[float, float]
"""From where to where."""

CONFIDENCE = 0.95
RESAMPLES = 1_000
FEWEST = 10
"""Below so many answers nothing is said: their interval would be too sure of itself."""
MOST_ANSWERS_ASKED = 1_000
"""Where it would take more answers than this to tell, nobody is asked for them."""
CELLS = 100
"""More values than this are resampled as so many cells, each with its values' mean."""
SEED = 1979
"""Fixed, so that an interval is the same at every look."""

_NORMAL = {0.95: 1.959963984540054, 0.99: 2.5758293035489004}
"""How many standard deviations hold so much of the normal distribution."""


def wilson(successes: float, count: int, confidence: float = CONFIDENCE) -> Interval:
    """The interval for a share of `successes` out of `count`, at a confidence of 0.95 or 0.99.

    From Wilson 1927, "Probable inference, the law of succession, and statistical inference". Unlike the
    plain one, it stays within 0 and 1, and is not empty where all or none succeeded. Without any try it
    goes from 0 to 1.
    """
    if count == 0:
        return 0.0, 1.0
    z, share = _NORMAL[confidence], successes / count
    centre = share + z * z / (2 * count)
    reach = z * math.sqrt(max(share * (1 - share), 0.0) / count + z * z / (4 * count * count))
    whole = 1 + z * z / count
    return max((centre - reach) / whole, 0.0), min((centre + reach) / whole, 1.0)


def bootstrap(values: Floats, confidence: float = CONFIDENCE) -> Interval | None:
    """The interval for the mean of `values`, shape `(values,)`; None below two, where nothing is known of it.

    The percentile interval of Efron 1979, "Bootstrap methods: another look at the jackknife": as many values
    are drawn with replacement, RESAMPLES times, and the middle of the means is kept.

    How often each value is drawn follows the multinomial distribution, so that only the counts are drawn.
    That is the same thing where there are few distinct values. More than CELLS values are put into cells of
    equal width and stand for their cell's mean; the spread inside the cells, which is lost so, is added again
    as the normal distribution that a mean of many has.
    """
    if len(values) < 2:
        return None
    means, counts = _cells(values)
    draw = np.random.default_rng(SEED)
    count = len(values)
    drawn = draw.multinomial(count, counts / count, size=RESAMPLES) @ means / count
    lost = values.var() - ((means - values.mean()) ** 2 @ counts) / count
    if len(values) > CELLS and lost > 0:
        drawn += draw.normal(0.0, math.sqrt(lost / count), RESAMPLES)
    outside = 50 * (1 - confidence)
    low, high = np.percentile(drawn, [outside, 100 - outside])
    return float(low), float(high)


def _cells(values: Floats) -> tuple[Floats, Floats]:
    """The distinct values and how often each comes, or cells of them where there are many."""
    if len(values) <= CELLS:
        distinct, times = np.unique(values, return_counts=True)
        return distinct, times.astype(np.float64)
    low = values.min()
    span = values.max() - low
    if span == 0:
        return values[:1], np.array([float(len(values))])
    counts, sums = np.zeros(CELLS), np.zeros(CELLS)
    for block in blocks(len(values)):
        inside = values[block]
        cells = np.minimum(((inside - low) * (CELLS / span)).astype(np.int64), CELLS - 1)
        counts += np.bincount(cells, minlength=CELLS)
        sums += np.bincount(cells, weights=inside, minlength=CELLS)
    held = counts > 0
    return sums[held] / counts[held], counts[held]
