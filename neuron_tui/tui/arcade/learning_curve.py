"""The learning curve: points a game against games played, yours and the network's."""

from __future__ import annotations

import numpy as np

from neuron_tui.game.arcade.curve import as_good_after, latest_means
from neuron_tui.neuron.neuron import Array
from neuron_tui.tui.arcade.state import ArcadeState
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.chart import Axis, Chart, Mark, Series, draw, nice_limit
from neuron_tui.tui.kit.glyphs import ANSWER, FORESEEN, NEURON, YOU
from neuron_tui.tui.kit.tape.timescale import short

LEAST_SHOWN = 1_000
"""The axis of games goes at least as far as this, and as your guess."""


def curve_lines(state: ArcadeState, width: int, height: int) -> list[Line]:
    return draw(curve_chart(state), width, height)


def curve_chart(state: ArcadeState) -> Chart:
    """Both curves with their names, dotted your round with all names. The level is your mean."""
    its, yours = latest_means(state.network_points), state.contest.masked.mean
    guess = None if state.contest.look.masked else state.contest.guess
    total = 10 ** int(np.ceil(np.log10(max(LEAST_SHOWN, len(its), guess or 0))))
    across = Axis(0, float(np.log10(total)), tuple((float(d), short(10**d)) for d in range(len(str(total)))))
    series: list[Series] = []
    marks: list[Mark] = []
    if len(its):
        series.append(_series(its, "accent"))
        marks.append(Mark(float(np.log10(len(its))), float(its[-1]), NEURON, "accent", "network"))
    for played, dotted in ((state.contest.masked, False), (state.contest.opened, True)):
        if played is not None and played.points:
            means = latest_means(np.array(played.points))
            series.append(_series(means, "text", dotted=dotted))
            label = "you, with names" if dotted else "you"
            marks.append(Mark(float(np.log10(len(means))), float(means[-1]), YOU, "text", label))
    low, high = _limits([*its.tolist(), yours, *(point for each in series for point in each.y.tolist())])
    if not state.contest.look.masked:
        if guess is not None:
            marks.append(Mark(float(np.log10(guess)), yours, FORESEEN, "text", "your guess", behind=True))
        if (as_good := as_good_after(state.network_points, yours)) is not None:
            marks.append(Mark(float(np.log10(as_good)), yours, ANSWER, "right strong", "as good"))
    return Chart(across, _axis(low, high), tuple(series), tuple(marks), level=yours)


def _series(means: Array, style: str, *, dotted: bool = False) -> Series:
    return Series(np.log10(np.arange(1, len(means) + 1)), means, style, dotted=dotted)


def _limits(values: list[float]) -> tuple[float, float]:
    low = -1.0 if min(values) < 0 else 0.0
    return low, nice_limit(max(values), 1.0)


def _axis(low: float, high: float) -> Axis:
    ticks = [(high, f"+{high:g}"), (0.0, "0")]
    if low < 0:
        ticks.append((low, f"\u2212{-low:g}"))
    return Axis(low, high, tuple(ticks))
