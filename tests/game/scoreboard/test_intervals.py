"""Wilson's interval and the bootstrap, against values that were worked out another way."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.scoreboard.intervals import MOST_RESAMPLED, bootstrap, wilson

Z = Fraction("1.959963984540054")


@pytest.mark.parametrize(("successes", "count"), [(0, 10), (10, 10), (30, 42), (1, 3), (500, 1_000)])
def test_wilson_s_ends_are_where_the_share_is_just_so_far_away(successes: int, count: int) -> None:
    # An end p is where (share - p)^2 = z^2 p (1 - p) / count, checked in fractions.
    share = Fraction(successes, count)
    for end in map(Fraction, wilson(successes, count)):
        assert float((share - end) ** 2) == pytest.approx(float(Z**2 * end * (1 - end) / count), abs=1e-12)


def test_wilson_without_a_success_and_without_a_try() -> None:
    assert wilson(0, 10) == pytest.approx((0, float(Z**2 / (10 + Z**2))))
    assert wilson(0, 0) == (0, 1)


def test_a_stricter_interval_is_wider() -> None:
    low, high = wilson(30, 42)
    strict_low, strict_high = wilson(30, 42, 0.99)
    assert strict_low < low < high < strict_high


def middle(values: list[float]) -> tuple[float, float]:
    """The middle 95 % of the means of all resamples there are."""
    means = [np.mean(drawn) for drawn in product(values, repeat=len(values))]
    low, high = np.percentile(means, [2.5, 97.5], method="inverted_cdf")
    return float(low), float(high)


def test_the_bootstrap_of_three_answers_is_that_of_all_27_resamples() -> None:
    # Each of the two outermost means is that of one resample in 27, which is more than 2.5 %.
    values = [0.0, 0.25, 1.0]
    assert middle(values) == (0, 1)
    assert bootstrap(np.array(values)) == pytest.approx((0, 1))


def test_the_bootstrap_of_six_answers_is_near_that_of_all_46656_resamples() -> None:
    values = [0.0, 0.01, 0.04, 0.25, 0.64, 1.0]
    assert bootstrap(np.array(values)) == pytest.approx(middle(values), abs=0.03)


@pytest.mark.parametrize("count", [MOST_RESAMPLED, MOST_RESAMPLED + 1, 100_000])
def test_many_values_have_the_interval_that_theory_gives(count: int) -> None:
    values = np.random.default_rng(3).random(count)
    reach = float(Z) * values.std() / np.sqrt(count)
    low, high = bootstrap(values) or (0, 0)
    assert low == pytest.approx(values.mean() - reach, abs=reach / 5)
    assert high == pytest.approx(values.mean() + reach, abs=reach / 5)


def test_few_distinct_values_among_many_answers_are_exact() -> None:
    # 300 answers of 0 and 100 of 1: the mean of a resample is binomial(400, 1/4) / 400.
    values = np.repeat([0.0, 1.0], [300, 100])
    low, high = bootstrap(values) or (0, 0)
    draws = np.random.default_rng(1).binomial(400, 0.25, 100_000) / 400
    assert (low, high) == pytest.approx(tuple(np.percentile(draws, [2.5, 97.5])), abs=0.006)


def test_nothing_is_known_of_the_spread_of_one_answer() -> None:
    assert bootstrap(np.array([])) is None
    assert bootstrap(np.array([0.3])) is None


def test_equal_values_have_no_spread() -> None:
    assert bootstrap(np.full(5, 0.25)) == pytest.approx((0.25, 0.25))
    assert bootstrap(np.full(5_000, 0.25)) == pytest.approx((0.25, 0.25))


@given(st.lists(st.floats(0, 1), min_size=2, max_size=400))
def test_the_order_of_answers_changes_nothing_and_the_interval_stays_among_them(
    values: list[float],
) -> None:
    found = bootstrap(np.array(values))
    assert found is not None
    assert min(values) - 1e-9 <= found[0] <= found[1] <= max(values) + 1e-9
    assert bootstrap(np.array(sorted(values))) == pytest.approx(found, abs=1e-9)
