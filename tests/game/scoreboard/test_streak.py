"""Wins in a row."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.scoreboard.head_to_head import Streak


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
def test_a_loss_and_a_draw_end_a_streak(winners: list[int], expected: Streak) -> None:
    assert Streak.of(np.array(winners, dtype=np.int64)) == expected


@given(st.lists(st.sampled_from([1, 0, -1]), max_size=40))
def test_streaks_are_the_runs_of_wins(winners: list[int]) -> None:
    runs = [len(list(run)) for won, run in itertools.groupby(winners, lambda winner: winner > 0) if won]
    current = runs[-1] if winners and winners[-1] > 0 else 0
    assert Streak.of(np.array(winners, dtype=np.int64)) == Streak(current, max(runs, default=0))
