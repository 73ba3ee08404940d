"""What has happened over the iterations so far: the error falling, the weights growing."""

from __future__ import annotations

import math

import numpy as np

from neuron_tui.game.replay import Replay
from neuron_tui.widgets import timescale
from neuron_tui.widgets.cells import Line, fit
from neuron_tui.widgets.chart import Axis, Chart, Mark, Series, draw
from neuron_tui.widgets.neuron_panel import pull_ink
from neuron_tui.widgets.picture import Picture, nice_limit

POINTS = 400
"""Iterations that a curve is drawn through."""


def across(replay: Replay) -> Axis:
    """The axis of iterations, from 0 to 1 on the log scale."""
    return Axis(0.0, 1.0, tuple(timescale.ticks(replay.iterations)))


def split_at(
    replay: Replay, values: np.ndarray[tuple[int], np.dtype[np.float64]], iteration: int, reached: int
) -> tuple[Series, Series]:
    """A curve in two parts: what lies ahead of the playhead but was seen before, and what lies behind it."""
    places = np.linspace(0, 1, POINTS)
    here = timescale.place_of(iteration, replay.iterations)
    seen = places <= timescale.place_of(reached, replay.iterations)
    past = places <= here
    return Series(places[seen], values[seen], "faint"), Series(places[past], values[past], "accent")


class ErrorHistory(Picture):
    """The mean error over the examples, iteration by iteration."""

    _errors: tuple[int, np.ndarray[tuple[int], np.dtype[np.float64]]] = (-1, np.empty(0))

    def chart(self) -> Chart:
        """The curve up to the furthest iteration seen, with the playhead in it."""
        replay = self.replay
        recorded = replay.recording.recorded
        if self._errors[0] != recorded:
            at = timescale.iterations_across(POINTS, replay.iterations)
            self._errors = recorded, replay.mean_error(np.minimum(at, recorded))
        errors = self._errors[1]
        top = max(math.ceil(float(errors.max()) * 10) / 10, 0.5)
        upright = Axis(0, top, ((0, "0"), (top, f"{top:g}".removeprefix("0"))))
        series = split_at(replay, errors, self.iteration, self.reached)
        cursor = timescale.place_of(self.iteration, replay.iterations)
        return Chart(across(replay), upright, series, cursor=cursor)

    def paint(self, width: int, height: int) -> list[Line]:
        """The curve in so many cells."""
        return draw(self.chart(), width, height)


class WeightHistory(Picture):
    """Every weight, iteration by iteration; shown where there is room for it."""

    def chart(self) -> Chart:
        """A curve per weight up to the furthest iteration seen."""
        replay = self.replay
        at = timescale.iterations_across(POINTS, replay.iterations)
        tape = replay.recording.tape[np.minimum(at, replay.recording.recorded)]
        limit = nice_limit(replay.reach()[0], 1.0)
        places = np.linspace(0, 1, POINTS)
        seen = places <= timescale.place_of(self.reached, replay.iterations)
        now = replay.weights(self.iteration)
        series = tuple(
            Series(places[seen], tape[seen, index], pull_ink(float(now[index])))
            for index in range(tape.shape[1])
        )
        here = timescale.place_of(self.iteration, replay.iterations)
        marks = tuple(
            Mark(here, float(weight), "\u2022", pull_ink(float(weight)), label=fit(name, 10).strip())
            for name, weight in zip(replay.weight_names, now, strict=True)
        )
        upright = Axis(-limit, limit, ((-limit, f"\u2212{limit:g}"), (0, "0"), (limit, f"+{limit:g}")))
        return Chart(across(replay), upright, series, marks, level=0.0, cursor=here)

    def paint(self, width: int, height: int) -> list[Line]:
        """The curves in so many cells."""
        return draw(self.chart(), width, height)
