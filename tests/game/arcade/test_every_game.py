"""What holds of every game, whatever is done in it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.arcade.game import Game
from neuron_tui.game.arcade.games import GAMES, game_called
from neuron_tui.neuron.q_learning import Cells

ONE_OF_EACH = {
    "catch": {"ball", "basket"},
    "road": {"you"},
    "snake": {"head", "food"},
    "key-and-door": {"you", "door"},
}
"""Of which things there is always exactly one on the board."""
REWARDS = {
    "catch": {0.0, 1.0, -1.0},
    "road": {0.0, 1.0, -1.0, -0.5},
    "snake": {0.0, 1.0, -1.0},
    "key-and-door": {0.0, 1.0},
}
LONGEST = {"catch": 7, "road": 30, "snake": 40 * 15, "key-and-door": 50}
"""No game takes more steps."""


def fits(game: Game, cells: Cells) -> bool:
    """Whether this can be a board of the game."""
    names = [thing.name for thing in game.things]
    alone = [plane for name, plane in zip(names, cells, strict=True) if name in ONE_OF_EACH[game.id]]
    return (
        cells.shape == (len(game.things), game.rows, game.columns)
        and set(np.unique(cells)) <= {0, 1}
        and all(plane.sum() == 1 for plane in alone)
    )


@given(st.sampled_from(GAMES), st.integers(0, 2**32), st.data())
def test_nothing_ever_leaves_the_board_and_points_are_as_told(
    game: Game, seed: int, data: st.DataObject
) -> None:
    draw = np.random.default_rng(seed)
    state, over = game.start(draw), False
    assert fits(game, state.cells())
    for action in data.draw(st.lists(st.integers(0, len(game.actions) - 1), max_size=60)):
        if not over:
            before, seen = state, state.cells()
            state, reward, over = state.step(action, draw)
            assert fits(game, state.cells())
            assert reward in REWARDS[game.id]
            assert (before.cells() == seen).all(), "what was does not change"


@pytest.mark.parametrize("game", GAMES, ids=[game.id for game in GAMES])
def test_every_game_ends_also_for_who_never_does_what_would_end_it(game: Game) -> None:
    for seed in range(20):
        draw = np.random.default_rng(seed)
        state, over, steps = game.start(draw), False, 0
        while not over:
            after = [state.step(action, draw) for action in draw.permutation(len(game.actions)).tolist()]
            state, _, over = min(after, key=lambda step: step[2])
            steps += 1
            assert steps <= LONGEST[game.id]


@pytest.mark.parametrize("game", GAMES, ids=[game.id for game in GAMES])
def test_a_game_is_told_apart_and_described(game: Game) -> None:
    assert game_called(game.id) is game
    assert game.inputs == game.start(np.random.default_rng(1)).cells().size
    assert len({thing.name for thing in game.things}) == len({thing.glyph for thing in game.things})
    assert len({action.name for action in game.actions}) == len({action.arrow for action in game.actions})
