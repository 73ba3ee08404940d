"""The board of a small game in words: whole, in characters, and what has changed."""

from __future__ import annotations

import numpy as np
import pytest

from neuron_tui.game.arcade.game import Game, Place, Thing, planes
from neuron_tui.game.arcade.games import GAMES
from neuron_tui.game.arcade.mask import masked_look
from neuron_tui.neuron.q_learning import Cells
from neuron_tui.plain.board import board_in_characters, board_in_words, letters_of, what_changed

THINGS = (Thing("ball", "", ""), Thing("wall", "", ""))


def board(balls: list[Place], walls: list[Place]) -> Cells:
    """Three rows of four cells."""
    return planes(3, 4, tuple(balls), tuple(walls))


def test_a_board_is_told_row_by_row_and_drawn() -> None:
    cells = board([(0, 1)], [(0, 1), (2, 0), (2, 2), (2, 3)])
    assert board_in_words(THINGS, cells) == [
        "Row 1: ball in column 2; wall in column 2.",
        "Row 3: wall in columns 1, 3 and 4.",
    ]
    assert board_in_characters(THINGS, cells) == [".b..", "....", "w.ww", "b ball, w wall, . nothing"]
    assert board_in_characters(THINGS, board([], [(0, 0)]))[-1] == "w wall, . nothing"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (board([(0, 1)], []), board([(1, 1)], []), "ball to row 2"),
        (board([(0, 1)], []), board([(0, 3)], []), "ball to column 4"),
        (board([(0, 1)], []), board([(2, 0)], []), "ball to row 3, column 1"),
        (board([(0, 1)], [(0, 0)]), board([], [(0, 0)]), "ball gone"),
        (board([], [(0, 0)]), board([(0, 1)], [(0, 0), (1, 0)]),
         "ball at row 1 column 2; wall at row 1 column 1 and row 2 column 1"),
        (board([], [(0, column) for column in range(4)] + [(1, 0), (1, 1)]),
         board([], [(0, column) for column in range(1, 4)] + [(1, 0), (1, 1), (2, 0)]),
         "wall also at row 3 column 1, no longer at row 1 column 1"),
    ],
)  # fmt: skip
def test_only_what_is_elsewhere_is_told(before: Cells, after: Cells, said: str) -> None:
    assert what_changed(THINGS, before, after) == said


@pytest.mark.parametrize("game", GAMES, ids=[game.id for game in GAMES])
def test_in_every_game_a_change_is_told_and_every_thing_has_a_letter(game: Game) -> None:
    draw = np.random.default_rng(1)
    for things in (game.things, masked_look(game, draw).things):
        assert len(set(letters_of(things))) == len(things)
    state, told = game.start(draw), 0
    for _ in range(200):
        after, _, over = state.step(int(draw.integers(len(game.actions))), draw)
        changed = what_changed(game.things, state.cells(), after.cells())
        assert bool(changed) != np.array_equal(state.cells(), after.cells())
        told += bool(changed)
        state = game.start(draw) if over else after
    assert told > 20
