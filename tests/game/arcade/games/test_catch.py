"""Catch: a ball falls a row with each step, and the basket is to be under it."""

from __future__ import annotations

import numpy as np
import pytest

from neuron_tui.game.arcade.games.catch import COLUMNS, LEFT, RIGHT, ROWS, STAY, Catch, start

DRAW = np.random.default_rng(1)
LAST = ROWS - 2
"""The row from which the ball falls into the lowest."""


def test_it_begins_with_the_ball_above_in_any_column_and_the_basket_in_the_middle() -> None:
    begun = {start(np.random.default_rng(seed)) for seed in range(100)}
    assert begun == {Catch(0, column, 2) for column in range(5)}


@pytest.mark.parametrize(("action", "basket"), [(LEFT, 1), (STAY, 2), (RIGHT, 3)])
def test_the_basket_moves_while_the_ball_falls(action: int, basket: int) -> None:
    assert Catch(0, 4, 2).step(action, DRAW) == (Catch(1, 4, basket), 0.0, False)


def test_the_basket_stays_at_the_edge() -> None:
    assert Catch(0, 4, 0).step(LEFT, DRAW)[0].basket == 0
    assert Catch(0, 4, COLUMNS - 1).step(RIGHT, DRAW)[0].basket == COLUMNS - 1


def test_the_last_move_still_counts() -> None:
    assert Catch(LAST, 3, 2).step(RIGHT, DRAW) == (Catch(ROWS - 1, 3, 3), 1.0, True)
    assert Catch(LAST, 3, 2).step(STAY, DRAW) == (Catch(ROWS - 1, 3, 2), -1.0, True)


@pytest.mark.parametrize("column", range(COLUMNS))
def test_every_ball_can_be_caught(column: int) -> None:
    state, over, reward = Catch(0, column, 2), False, 0.0
    while not over:
        state, reward, over = state.step(STAY + int(np.sign(column - state.basket)), DRAW)
    assert reward == 1


def test_what_is_seen() -> None:
    ball, basket = Catch(3, 1, 4).cells()
    assert np.argwhere(ball).tolist() == [[3, 1]]
    assert np.argwhere(basket).tolist() == [[7, 4]]
