"""The neuron's answers as a table: a line per row of inputs, with its place between 0 and 1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from neuron_tui.game.explain.asking import UNKNOWN
from neuron_tui.game.explain.learned import PossibleRow, sureness
from neuron_tui.game.explain.numbers import probability, side
from neuron_tui.puzzle.file.rows import OPEN, written
from neuron_tui.tui.kit.cells import Line, Span, cut, fit, visible, width_of
from neuron_tui.tui.kit.columns import fit_columns, widest_gap
from neuron_tui.tui.kit.glyphs import OFF, ON, SELECTED
from neuron_tui.tui.kit.neuron_numbers import answer_style, side_style
from neuron_tui.tui.kit.table.table import side_mark

ELSEWHERE = "\u2022"
"""Marks the row of the other panels, once the cursor has left it."""
MARK, OUTPUT, SURENESS, KIND = 2, 6, 20, 12
GAPS = (3, 2)
"""Cells between two columns; between inputs it may be less."""
SHORTEST_SCALE, LONGEST_SCALE = 9, 41
DOT, TRACK, MIDDLE = "\u25cf", "\u2500", "\u253c"


@dataclass(frozen=True)
class AnswerColumns:
    """How wide each input's column and the scale are, and how many cells lie between columns."""

    inputs: tuple[int, ...]
    between: int
    gap: int
    scale: int

    @classmethod
    def fitting(cls, names: Sequence[str], width: int) -> AnswerColumns:
        """The roomiest columns that fit: first the gaps shrink, then the longest names, then all names."""
        widths = [max(width_of(visible(name)), 1) for name in names]
        others = (SHORTEST_SCALE, OUTPUT, SURENESS, KIND)
        gap = widest_gap([*widths, *others], GAPS, width - MARK) or GAPS[-1]
        room = width - MARK - sum(others) - gap * len(others)
        inputs, between = fit_columns(widths, (gap, 1), room)
        used = sum(inputs) + between * (len(inputs) - 1)
        return cls(inputs, between, gap, _odd(room + SHORTEST_SCALE - used))

    @property
    def width(self) -> int:
        """The cells of a whole line."""
        inputs = sum(self.inputs) + self.between * (len(self.inputs) - 1)
        return MARK + inputs + self.scale + OUTPUT + SURENESS + KIND + 4 * self.gap


def _odd(scale: int) -> int:
    """A scale has a cell in its middle."""
    kept = min(scale, LONGEST_SCALE)
    return kept - (kept + 1) % 2


def heading(names: Sequence[str], columns: AnswerColumns) -> Line:
    """The names over the inputs, the ends of the scale, and what the other columns are."""
    gap = " " * columns.gap
    named = [cut(name, width) for name, width in zip(names, columns.inputs, strict=True)]
    half = columns.scale // 2
    scale = "0" + "\u00bd".center(columns.scale - 2) + "1" if half else "0"
    parts = [
        (" " * columns.between).join(named),
        scale,
        "output",
        "how sure".ljust(SURENESS),
        "in the table".ljust(KIND),
    ]
    return ((" " * MARK + gap.join(parts), "muted"),)


def answer_line(
    row: PossibleRow, output: float, columns: AnswerColumns, *, pointed: bool, selected: bool
) -> Line:
    """One row with the neuron's output. `pointed`: the cursor is on it; `selected`: in the other panels."""
    back = " selected" if pointed else ""
    gap: Span = (" " * columns.gap, back)
    leaning = side(output)
    style = side_style(output)
    mark = SELECTED if pointed else ELSEWHERE if selected else " "
    spans: list[Span] = [(mark.ljust(MARK), "accent" + back)]
    last = len(row.inputs) - 1
    for index, (value, width) in enumerate(zip(row.inputs, columns.inputs, strict=True)):
        cells = (ON if value else OFF).ljust(width) + " " * columns.between * (index < last)
        spans.append((cells, ("text" if value else "muted") + back))
    spans += [
        gap,
        *_scale(output, columns.scale, style, back),
        gap,
        (probability(output), f"{style} strong{back}"),
        gap,
        (fit(sureness(output), SURENESS), ("muted" if leaning is None else "text") + back),
        gap,
        *_kind(row, output, back),
    ]
    return tuple(spans)


def _scale(output: float, width: int, style: str, back: str) -> list[Span]:
    """An output's place between 0 and 1."""
    at = round(output * (width - 1))
    track = TRACK * (width // 2) + MIDDLE + TRACK * (width // 2)
    return [(track[:at], "faint" + back), (DOT, f"{style} strong{back}"), (track[at + 1 :], "faint" + back)]


def _kind(row: PossibleRow, output: float, back: str) -> list[Span]:
    """Whether the row is an example, a question or was never seen; and whether the output is right."""
    if row.kind == "never seen":
        return [(fit(row.kind, KIND), "muted" + back)]
    kind: Span = (f"{row.kind:<9}", ("text" if row.kind == "example" else "accent") + back)
    if row.answer is None:
        return [kind, (OPEN.ljust(3) if row.solved else UNKNOWN, "accent strong" + back)]
    style = f"{answer_style(row.answer)} strong{back}"
    if row.answer not in (0, 1):
        text = written(row.answer)
        return [kind, (fit(text if len(text) <= 3 else f"{float(row.answer):.2f}"[1:], 3), style)]
    return [kind, (f"{row.answer} ", style), side_mark(output, row.answer, back)]
