"""A network learns the games from their points alone."""

from __future__ import annotations

import pytest

from neuron_tui.game.arcade.game import Game
from neuron_tui.game.arcade.games.catch import CATCH
from neuron_tui.game.arcade.games.road import ROAD
from neuron_tui.game.arcade.playing import greedy_mean, learning_of, random_mean
from neuron_tui.neuron.q_learning import Recording


def learned(game: Game, seed: int) -> float:
    """How good a network is after the steps that the game says, without exploring."""
    recording = Recording(learning_of(game, seed))
    recording.record(recording.last)
    assert recording.last <= 16_000
    return greedy_mean(game, recording.weights(recording.last), seed)


@pytest.mark.slow
def test_nine_of_ten_networks_learn_to_catch() -> None:
    assert sum(learned(CATCH, seed) >= 0.95 for seed in range(1, 11)) >= 9


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_they_learn_to_cross_the_road(seed: int) -> None:
    """Measured once with ten seeds: 0.925 to 1.00."""
    assert learned(ROAD, seed) >= 0.85


def test_who_plays_by_lot_is_bad_at_it() -> None:
    assert random_mean(CATCH, 1) < 0
    assert random_mean(ROAD, 1) < -0.5
    assert random_mean(CATCH, 1) == random_mean(CATCH, 1) != random_mean(CATCH, 2)
