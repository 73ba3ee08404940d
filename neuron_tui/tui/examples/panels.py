"""What the panels show: the table that grows, both players' beliefs, and the scale."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

import numpy as np
from textual.geometry import Size

from neuron_tui.game.examples.learning import Learning
from neuron_tui.game.explain.numbers import probability
from neuron_tui.game.explain.result import answer_in_words
from neuron_tui.game.match.match import Result
from neuron_tui.puzzle.puzzle import Answer, Puzzle
from neuron_tui.puzzle.text import plural
from neuron_tui.tui.kit.chart import OUTPUTS, Axis, Chart, Mark, Series
from neuron_tui.tui.kit.glyphs import ANSWER, NEURON, YOU
from neuron_tui.tui.kit.guess_scale import Scale
from neuron_tui.tui.kit.guess_text import outcome, stakes
from neuron_tui.tui.kit.neuron_numbers import answer_style
from neuron_tui.tui.kit.table.table import Table

NOW = "\u25b3"
"""The guess that is being made, which may move still."""
CELLS_FOR_A_MARK = 3
"""Where examples lie closer than this, only some of them have marks."""
STEPS = (1, 2, 5, 10, 20, 50)
MOST_LABELS = 12
"""Not many more examples than these have a number below them; the steps between them are round."""


@dataclass(frozen=True)
class Beliefs:
    """Beliefs that the answer is 1, after one example, two, and so on, as far as they may be seen.

    `examples` is how many there are in all, `at` after how many a guess is being made and `guess` where it
    stands, `answer` the right answer once it may be known.
    """

    examples: int
    you: tuple[Fraction, ...] = ()
    neuron: tuple[float, ...] = ()
    at: int | None = None
    guess: Fraction | None = None
    answer: Answer = None


def chart_of(beliefs: Beliefs, width: int) -> Chart:
    """The curves in `width` cells. The axis is as long from the start as it will be at the end."""
    return Chart(
        _across(beliefs.examples),
        OUTPUTS,
        tuple(_series(beliefs)),
        tuple(_marks(beliefs, every=ceil(CELLS_FOR_A_MARK * beliefs.examples / max(width, 1)))),
        level=0.5,
        cursor=beliefs.at,
    )


def _across(examples: int) -> Axis:
    """The axis of examples, with half of one as a margin on either side."""
    step = next(step for step in STEPS if examples <= MOST_LABELS * step)
    labelled = sorted({1, *range(step, examples, step), examples})
    return Axis(0.5, examples + 0.5, tuple((count, str(count)) for count in labelled))


def _series(beliefs: Beliefs) -> list[Series]:
    """The right answer behind, then the neuron's curve, then yours."""
    series: list[Series] = []
    if beliefs.answer is not None:
        ends = np.array([0.5, beliefs.examples + 0.5])
        series.append(
            Series(ends, np.full(2, float(beliefs.answer)), answer_style(beliefs.answer), dotted=True)
        )
    for values, style in ((beliefs.neuron, "accent"), (beliefs.you, "text")):
        counts = np.arange(1, len(values) + 1, dtype=np.float64)
        series.append(Series(counts, np.array([float(value) for value in values]), style))
    return series


def _marks(beliefs: Beliefs, *, every: int) -> list[Mark]:
    """A mark at each `every`th belief and at the newest, which is labelled with its number."""
    marks: list[Mark] = []
    if beliefs.answer is not None:
        says, end = answer_in_words(beliefs.answer), beliefs.examples + 0.5
        marks.append(Mark(end, float(beliefs.answer), ANSWER, answer_style(beliefs.answer), says))
    marks += _curve_marks(list(map(probability, beliefs.neuron)), every, NEURON, "accent", "neuron")
    marks += _curve_marks([f"{float(guess):.2f}" for guess in beliefs.you], every, YOU, "text", "you")
    if beliefs.at is not None and beliefs.guess is not None:
        marks.append(Mark(beliefs.at, float(beliefs.guess), NOW, "text"))
    return marks


def _curve_marks(values: list[str], every: int, glyph: str, style: str, name: str) -> list[Mark]:
    """The marks along one curve, through values as they are written."""
    newest = len(values)
    return [
        Mark(count, float(value), glyph, style, f"{name} {value}" if count == newest else "")
        for count, value in enumerate(values, 1)
        if count == newest or count % every == 0
    ]


def beliefs_of(learning: Learning, seen: tuple[float, ...], result: Result | None) -> Beliefs:
    """The curves; with the `result` come the right answer, and no more guesses than the neuron has seen."""
    finished = learning.finished
    return Beliefs(
        len(learning.puzzle.examples),
        learning.guesses if result is None else learning.guesses[: len(seen)],
        seen,
        None if finished else learning.shown,
        None if finished else learning.guess,
        None if result is None else result.question.answer,
    )


def scale_of(learning: Learning, belief: float, result: Result | None) -> Scale:
    """The guess together with what the neuron believed last, and what it would come to, or did."""
    return Scale(
        neuron=belief,
        you=learning.guess,
        answer=None if result is None else Fraction(result.right),
        asleep=result is None,
        your_turn=not learning.finished,
        below=stakes(learning.guess, learning.question) if result is None else outcome(result),
    )


def known_to(learning: Learning, seen: int) -> str:
    """How many examples each of the two guesses on the scale is made with."""
    yours = len(learning.guesses) if learning.finished else learning.shown
    examples = plural(yours, "example")
    if yours == seen:
        return f"you both know {examples}"
    return f"you know {examples}, the neuron {seen or 'none'}"


class GrowingTable(Table):
    """Shows the first rows only; when one more appears, nothing else moves."""

    def __init__(self, puzzle: Puzzle) -> None:
        super().__init__(puzzle, "examples")
        self.grow(0)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The room for all rows, from the start."""
        shown, self._rows = self._rows, range(len(self.puzzle.examples))
        height = super().get_content_height(container, viewport, width)
        self.grow(len(shown))
        return height

    def grow(self, rows: int) -> None:
        """Show the first `rows` rows."""
        self._rows = range(rows)
        self._measure()
        self.repaint()
