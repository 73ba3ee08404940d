"""Ten games in a row, played by a person."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator

from neuron_tui.game.arcade.game import Game
from neuron_tui.neuron.q_learning import State

GAMES_OF_A_ROUND = 10


@dataclass(frozen=True)
class Round:
    """The games so far. `points` holds those of each that is over, `brought` those of the one that is played.

    Between two games the last one's end is still seen: `ended` says so, and `reward` what the last step was.
    """

    game: Game
    state: State
    points: tuple[float, ...] = ()
    brought: float = 0.0
    reward: float = 0.0
    steps: int = 0
    ended: bool = False

    @classmethod
    def begin(cls, game: Game, draw: Generator) -> Round:
        return cls(game, game.start(draw))

    @property
    def over(self) -> bool:
        """Whether the last game is over."""
        return len(self.points) == GAMES_OF_A_ROUND

    @property
    def number(self) -> int:
        """Which game is on the board, from 1."""
        return len(self.points) + (not self.ended)

    @property
    def mean(self) -> float:
        """The mean points of the games that are over; 0 where there is none."""
        return float(np.mean(self.points)) if self.points else 0.0

    def press(self, action: int, draw: Generator) -> Round:
        """The round after an action. Where a game has ended, the next one comes before it is played."""
        if self.ended:
            return self.next_game(draw)
        state, reward, over = self.state.step(action, draw)
        brought = self.brought + reward
        points = (*self.points, brought) if over else self.points
        return replace(
            self, state=state, points=points, brought=brought, reward=reward, steps=self.steps + 1, ended=over
        )

    def next_game(self, draw: Generator) -> Round:
        """The same round with the next game on the board, where one has ended."""
        if not self.ended or self.over:
            return self
        return replace(self, state=self.game.start(draw), brought=0.0, reward=0.0, ended=False)
