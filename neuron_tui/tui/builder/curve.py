"""What the neuron makes of the rows of a draft: each as a dot on the S-curve."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from neuron_tui.game.builder.draft import Draft
from neuron_tui.game.explain.numbers import MINUS, answer_side
from neuron_tui.neuron.neuron import sigmoid
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.chart import OUTPUTS, Axis, Chart, Mark, Series, draw, nice_limit
from neuron_tui.tui.kit.glyphs import ASKED, SHOULD_BE_ONE, SHOULD_BE_ZERO

FURTHEST = 20.0
"""Weighted sums beyond it are shown at the end."""
_ROWS = {1: (SHOULD_BE_ONE, "one"), 0: (SHOULD_BE_ZERO, "zero"), None: (ASKED, "accent")}


def rows_on_curve(
    draft: Draft, outputs: Sequence[float], row: int | None, width: int, height: int
) -> list[Line]:
    """The curve in (width, height) cells, with a dot per row that has an output; `row` has the cursor."""
    said = np.clip(np.array(outputs), 1e-15, 1 - 1e-15)
    sums = np.log(said / (1 - said))
    limit = min(nice_limit(float(abs(sums).max(initial=0)), 5.0), FURTHEST)
    marks = []
    for place in sorted(range(len(sums)), key=lambda place: place == row):  # that one on top
        each = draft.rows[place]
        glyph, style = _ROWS[None if each.asked else answer_side(each.answer)]
        strong = " strong" * (place == row)
        marks.append(
            Mark(float(sums[place]), float(said[place]), glyph, style + strong, draft.row_name(place))
        )
    along = np.linspace(-limit, limit, 240)
    end = f"{limit:g}"
    across = Axis(-limit, limit, ((-limit, MINUS + end), (0, "sum 0"), (limit, "+" + end)))
    curve = Series(along, sigmoid(along), "muted")
    return draw(Chart(across, OUTPUTS, (curve,), tuple(marks), level=0.5), width, height)
