"""What the loop's names hold: at one moment, in columns, and after each time round the loop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from neuron_tui.game.explain.numbers import signed
from neuron_tui.game.program.text import ProgramPart
from neuron_tui.game.replay.replay import Replay, place_of_row
from neuron_tui.neuron.neuron import Array, error
from neuron_tui.puzzle.text import plural
from neuron_tui.tui.kit.cells import ELLIPSIS, Line, Span, fit, visible, widest, width_of, window_start
from neuron_tui.tui.kit.chart import nice_limit
from neuron_tui.tui.kit.neuron_numbers import number, side_style

STEPS: tuple[ProgramPart, ...] = ("think", "error", "adjust")
"""The lines of the loop, in the order in which they are carried out."""
GAP, BETWEEN = "  ", " \u2502 "
AHEAD: Span = ("\u00b7", "faint")
"""Stands for what the iteration has not come to yet."""
NAME_WIDTH = 9
FEW = 5
"""Up to this many inputs of a row are written apart; more of them close together."""
LAYOUTS = (
    (8, True),
    (6, True),
    (4, True),
    (3, True),
    (2, True),
    (4, False),
    (3, False),
    (2, False),
    (1, False),
)
"""Decimals, and whether there is room for a row's inputs, from the roomiest on."""
WEIGHT = 12
"""Cells of a weight with eight decimals."""
ERROR = 10
REST = 20
"""Cells for the words that count the weights for which there is no room."""


@dataclass(frozen=True, eq=False)
class LoopValues:
    """The values of the loop's names at one iteration.

    `inputs`: (examples, inputs); `targets`, `outputs`, `errors`: (examples,); the others: (weights,).
    """

    inputs: Array
    targets: Array
    outputs: Array
    errors: Array
    weights: Array
    adjustment: Array
    new_weights: Array

    @classmethod
    def of(cls, replay: Replay, iteration: int) -> LoopValues:
        """The values at an iteration; after the last one, the new weights are those that would come."""
        training, weights = replay.training_at(iteration), replay.weights(iteration)
        outputs = replay.model.think(weights, training.inputs)
        return cls(
            inputs=training.inputs,
            targets=training.targets,
            outputs=outputs,
            errors=error(training.targets, outputs),
            weights=weights,
            adjustment=replay.adjustment(iteration),
            new_weights=replay.weights_after(iteration),
        )


@dataclass(frozen=True)
class ValueColumn:
    """Cells of one width under a name; `lit` where the line that is carried out makes them."""

    name: str
    width: int
    cells: Sequence[Span]
    lit: bool = False
    align: str = "right"

    def head(self) -> Span:
        """The name on top."""
        return (fit(self.name, self.width, self.align), "accent strong" if self.lit else "muted")

    def cell(self, row: int) -> Span:
        """One cell."""
        text, style = self.cells[row]
        shown = text.rjust(self.width) if self.align == "right" else fit(text, self.width)
        return (shown, f"{style} strong" if self.lit else style)


@dataclass(frozen=True)
class ValueTable:
    """Columns side by side, of which some rows are shown; `more` says in words how many are not."""

    columns: Sequence[ValueColumn]
    more: str
    chosen: int | None = None

    @property
    def width(self) -> int:
        """The cells it takes."""
        return sum(column.width for column in self.columns) + len(GAP) * (len(self.columns) - 1)

    def lines(self, height: int) -> list[list[Span]]:
        """The names, the rows and what is left out, each as wide as the half."""
        lines = [_spread([column.head() for column in self.columns])]
        for row in range(len(self.columns[0].cells)):
            cells = [column.cell(row) for column in self.columns]
            lines.append(_spread(cells, " selected" if row == self.chosen else ""))
        if self.more:
            lines.append([(fit(f"{ELLIPSIS} {self.more}", self.width), "muted")])
        return lines + [[(" " * self.width, "")]] * (height - len(lines))


