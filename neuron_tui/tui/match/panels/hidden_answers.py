"""What each hidden neuron answers to every row: a line per row of the table, a column per hidden neuron."""

from __future__ import annotations

from dataclasses import dataclass

from neuron_tui.game.explain.hidden import hidden_says
from neuron_tui.game.explain.numbers import probability
from neuron_tui.game.explain.rules.sizes import MOST_INPUTS
from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron import Network
from neuron_tui.puzzle.text import plural
from neuron_tui.tui.kit.cells import Line, Span, cut, fit, visible, width_of, window_start
from neuron_tui.tui.kit.columns import fit_columns
from neuron_tui.tui.kit.glyphs import OFF, ON, SELECTED
from neuron_tui.tui.kit.neuron_numbers import side_style

HEAD = 2
"""Lines above the rows: what they are, and the names of the columns."""
LEAST_ROWS = 3
"""It is not worth it to show fewer of the rows."""
LEAST_RULE = 30
"""Cells that the rules of the hidden neurons need to the right of the rows."""
OUTPUT = 8
"""Cells of the output, with the gap before it."""
MOST_NAME = 9
"""Cells of an input's name, where there is room."""
TITLE = "what the hidden neurons answer"


@dataclass(frozen=True)
class Cell:
    """An answer, in `width` cells after a gap: its sign and `decimals` decimals, or as much as has room."""

    width: int
    gap: int
    decimals: int

    def text(self, answer: float) -> str:
        """On above 0.5, and how much."""
        sign, number = ON if answer > 0.5 else OFF, f"{answer:.{self.decimals}f}"
        if not self.decimals:
            return sign
        return f"{sign} {number}" if len(number) + 2 <= self.width else number


CELLS = (Cell(8, 2, 4), Cell(8, 2, 2), Cell(6, 1, 2), Cell(4, 1, 2), Cell(2, 1, 0))
"""From the roomiest."""


@dataclass(frozen=True)
class HiddenColumns:
    """How wide the columns are: the row's name, an input's, and a hidden neuron's."""

    label: int
    inputs: tuple[int, ...]
    cell: Cell
    hidden: int

    @classmethod
    def fitting(cls, replay: Replay, hidden: int, width: int) -> HiddenColumns:
        """The roomiest that fit: first the inputs' names give way, then the answers."""
        label = 2 + max(len(replay.puzzle.row_name(row)) for row in range(len(replay.rows)))
        names = [max(min(width_of(visible(name)), MOST_NAME), 1) for name in replay.puzzle.input_names]
        for cell in CELLS:
            room = width - label - (cell.width + cell.gap) * hidden - OUTPUT
            inputs, gap = fit_columns(names, (1,), room - 1)  # a gap behind the last one, too
            if gap:
                break
        return cls(label, inputs, cell, hidden)

    @property
    def width(self) -> int:
        """The cells of all of them."""
        answers = (self.cell.width + self.cell.gap) * self.hidden
        return self.label + sum(self.inputs) + len(self.inputs) + answers + OUTPUT


def rows_shown(rows: int, drawing: int, height: int) -> int:
    """How many rows have room below a drawing of `drawing` lines; 0 where too few have."""
    shown = min(rows, height - drawing - HEAD)
    return shown if shown >= min(LEAST_ROWS, rows) else 0


def answer_lines(replay: Replay, iteration: int, selected: int, width: int, shown: int) -> list[Line]:
    """The title, the names and `shown` rows, `width` cells wide; to the right the answers as rules."""
    model, rows = replay.model, replay.rows
    if not isinstance(model, Network):
        return []
    columns = HiddenColumns.fitting(replay, model.hidden, width)
    answers = model.hidden_outputs(replay.weights(iteration), rows)
    outputs = replay.outputs(iteration)
    first = window_start(selected, shown, len(rows))
    lines = [_names(replay, columns)]
    for row in range(first, first + shown):
        name = replay.puzzle.row_name(row).rjust(columns.label - 2)
        back = " selected" if row == selected else ""
        lines.append(
            (
                (SELECTED if back else " ", "accent" + back),
                (f"{name} ", "muted" + back),
                *_inputs(rows[row].tolist(), columns, back),
                *_answers(answers[row].tolist(), replay.off, columns, back),
                (f"  {probability(outputs[row])}", f"{side_style(float(outputs[row]))} strong{back}"),
            )
        )
    said = _rules(replay, iteration, width - columns.width) if model.hidden <= shown else []
    lines = [(*line, *rule) for line, rule in zip(lines, said + [()] * len(lines), strict=False)]
    return [_title(width, len(rows) - shown), *lines]


def _title(width: int, more: int) -> Line:
    """A line across with a title, and how many rows are out of sight."""
    said = f"{TITLE}, {plural(more, 'more row')}" if more else f"{TITLE} to every row"
    said = fit(said, min(len(said), width - 4))
    rest = width - 4 - len(said)
    return (("\u2500\u2500", "faint"), (f" {said} ", "muted"), ("\u2500" * rest, "faint"))


def _names(replay: Replay, columns: HiddenColumns) -> Line:
    """The names of the columns; a hidden neuron that is switched off says so."""
    spans: list[Span] = [(" " * columns.label, "")]
    for name, width in zip(replay.puzzle.input_names, columns.inputs, strict=True):
        spans.append((cut(name, width) + " ", "muted"))
    for place in range(columns.hidden):
        name = f"hidden {place + 1}" if columns.cell.width >= len("hidden 1") else str(place + 1)
        name = f"{place + 1} off" if place in replay.off and columns.cell.decimals else name
        spans.append((" " * columns.cell.gap + cut(name, columns.cell.width), "muted"))
    spans.append(("  output", "muted"))
    return tuple(spans)


def _inputs(inputs: list[float], columns: HiddenColumns, back: str) -> list[Span]:
    """The inputs of a row."""
    return [
        ((ON if value else OFF).ljust(width) + " ", ("text" if value else "muted") + back)
        for value, width in zip(inputs, columns.inputs, strict=True)
    ]


def _answers(answers: list[float], off: frozenset[int], columns: HiddenColumns, back: str) -> list[Span]:
    """What the hidden neurons answer to a row; switched-off neurons are shown quietly."""
    cell = columns.cell
    return [
        (
            " " * cell.gap + fit(cell.text(answer), cell.width),
            ("faint" if place in off else side_style(answer)) + back,
        )
        for place, answer in enumerate(answers)
    ]


def _rules(replay: Replay, iteration: int, room: int) -> list[Line]:
    """What each hidden neuron says as a rule over the inputs, where there is room and few inputs."""
    if room < LEAST_RULE or len(replay.puzzle.input_names) > MOST_INPUTS:
        return []
    said = [f"hidden {place + 1} says: {rule}" for place, rule in enumerate(hidden_says(replay, iteration))]
    return [((" " * 3, ""), (fit(line, room - 3), "muted")) for line in ("", *said)]
