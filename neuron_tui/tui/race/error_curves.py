"""The errors by block: yours, the neuron's, and those of the people who learned this kind of pattern."""

from __future__ import annotations

import numpy as np

from neuron_tui.game.race.race import block_of
from neuron_tui.game.race.results import ERRORS, SHORT_SOURCE
from neuron_tui.game.race.schedule import BLOCK, BLOCKS
from neuron_tui.neuron.neuron import Array
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.chart import Axis, Chart, Mark, Series, draw
from neuron_tui.tui.race.moment import Moment, RacePicture, Stage

YOU, NEURON, PEOPLE = "\u25b2", "\u25cf", "\u25cb"
ROOM_FOR_NAMES = 9
"""Cells after the last block, so that the names find room beside the ends of the curves."""
BLOCK_TICKS = tuple((block, str(block)) for block in (1, 4, 8, 12, 16))
UPRIGHT = Axis(0, 1, ((0, "0"), (0.5, "\u00bd"), (1, "1")))


def errors_chart(moment: Moment, width: int) -> Chart:
    """The curves so far, each with its name at its end. The level is what guessing would come to."""
    race = moment.race
    beyond = (BLOCKS - 1) * ROOM_FOR_NAMES / max(width - ROOM_FOR_NAMES, ROOM_FOR_NAMES)
    across = Axis(1, BLOCKS + beyond, BLOCK_TICKS)
    series: list[Series] = []
    marks: list[Mark] = []
    if moment.kind is not None:
        people = np.array(ERRORS[moment.kind])
        series.append(Series(_blocks(people), people, "muted", dotted=True))
        marks.append(Mark(BLOCKS, float(people[-1]), PEOPLE, "muted", "people"))
    if race.trials:
        for errors, glyph, style, name in (
            (race.neuron_errors, NEURON, "accent", "neuron"),
            (race.errors, YOU, "text", "you"),
        ):
            series.append(Series(_blocks(errors), errors, style))
            marks.append(Mark(len(errors), float(errors[-1]), glyph, style, name))
    return Chart(across, UPRIGHT, tuple(series), tuple(marks), level=0.5)


def _blocks(errors: Array) -> Array:
    """The numbers of the blocks, from 1."""
    return np.arange(1, len(errors) + 1, dtype=np.float64)


def so_far(moment: Moment) -> str:
    """What stands under the curves: where those of the people come from, or how much the last points hold."""
    block, done = block_of(moment.race.trials)
    if moment.stage in (Stage.PAGE, Stage.OVER):
        return f"block \u00b7 people: {SHORT_SOURCE}" if moment.kind else "block"
    if done == 0:
        return "block"
    return f"block {block + 1}: {done} of {BLOCK} figures so far"


class Errors(RacePicture):
    """The curves."""

    def watch_moment(self) -> None:
        super().watch_moment()
        if self.moment is not None:
            self.border_subtitle = so_far(self.moment)

    def paint(self, width: int, height: int) -> list[Line]:
        return draw(errors_chart(self.moment, width), width, height) if self.moment else []
