"""One pattern of the atlas seen closely: its table, what its neuron says, its weights, and its kind."""

from __future__ import annotations

from dataclasses import dataclass

from neuron_tui.game.atlas import described
from neuron_tui.game.explain.numbers import probability, signed
from neuron_tui.game.race.kinds import ROWS, Outputs
from neuron_tui.neuron.neuron import Array
from neuron_tui.tui.kit.cells import Line, wrapped
from neuron_tui.tui.kit.glyphs import OFF, ON
from neuron_tui.tui.kit.neuron_numbers import pull_style
from neuron_tui.tui.kit.table.table import side_mark

NEVER = "One neuron can never learn it."
NEVER_WITHOUT = "Never learned without a threshold."
NAMES = ("left", "middle", "right", "threshold")
"""Of the weights. A neuron without a threshold has only the first three."""


@dataclass(frozen=True, eq=False)
class PatternDetail:
    """A pattern at a moment: its outputs, its neuron's weights and answers, and since when it is learned.

    `said` has one output per row of the atlas; without a threshold the first row is not among them.
    """

    outputs: Outputs
    weights: Array
    said: Array
    since: int
    over: bool

    @property
    def left_out(self) -> int:
        """How many rows the atlas leaves out: the one with nothing on, or none."""
        return len(ROWS) - len(self.said)


def detail_lines(detail: PatternDetail, width: int, _height: int) -> list[Line]:
    """The table, the weights and the kind, wrapped to the width."""
    lines: list[Line] = [(("input  ", "muted"), (" output", "muted"), ("   neuron", "muted"))]
    for row, output in list(zip(ROWS, detail.outputs, strict=True))[detail.left_out :]:
        said = float(detail.said[len(lines) - 1])
        cells = " ".join(ON if value else OFF for value in row)
        style = "one strong" if output else "zero strong"
        lines.append(((cells, "text"), (f"     {output}", style), (f"    {probability(said)} ", "muted"),
                      side_mark(said, output, "")))  # fmt: skip
    lines.append(())
    for name, weight in zip(NAMES, detail.weights, strict=False):
        lines.append(((name.ljust(10), "muted"), (signed(float(weight)).rjust(7), pull_style(float(weight)))))
    lines.append(())
    lines += [((text, "text"),) for text in wrapped(described(detail.outputs[detail.left_out :]), width)]
    return [*lines, (_learned(detail),)]


def _learned(detail: PatternDetail) -> tuple[str, str]:
    """Since when it is learned, or that it is not."""
    if detail.since >= 0:
        return f"Learned since iteration {detail.since:,}.", "accent strong"
    if not detail.over:
        return "Not learned yet.", "muted"
    return (NEVER_WITHOUT if detail.left_out else NEVER), "muted"
