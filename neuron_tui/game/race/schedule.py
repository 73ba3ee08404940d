"""All that a race's seed decides before anyone has answered: figures, order, and the neuron's run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from neuron_tui.game.race.kinds import INPUTS, ROWS, Outputs
from neuron_tui.neuron import Neuron
from neuron_tui.neuron.neuron import Array
from neuron_tui.neuron.online import TrialOrders, learn, outputs_before

Flags = NDArray[np.bool_]

ROUND = len(ROWS)
"""Trials in a round, which is half a block."""
BLOCK = 2 * ROUND
BLOCKS = 16
TRIALS = BLOCK * BLOCKS
CRITERION = 4
"""Faultless rounds in a row that end a race."""
Ordering = Literal["study", "rounds"]
ORDERINGS: Final[tuple[Ordering, ...]] = get_args(Ordering)
"""How the rows are shuffled. In the first block each round shows all eight, in both. After that, as in the
study, each block shows every row twice; in races of earlier versions, each round showed every row once."""
NEURON = Neuron(INPUTS, threshold=True)
FEATURES = ("size", "colour", "shape")
VALUES = (("small", "large"), ("white", "black"), ("triangle", "square"))
"""The two values of each feature. Without a disguise, the second one is 1."""


class Figure(NamedTuple):
    """One figure; each number says which of its feature's two values it has."""

    size: int
    colour: int
    shape: int

    @property
    def words(self) -> tuple[str, ...]:
        """Its values, feature by feature: large, white, triangle."""
        return tuple(values[place] for values, place in zip(VALUES, self, strict=True))

    @property
    def name(self) -> str:
        """What it is called: large white triangle."""
        return " ".join(self.words)


@dataclass(frozen=True)
class Disguise:
    """How the three inputs look in one race.

    `features[i]` is which feature of a figure input i is. `ones[f]` is which of the two values of feature f
    means 1.
    """

    features: tuple[int, ...]
    ones: tuple[int, ...]

    def figure(self, row: int) -> Figure:
        """A row as it is seen."""
        seen = [0] * INPUTS
        for value, feature in zip(ROWS[row], self.features, strict=True):
            seen[feature] = self.ones[feature] if value else 1 - self.ones[feature]
        return Figure(*seen)


@dataclass(frozen=True, eq=False)
class Schedule:
    """The order of the rows, their disguise, and what the neuron makes of it.

    `order` has shape `(256,)`; `tape` has shape `(257, 4)`, its row t being the weights before trial t;
    `neuron_outputs` has shape `(256,)`, each output judged before the adjustment on it.
    """

    outputs: Outputs
    seed: int
    ordering: Ordering
    order: TrialOrders
    disguise: Disguise
    tape: Array
    neuron_outputs: Array

    @classmethod
    def of(cls, outputs: Outputs, seed: int, ordering: Ordering = "study") -> Schedule:
        """The schedule of a race over a table of eight outputs."""
        start, keys, disguise = _draw(seed)
        order = _order(keys, ordering)
        tape, said = _run(outputs, order[None], start[None])
        return cls(outputs, seed, ordering, order, disguise, tape[:, 0], said[0])

    @property
    def right(self) -> NDArray[np.int64]:
        """The right answer at each trial, shape `(256,)`."""
        return np.array(self.outputs)[self.order]


def neurons_wrong(outputs: Outputs, seeds: NDArray[np.int64]) -> Flags:
    """At which trials the neurons of many courses are wrong, shape `(seeds, 256)`."""
    drawn = [_draw(int(seed)) for seed in seeds]
    orders = np.array([_order(keys, "study") for _, keys, _ in drawn])
    _, said = _run(outputs, orders, np.array([start for start, _, _ in drawn]))
    return np.asarray(decisions(said) != np.array(outputs)[orders])


def disguise_of(seed: int) -> Disguise:
    """How the inputs look in the race with this seed."""
    return _draw(seed)[2]


def order_of(seed: int, ordering: Ordering) -> TrialOrders:
    """Which row is shown at each trial of the race with this seed, shape `(256,)`."""
    return _order(_draw(seed)[1], ordering)


def decisions(neuron_outputs: Array) -> NDArray[np.int64]:
    """The answers that outputs lean to: 1 above 0.5, else 0."""
    return (neuron_outputs > 0.5).astype(np.int64)


def _draw(seed: int) -> tuple[Array, Array, Disguise]:
    """Start weights, a key per trial to shuffle by, and disguise, drawn in this order.

    From one instance of numpy's legacy generator; the start weights are those of `Neuron.start_weights`.
    """
    generator = np.random.RandomState(seed)
    start = 2 * generator.random_sample(NEURON.size) - 1
    keys = generator.random_sample(TRIALS)
    features = generator.random_sample(INPUTS).argsort()
    ones = generator.random_sample(INPUTS) < 0.5
    return start, keys, Disguise(tuple(features.tolist()), tuple(map(int, ones)))


def _order(keys: Array, ordering: Ordering) -> TrialOrders:
    """The rows in the order of their keys, shuffled within each round or block; both have shape `(256,)`."""
    by_round = keys.reshape(-1, ROUND).argsort(axis=1).ravel()
    if ordering == "rounds":
        return by_round
    by_block = keys.reshape(-1, BLOCK).argsort(axis=1).ravel() % ROUND  # each of the eight rows twice
    return np.concatenate([by_round[:BLOCK], by_block[BLOCK:]])


def _run(outputs: Outputs, orders: TrialOrders, start: Array) -> tuple[Array, Array]:
    """The tapes of neurons side by side, and what they say before each adjustment."""
    inputs = np.array(ROWS, dtype=np.float64)
    tape = learn(NEURON, inputs, np.array(outputs, dtype=np.float64), orders, start)
    return tape, outputs_before(NEURON, inputs, orders, tape)
