"""Road: you move, and then the cars do."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from neuron_tui.game.arcade.game import Place
from neuron_tui.game.arcade.games.road import (
    BACK,
    COLUMN,
    FORWARD,
    LANES,
    MOST_STEPS,
    SIDE,
    WAIT,
    Road,
    start,
)

DRAW = np.random.default_rng(1)


def cars(*columns: int) -> tuple[Place, ...]:
    """A car in each lane, from the top."""
    return tuple(zip(LANES, columns, strict=True))


FAR = cars(4, 4, 4, 4)
"""None of them comes near in a step."""


@pytest.mark.parametrize(("action", "row"), [(FORWARD, 2), (WAIT, 3), (BACK, 4)])
def test_you_and_the_cars_move_the_lanes_to_either_side_by_turns(action: int, row: int) -> None:
    assert Road(3, FAR, 7).step(action, DRAW) == (Road(row, cars(5, 3, 5, 3), 8), 0.0, False)


def test_cars_come_back_on_the_other_side() -> None:
    assert Road(5, cars(5, 0, 5, 0)).step(WAIT, DRAW)[0].cars == cars(0, 5, 0, 5)


def test_there_is_no_way_back_from_where_you_began() -> None:
    assert Road(SIDE - 1, FAR).step(BACK, DRAW)[0].row == SIDE - 1


def test_on_the_other_side_you_have_a_point() -> None:
    after, reward, over = Road(1, FAR).step(FORWARD, DRAW)
    assert (after.row, reward, over) == (0, 1.0, True)


@pytest.mark.parametrize(
    ("row", "action", "columns"),
    [
        (2, FORWARD, (1, 4, 4, 4)),
        (1, WAIT, (1, 4, 4, 4)),
        (3, FORWARD, (4, 3, 4, 4)),
        (3, BACK, (4, 4, 4, 3)),
    ],
)
def test_a_car_that_comes_where_you_are_hits_you(row: int, action: int, columns: tuple[int, ...]) -> None:
    _, reward, over = Road(row, cars(*columns)).step(action, DRAW)
    assert (reward, over) == (-1.0, True)


def test_a_car_that_leaves_your_column_in_time_does_not_hit_you() -> None:
    after, reward, over = Road(2, cars(COLUMN, 4, 4, 4)).step(FORWARD, DRAW)
    assert (after.row, reward, over) == (1, 0.0, False)


def test_time_is_over_after_thirty_steps_unless_you_arrive_or_are_hit_with_the_last() -> None:
    late = MOST_STEPS - 1
    assert late == 29
    assert Road(5, FAR, late).step(WAIT, DRAW)[1:] == (-0.5, True)
    assert Road(1, FAR, late).step(FORWARD, DRAW)[1:] == (1.0, True)
    assert Road(1, cars(1, 4, 4, 4), late).step(WAIT, DRAW)[1:] == (-1.0, True)


def test_it_begins_on_your_side_with_a_car_anywhere_in_each_lane() -> None:
    begun = [start(np.random.default_rng(seed)) for seed in range(100)]
    assert {state.row for state in begun} == {SIDE - 1}
    for lane in range(4):
        assert {state.cars[lane] for state in begun} == {(LANES[lane], column) for column in range(SIDE)}


def test_every_road_can_be_crossed() -> None:
    """The rows that can be stood on after each step, from every start."""
    for columns in product(range(SIDE), repeat=4):
        there = {Road(SIDE - 1, cars(*columns))}
        while there:
            after = [state.step(action, DRAW) for state in there for action in (FORWARD, WAIT, BACK)]
            if any(reward == 1 for _, reward, _ in after):
                break
            there = {state for state, _, over in after if not over}
        assert there, columns


def test_what_is_seen() -> None:
    you, seen = Road(3, cars(0, 1, 5, 2)).cells()
    assert np.argwhere(you).tolist() == [[3, COLUMN]]
    assert np.argwhere(seen).tolist() == [[1, 0], [2, 1], [3, 5], [4, 2]]
