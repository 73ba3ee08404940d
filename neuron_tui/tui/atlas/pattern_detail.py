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
from neuron_tui.tui.kit.painted import Painted
from neuron_tui.tui.kit.table.table import side_mark

NEVER = "One neuron can never learn it."
NEVER_WITHOUT = "Never learned without a threshold."
NAMES = ("left", "middle", "right", "threshold")


def names_of(size: int) -> tuple[str, ...]:
    """The names of so many weights: without a threshold they are one fewer."""
    return NAMES[:size]


@dataclass(frozen=True, eq=False)
class Specimen:
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


def specimen_lines(specimen: Specimen, width: int) -> list[Line]:
    """The pattern, in so many cells."""
    lines: list[Line] = [(("input  ", "muted"), (" output", "muted"), ("   neuron", "muted"))]
    for row, output in list(zip(ROWS, specimen.outputs, strict=True))[specimen.left_out :]:
        said = float(specimen.said[len(lines) - 1])
        cells = " ".join(ON if value else OFF for value in row)
        style = "one strong" if output else "zero strong"
        lines.append(((cells, "text"), (f"     {output}", style), (f"    {probability(said)} ", "muted"),
                      side_mark(said, output, "")))  # fmt: skip
    lines.append(())
    for name, weight in zip(names_of(len(specimen.weights)), specimen.weights, strict=True):
        lines.append(((name.ljust(10), "muted"), (signed(float(weight)).rjust(7), pull_style(float(weight)))))
    lines.append(())
    lines += [((text, "text"),) for text in wrapped(described(specimen.outputs[specimen.left_out :]), width)]
    return [*lines, (_learned(specimen),)]


def _learned(specimen: Specimen) -> tuple[str, str]:
    """Since when it is learned, or that it is not."""
    if specimen.since >= 0:
        return f"Learned since iteration {specimen.since:,}.", "accent strong"
    if not specimen.over:
        return "Not learned yet.", "muted"
    return (NEVER_WITHOUT if specimen.left_out else NEVER), "muted"


class Closely(Painted):
    """Shows the pattern under the cursor."""

    def __init__(self) -> None:
        super().__init__(id="closely")
        self.specimen: Specimen | None = None

    def show(self, specimen: Specimen) -> None:
        """Show another pattern, or another moment."""
        self.specimen = specimen
        self.repaint()

    def paint(self, width: int, height: int) -> list[Line]:
        """All of it."""
        return [] if self.specimen is None else specimen_lines(self.specimen, width)
