"""One pattern of the atlas seen closely: its table, what its neuron says, its weights, and its kind."""

from __future__ import annotations

from neuron_tui.game.atlas import described, outputs_of
from neuron_tui.game.explain.numbers import probability, signed
from neuron_tui.game.race.kinds import ROWS
from neuron_tui.tui.atlas.moment import Moment
from neuron_tui.tui.kit.cells import Line, Span, wrapped
from neuron_tui.tui.kit.glyphs import OFF, ON
from neuron_tui.tui.kit.neuron_numbers import pull_style
from neuron_tui.tui.kit.table.table import side_mark

NEVER = "One neuron can never learn it."
NEVER_WITHOUT = "Never learned without a threshold."
NAMES = ("left", "middle", "right", "threshold")
"""Of the weights. A neuron without a threshold has only the first three."""


def detail_lines(moment: Moment, width: int, _height: int) -> list[Line]:
    """The table, the weights and the kind, wrapped to the width."""
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
    return [*lines, (_learned(moment),)]


def _learned(moment: Moment) -> Span:
    since = int(moment.since[moment.pattern])
    if since >= 0:
        return f"Learned since iteration {since:,}.", "accent strong"
    if moment.stop < moment.tape.last:
        return "Not learned yet.", "muted"
    return (NEVER if moment.atlas.threshold else NEVER_WITHOUT), "muted"
