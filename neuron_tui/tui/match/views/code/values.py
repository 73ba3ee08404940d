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
from neuron_tui.tui.kit.cells import ELLIPSIS, Line, Span, fit, widest, width_of, width_of_line, window_start
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
    """Cells under a name, both `least` cells wide or as wide as the name.

    It is `lit` where the line that is carried out makes them.
    """

    name: str
    least: int
    cells: Sequence[Span]
    lit: bool = False
    right: bool = True

    def spans(self) -> list[Span]:
        """The name, and the cells under it."""
        width = max(self.least, len(self.name))
        head = (self.name, "accent" if self.lit else "muted")
        strong = " strong" if self.lit else ""
        return [
            (text.rjust(width) if self.right else fit(text, width), style + strong)
            for text, style in (head, *self.cells)
        ]


def table(columns: Sequence[ValueColumn], more: str, height: int, chosen: int | None = None) -> list[Line]:
    """Columns side by side: their names, the rows, and in words what is left out; all equally wide."""
    lines: list[Line] = []
    for place, cells in enumerate(zip(*(column.spans() for column in columns), strict=True), start=-1):
        back = " selected" if place == chosen else ""
        spans = [span for text, style in cells for span in ((GAP, back), (text, style + back))]
        lines.append(tuple(spans[1:]))
    width = width_of_line(lines[0])
    if more:
        lines.append(((fit(f"{ELLIPSIS} {more}", width), "muted"),))
    return lines + [((" " * width, ""),)] * (height - len(lines))


def in_sight(around: int, count: int, height: int) -> range:
    """As many of `count` rows as fit, one among them; a line is kept to tell of the others."""
    shown = count if count <= height else max(height - 1, 1)
    first = window_start(around, shown, count)
    return range(first, first + shown)


def examples_in_sight(replay: Replay, iteration: int, selected: int, height: int) -> tuple[range, int | None]:
    """Which examples have room in some lines, and which of all the selected row is.

    That is None for a question or a row that was no example then.
    """
    inputs = replay.training_at(iteration).inputs
    chosen = place_of_row(inputs, replay.rows[selected])
    return in_sight(chosen or 0, len(inputs), height), chosen


def value_lines(
    replay: Replay, iteration: int, step: int, selected: int, width: int, height: int
) -> list[Line]:
    """The columns in (width, height) cells, as many decimals as fit; the first line has the names.

    `step` is the place in STEPS of the line that is carried out: what later lines make is not there yet.
    """
    values = LoopValues.of(replay, iteration)
    rows, chosen = examples_in_sight(replay, iteration, selected, height - 1)
    at = None if chosen is None else chosen - rows.start
    weights = in_sight(0, len(values.weights), height - 1)
    for decimals, inputs in LAYOUTS:
        columns = _examples(values, rows, step, decimals, inputs, at)
        left = table(columns, _more(values.targets, rows, "example"), height, at)
        columns = _weights(replay, values, weights, step, decimals)
        right = table(columns, _more(values.weights, weights, "weight"), height)
        if width_of_line(left[0]) + len(BETWEEN) + width_of_line(right[0]) <= width:
            break
    return [
        clipped((*one, (BETWEEN, "faint"), *other), width) for one, other in zip(left, right, strict=True)
    ]


def _more(values: Array, shown: range, thing: str) -> str:
    """How many are not in sight."""
    rest = len(values) - len(shown)
    return plural(rest, f"more {thing}") if rest else ""


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
    values: LoopValues, rows: range, step: int, decimals: int, inputs: bool, chosen: int | None
) -> list[ValueColumn]:
    """A row each: its number, its inputs, and what becomes of them."""
    wide = len(str(len(values.targets)))
    numbers: list[Span] = [(f"{row + 1}", "muted") for row in rows]
    if chosen is not None:
        numbers[chosen] = (f"\u25b8 {numbers[chosen][0]:>{wide}}", "accent")
    given: list[Span] = [(digits(row), "text") for row in values.inputs[rows]]
    targets = [(f"{target:.0f}", "one" if target else "zero") for target in values.targets[rows].tolist()]
    outputs = [(f"{output:.{decimals}f}", side_style(output)) for output in values.outputs[rows].tolist()]
    errors = [(signed(error, decimals), sign_style(error)) for error in values.errors[rows].tolist()]
    return [
        ValueColumn("", 2 + wide, numbers),
        *([ValueColumn("inputs", len(given[0][0]), given, right=False)] * inputs),
        ValueColumn("targets", 1, targets),
        ValueColumn("output", decimals + 2, outputs, step == 0),
        ValueColumn("error", decimals + 3, errors if step >= 1 else [AHEAD] * len(rows), step == 1),
    ]


def _weights(replay: Replay, values: LoopValues, rows: range, step: int, decimals: int) -> list[ValueColumn]:
    """A weight each: what it is, what is added, what comes of it."""
    names: list[Span] = [(replay.weight_names[row], "muted") for row in rows]
    limit = nice_limit(replay.reach()[0], 10.0)
    most = decimals + 4 + (decimals > 4)
    places = next((d for d in range(decimals, 0, -1) if len(signed(-limit, d)) <= most), 0)
    wide = max(len("becomes"), min(len(signed(-limit, places)), most))
    finer = min(decimals + 2, 8)
    added = max(len("adjustment"), finer + 4)

    def pulls(values: Array, decimals: int, width: int) -> list[Span]:
        return [(decimal(value, decimals, width), sign_style(value)) for value in values[rows].tolist()]

    ahead = [AHEAD] * len(rows)
    there = step == STEPS.index("adjust")
    adjustments, news = pulls(values.adjustment, finer, added), pulls(values.new_weights, places, wide)
    return [
        ValueColumn("", min(widest(replay.weight_names), NAME_WIDTH), names, right=False),
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
