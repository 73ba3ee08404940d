"""One step of a learning closely: what was expected of what was done, and what should have been."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuron_tui.game.arcade.game import Game
from neuron_tui.neuron.neuron import Array
from neuron_tui.neuron.q_learning import (
    COPIED_EVERY,
    DISCOUNT,
    KEPT_EVERY,
    PRECISION,
    Cells,
    Recording,
    targets,
)


@dataclass(frozen=True, eq=False)
class Moment:
    """The last of so many `steps`, from 1; and the board as that step left it.

    The weights are those of the last hundredth step before it, for only these are kept.
    """

    game: Game
    recording: Recording
    steps: int

    @property
    def board(self) -> Cells:
        """What is seen now: the end of the last step, or how the first game begins."""
        flat = self.recording.after[self.steps - 1] if self.steps else self.recording.before[0]
        return self._shaped(flat)

    @property
    def before(self) -> Cells:
        """What was seen before the last step."""
        return self._shaped(self.recording.before[max(self.steps - 1, 0)])

    def _shaped(self, flat: Cells) -> Cells:
        game = self.game
        return flat.reshape(len(game.things), game.rows, game.columns)

    @property
    def ended(self) -> bool:
        """Whether the last step ended a game."""
        return bool(self.steps and self.recording.overs[self.steps - 1])

    @property
    def action(self) -> int:
        """What was done in the last step."""
        return int(self.recording.actions[self.steps - 1])

    @property
    def reward(self) -> float:
        """The points for it."""
        return float(self.recording.rewards[self.steps - 1]) if self.steps else 0.0

    @property
    def brought(self) -> float:
        """The points of the game that is on the board, so far."""
        ends = np.flatnonzero(self.recording.overs[: max(self.steps - 1, 0)])
        begun = int(ends[-1]) + 1 if len(ends) else 0
        return float(self.recording.rewards[begun : self.steps].sum())

    @property
    def exploring(self) -> float:
        """How often an action is drawn by lot now."""
        return self.recording.learning.exploring(self.steps)

    def values(self, board: Cells) -> Array:
        """What is expected of each action on a board, shape `(actions,)`."""
        weights = self.recording.weights(self.steps)
        values = self.recording.learning.network.values(weights, board.ravel().astype(PRECISION))
        return np.asarray(values, np.float64)

    @property
    def expected(self) -> float:
        """What was expected of the action that was taken."""
        return float(self.values(self.before)[self.action])

    @property
    def best_next(self) -> float:
        """The most that could be expected after it, by the old weights; 0 where the game was over."""
        return (self.should - self.reward) / DISCOUNT

    @property
    def should(self) -> float:
        """What should have been expected: the points, and the best of what comes, discounted."""
        step, recording = self.steps - 1, self.recording
        here = slice(step, step + 1)
        after = recording.after[here].astype(PRECISION)
        old = recording.old_weights(step)
        network = recording.learning.network
        return float(targets(network, old, recording.rewards[here], after, recording.overs[here])[0])

    @property
    def kept_at(self) -> int:
        """The step whose weights stand for those of the last step."""
        return self.steps // KEPT_EVERY * KEPT_EVERY

    @property
    def copied_at(self) -> int:
        """The step at which the network that the targets come from was copied."""
        return (self.steps - 1) // COPIED_EVERY * COPIED_EVERY

    @property
    def error(self) -> float:
        """By how much too little was expected; negative where it was too much."""
        return self.should - self.expected

    def hidden_weights(self, hidden: int) -> Array:
        """What a hidden neuron looks for: its weight for each cell, shape `(kinds, rows, columns)`."""
        layer_1, _ = self.recording.learning.network.layers(self.recording.weights(self.steps))
        game = self.game
        its_weights = np.asarray(layer_1[:-1, hidden], np.float64)
        return its_weights.reshape(len(game.things), game.rows, game.columns)

    def onward(self, hidden: int) -> Array:
        """What a hidden neuron of activation 1 adds to the value of each action, shape `(actions,)`."""
        _, layer_2 = self.recording.learning.network.layers(self.recording.weights(self.steps))
        return np.asarray(layer_2[hidden], np.float64)

    def activation(self, hidden: int, board: Cells) -> float:
        """How strongly it speaks up on a board, at least 0."""
        network, weights = self.recording.learning.network, self.recording.weights(self.steps)
        return float(network.hidden_outputs(weights, board.ravel().astype(PRECISION))[hidden])
