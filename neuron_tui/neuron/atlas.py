"""Everything that one neuron can learn: all ways to fill the outputs of a table, trained side by side.

How many can be learned with a threshold is known exactly: 4, 14, 104 and 1,882 for 1, 2, 3 and 4 inputs (the
linear threshold functions, OEIS A000609).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from neuron_tui.neuron.fast import adjusted
from neuron_tui.neuron.neuron import Array, Neuron, on_right_side

SEED = 1
CHUNK = 4_096
"""Neurons that are trained side by side at most: these stay in the processor's cache."""
LOOKS = 240
"""How often an atlas is looked at while it learns."""


@dataclass(frozen=True)
class Atlas:
    """All tables over 1 to 4 inputs, each with a neuron of its own.

    Without a threshold the row with nothing on always comes out 0.5. It is left out then, and there are half
    as many bits to fill.
    """

    inputs: int = 3
    threshold: bool = True

    @property
    def neuron(self) -> Neuron:
        """The kind of neuron that every table has."""
        return Neuron(self.inputs, self.threshold)

    @property
    def iterations(self) -> int:
        """Iterations after which, at learning rate 1, all that can be learned is learned."""
        return 1_000 if self.inputs == 4 else 10_000

    @cached_property
    def rows(self) -> Array:
        """The rows of inputs, shape `(rows, inputs)`, in rising order: 000, 001, 010 and so on."""
        numbers = np.arange(0 if self.threshold else 1, 2**self.inputs)
        return _bits(numbers, self.inputs)

    @property
    def patterns(self) -> int:
        """How many ways there are to fill the outputs."""
        return int(2 ** len(self.rows))

    def targets(self, first: int = 0, count: int | None = None) -> Array:
        """The outputs of `count` patterns from `first` on, all by default, shape `(patterns, rows)`.

        A pattern's number, written in binary, is its outputs in the order of the rows.
        """
        last = self.patterns if count is None else min(first + count, self.patterns)
        return _bits(np.arange(first, last), len(self.rows))

    def start_weights(self, count: int) -> Array:
        """The same random start for `count` neurons, shape `(count, size)`."""
        return np.tile(self.neuron.start_weights(SEED), (count, 1))

    def learned(self, weights: Array, targets: Array) -> NDArray[np.bool_]:
        """Which neurons have every row on its target's side of 0.5, shape `(...)`; exactly 0.5 is on none."""
        return np.asarray(on_right_side(self.neuron.think(weights, self.rows), targets).all(axis=-1))

    def all_learned(self, progress: Callable[[int], None]) -> NDArray[np.bool_]:
        """Train all patterns, in chunks: which are learned, shape `(patterns,)`.

        `progress` is called with each chunk's size.
        """
        found: list[NDArray[np.bool_]] = []
        for first in range(0, self.patterns, CHUNK):
            targets = self.targets(first, CHUNK)
            start = self.start_weights(len(targets))
            weights = adjusted(self.neuron, start, self.rows, targets, self.iterations)
            found.append(self.learned(weights, targets))
            progress(len(targets))
        return np.concatenate(found)

    def count(self, progress: Callable[[int], None]) -> int:
        """Train all patterns and count what is learned."""
        return int(self.all_learned(progress).sum())


class AtlasTape:
    """The training of a whole atlas, kept at some of its iterations: first at each, then ever fewer.

    `stops` are those iterations. `tape` has shape `(stops, patterns, size)`; its first `recorded` + 1 entries
    are written. Meant for up to three inputs.
    """

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        spaced = np.geomspace(1, atlas.iterations, LOOKS)
        self.stops: NDArray[np.int64] = np.unique([0, *np.rint(spaced).astype(np.int64).tolist()])
        self.targets = atlas.targets()
        self.tape: Array = np.empty((len(self.stops), atlas.patterns, atlas.neuron.size))
        self.tape[0] = atlas.start_weights(atlas.patterns)
        self._since = np.full((len(self.stops), atlas.patterns), -1, dtype=np.int64)
        self.recorded = -1
        self._look(0)

    @property
    def last(self) -> int:
        """The last stop."""
        return len(self.stops) - 1

    @property
    def complete(self) -> bool:
        """Whether the last stop is written."""
        return self.recorded == self.last

    def record(self, stops: int = 1) -> None:
        """Train on for some more stops; fewer where the tape ends first."""
        atlas = self.atlas
        for here in range(self.recorded, min(self.recorded + stops, self.last)):
            iterations = int(self.stops[here + 1] - self.stops[here])
            self.tape[here + 1] = adjusted(
                atlas.neuron, self.tape[here], atlas.rows, self.targets, iterations
            )
            self._look(here + 1)

    def _look(self, stop: int) -> None:
        """Note which patterns are learned at a stop, and since when without a break."""
        learned = self.atlas.learned(self.tape[stop], self.targets)
        before = self._since[stop - 1] if stop else np.full(len(learned), -1)
        self._since[stop] = np.where(learned, np.where(before < 0, self.stops[stop], before), -1)
        self.recorded = stop

    def learned_counts(self) -> NDArray[np.int64]:
        """How many patterns are learned at each stop that is recorded, shape `(recorded + 1,)`."""
        return np.asarray((self._since[: self.recorded + 1] >= 0).sum(axis=1))

    def learned_since(self, stop: int) -> NDArray[np.int64]:
        """The iteration since which each pattern has been learned without a break, -1 where it is not."""
        since: NDArray[np.int64] = self._since[stop]
        return since


def _bits(numbers: NDArray[np.int64], width: int) -> Array:
    """Numbers in binary, the highest digit first, shape `(numbers, width)`."""
    places = np.arange(width - 1, -1, -1)
    return (numbers[:, None] >> places & 1).astype(np.float64)
