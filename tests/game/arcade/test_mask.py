"""The masked look tells nothing; the open one tells all. Either way every key does one action."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.arcade.game import ARROWS, Game
from neuron_tui.game.arcade.games import GAMES
from neuron_tui.game.arcade.mask import GLYPHS, Look, masked_look, open_look

looks = st.builds(
    lambda game, seed: (game, masked_look(game, np.random.default_rng(seed))),
    st.sampled_from(GAMES),
    st.integers(0, 2**32),
)


def done_by(look: Look) -> list[list[int]]:
    """What the numbered keys do, and what the arrows do that do anything, in order."""
    arrows = [look.action_of(arrow) for arrow in ARROWS]
    return [sorted(look.keys.values()), sorted(action for action in arrows if action is not None)]


@given(looks)
def test_a_masked_look_names_nothing(found: tuple[Game, Look]) -> None:
    game, look = found
    numbers = [str(number + 1) for number in range(len(game.actions))]
    assert [thing.name for thing in look.things] == [GLYPHS[thing.glyph] for thing in look.things]
    assert not {thing.name for thing in look.things} & {thing.name for thing in game.things}
    assert sorted(action.name for action in look.actions) == [f"key {number}" for number in numbers]


@given(looks)
def test_each_key_and_each_arrow_does_another_action_and_all_are_done(found: tuple[Game, Look]) -> None:
    game, look = found
    every = list(range(len(game.actions)))
    assert done_by(look) == [every, every]
    assert sorted(look.keys) == [action + 1 for action in every]
    assert {action.arrow for action in look.actions} == {action.arrow for action in game.actions}
    for key, action in look.keys.items():
        assert look.actions[action].name == f"key {key}"


@given(looks)
def test_things_are_told_apart_by_glyph_by_colour_and_by_a_letter(found: tuple[Game, Look]) -> None:
    game, look = found
    glyphs, styles = {thing.glyph for thing in look.things}, {thing.style for thing in look.things}
    for seen in (glyphs, styles, {thing.name[0] for thing in look.things}):
        assert len(seen) == len(game.things)


@pytest.mark.parametrize("game", GAMES, ids=[game.id for game in GAMES])
def test_another_seed_is_another_mask(game: Game) -> None:
    masks = [masked_look(game, np.random.default_rng(seed)) for seed in range(40)]
    assert len({tuple(thing.glyph for thing in mask.things) for mask in masks}) > 20
    assert len({tuple(thing.style for thing in mask.things) for mask in masks}) > 10
    assert len({tuple(mask.keys.items()) for mask in masks}) >= 6
    assert len({tuple(action.arrow for action in mask.actions) for mask in masks}) >= 6


@pytest.mark.parametrize("game", GAMES, ids=[game.id for game in GAMES])
def test_the_open_look_is_the_game_itself(game: Game) -> None:
    look = open_look(game)
    assert (look.things, look.actions, look.masked) == (game.things, game.actions, False)
    assert [look.action_of(action.arrow) for action in game.actions] == list(range(len(game.actions)))
    assert [look.actions[look.keys[key]].name for key in sorted(look.keys)] == [a.name for a in game.actions]
