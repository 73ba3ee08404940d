"""What has happened over the iterations so far: the error falling, the weights growing."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from neuron_tui.game.explain.numbers import probability
from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron.neuron import Array
from neuron_tui.tui.kit.cells import Line, cut, fit, widest, width_of
from neuron_tui.tui.kit.chart import Axis, Chart, Mark, Series, draw, nice_limit, row_of, signed_axis
from neuron_tui.tui.kit.neuron_numbers import number, pull_style
from neuron_tui.tui.kit.picture import Picture
from neuron_tui.tui.kit.tape.timescale import Timescale

POINTS = 400
"""Iterations that a curve is drawn through."""
PLACES = np.linspace(0, 1, POINTS)
HERE = "\u2022"
VALUE_WIDTH, WITH_VALUES = 6, 34
"""From the second width on the list of weights has their values, of the first width."""
MOST_NAME = 10
DOTTED = "\u00b7\u00b7"
"""Stands before the name of the dotted run where there is no room for the word."""
EDGES = 6
"""Cells of the lower edge that its words never have."""


class History(Picture):
    """A picture with the iterations along its lower edge, and the playhead in it."""

    @property
    def scale(self) -> Timescale:
        """The scale of the run in front; a ghost is drawn on it, too."""
        return Timescale(self.replay.iterations, self.linear)

    @property
    def here(self) -> float:
        """The place of the playhead."""
        return self.scale.place_of(self.iteration)

    def across(self) -> Axis:
        """The axis of iterations, from 0 to 1."""
        return Axis(0.0, 1.0, self.scale.ticks())

    def sampled(self, replay: Replay) -> NDArray[np.int64]:
        """The iterations of a run at PLACES on the scale; beyond its recorded end it stays there."""
        return np.minimum(self.scale.across(POINTS), replay.recording.recorded)

    def curve(self, values: Array, style: str) -> tuple[Series, Series]:
        """A curve in two parts: what lies ahead of the playhead but was seen before, and what lies behind.

        `values` has shape (POINTS,).
        """
        seen = self.scale.place_of(self.seen) >= PLACES
        past = self.here >= PLACES
        return Series(PLACES[seen], values[seen], "faint"), Series(PLACES[past], values[past], style)

    def ghostly(self, ghost: Replay, values: Array) -> Series:
        """The curve of the run behind, as far as it goes."""
        there = min(self.scale.place_of(ghost.recording.recorded), 1.0) >= PLACES
        return Series(PLACES[there], values[there], "muted", dotted=True)


class ErrorHistory(History):
    """The mean error over the examples, iteration by iteration."""

    about = "Error: how far the outputs are from the answers, on average."

    _ghost_name = _counted = ""
    _kept: tuple[object, Array] = (None, np.empty(0))

    def paint(self, width: int, height: int) -> list[Line]:
        return draw(self.chart(), width, height)

    def name_ghost(self, name: str, counted: str) -> None:
        """Say on the lower edge which run is dotted, if there is one and room; else what is counted."""
        self._ghost_name, self._counted = name, counted
        self.on_resize()

    def on_resize(self) -> None:
        says = [self._counted]
        if self.ghost is not None:
            named, name = f"dotted: {self._ghost_name}", self._ghost_name
            says = [named, f"dotted {name}", f"{DOTTED} {name}", *says]
            if self.ghost.recording.complete:
                end = probability(self.ghost.error(self.ghost.iterations))
                says = [f"{named}, ends at {end}", *says[:-1], f"dotted: {end}", *says[-1:]]
        room = self.outer_size.width - EDGES
        self.border_subtitle = next((text for text in says if width_of(text) <= room), self._counted)

    def _errors(self) -> Array:
        """The errors of the run in front, kept until it changes: a network's take 10 ms."""
        key = (self.replay, self.replay.recording.recorded, self.replay.off, self.linear)
        if self._kept[0] != key:
            self._kept = key, self.replay.mean_error(self.sampled(self.replay))
        return self._kept[1]

    def chart(self) -> Chart:
        """The curve up to the furthest iteration seen, and the value at the playhead."""
        errors = self._errors()
        series: list[Series] = [*self.curve(errors, "accent")]
        top = max(float(errors.max()), 0.5)
        if self.ghost is not None:
            behind = self.ghost.mean_error(self.sampled(self.ghost))
            top = max(top, float(behind.max()))
            series.insert(0, self.ghostly(self.ghost, behind))
        top = math.ceil(top * 10) / 10
        now = self.replay.error(self.iteration)
        upright = Axis(0, top, ((0, "0"), (top, f"{top:g}".removeprefix("0"))))
        mark = Mark(self.here, now, HERE, "accent strong", f"{now:.4f}")
        return Chart(self.across(), upright, tuple(series), (mark,), cursor=self.here)


class WeightHistory(History):
    """Every weight, iteration by iteration, and at the right edge their names, the largest weight on top.

    Each name stands in the line of its weight, or where two weights share a line, all in a list. More
    weights than lines have their names at the playhead, as many as have room.
    """

    about = "Weights: above 0 they pull towards 1, below 0 towards 0."

    def paint(self, width: int, height: int) -> list[Line]:
        names = self.replay.weight_names
        if height < len(names):
            return draw(self.chart(labelled=True), width, height)
        name_width = min(widest(names), MOST_NAME)
        value_width = VALUE_WIDTH + 1 if width >= WITH_VALUES else 0
        chart = self.chart()
        lines = draw(chart, width - 1 - name_width - value_width, height)
        weights = self.replay.weights(self.iteration).tolist()
        ordered = sorted(zip(weights, names, strict=True), key=lambda pair: -pair[0])
        rows = [row_of(chart.y, weight, height - 1) for weight, _ in ordered]
        if len(set(rows)) < len(rows):
            rows = list(range(len(rows)))
        entries: dict[int, Line] = {}
        for row, (weight, name) in zip(rows, ordered, strict=True):
            value = " " + number(weight, VALUE_WIDTH) if value_width else ""
            entries[row] = ((" " + fit(name, name_width) + value, pull_style(weight)),)
        return [(*line, *entries.get(row, ())) for row, line in enumerate(lines)]

    def chart(self, *, labelled: bool = False) -> Chart:
        """A curve per weight up to the furthest iteration seen."""
        replay = self.replay
        tape = replay.weights(self.sampled(replay))
        reach = replay.reach()[0]
        now = replay.weights(self.iteration)
        series: list[Series] = []
        if self.ghost is not None:
            reach = max(reach, self.ghost.reach()[0])
            behind = self.ghost.weights(self.sampled(self.ghost))
            series += [self.ghostly(self.ghost, behind[:, index]) for index in range(behind.shape[1])]
        for index in range(tape.shape[1]):
            series += self.curve(tape[:, index], pull_style(float(now[index])))
        limit = nice_limit(reach, 1.0)
        labels = [cut(name, MOST_NAME).strip() if labelled else "" for name in replay.weight_names]
        marks = tuple(
            Mark(self.here, weight, HERE, pull_style(weight), label)
            for label, weight in zip(labels, now.tolist(), strict=True)
        )
        return Chart(self.across(), signed_axis(limit), tuple(series), marks, level=0.0, cursor=self.here)
