"""What first answers come to, whosever they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean, median
from typing import Literal

import numpy as np

from neuron_tui.game.journal.kept import Answer
from neuron_tui.game.score_rule import got_it
from neuron_tui.game.scoreboard.calibration import Bin, sureness
from neuron_tui.game.scoreboard.head_to_head import Side
from neuron_tui.game.scoreboard.intervals import FEWEST

Mark = Literal["right", "some", "wrong"]


@dataclass(frozen=True, eq=False)
class Answered:
    """Answers that count, or that foresee the neuron: a pupil's, those to a puzzle, or those of a class.

    Points, sureness and `right` are of the questions with a right answer. Where there are none of these, what
    was foreseen is right if it came near enough; beside them it counts for nothing.
    """

    answers: tuple[Answer, ...] = ()

    def __len__(self) -> int:
        return len(self.answers)

    @cached_property
    def you(self) -> Side:
        """Of the pupils."""
        return self._side(lambda answer: float(answer.guess))

    @cached_property
    def neuron(self) -> Side:
        """Of the neuron, at the same questions."""
        return self._side(lambda answer: answer.neuron_guess)

    def _side(self, guess: Callable[[Answer], float]) -> Side:
        counted = [answer for answer in self.answers if answer.right is not None]
        right = (float(answer.right or 0) for answer in counted)
        return Side(np.array([guess(answer) for answer in counted]), np.array(list(right)))

    @cached_property
    def _near(self) -> int:
        """How many came near enough to what is right, or to what the neuron said."""
        expected = (each.neuron_guess if each.right is None else each.right for each in self.answers)
        return sum(got_it(each.guess, right) for each, right in zip(self.answers, expected, strict=True))

    @property
    def right(self) -> int:
        """How many were right: on the right side, where any answer has one, else near enough."""
        return self.you.right if self.you.sided else self._near

    @property
    def judged(self) -> int:
        """Of how many that can be said."""
        return self.you.sided or len(self.answers)

    @property
    def share_right(self) -> float | None:
        return self.right / self.judged if self.judged else None

    @property
    def mark(self) -> Mark:
        """All of them right, some, or none."""
        return "wrong" if not self.right else "right" if self.right == self.judged else "some"

    @property
    def points(self) -> float | None:
        """Per question; None where nothing could be won."""
        return self.you.points_per_question if len(self.you.answers) else None

    @property
    def hints(self) -> int:
        return sum(answer.hints for answer in self.answers)

    @property
    def seconds(self) -> float | None:
        """The median that an answer took: a game left open in the break is one long answer among others."""
        return median(answer.seconds for answer in self.answers) if self.answers else None

    @property
    def surer(self) -> float | None:
        """How much surer than right they were, on average; None below ten answers that have a side."""
        has_side = self.you.answers != 0.5
        if np.count_nonzero(has_side) < FEWEST or self.you.accuracy is None:
            return None
        return float((np.abs(self.you.guesses - 0.5) + 0.5)[has_side].mean()) - self.you.accuracy

    @property
    def levels(self) -> tuple[Bin, ...]:
        """Each level of sureness with an answer, and how often those came true; undecided says nothing."""
        return tuple(level for level in sureness(self.you.guesses, self.you.answers)[1:] if level.count)

    @property
    def said(self) -> float:
        """The mean guess."""
        return fmean(float(answer.guess) for answer in self.answers)
