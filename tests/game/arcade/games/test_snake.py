"""Snake: it eats and grows, and ends where it bites."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from neuron_tui.game.arcade.game import Place
from neuron_tui.game.arcade.games.snake import LONGEST, MOST_HUNGRY, SIDE, Snake, start

LEFT, RIGHT, UP, DOWN = range(4)
BOARD: tuple[Place, ...] = tuple(product(range(SIDE), range(SIDE)))


def draw(seed: int = 1) -> np.random.Generator:
    return np.random.default_rng(seed)


def winding(length: int) -> tuple[Place, ...]:
    """A body that fills the board row by row, to and fro; its tail is above on the left."""
    way = [(row, column if row % 2 == 0 else SIDE - 1 - column) for row, column in BOARD]
    return tuple(reversed(way[:length]))


@pytest.mark.parametrize(("action", "head"), [(LEFT, (2, 1)), (RIGHT, (2, 3)), (UP, (1, 2)), (DOWN, (3, 2))])
def test_the_head_moves_and_the_body_follows(action: int, head: Place) -> None:
    alone, with_body = Snake(((2, 2),), (5, 5), 3), Snake(((2, 2), (9, 9)), (5, 5), 3)
    assert alone.step(action, draw()) == (Snake((head,), (5, 5), 4), 0.0, False)
    assert with_body.step(action, draw()) == (Snake((head, (2, 2)), (5, 5), 4), 0.0, False)


def test_a_bite_makes_it_longer_and_brings_a_point_and_other_food() -> None:
    after, reward, over = Snake(((2, 2), (2, 1)), (2, 3), 39).step(RIGHT, draw())
    assert (after.body, after.hungry, reward, over) == (((2, 3), (2, 2), (2, 1)), 0, 1.0, False)
    assert after.food not in after.body


@pytest.mark.parametrize(
    ("head", "action"), [((3, 0), LEFT), ((3, SIDE - 1), RIGHT), ((0, 3), UP), ((SIDE - 1, 3), DOWN)]
)
def test_the_wall_is_the_end(head: Place, action: int) -> None:
    snake = Snake((head,), (2, 2))
    assert snake.step(action, draw()) == (snake, -1.0, True)


def test_its_own_body_is_the_end_but_not_the_tail_that_moves_away() -> None:
    curled = Snake(((1, 1), (1, 2), (2, 2), (2, 1)), (5, 5))
    assert curled.step(RIGHT, draw()) == (curled, -1.0, True)
    after, reward, over = curled.step(DOWN, draw())
    assert (after.body, reward, over) == (((2, 1), (1, 1), (1, 2), (2, 2)), 0.0, False)


def test_after_forty_steps_without_a_bite_it_is_over() -> None:
    hungry = Snake(((2, 2),), (5, 5), MOST_HUNGRY - 2)
    after, _, over = hungry.step(LEFT, draw())
    assert not over
    assert after.step(RIGHT, draw())[1:] == (0.0, True)


def test_at_length_fifteen_it_is_over() -> None:
    body = winding(LONGEST - 1)
    row, column = body[0]
    after, reward, over = Snake(body, (row, column + 1)).step(RIGHT, draw())
    assert (len(after.body), reward, over) == (15, 1.0, True)


def test_food_comes_to_every_free_place_and_to_no_other() -> None:
    body = winding(LONGEST - 2)
    row, column = body[0]
    longer = ((row, column + 1), *body)
    after = {Snake(body, longer[0]).step(RIGHT, draw(seed))[0] for seed in range(300)}
    assert {state.food for state in after} == set(BOARD) - set(longer)


def test_it_begins_anywhere_with_food_elsewhere() -> None:
    begun = [start(draw(seed)) for seed in range(500)]
    assert {state.body for state in begun} == {(place,) for place in BOARD}
    assert all(state.food not in state.body for state in begun)


def test_the_first_food_can_be_reached_from_everywhere() -> None:
    for head, food in product(BOARD, BOARD):
        state, reward = Snake((head,), food), 0.0
        for _ in range(abs(head[0] - food[0])):
            state, reward, _ = state.step(DOWN if food[0] > head[0] else UP, draw())
        for _ in range(abs(head[1] - food[1])):
            state, reward, _ = state.step(RIGHT if food[1] > head[1] else LEFT, draw())
        assert reward == (head != food)


def test_what_is_seen() -> None:
    head, body, food = Snake(((1, 1), (1, 2), (2, 2)), (5, 0)).cells()
    assert np.argwhere(head).tolist() == [[1, 1]]
    assert np.argwhere(body).tolist() == [[1, 2], [2, 2]]
    assert np.argwhere(food).tolist() == [[5, 0]]