def _spread(cells: list[Span], back: str = "") -> list[Span]:
    spans: list[Span] = []
    for text, style in cells:
        spans += [(GAP if spans else "", back), (text, style + back)]
    return spans


@dataclass(frozen=True)
class Window:
    """The rows in sight: from `first` on, `shown` of `count`."""

    first: int
    shown: int
    count: int

    @classmethod
    def around(cls, chosen: int, count: int, height: int) -> Window:
        """As many rows as fit, the chosen one among them; one line is kept to tell of the others."""
        if count <= height:
            return cls(0, count, count)
        shown = max(height - 1, 1)
        return cls(window_start(chosen, shown, count), shown, count)

    def of(self, values: Array) -> list[float]:
        """These rows of an array."""
        found: list[float] = values[self.first : self.first + self.shown].tolist()
        return found

    def more(self, thing: str) -> str:
        """How many are not in sight."""
        rest = self.count - self.shown
        return plural(rest, f"more {thing}") if rest else ""


def examples_window(
    replay: Replay, iteration: int, selected: int, height: int
) -> tuple[LoopValues, int | None, Window]:
    """The values, which of the examples the selected row is, and which are in the lines under the names.

    It is None for a question or a row that was no example then.
    """
    values = LoopValues.of(replay, iteration)
    chosen = place_of_row(values.inputs, replay.rows[selected])
    return values, chosen, Window.around(chosen or 0, len(values.targets), height - 1)


def value_lines(
    replay: Replay, iteration: int, step: int, selected: int, width: int, height: int
) -> list[Line]:
    """The columns in (width, height) cells, as many decimals as fit; the first line has the names.

    `step` is the place in STEPS of the line that is carried out: what later lines make is not there yet.
    """
    values, chosen, rows = examples_window(replay, iteration, selected, height)
    at = None if chosen is None else chosen - rows.first
    weights = Window.around(0, len(values.weights), height - 1)
    for decimals, inputs in LAYOUTS:
        left = ValueTable(_examples(values, rows, step, decimals, inputs, at), rows.more("example"), at)
        right = ValueTable(_weights(replay, values, weights, step, decimals), weights.more("weight"))
        if left.width + len(BETWEEN) + right.width <= width:
            break
    between: Span = (BETWEEN, "faint")
    both = zip(left.lines(height), right.lines(height), strict=True)
    return [clipped((*one, between, *other), width) for one, other in both]


def clipped(line: Line, width: int) -> Line:
    """A line cut to a width, without empty spans."""
    spans: list[Span] = []
    for text, style in line:
        width -= width_of(text)
        spans.append((text, style) if width >= 0 else (fit(text, width_of(text) + width), style))
        if width <= 0:
            break
    return tuple(run for run in spans if run[0])


def decimal(value: float, decimals: int, width: int) -> str:
    """A number with its sign and up to `decimals` decimals, as many as fit the width."""
    texts = (signed(value, places) for places in range(decimals, -1, -1))
    return next((text for text in texts if len(text) <= width), number(value, width))


def _examples(
    values: LoopValues, rows: Window, step: int, decimals: int, inputs: bool, chosen: int | None
) -> list[ValueColumn]:
    """A row each: its number, its inputs, and what becomes of them."""
    wide = len(str(rows.count))
    numbers: list[Span] = [(f"{row + 1}", "muted") for row in range(rows.first, rows.first + rows.shown)]
    if chosen is not None:
        numbers[chosen] = (f"\u25b8 {numbers[chosen][0]:>{wide}}", "accent")
    inputs_shown: list[Span] = [(digits(row), "text") for row in values.inputs[rows.first :][: rows.shown]]
    label = max(width_of(inputs_shown[0][0]), len("inputs"))
    targets = [(f"{target:.0f}", "one" if target else "zero") for target in rows.of(values.targets)]
    outputs = [(f"{output:.{decimals}f}", side_style(output)) for output in rows.of(values.outputs)]
    errors = [(signed(error, decimals), sign_style(error)) for error in rows.of(values.errors)]
    return [
        ValueColumn("", 2 + wide, numbers),
        *([ValueColumn("inputs", label, inputs_shown, align="left")] * inputs),
        ValueColumn("targets", len("targets"), targets),
        ValueColumn("output", max(decimals + 2, len("output")), outputs, step == 0),
        ValueColumn(
            "error", max(decimals + 3, len("error")), errors if step >= 1 else [AHEAD] * rows.shown, step == 1
        ),
    ]


