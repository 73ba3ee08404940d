"""The learning as the tape player records it, and how long that took."""

from __future__ import annotations

from collections.abc import Callable

from neuron_tui.neuron.q_learning import Recording


class TimedTape:
    """A learning that knows how many seconds it took so far."""

    def __init__(self, recording: Recording, clock: Callable[[], float]) -> None:
        self.recording, self._clock, self.seconds = recording, clock, 0.0

    @property
    def recorded(self) -> int:
        return self.recording.recorded

    @property
    def last(self) -> int:
        return self.recording.last

    def record(self, rows: int) -> None:
        begun = self._clock()
        self.recording.record(rows)
        self.seconds += self._clock() - begun
