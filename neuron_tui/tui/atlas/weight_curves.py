"""The weights of one pattern's neuron over the iterations."""

from __future__ import annotations

import numpy as np

from neuron_tui.tui.atlas.moment import Moment
from neuron_tui.tui.atlas.pattern_detail import NAMES
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.chart import Axis, Chart, Mark, Series, draw, nice_limit, signed_axis
from neuron_tui.tui.kit.neuron_numbers import pull_style

HERE = "\u2022"


def curve_lines(moment: Moment, width: int, height: int) -> list[Line]:
    """A curve per weight, up to this moment; above 0 it pulls towards 1."""
    weights = moment.weights
    places = np.log1p(moment.tape.stops[: len(weights)]) / np.log1p(moment.atlas.iterations)
    here, now = float(places[-1]), weights[-1].tolist()
    chart = Chart(
        Axis(0.0, 1.0, moment.scale.ticks()),
        signed_axis(nice_limit(float(np.abs(weights).max()), 1.0)),
        tuple(Series(places, weights[:, index], pull_style(weight)) for index, weight in enumerate(now)),
        tuple(
            Mark(here, weight, HERE, pull_style(weight), name)
            for name, weight in zip(NAMES, now, strict=False)
        ),
        level=0.0,
        cursor=here,
    )
    return draw(chart, width, height)
