"""Where on a tape an example changed sides of 0.5."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from neuron_tui.game.expectation import on_right_side
from neuron_tui.game.replay import Replay

Iterations = NDArray[np.int64]

_NUMBERS_AT_ONCE = 1_000_000


class Crossings:
    """The iterations at which some example came out right, or no longer did, in rising order.

    The tape is looked through once, as it grows: `update` goes on with what was recorded since.
    """

    def __init__(self, replay: Replay) -> None:
        self.replay = replay
        self.became_right: Iterations = np.empty(0, dtype=np.int64)
        self.became_wrong: Iterations = np.empty(0, dtype=np.int64)
        self._looked = replay.since
        if replay.earlier is not None:
            earlier = Crossings(replay.earlier)
            earlier.update()
            self.became_right = earlier.became_right[earlier.became_right <= replay.since]
            self.became_wrong = earlier.became_wrong[earlier.became_wrong <= replay.since]

    def update(self) -> None:
        """Look through what was recorded since the last time."""
        training = self.replay.recording.training
        recorded = self.replay.recording.recorded
        step = max(_NUMBERS_AT_ONCE // len(training.inputs), 1)
        while self._looked < recorded:
            first, last = self._looked, min(self._looked + step, recorded)
            outputs = training.neuron.think(self.replay.recording.tape[first : last + 1], training.inputs)
            right = on_right_side(outputs, training.targets)
            rises = (right[1:] & ~right[:-1]).any(axis=1)
            falls = (~right[1:] & right[:-1]).any(axis=1)
            self.became_right = np.append(self.became_right, first + 1 + np.flatnonzero(rises))
            self.became_wrong = np.append(self.became_wrong, first + 1 + np.flatnonzero(falls))
            self._looked = last
