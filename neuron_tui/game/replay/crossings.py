"""Where on a tape an example changed sides of 0.5."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron.neuron import on_right_side

Iterations = NDArray[np.int64]


class Crossings:
    """The iterations at which some example came out right, or no longer did, in rising order.

    The tape is looked through once, as it grows: `update` goes on with what was recorded since. A branch
    has the crossings of the run that it left up to there; `earlier` are those, where they are known. Where
    other hidden neurons are switched off, `update` begins anew.
    """

    def __init__(self, replay: Replay, earlier: Crossings | None = None) -> None:
        if earlier is None and replay.earlier is not None:
            earlier = Crossings(replay.earlier)
        self.replay, self.earlier = replay, earlier
        self._right: Iterations
        self._wrong: Iterations
        self._begin()

    def _begin(self) -> None:
        self._off = self.replay.off
        self._right = np.empty(0, dtype=np.int64)
        self._wrong = np.empty(0, dtype=np.int64)
        self._looked = self.replay.since

    @property
    def became_right(self) -> Iterations:
        """Where an example came out right."""
        return self._right if self.earlier is None else self._after(self.earlier.became_right, self._right)

    @property
    def became_wrong(self) -> Iterations:
        """Where an example no longer came out right."""
        return self._wrong if self.earlier is None else self._after(self.earlier.became_wrong, self._wrong)

    def _after(self, before: Iterations, own: Iterations) -> Iterations:
        return np.concatenate([before[before <= self.replay.since], own])

    def update(self, most: int) -> bool:
        """Look through what was recorded since the last time, about `most` outputs of it at most.

        Returns whether that was all of it.
        """
        if self.replay.off != self._off:
            self._begin()
        if self.earlier is not None and not self.earlier.update(most):
            return False
        recording = self.replay.recording
        training = recording.training
        first = self._looked
        self._looked = min(first + max(most // len(training.inputs), 1), recording.recorded)
        outputs = training.model.think(self.replay.weights(slice(first, self._looked + 1)), training.inputs)
        right = on_right_side(outputs, training.targets)
        rises = (right[1:] & ~right[:-1]).any(axis=1)
        falls = (~right[1:] & right[:-1]).any(axis=1)
        self._right = np.append(self._right, first + 1 + np.flatnonzero(rises))
        self._wrong = np.append(self._wrong, first + 1 + np.flatnonzero(falls))
        return self._looked == recording.recorded
