"""Wins in a row, and points added up answer by answer."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.scoreboard.points_over_time import POINTS, Streak, course, streak


@pytest.mark.parametrize(
    ("winners", "expected"),
    [
        ([], Streak(0, 0)),
        ([1], Streak(1, 1)),
        ([1, 1, -1, 1], Streak(1, 2)),
        ([1, 0, 1, 1, 1, -1], Streak(0, 3)),
        ([-1, 1, 1], Streak(2, 2)),
    ],
)
def test_a_loss_and_a_draw_end_a_streak(winners: list[float], expected: Streak) -> None:
    assert streak(np.array(winners, dtype=float)) == expected


@given(st.lists(st.sampled_from([1.0, 0.0, -1.0]), max_size=40))
def test_streaks_are_the_runs_of_wins(winners: list[float]) -> None:
    runs = [len(list(run)) for won, run in itertools.groupby(winners, lambda winner: winner > 0) if won]
    current = runs[-1] if winners and winners[-1] > 0 else 0
    assert streak(np.array(winners)) == Streak(current, max(runs, default=0))


def test_points_are_added_up_from_nothing_to_all() -> None:
    found = course(np.array([0.0, 0.25, 1.0]), np.array([0.0, 0.0, 0.0]))
    assert found.answers.tolist() == [0, 1, 2, 3]
    assert found.you.tolist() == [0, 100, 100, -200]
    assert found.neuron.tolist() == [0, 100, 200, 300]


def test_a_long_course_is_thinned_out_and_keeps_its_end() -> None:
    found = course(np.zeros(12_345), np.full(12_345, 0.25))
    assert len(found.answers) == POINTS
    assert (found.answers[0], found.answers[-1]) == (0, 12_345)
    assert found.you.tolist() == (100.0 * found.answers).tolist()
    assert not found.neuron.any()
