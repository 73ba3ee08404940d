"""A round is ten games in a row; what is pressed after it does nothing."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.arcade.game import ARROWS
from neuron_tui.game.arcade.games.catch import CATCH, LEFT, RIGHT, STAY, Catch
from neuron_tui.game.arcade.games.snake import SNAKE, Snake
from neuron_tui.game.arcade.round import Round


def to_the_end(round: Round, draw: np.random.Generator, wins: int) -> Round:
    """The round with every ball caught until there are so many points, and then none."""
    while not round.over:
        round = round.next_game(draw)
        state = round.state
        assert isinstance(state, Catch)
        towards = STAY + int(np.sign(state.column - state.basket))
        away = RIGHT if state.column < 2 else LEFT
        caught = sum(points == 1 for points in round.points)
        round = round.press(towards if caught < wins else away, draw)
    return round


def test_ten_games_and_their_mean() -> None:
    draw = np.random.default_rng(1)
    done = to_the_end(Round.begin(CATCH, draw), draw, wins=7)
    assert done.points == (1.0,) * 7 + (-1.0,) * 3
    assert done.mean == (7 - 3) / 10
    assert done.steps == 10 * 7


def test_after_the_last_game_nothing_changes() -> None:
    draw = np.random.default_rng(2)
    done = to_the_end(Round.begin(CATCH, draw), draw, wins=10)
    assert done.press(STAY, draw) is done
    assert done.next_game(draw) is done


def test_the_end_of_a_game_is_seen_until_the_next_key() -> None:
    draw = np.random.default_rng(3)
    here = Round.begin(CATCH, draw)
    assert (here.mean, here.next_game(draw)) == (0.0, here)
    for _ in range(7):
        assert not here.ended
        here = here.press(STAY, draw)
    assert here.ended
    assert (here.points, here.reward, here.brought) == ((here.reward,),) + (here.reward,) * 2
    assert isinstance(here.state, Catch)
    assert here.state.row == 7
    assert here.number == 1
    after = here.press(STAY, draw)
    assert isinstance(after.state, Catch)
    assert (after.state.row, after.ended, after.brought, after.points) == (0, False, 0.0, here.points)
    assert (after.number, after.steps) == (2, 7)


@given(st.integers(0, 1_000), st.lists(st.integers(0, 2), min_size=1, max_size=90))
def test_points_of_all_games_are_those_of_all_steps(seed: int, actions: list[int]) -> None:
    """A ball falls for seven keys, and one more brings the next."""
    draw = np.random.default_rng(seed)
    here, total = Round.begin(CATCH, draw), 0.0
    for action in actions:
        before, here = here, here.press(action, draw)
        total += here.reward * (here.steps - before.steps)
    assert sum(here.points) == total
    assert len(here.points) == min((len(actions) + 1) // 8, 10)


def test_the_points_of_a_game_are_those_of_all_its_steps() -> None:
    draw = np.random.default_rng(4)
    here, brought = Round(SNAKE, Snake(((2, 2),), (2, 3))), []
    while not here.ended:
        here = here.press(list(ARROWS).index("right"), draw)
        brought.append(here.reward)
    assert (brought[0], brought[-1]) == (1, -1), "a bite, and then the wall"
    assert here.points == (sum(brought),)
    assert here.brought == sum(brought)
