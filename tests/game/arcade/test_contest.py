"""You and a network on one game: what comes after what, and what is told when."""

from __future__ import annotations

import numpy as np
import pytest

from neuron_tui.game.arcade.contest import Contest, Stage
from neuron_tui.game.arcade.games.catch import CATCH, LEFT, RIGHT, STAY, Catch
from neuron_tui.game.arcade.guess import STOPS
from neuron_tui.game.arcade.round import GAMES_OF_A_ROUND

FALL = 7
"""A game of Catch is over after so many keys."""


def begun() -> tuple[Contest, np.random.Generator]:
    draw = np.random.default_rng(5)
    return Contest.begin(CATCH, draw), draw


def a_game(contest: Contest, draw: np.random.Generator, *, well: bool = True) -> Contest:
    """The contest after a game that is begun and played to its end."""
    contest = contest.go_on(draw)
    for _ in range(FALL):
        state = contest.yours.state
        assert isinstance(state, Catch)
        goal = state.column if well else 4 * (state.column < 2)
        contest = contest.press((LEFT, STAY, RIGHT)[int(np.sign(goal - state.basket)) + 1], draw)
    assert contest.yours.ended
    return contest


def test_a_round_is_ten_games_and_then_you_guess() -> None:
    contest, draw = begun()
    for game in range(1, GAMES_OF_A_ROUND + 1):
        contest = a_game(contest, draw, well=game > 3)
        assert (contest.stage, contest.yours.number) == (Stage.MASKED, game)
    assert contest.yours.over
    assert contest.yours.points == (-1.0,) * 3 + (1.0,) * 7
    assert (contest.yours.mean, contest.yours.steps) == (pytest.approx(0.4), 10 * FALL)
    assert contest.go_on(draw).stage is Stage.GUESS


def test_who_has_not_played_a_game_has_not_had_enough() -> None:
    contest, draw = begun()
    assert contest.press(STAY, draw).enough().stage is Stage.MASKED
    assert a_game(contest, draw).enough().stage is Stage.GUESS


def test_the_guess_stays_on_the_scale_and_stands_once_it_learns() -> None:
    contest, draw = begun()
    assert contest.say(0).guess == contest.guess, "before the round is over nothing is said"
    guessing = a_game(contest, draw).enough()
    assert [guessing.say(stop).guess for stop in (-1, 0, 7, 8)] == [10, 10, None, None]
    learning = guessing.say(2).go_to(Stage.LEARNING)
    assert learning.say(0).guess == STOPS[2] == 100


def test_nothing_is_told_until_the_guess_stands_and_all_is_from_then_on() -> None:
    contest, draw = begun()
    guessing = a_game(contest, draw).enough()
    assert contest.look.masked
    assert guessing.look.masked
    learning = guessing.go_to(Stage.LEARNING)
    assert (learning.look.things, learning.look.actions) == (CATCH.things, CATCH.actions)
    assert learning.look.keys == {1: LEFT, 2: STAY, 3: RIGHT}


def test_the_round_with_names_leaves_the_masked_one_as_it_was() -> None:
    contest, draw = begun()
    judged = a_game(contest, draw, well=False).enough().go_to(Stage.VERDICT)
    assert judged.press(LEFT, draw) == judged, "nobody plays now"
    opened = a_game(judged.play_open(draw), draw)
    assert (opened.stage, opened.yours.points, opened.masked.points) == (Stage.OPEN, (1.0,), (-1.0,))
    ended = opened.enough()
    assert ended.stage is Stage.END
    assert not ended.you_play
    assert ended.press(LEFT, draw) == ended
