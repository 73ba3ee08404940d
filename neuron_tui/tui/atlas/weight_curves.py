"""The weights of one pattern's neuron over the iterations."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuron_tui.neuron.neuron import Array
from neuron_tui.tui.atlas.pattern_detail import NAMES
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.chart import Axis, Chart, Mark, Series, draw, nice_limit, signed_axis
from neuron_tui.tui.kit.neuron_numbers import pull_style
from neuron_tui.tui.kit.tape.timescale import Timescale

HERE = "\u2022"


@dataclass(frozen=True, eq=False)
class WeightCurves:
    """A neuron's weights, shape `(stops, size)`, at those stops of the tape that have been shown."""

    stops: NDArray[np.int64]
    weights: Array
    iterations: int


def curve_lines(curves: WeightCurves, width: int, height: int) -> list[Line]:
    """A curve per weight; above 0 it pulls towards 1."""
    scale = Timescale(curves.iterations)
    places = np.log1p(curves.stops) / np.log1p(curves.iterations)
    now = curves.weights[-1].tolist()
    limit = nice_limit(float(np.abs(curves.weights).max()), 1.0)
    chart = Chart(
        Axis(0.0, 1.0, scale.ticks()),
        signed_axis(limit),
        tuple(Series(places, curves.weights[:, index], pull_style(now[index])) for index in range(len(now))),
        tuple(
            Mark(float(places[-1]), weight, HERE, pull_style(weight), name)
            for name, weight in zip(NAMES, now, strict=False)
        ),
        level=0.0,
        cursor=float(places[-1]),
    )
    return draw(chart, width, height)
