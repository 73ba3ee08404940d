"""The run in front and the one behind it, side by side in the words."""

from __future__ import annotations

from textual.content import Content

from neuron_tui.game.explain.numbers import probability
from neuron_tui.game.lab.comparison import Row, at_the_end, differences
from neuron_tui.game.lab.run import Run
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.tui.kit.cells import fit, widest
from neuron_tui.tui.kit.table.table import question_glyphs
from neuron_tui.tui.kit.text_panel import MARK, MUTED, STRONG

WIDTH = 31
"""The cells that the words have beside their scrollbar in the smallest terminal."""
LEAST_LABEL = 5


def rows(run: Run, other: Run, puzzle: Puzzle, *, with_error: bool) -> list[Row]:
    """In what the runs differ, their errors at the end, and their answers to what the puzzle asks.

    `with_error`: the course has come to the term.
    """
    asked = [question.inputs for question in puzzle.questions]
    labels = ["error at the end" if with_error else "off by at the end"]
    labels += [question_glyphs(puzzle, question) for question in range(len(asked))]
    this, that = (
        ["\u2026"] * len(labels) if values is None else [probability(value) for value in values]
        for values in (at_the_end(run, asked), at_the_end(other, asked))
    )
    return [*differences(run, other), *zip(labels, this, that, strict=True)]


def side_by_side(run: Run, other: Run, puzzle: Puzzle, *, with_error: bool) -> Content:
    """A line for each of these rows, in two columns."""
    lines = rows(run, other, puzzle, with_error=with_error)
    pair = "this", "dotted" if with_error else "other"
    first, second = (
        widest([head, *(line[place] for line in lines)]) for place, head in enumerate(pair, start=1)
    )
    label = max(WIDTH - first - second - 2, LEAST_LABEL)
    swap = fit("x swaps", label).removeprefix("x")
    heads = (fit(pair[0], first, "right"), STRONG), (" " + fit(pair[1], second, "right"), MUTED)
    said = [Content.assemble(("x", MARK), (swap + " ", MUTED), *heads)]
    for name, this, that in lines:
        values = (fit(this, first, "right"), STRONG), " " + fit(that, second, "right")
        said.append(Content.assemble((fit(name, label) + " ", MUTED), *values))
    return Content("\n").join(said)
