"""Key and door: only whoever fetches the key and then goes to the door has a point."""

from __future__ import annotations

from collections import defaultdict, deque

import numpy as np
import pytest

from neuron_tui.game.arcade.game import ARROWS, Place
from neuron_tui.game.arcade.games.key_and_door import (
    BEGIN,
    DOOR,
    KEY,
    KEY_AND_DOOR,
    MOST_STEPS,
    WALLS,
    WATER,
    KeyAndDoor,
)

LEFT, RIGHT, UP, DOWN = range(4)
DRAW = np.random.default_rng(1)
"""Nothing of this game is drawn."""


def beside(place: Place) -> tuple[KeyAndDoor, int]:
    """A place next to this one where somebody can stand, and the action that leads from there to it."""
    for action, (down, right) in enumerate(ARROWS.values()):
        there = place[0] - down, place[1] - right
        inside = all(0 <= coordinate < KEY_AND_DOOR.rows for coordinate in there)
        if inside and there not in (*WALLS, *WATER, DOOR):
            return KeyAndDoor(there), action
    raise AssertionError(place)


@pytest.mark.parametrize("wall", WALLS)
def test_a_wall_stops_you(wall: Place) -> None:
    here, action = beside(wall)
    after, reward, over = here.step(action, DRAW)
    assert (after.you, after.steps, reward, over) == (here.you, 1, 0.0, False)


@pytest.mark.parametrize("water", WATER)
def test_water_is_the_end(water: Place) -> None:
    here, action = beside(water)
    after, reward, over = here.step(action, DRAW)
    assert (after.you, reward, over) == (water, 0.0, True)


def test_the_edge_of_the_board_stops_you() -> None:
    assert BEGIN[0] == KEY_AND_DOOR.rows - 1
    assert KeyAndDoor().step(DOWN, DRAW) == (KeyAndDoor(steps=1), 0.0, False)


def test_the_key_is_taken_and_not_seen_any_more() -> None:
    here, action = beside(KEY)
    assert here.cells()[3].sum() == 1
    after, reward, over = here.step(action, DRAW)
    assert (after.you, after.has_key, reward, over) == (KEY, True, 0.0, False)
    assert after.cells()[3].sum() == 0


def test_the_door_stays_closed_without_the_key_and_opens_with_it() -> None:
    here, action = beside(DOOR)
    assert here.step(action, DRAW) == (KeyAndDoor(here.you, steps=1), 0.0, False)
    with_key = KeyAndDoor(here.you, has_key=True)
    assert with_key.step(action, DRAW) == (KeyAndDoor(DOOR, has_key=True, steps=1), 1.0, True)


def test_after_fifty_steps_it_is_over() -> None:
    state, over = KeyAndDoor(), False
    while not over:
        state, reward, over = state.step(DOWN, DRAW)
        assert reward == 0
    assert state.steps == MOST_STEPS == 50


def test_there_is_a_way_and_it_is_short_enough() -> None:
    """Every place, with the key and without it, by the fewest steps there."""
    begin = KeyAndDoor()
    ways, following = {(begin.you, begin.has_key): 0}, deque([begin])
    while following:
        here = following.popleft()
        for action in (LEFT, RIGHT, UP, DOWN):
            after, reward, over = here.step(action, DRAW)
            if reward:
                assert after.steps < MOST_STEPS
                return
            if not over and (after.you, after.has_key) not in ways:
                ways[after.you, after.has_key] = after.steps
                following.append(after)
    raise AssertionError(f"the door was never reached from {sorted(ways)}")


def test_chance_alone_hardly_ever_opens_the_door() -> None:
    """Of all ways to press keys by lot, what share opens it: not even one in 100,000 games."""
    opened, there = 0.0, {KeyAndDoor(): 1.0}
    while there:
        following: dict[KeyAndDoor, float] = defaultdict(float)
        for state, share in there.items():
            for action in (LEFT, RIGHT, UP, DOWN):
                after, reward, over = state.step(action, DRAW)
                opened += share / 4 * reward
                if not over:
                    following[after] += share / 4
        there = following
    assert 0 < opened < 1e-5
