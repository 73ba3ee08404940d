"""The learning curve, reckoned by hand and by plain sums."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.arcade.curve import as_good_after, latest_means, points_of
from neuron_tui.game.arcade.games.catch import CATCH
from neuron_tui.game.arcade.playing import learning_of
from neuron_tui.neuron.q_learning import Recording


def lived(rewards: list[float], ends: list[int]) -> Recording:
    """A recording of steps with these points, in which games ended with the steps of these numbers."""
    recording = Recording(learning_of(CATCH, 1, len(rewards)))
    recording.rewards[:] = rewards
    recording.overs[ends] = True
    return recording


def test_the_points_of_a_game_are_those_of_its_steps() -> None:
    recording = lived([0, 1, 1, -1, 0, 0.5, 0, 2], ends=[3, 4, 6])
    assert points_of(recording, 8).tolist() == [1, 0, 0.5]
    assert points_of(recording, 7).tolist() == [1, 0, 0.5]
    assert points_of(recording, 6).tolist() == [1, 0], "the third game is still played"
    assert points_of(recording, 4).tolist() == [1]
    assert points_of(recording, 3).tolist() == []
    assert points_of(recording, 0).tolist() == []


@given(st.lists(st.integers(-20, 20), max_size=70), st.integers(1, 30))
def test_the_curve_is_the_mean_of_the_latest_games(points: list[int], window: int) -> None:
    means = [np.mean(points[max(game + 1 - window, 0) : game + 1]) for game in range(len(points))]
    assert latest_means(np.array(points, float), window) == pytest.approx(means)


def test_it_is_as_good_where_the_curve_first_reaches_yours() -> None:
    # the mean of the latest twenty after 25 games: five of ten are lost no more, so (15 - 5) / 20
    points = np.array([-1.0] * 10 + [1.0] * 20)
    assert as_good_after(points, 0.5) == 25
    assert as_good_after(points, 1.0) == 30
    assert as_good_after(points[:-1], 1.0) is None
    assert as_good_after(points, 1.01) is None


def test_nobody_is_as_good_before_ten_games() -> None:
    assert as_good_after(np.ones(30), 0.5) == 10
    assert as_good_after(np.ones(9), 0.5) is None
    assert as_good_after(np.ones(0), 0.5) is None
    lucky = np.array([1.0] * 9 + [-11.0] + [-1.0] * 20)
    assert as_good_after(lucky, 0.5) is None


def test_a_mean_of_tenths_is_reached_in_spite_of_binary_fractions() -> None:
    games = [0.1] * 6 + [0.3] * 4  # added up one by one they come to less than ten times their mean
    assert sum(games) / 10 < float(np.mean(games))
    assert as_good_after(np.array(games), float(np.mean(games))) == 10
