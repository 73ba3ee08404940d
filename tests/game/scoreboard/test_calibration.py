"""Of the times that somebody said 0.8, how often was it 1?"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.scoreboard.calibration import calibration, sureness
from neuron_tui.game.scoreboard.intervals import share_interval


def test_a_bin_has_what_was_said_and_how_often_it_was_one() -> None:
    bins = calibration(np.array([0.8, 0.8, 0.85, 0.1]), np.array([1.0, 1.0, 0.0, 0.0]))
    eighth = bins[8]
    assert (eighth.low, eighth.high, eighth.count) == (0.8, 0.9, 3)
    assert eighth.said == pytest.approx((0.8 + 0.8 + 0.85) / 3)
    assert eighth.came == pytest.approx(2 / 3)
    assert eighth.interval() == pytest.approx(share_interval(2, 3))
    assert (bins[1].count, bins[1].came) == (1, 0)
    assert bins[5].count == 0
    assert bins[5].interval() is None


def test_every_twentieth_is_in_its_own_bin() -> None:
    for twentieth in range(21):
        bins = calibration(np.array([twentieth / 20]), np.array([1.0]))
        assert [bin.count for bin in bins].index(1) == min(twentieth // 2, 9)


def test_a_noisy_answer_comes_true_by_its_share() -> None:
    (bin,) = (bin for bin in calibration(np.array([0.75]), np.array([0.75])) if bin.count)
    assert bin.came == bin.said == 0.75


@given(st.lists(st.integers(1, 20), min_size=10, max_size=10))
def test_who_says_what_comes_true_is_on_the_diagonal(times: list[int]) -> None:
    # In each bin it is said (10 * bin + 5) %, and that many of each hundred come true.
    said = [bin / 10 + 0.05 for bin, count in enumerate(times) for _ in range(100 * count)]
    came = [
        float(hundredth < 10 * bin + 5)
        for bin, count in enumerate(times)
        for hundredth in [*range(100)] * count
    ]
    for bin in calibration(np.array(said), np.array(came)):
        assert bin.came == pytest.approx(bin.said)
        low, high = bin.interval() or (1, 0)
        assert low < bin.said < high


def test_sure_of_0_and_sure_of_1_are_equally_sure() -> None:
    levels = sureness(
        np.array([0.9, 0.1, 0.1, 0.55, 0.45, 1.0, 0.0, 0.5]), np.array([1.0, 0, 1, 1, 0, 1, 1, 0])
    )
    found = {round(level.said, 9): (level.count, level.came) for level in levels if level.count}
    assert found == {0.9: (3, pytest.approx(2 / 3)), 0.55: (2, 1), 1.0: (2, 0.5), 0.5: (1, 0)}


def test_a_share_comes_true_on_the_side_that_was_said() -> None:
    (level,) = (level for level in sureness(np.array([0.2]), np.array([0.25])) if level.count)
    assert (level.said, level.came) == (0.8, 0.75)
