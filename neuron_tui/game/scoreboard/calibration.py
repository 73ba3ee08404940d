"""Calibration: of the times that somebody said 0.8, how often was it 1?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuron_tui.game.scoreboard.intervals import Interval, share_interval
from neuron_tui.game.scoreboard.vectors import Floats, Indices

BINS = 10
EDGES = tuple(edge / BINS for edge in range(BINS + 1))
SURENESS_EDGES = (0.5, 0.55, 0.65, 0.75, 0.85, 0.95, 1.0)
"""Around 50 %, 60 % and so on to 100 %."""


@dataclass(frozen=True)
class Bin:
    """The answers whose said probability lies from `low` to below `high`; 1 belongs to the last bin.

    `said` is the mean of what was said, `came` the share that came true. Both are 0 without answers.
    """

    low: float
    high: float
    count: int
    said: float
    came: float

    def interval(self) -> Interval | None:
        """Where the share that comes true may lie in the long run; None without answers."""
        return share_interval(self.came * self.count, self.count) if self.count else None


def calibration(guesses: Floats, right: Floats) -> tuple[Bin, ...]:
    """Ten bins of the said probability that the answer is 1, and how often it was 1.

    Such a table is Murphy and Winkler's reliability diagram (1977, "Reliability of subjective probability
    forecasts of precipitation and temperature"). Both arrays have shape `(answers,)`.
    """
    places = np.minimum((guesses * BINS).astype(np.int64), BINS - 1)
    return _bins(places, guesses, right, EDGES)


def sureness(guesses: Floats, right: Floats) -> tuple[Bin, ...]:
    """How sure the guesses were, and how often their side was right, around 50 %, 60 % and so on.

    A guess g is as sure as `max(g, 1 - g)`. Where the right answer is itself a probability, the guess's side
    comes true with that probability. Both arrays have shape `(answers,)`.
    """
    away = np.abs(guesses - 0.5)
    places = (10 * away + (0.5 + 1e-9)).astype(np.int64)  # 0.5 - 0.45 is not quite 0.05
    return _bins(places, away + 0.5, np.where(guesses >= 0.5, right, 1 - right), SURENESS_EDGES)


def _bins(places: Indices, said: Floats, came: Floats, edges: tuple[float, ...]) -> tuple[Bin, ...]:
    """The bins between the edges: `places` has each answer's, `came` how far it came true."""
    size = len(edges) - 1
    counts = np.bincount(places, minlength=size)
    means, shares = (
        np.bincount(places, weights=column, minlength=size) / np.maximum(counts, 1) for column in (said, came)
    )
    return tuple(
        Bin(low, high, count, mean, min(share, 1.0))
        for low, high, count, mean, share in zip(
            edges, edges[1:], counts.tolist(), means.tolist(), shares.tolist(), strict=False
        )
    )
