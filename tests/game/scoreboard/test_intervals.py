"""The intervals around a share and a mean, against values that were worked out another way."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.scoreboard.intervals import Interval, mean_interval, share_interval

Z = Fraction("1.959963984540054")


def around(values: list[float], ends: Interval = (0.0, 1.0)) -> Interval:
    """The interval for the mean of these values."""
    return mean_interval(float(np.mean(values)), float(np.var(values)), len(values), ends)


@pytest.mark.parametrize(("successes", "count"), [(1, 10), (9, 10), (30, 42), (1, 3), (500, 1_000)])
def test_the_ends_are_where_the_share_is_just_so_far_and_half_a_success_away(
    successes: int, count: int
) -> None:
    # An end p is where (|successes - p count| - 1/2)^2 = z^2 p (1 - p) count, checked in fractions.
    low, high = map(Fraction, share_interval(successes, count))
    for end in (low, high):
        away = abs(successes - end * count) - Fraction(1, 2)
        assert float(away**2) == pytest.approx(float(Z**2 * end * (1 - end) * count), abs=1e-9)
    assert low < Fraction(successes, count) < high


def test_without_a_success_it_begins_at_0_and_without_a_try_everything_is_possible() -> None:
    assert share_interval(0, 10)[0] == pytest.approx(0)
    assert share_interval(10, 10)[1] == pytest.approx(1)
    assert share_interval(0, 0) == (0, 1)


def test_a_stricter_interval_is_wider() -> None:
    low, high = share_interval(30, 42)
    strict_low, strict_high = share_interval(30, 42, 0.99)
    assert strict_low < low < high < strict_high


@pytest.mark.parametrize("ends", [(0.0, 1.0), (-1.0, 1.0)])
def test_the_interval_for_a_mean_is_the_normal_one_with_a_value_more_at_either_end(ends: Interval) -> None:
    values = [0.01, 0.01, 0.04, 0.81, 0.25] * 4
    more = np.array([*values, *ends])
    reach = float(Z) * more.std() / np.sqrt(len(more))
    assert around(values, ends) == pytest.approx((max(more.mean() - reach, ends[0]), more.mean() + reach))


def test_equal_values_do_not_promise_that_all_will_be_equal() -> None:
    low, high = around([0.01] * 10)
    assert low == 0
    assert high > 0.2


def test_many_values_have_the_interval_that_theory_gives() -> None:
    values = np.random.default_rng(3).random(100_000)
    reach = float(Z) * values.std() / np.sqrt(len(values))
    assert around(values.tolist()) == pytest.approx((values.mean() - reach, values.mean() + reach), abs=3e-5)


@given(st.lists(st.floats(0, 1), min_size=2, max_size=400))
def test_the_mean_lies_within_and_the_interval_between_the_ends(values: list[float]) -> None:
    low, high = around(values)
    assert 0 <= low <= np.mean(values) + 1e-9
    assert np.mean(values) - 1e-9 <= high <= 1
