"""Deep Q-learning: a network plays a game, and learns from the points alone what each action is worth.

After Mnih and others (2013), "Playing Atari with Deep Reinforcement Learning" (arXiv 1312.5602), and (2015),
"Human-level control through deep reinforcement learning", Nature 518, 529-533, made small.

A learning is a tape, too: what was lived through at every step, and the weights of every hundredth. All that
is shown of it is computed from these two and a step.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from neuron_tui.neuron.neuron import Array
from neuron_tui.neuron.q_network import QNetwork, Real

Cells = NDArray[np.uint8]
"""What is seen of a game: a plane of 0/1 for each kind of thing, shape `(kinds, rows, columns)`."""
Flags = NDArray[np.bool_]
PRECISION = np.float32
"""Seven digits are enough to learn by, and twice as fast as sixteen."""
Weights = NDArray[np.float32]

KEPT_EVERY = 100
"""The weights of every so many steps are kept."""
MEMORY = 5_000
"""The latest steps, which are learned from again and again."""
MINIBATCH = 32
"""So many of them are drawn for each adjustment."""
COPIED_EVERY = 500
"""After so many steps the targets follow the network."""
DISCOUNT = 0.95
"""What points are worth that come a step later."""
LEARNING_RATE = 0.2
"""Of half the squared errors: as 0.1 of whole ones."""
LEAST_EXPLORING = 0.05
EXPLORING_SHARE = 1 / 3
"""The share of the steps in which exploring falls from 1 to the least."""


class State(Protocol):
    """One moment of a game. It never changes: a step makes another one."""

    def cells(self) -> Cells:
        """What is seen of it."""

    def step(self, action: int, draw: Generator) -> tuple[State, float, bool]:
        """The moment after an action, the points for it, and whether the game is over."""


@dataclass(frozen=True)
class Learning:
    """All that decides a learning: the same one always comes out the same, bit for bit.

    `start` begins a game; `network` has an input for each of its cells and an output for each of its actions.
    """

    start: Callable[[Generator], State]
    network: QNetwork
    steps: int
    seed: int = 1

    def exploring(self, step: int) -> float:
        """How often an action is drawn by lot at a step: from 1 to LEAST_EXPLORING, and then steady."""
        done = min(step / (EXPLORING_SHARE * self.steps), 1.0)
        return 1 + (LEAST_EXPLORING - 1) * done


def targets(
    network: QNetwork, weights: NDArray[Real], rewards: Array, after: NDArray[Real], overs: Flags
) -> Array:
    """What should have been expected: the points, and the best that can be expected next, discounted.

    After the last step of a game nothing comes. `after` has shape `(examples, inputs)`, all else, and the
    result, `(examples,)`.
    """
    best = network.values(weights, after).max(axis=1)
    return np.asarray(rewards + DISCOUNT * best * ~overs)


class Recording:
    """A learning that is being recorded, in slices as long as the caller likes. To cancel, stop recording.

    Steps are counted from 0; the first `recorded` are there. Step i: in `before[i]` the network took
    `actions[i]`, had `rewards[i]` points for it and saw `after[i]`; `overs[i]` tells whether that ended the
    game, so that `before[i + 1]` begins another one. `before` and `after` have shape `(steps, inputs)`.
    """

    def __init__(self, learning: Learning) -> None:
        self.learning = learning
        network, steps = learning.network, learning.steps
        self.before, self.after = (np.zeros((steps, network.inputs), dtype=np.uint8) for _ in range(2))
        self.actions = np.zeros(steps, dtype=np.int64)
        self.rewards: Array = np.zeros(steps)
        self.overs = np.zeros(steps, dtype=np.bool_)
        self.recorded = 0
        self._draw = np.random.default_rng(learning.seed)
        self._weights: Weights = network.start_weights(self._draw).astype(PRECISION)
        self._old = self._weights.copy()
        self._tape: Weights = np.empty((steps // KEPT_EVERY + 1, network.size), PRECISION)
        self._tape[0] = self._weights
        self._begin()
        self.before[0] = self._seen.ravel()  # it is seen before the first step is taken

    @property
    def last(self) -> int:
        """How many steps there are in all."""
        return self.learning.steps

    def weights(self, step: int) -> Weights:
        """The weights of a step, or of the last one before it that are kept, shape `(size,)`."""
        return np.asarray(self._tape[step // KEPT_EVERY])

    def old_weights(self, step: int) -> Weights:
        """The weights that the targets of a step were computed with, shape `(size,)`."""
        return self.weights(step // COPIED_EVERY * COPIED_EVERY)

    def record(self, rows: int) -> None:
        """Take so many more steps; fewer where the learning ends first."""
        for _ in range(min(rows, self.last - self.recorded)):
            self._act()
            self._learn()

    def _begin(self) -> None:
        """The next game."""
        self._state = self.learning.start(self._draw)
        self._seen = self._state.cells()

    def _act(self) -> None:
        """One step of the game: what the network thinks best, or, to explore, an action by lot."""
        step, network = self.recorded, self.learning.network
        if self._draw.random() < self.learning.exploring(step):
            action = int(self._draw.random() * network.actions)
        else:
            action = best_action(network, self._weights, self._seen)
        self._state, reward, over = self._state.step(action, self._draw)
        self.before[step], self._seen = self._seen.ravel(), self._state.cells()
        self.after[step] = self._seen.ravel()
        self.actions[step], self.rewards[step], self.overs[step] = action, reward, over
        self.recorded += 1
        if over:
            self._begin()

    def _learn(self) -> None:
        """One adjustment, from steps that are drawn from the memory."""
        recorded, network = self.recorded, self.learning.network
        if recorded >= MINIBATCH:
            back = (self._draw.random(MINIBATCH) * min(recorded, MEMORY)).astype(np.int64)
            drawn = recorded - 1 - back
            before, after = self.before[drawn].astype(PRECISION), self.after[drawn].astype(PRECISION)
            should = targets(network, self._old, self.rewards[drawn], after, self.overs[drawn])
            change = network.adjustment(self._weights, before, self.actions[drawn], should)
            change *= LEARNING_RATE
            self._weights += change
        if recorded % COPIED_EVERY == 0:
            self._old = self._weights.copy()
        if recorded % KEPT_EVERY == 0:
            self._tape[recorded // KEPT_EVERY] = self._weights


def best_action(network: QNetwork, weights: NDArray[Real], cells: Cells) -> int:
    """The action that the network expects most of. `cells`: what is seen, of any shape."""
    return int(network.values(weights, cells.ravel().astype(weights.dtype)).argmax())
