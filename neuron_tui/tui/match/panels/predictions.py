"""Every question's prediction over the iterations, and the player's guess as a line to be crossed."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from textual.reactive import reactive

from neuron_tui.game.explain.numbers import probability
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.chart import OUTPUTS, Chart, Mark, Series, draw
from neuron_tui.tui.kit.glyphs import YOU
from neuron_tui.tui.kit.neuron_numbers import side_style
from neuron_tui.tui.match.panels.history import HERE, PLACES, History


class Predictions(History):
    """The selected row's prediction in front, the other questions' behind it."""

    about = "Predictions: what it says to each question. The straight line is your guess."

    guess: reactive[Fraction | None] = reactive(None, repaint=False)
    """The player's guess for the question that is looked at."""

    def watch_guess(self) -> None:
        self.repaint()

    def paint(self, width: int, height: int) -> list[Line]:
        return draw(self.chart(width), width, height)

    def rows(self) -> list[int]:
        """The rows that are drawn: the questions, and last the selected row."""
        examples = len(self.replay.puzzle.examples)
        questions = [row for row in range(examples, len(self.replay.rows)) if row != self.selected]
        return [*questions, self.selected]

    def chart(self, width: int) -> Chart:
        """The curves up to the furthest iteration seen."""
        replay, rows = self.replay, self.rows()
        before = replay.model.think(replay.weights(self.sampled(replay)), replay.rows[rows])
        outputs = replay.outputs(self.iteration)
        now = float(outputs[self.selected])
        series: list[Series] = []
        if self.ghost is not None:
            weights = self.ghost.weights(self.sampled(self.ghost))
            behind = self.ghost.model.think(weights, replay.rows[self.selected : self.selected + 1])
            series.append(self.ghostly(self.ghost, behind[:, 0]))
        if self.guess is not None:
            series.append(Series(PLACES, np.full(len(PLACES), float(self.guess)), "text", dotted=True))
        for row, values in zip(rows, before.T, strict=True):
            series += self.curve(values, side_style(now) if row == self.selected else "muted")
        name = f"{replay.puzzle.row_name(self.selected)} " if len(rows) > 1 else ""
        marks = [Mark(self.here, now, HERE, f"{side_style(now)} strong", name + probability(now))]
        for row in rows[:-1]:
            marks.insert(0, Mark(self.here, float(outputs[row]), HERE, "muted", replay.puzzle.row_name(row)))
        if self.guess is not None:
            marks.insert(0, Mark(0.0, float(self.guess), YOU, "text strong", f"you {float(self.guess):.2f}"))
        return Chart(self.across(), OUTPUTS, tuple(series), tuple(marks), level=0.5, cursor=self.here)
