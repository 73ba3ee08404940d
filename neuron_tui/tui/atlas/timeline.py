"""The strip under the map: how many patterns are learned by which iteration, and the playhead in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuron_tui.tui.kit.cells import Line, Span
from neuron_tui.tui.kit.tape.timescale import Timescale
from neuron_tui.tui.kit.tape.transport import Status, TapeStrip, buttons, timeline


@dataclass(frozen=True, eq=False)
class Progress:
    """How many patterns are learned at a stop of an atlas' tape.

    `stops` are the iterations that can be shown, `learned` the patterns that are learned at those of them
    that are recorded, `alike` how many patterns are lit up together (0: none).
    """

    stops: NDArray[np.int64]
    learned: NDArray[np.int64]
    stop: int
    patterns: int
    alike: int = 0

    @property
    def scale(self) -> Timescale:
        """Where an iteration stands on the strip."""
        return Timescale(int(self.stops[-1]))

    def stop_at(self, place: float) -> int:
        """The last stop up to a place on the strip, from 0 to 1."""
        return int(np.searchsorted(self.stops, self.scale.iteration_at(place), side="right")) - 1


def strip_lines(progress: Progress, status: Status, width: int) -> list[Line]:
    """The learned patterns as blocks, and below them the buttons and what they come to."""
    scale, learned = progress.scale, progress.learned
    stops = np.searchsorted(progress.stops, scale.across(width), side="right") - 1
    heights = learned[np.minimum(stops, len(learned) - 1)].astype(float).tolist()
    here = scale.place_of(int(progress.stops[progress.stop]))
    reached = scale.place_of(int(progress.stops[len(learned) - 1]))
    return [timeline(heights, here, reached), _state(progress, status)]


def _state(progress: Progress, status: Status) -> Line:
    """The buttons, the iteration, and how many patterns are learned by then."""
    iteration, learned = int(progress.stops[progress.stop]), int(progress.learned[progress.stop])
    spans: list[Span] = [(glyph, "accent") for _, glyph in buttons(status)]
    spans += [
        ("  iteration ", "muted"), (f"{iteration:>6,}", "text strong"),
        ("  learned ", "muted"), (f"{learned:>3}", "accent strong"), (f" of {progress.patterns}", "muted"),
        (f"  {status.speed:<4}", "text"),
    ]  # fmt: skip
    if progress.alike:
        spans.append((f"  {progress.alike} are alike" if progress.alike > 1 else "  like no other", "one"))
    return tuple(spans)


class AtlasTimeline(TapeStrip):
    """The strip under the map."""

    def __init__(self, progress: Progress) -> None:
        super().__init__(id="timeline")
        self.progress = progress

    def show(self, progress: Progress, status: Status) -> None:
        """Show another moment."""
        self.progress, self.status = progress, status
        self.repaint()

    def paint(self, width: int, height: int) -> list[Line]:
        return strip_lines(self.progress, self.status, width)