def _weights(replay: Replay, values: LoopValues, rows: Window, step: int, decimals: int) -> list[ValueColumn]:
    """A weight each: what it is, what is added, what comes of it."""
    names = replay.weight_names
    limit = nice_limit(replay.reach()[0], 10.0)
    most = decimals + 4 + (decimals > 4)
    places = next((d for d in range(decimals, 0, -1) if len(signed(-limit, d)) <= most), 0)
    wide = max(len("becomes"), min(len(signed(-limit, places)), most))
    finer = min(decimals + 2, 8)
    added = max(len("adjustment"), finer + 4)

    def pulls(values: Array, decimals: int, width: int) -> list[Span]:
        return [(decimal(value, decimals, width), sign_style(value)) for value in rows.of(values)]

    ahead = [AHEAD] * rows.shown
    there = step == STEPS.index("adjust")
    adjustments, news = pulls(values.adjustment, finer, added), pulls(values.new_weights, places, wide)
    shown: list[Span] = [(visible(name), "muted") for name in names[rows.first :][: rows.shown]]
    return [
        ValueColumn("", min(widest(names), NAME_WIDTH), shown, align="left"),
        ValueColumn("weights", wide, pulls(values.weights, places, wide)),
        ValueColumn("adjustment", added, adjustments if there else ahead, there),
        ValueColumn("becomes", wide, news if there else ahead, there),
    ]


def digits(row: Array) -> str:
    """A row's inputs, as the program has them."""
    return (" " if len(row) <= FEW else "").join(f"{value:.0f}" for value in row.tolist())


def sign_style(value: float) -> str:
    """The style of a weight or an error: which way it pulls, and neither where eight decimals show zero."""
    return "text" if abs(value) < 5e-9 else "one" if value > 0 else "zero"


def past_lines(replay: Replay, iteration: int, width: int, height: int) -> list[Line]:
    """A line of names, and below it an iteration a line, this one on top."""
    counter = max(width_of(f"{replay.iterations:,}"), len("iteration"))
    names = replay.weight_names
    seen = names[: _columns(width - counter)]
    if len(seen) < len(names):
        seen = names[: _columns(width - counter - REST)]
    head: list[Span] = [(fit("iteration", counter, "right"), "muted")]
    head += [(GAP + fit(name, WEIGHT, "right"), "muted") for name in seen]
    head.append((GAP + fit("error", ERROR, "right"), "muted"))
    if rest := len(names) - len(seen):
        head.append((f"{GAP}{ELLIPSIS} {plural(rest, 'more weight')}", "muted"))
    at = np.arange(iteration, max(iteration - height + 1, -1), -1)
    lines = [clipped(tuple(head), width)]
    for place, mean in zip(at.tolist(), replay.mean_error(at).tolist(), strict=True):
        strong = " strong" if place == iteration else ""
        spans: list[Span] = [(f"{place:,}".rjust(counter), "text strong" if strong else "muted")]
        for weight in replay.weights(place)[: len(seen)].tolist():
            spans.append((GAP + decimal(weight, 8, WEIGHT).rjust(WEIGHT), sign_style(weight) + strong))
        spans.append((f"{GAP}{mean:.8f}".rjust(len(GAP) + ERROR), "text" + strong))
        lines.append(clipped(tuple(spans), width))
    return lines


def _columns(width: int) -> int:
    """How many weights fit next to the error."""
    return max((width - len(GAP) - ERROR) // (len(GAP) + WEIGHT), 0)
