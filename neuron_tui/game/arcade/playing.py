"""Many games in a row, by a network that explores no more, or by lot."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.random import Generator

from neuron_tui.game.arcade.game import Game, drawn
from neuron_tui.neuron.q_learning import Learning, State, Weights, best_action
from neuron_tui.neuron.q_network import QNetwork

GAMES = 100
GAMES_BY_LOT, SEED = 400, 1
"""What a network begins with is the mean of so many games by lot, always the same ones."""


def network_of(game: Game) -> QNetwork:
    """The network that learns a game."""
    return QNetwork(game.inputs, game.hidden, len(game.actions))


def learning_of(game: Game, seed: int, steps: int | None = None) -> Learning:
    """The learning of a game, of as many steps as it takes, or as were asked for."""
    return Learning(game.start, network_of(game), game.steps if steps is None else steps, seed)


def greedy_mean(game: Game, weights: Weights, seed: int) -> float:
    """The mean points of `GAMES` games in which the network always does what it thinks best."""
    network = network_of(game)
    return _mean(game, lambda state, _: best_action(network, weights, state.cells()), seed)


def mean_by_lot(game: Game) -> float:
    """The mean points with which a network begins."""
    return random_mean(game, SEED, GAMES_BY_LOT)


def random_mean(game: Game, seed: int, games: int = GAMES) -> float:
    """The mean points of so many games in which every action is drawn by lot."""
    return _mean(game, lambda _, draw: drawn(draw, len(game.actions)), seed, games)


def _mean(game: Game, choose: Callable[[State, Generator], int], seed: int, games: int = GAMES) -> float:
    draw = np.random.default_rng(seed)
    total = 0.0
    for _ in range(games):
        state, over = game.start(draw), False
        while not over:
            state, reward, over = state.step(choose(state, draw), draw)
            total += reward
    return total / games
