"""One pattern of the atlas seen closely: its table, its kind, what its neuron says, and its weights."""

from __future__ import annotations

import numpy as np

from neuron_tui.game.atlas import described, outputs_of
from neuron_tui.game.explain.numbers import probability, signed
from neuron_tui.game.race.kinds import ROWS
from neuron_tui.tui.atlas.moment import Moment
from neuron_tui.tui.kit.cells import Line, Span, wrapped
from neuron_tui.tui.kit.chart import Axis, Chart, Mark, Series, draw, nice_limit, signed_axis
from neuron_tui.tui.kit.glyphs import OFF, ON
from neuron_tui.tui.kit.neuron_numbers import pull_style
from neuron_tui.tui.kit.table.table import side_mark

NEVER = "One neuron can never learn it."
NEVER_WITHOUT = "Never learned without a threshold."
NAMES = ("left", "middle", "right", "threshold")
"""Of the weights. A neuron without a threshold has only the first three."""
HERE = "\u2022"


def detail_lines(moment: Moment, width: int, height: int) -> list[Line]:
    """The table, the weights and the kind, wrapped to the width; close together where it is not high."""
    atlas, weights = moment.atlas, moment.weights[-1]
    said = atlas.neuron.think(weights, atlas.rows).tolist()
    left_out = len(ROWS) - len(said)  # without a threshold the first row, with nothing on
    outputs = outputs_of(moment.pattern, atlas.threshold)[left_out:]
    lines: list[Line] = [(("input  ", "muted"), (" output", "muted"), ("   neuron", "muted"))]
    for row, output, says in zip(ROWS[left_out:], outputs, said, strict=True):
        cells = " ".join(ON if value else OFF for value in row)
        style = "one strong" if output else "zero strong"
        lines.append(((cells, "text"), (f"     {output}", style), (f"    {probability(says)} ", "muted"),
                      side_mark(says, output, "")))  # fmt: skip
    lines.append(())
    for name, weight in zip(NAMES, weights.tolist(), strict=False):
        lines.append(((name.ljust(10), "muted"), (signed(weight).rjust(7), pull_style(weight))))
    lines.append(())
    lines += [((text, "text"),) for text in wrapped(described(outputs), width)]
    learned, style = _learned(moment)
    lines += [((text, style),) for text in wrapped(learned, width)]
    return lines if len(lines) <= height else [line for line in lines if line]


def _learned(moment: Moment) -> Span:
    since = int(moment.since[moment.pattern])
    if since >= 0:
        return f"Learned since iteration {since:,}.", "accent strong"
    if moment.stop < moment.tape.last:
        return "Not learned yet.", "muted"
    return (NEVER if moment.atlas.threshold else NEVER_WITHOUT), "muted"


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
