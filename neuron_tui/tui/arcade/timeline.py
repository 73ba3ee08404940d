"""The strip at the bottom: how good the network was over its steps, and the playhead in it."""

from __future__ import annotations

import numpy as np

from neuron_tui.game.arcade.curve import as_good_after, latest_means, points_of
from neuron_tui.tui.arcade.state import ArcadeState
from neuron_tui.tui.kit.cells import Line, Span
from neuron_tui.tui.kit.glyphs import ANSWER
from neuron_tui.tui.kit.tape.timescale import Timescale
from neuron_tui.tui.kit.tape.transport import Status, TapeStrip, buttons, timeline


def strip_lines(state: ArcadeState, status: Status, reached: int, width: int) -> list[Line]:
    """The mean points as blocks, and below them the buttons and where we are."""
    recording, steps = state.moment.recording, state.moment.steps
    scale = Timescale(recording.last)
    means = latest_means(points_of(recording, recording.recorded))
    ends = np.flatnonzero(recording.overs[: recording.recorded]) + 1
    games = np.searchsorted(ends, scale.across(width), side="right")
    levels = np.concatenate([means[:1], means]) if len(means) else np.zeros(1)
    heights = levels[np.minimum(games, len(levels) - 1)]
    heights = heights - levels.min()
    total = f"{recording.last:,}"
    spans: list[Span] = [(glyph, "accent") for _, glyph in buttons(status)]
    spans += [
        ("  step ", "muted"),
        (f"{steps:,}".rjust(len(total)), "text strong"),
        (f" of {total}", "muted"),
    ]
    if status.typed:
        typed = f"{int(status.typed):,}_"
        spans += [("   g", "accent strong"), (" goes to ", "muted"), (typed, "text strong")]
    else:
        played = len(state.network_points)
        spans += [
            ("   games ", "muted"),
            (f"{played:,}", "text strong"),
            ("   " + status.other_speed, "text"),
        ]
    here, seen = scale.place_of(steps), scale.place_of(max(reached, steps))
    marks: dict[int, Span] = {}
    if (as_good := as_good_after(state.network_points, state.contest.masked.mean)) is not None:
        at = scale.place_of(int(ends[as_good - 1]))
        marks[round(at * (width - 1))] = (ANSWER, "right strong")
    return [timeline(heights.tolist(), here, seen, marks), tuple(spans)]


class LearningTimeline(TapeStrip):
    """The strip at the bottom."""

    def __init__(self, state: ArcadeState) -> None:
        super().__init__(id="timeline")
        self.state, self.reached = state, 0

    def show(self, state: ArcadeState, status: Status, reached: int) -> None:
        self.state, self.status, self.reached = state, status, reached
        self.repaint()

    def paint(self, width: int, height: int) -> list[Line]:
        return strip_lines(self.state, self.status, self.reached, width)
