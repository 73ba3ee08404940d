"""How wide the columns of a puzzle's table are, and the names above them."""

from __future__ import annotations

from dataclasses import dataclass

from neuron_tui.game.explain.asking import UNKNOWN
from neuron_tui.puzzle.file.rows import written
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.tui.kit.cells import SHORTEST_CLIPPED, Line, Span, cut, fit, visible, width_of
from neuron_tui.tui.kit.columns import fit_columns, widest_gap

OUTPUT_WIDTH, GUESS_WIDTH = 8, 5
"""A space, a prediction with four decimals and its mark; one space more where there is room. Or a space and a
guess.
"""


@dataclass(frozen=True)
class TableColumns:
    """How wide each column is, in cells, and how many cells lie between two of them."""

    inputs: tuple[int, ...]
    output: int
    gap: int
    name: int

    @classmethod
    def for_puzzle(cls, puzzle: Puzzle, width: int, with_outputs: bool, asleep: bool = False) -> TableColumns:
        """The roomiest columns that fit: first the gaps shrink, then the longest names, then all names.

        While the neuron is `asleep` there are guesses in the place of its outputs.
        """
        names = [max(width_of(visible(name)), 1) for name in puzzle.input_names]
        number = max((len(puzzle.row_name(row)) for row in puzzle.in_order()[0]), default=1) + 1
        answers = (len(written(question.answer)) for question in puzzle.questions)
        output = max(width_of(visible(puzzle.output_name)), len(UNKNOWN), *answers)
        last = [GUESS_WIDTH if asleep else OUTPUT_WIDTH] * with_outputs
        if gap := widest_gap([*names, output, *last], (5, 4, 3, 2), width - 1 - number):
            return cls(tuple(names), output, gap, number)
        room = width - 1 - number - 1 - sum(last)  # a cell is left before the output
        inputs, gap = fit_columns(names, (1,), room - min(output, 6))
        spare = room - sum(inputs) - gap * (len(inputs) - 1)
        return cls(inputs, min(output, max(spare, len(UNKNOWN))), gap, number)

    def heads(self, puzzle: Puzzle) -> int:
        """How many lines the names take: two where one would cut them to first letters, or alike."""
        names = list(zip(map(visible, puzzle.input_names), self.inputs, strict=True))
        first_letters = any(width < min(width_of(name), SHORTEST_CLIPPED) for name, width in names)
        alike = len({cut(name, width) for name, width in names}) < len(names)
        return 2 if (first_letters or alike) and self.gap else 1


def header(puzzle: Puzzle, columns: TableColumns, last: str, lines: int = 1) -> list[Line]:
    """The names above the columns; `last` is over the guesses or the neuron's outputs.

    In two `lines` each name has the room of the next column, too.
    """
    names, gap = puzzle.input_names, columns.gap
    widths = (*columns.inputs, columns.output)
    heads: list[list[Span]] = []
    for line in range(lines):
        first = (len(names) - line) % lines
        before = sum(width + gap for width in widths[:first])
        heads.append([(" " * (1 + columns.name + before), "muted")])
        for place in range(first, len(names), lines):
            room = sum(widths[place : place + lines]) + gap * (lines - 1)
            beside_output = place + lines > len(names)
            heads[-1].append((cut(names[place], room) + " " * gap * (not beside_output), "muted"))
    heads[0].append(("" if gap else " ", ""))
    heads[0].append((fit(puzzle.output_name, columns.output), "muted"))
    if last:
        heads[0].append((" " * max(gap, 1) + last, "muted"))
    return [tuple(spans) for spans in heads]
