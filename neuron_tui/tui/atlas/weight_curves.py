"""The weights of one pattern's neuron over the iterations."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuron_tui.neuron.neuron import Array
from neuron_tui.tui.atlas.pattern_detail import names_of
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.chart import Axis, Chart, Mark, Series, draw, nice_limit
from neuron_tui.tui.kit.neuron_numbers import pull_style
from neuron_tui.tui.kit.painted import Painted
from neuron_tui.tui.kit.tape.timescale import Timescale

HERE = "\u2022"


@dataclass(frozen=True, eq=False)
class Grown:
    """A neuron's weights, shape `(stops, size)`, at those stops of the tape that have been shown."""

    stops: NDArray[np.int64]
    weights: Array
    iterations: int


def growth_chart(grown: Grown) -> Chart:
    """A curve per weight; above 0 it pulls towards 1."""
    scale = Timescale(grown.iterations)
    places = np.log1p(grown.stops) / np.log1p(grown.iterations)
    now = grown.weights[-1].tolist()
    limit = nice_limit(float(np.abs(grown.weights).max()), 1.0)
    return Chart(
        Axis(0.0, 1.0, scale.ticks()),
        Axis(-limit, limit, ((-limit, f"\u2212{limit:g}"), (0, "0"), (limit, f"+{limit:g}"))),
        tuple(Series(places, grown.weights[:, index], pull_style(now[index])) for index in range(len(now))),
        tuple(
            Mark(float(places[-1]), weight, HERE, pull_style(weight), name)
            for name, weight in zip(names_of(len(now)), now, strict=True)
        ),
        level=0.0,
        cursor=float(places[-1]),
    )


class Growth(Painted):
    """Shows how the weights came to be what they are."""

    def __init__(self) -> None:
        super().__init__(id="growth")
        self.grown: Grown | None = None

    def show(self, grown: Grown) -> None:
        """Show another pattern, or another moment."""
        self.grown = grown
        self.repaint()

    def paint(self, width: int, height: int) -> list[Line]:
        """The chart."""
        return [] if self.grown is None else draw(growth_chart(self.grown), width, height)
