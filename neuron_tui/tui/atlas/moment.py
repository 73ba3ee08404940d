"""What all panels of the atlas show: its tape at one stop, and the pattern under the cursor."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuron_tui.game.atlas import SIDE, alike_patterns, pattern_at
from neuron_tui.neuron.atlas import Atlas, AtlasTape
from neuron_tui.neuron.neuron import Array
from neuron_tui.tui.kit.tape.timescale import Timescale


@dataclass(frozen=True, eq=False)
class Moment:
    """A recorded stop, the cursor's row and column, and whether patterns alike the one there are `lit`."""

    tape: AtlasTape
    stop: int
    cursor: tuple[int, int]
    lit: bool = False

    @property
    def atlas(self) -> Atlas:
        return self.tape.atlas

    @property
    def iteration(self) -> int:
        return int(self.tape.stops[self.stop])

    @property
    def since(self) -> NDArray[np.int64]:
        """The iteration since which each pattern is learned, -1 where it is not, shape `(patterns,)`."""
        return self.tape.learned_since(self.stop)

    @property
    def pattern(self) -> int:
        """The pattern under the cursor."""
        return pattern_at(*self.cursor)

    @property
    def alike(self) -> frozenset[int]:
        """The patterns that are lit up, the one under the cursor among them."""
        return alike_patterns(self.pattern, self.atlas.threshold) if self.lit else frozenset()

    @property
    def weights(self) -> Array:
        """The weights of the pattern's neuron at each stop up to this one, shape `(stops, size)`."""
        return self.tape.tape[: self.stop + 1, self.pattern]

    @property
    def rows(self) -> int:
        """How many rows the map has; without a threshold only the upper half is there."""
        return self.atlas.patterns // SIDE

    @property
    def scale(self) -> Timescale:
        return Timescale(self.atlas.iterations)

    def stop_at(self, place: float) -> int:
        """The last stop up to a place on the scale, from 0 to 1."""
        return int(np.searchsorted(self.tape.stops, self.scale.iteration_at(place), side="right")) - 1
