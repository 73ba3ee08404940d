"""The run in front and the one behind it, side by side in the words."""

from __future__ import annotations

from textual.content import Content

from neuron_tui.game.explain.numbers import told_apart
from neuron_tui.game.lab.comparison import Row, at_the_end, differences
from neuron_tui.game.lab.run import Run
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.tui.kit.cells import fit, widest, width_of
from neuron_tui.tui.kit.table.table import question_glyphs
from neuron_tui.tui.kit.text_panel import MARK, MUTED, STRONG

WIDTH = 31
"""The cells that the words have beside their scrollbar in the smallest terminal."""


def called(with_error: bool) -> tuple[str, str]:
    """What a run comes to, and the run behind: with the term and the dotted curve, or before those."""
    return ("final error", "dotted") if with_error else ("ends off by", "other")


def ends(run: Run, other: Run, puzzle: Puzzle, *, with_error: bool) -> list[Row]:
    """How far off the runs are at the end, and their answers there to what the puzzle asks."""
    asked = [question.inputs for question in puzzle.questions]
    labels = [called(with_error)[0]]
    labels += [question_glyphs(puzzle, question) for question in range(len(asked))]
    unknown = [None] * len(labels)
    both = zip(at_the_end(run, asked) or unknown, at_the_end(other, asked) or unknown, strict=True)
    return [(label, *told_apart(*pair)) for label, pair in zip(labels, both, strict=True)]


def side_by_side(run: Run, other: Run, puzzle: Puzzle, *, with_error: bool) -> Content:
    """A line for each difference and for each of these ends, in two columns."""
    lines = [*differences(run, other), *ends(run, other, puzzle, with_error=with_error)]
    heads = "this", called(with_error)[1]
    first, second = (widest([head, *(line[place] for line in lines)]) for place, head in enumerate(heads, 1))
    label = max(WIDTH - first - second - 2, 0)
    swap = fit("x swaps", label).removeprefix("x")
    said = [
        Content.assemble(
            ("x", MARK), (swap + " ", MUTED),
            (fit(heads[0], first, "right"), STRONG), (" " + fit(heads[1], second, "right"), MUTED),
        )
    ]  # fmt: skip
    for name, this, that in lines:
        beside = width_of(name) <= label
        before = fit(name, label) + " " if beside else f"{name}\n{' ' * (label + 1)}"
        values = (fit(this, first, "right"), STRONG), " " + fit(that, second, "right")
        said.append(Content.assemble((before, MUTED), *values))
    return Content("\n").join(said)
