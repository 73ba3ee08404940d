"""The strip under the map: how many patterns are learned by which iteration, and the playhead in it."""

from __future__ import annotations

import numpy as np

from neuron_tui.tui.atlas.moment import Moment
from neuron_tui.tui.kit.cells import Line, Span
from neuron_tui.tui.kit.tape.transport import Status, TapeStrip, buttons, timeline


def strip_lines(moment: Moment, status: Status, width: int) -> list[Line]:
    """The learned patterns as blocks, and below them the buttons and what they come to."""
    scale, tape, learned = moment.scale, moment.tape, moment.tape.learned_counts()
    stops = np.searchsorted(tape.stops, scale.across(width), side="right") - 1
    heights = learned[np.minimum(stops, tape.recorded)].astype(float).tolist()
    here, reached = (scale.place_of(int(tape.stops[stop])) for stop in (moment.stop, tape.recorded))
    spans: list[Span] = [(glyph, "accent") for _, glyph in buttons(status)]
    spans += [
        ("  iteration ", "muted"), (f"{moment.iteration:>6,}", "text strong"),
        ("  learned ", "muted"), (f"{learned[moment.stop]:>3}", "accent strong"),
        (f" of {moment.atlas.patterns}", "muted"),
        (f"  {status.other_speed:<10}", "text"),
    ]  # fmt: skip
    if alike := len(moment.alike):
        spans.append((f"  {alike} are alike" if alike > 1 else "  like no other", "one"))
    return [timeline(heights, here, reached), tuple(spans)]


class AtlasTimeline(TapeStrip):
    """The strip under the map."""

    def __init__(self, moment: Moment) -> None:
        super().__init__(id="timeline")
        self.moment = moment

    def show(self, moment: Moment, status: Status) -> None:
        self.moment, self.status = moment, status
        self.repaint()

    def paint(self, width: int, height: int) -> list[Line]:
        return strip_lines(self.moment, self.status, width)
