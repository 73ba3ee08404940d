"""You against the neuron over some answers: wins, points, accuracy, Brier score."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from neuron_tui.game.score_rule import READS_HALF, shown
from neuron_tui.game.scoreboard.counted_answers import CountedAnswers
from neuron_tui.game.scoreboard.intervals import CONFIDENCE, FEWEST, Interval, mean_interval
from neuron_tui.game.scoreboard.vectors import Flags, Floats, Indices, errors, got_it, points


@dataclass(frozen=True, eq=False)
class Side:
    """One player's guesses and the right answers, as probabilities of shape `(answers,)`.

    A figure is computed when it is first asked for.
    """

    guesses: Floats
    answers: Floats

    @cached_property
    def errors(self) -> Floats:
        """What each guess is off, shape `(answers,)`."""
        return errors(self.guesses, self.answers)

    @cached_property
    def got(self) -> Flags:
        """Which guesses got it, shape `(answers,)`."""
        return got_it(self.guesses, self.answers)

    @cached_property
    def leans_right(self) -> Flags:
        """Which guesses lean to the answer's side of 0.5, shape `(answers,)`.

        A guess that is shown as a half does not, and where the answer itself is a half, none does.
        """
        leaning = self.guesses - 0.5
        return np.asarray((leaning * (self.answers - 0.5) > 0) & (np.abs(leaning) > READS_HALF))

    @cached_property
    def right(self) -> int:
        """How many guesses lean to the answer's side."""
        return int(np.count_nonzero(self.leans_right))

    @cached_property
    def sided(self) -> int:
        """How many answers have a side."""
        return int(np.count_nonzero(self.answers != 0.5))

    @property
    def accuracy(self) -> float | None:
        """The share of guesses on the answer's side; None where no answer has one."""
        return self.right / self.sided if self.sided else None

    @cached_property
    def brier(self) -> float | None:
        """The mean error; None where there are no answers."""
        return float(self.errors.mean()) if len(self.errors) else None

    @cached_property
    def brier_interval(self) -> Interval | None:
        """Where the Brier score may lie in the long run; None below FEWEST answers."""
        count = len(self.errors)
        if count < FEWEST:
            return None
        return mean_interval(float(self.errors.mean()), float(self.errors.var()), count)

    @property
    def points_per_question(self) -> float:
        """The mean of the points; 0 where there are no answers."""
        return 0.0 if self.brier is None else points(self.brier)

    @property
    def points(self) -> float:
        """All points. (From the mean they hold fewer traces of binary fractions than added up.)"""
        return self.points_per_question * len(self.errors)


@dataclass(frozen=True)
class Streak:
    """Wins against the neuron in a row: up to now, and the most there ever were. A draw ends a streak."""

    current: int
    longest: int

    @classmethod
    def of(cls, winners: Indices) -> Streak:
        """The streaks of the player's wins; `winners` has shape `(answers,)` and is +1 at a win."""
        ends = np.flatnonzero(np.concatenate([[True], winners <= 0, [True]]))
        lengths = np.diff(ends) - 1
        return cls(int(lengths[-1]), int(lengths.max()))


@dataclass(frozen=True, eq=False)
class HeadToHead:
    """Both players over the same answers; wins and losses are the player's."""

    you: Side
    neuron: Side

    @classmethod
    def over(cls, counted: CountedAnswers, chosen: Indices | slice = slice(None)) -> HeadToHead:
        """Over the chosen ones of these answers, by default all."""
        answers = counted.right[chosen]
        return cls(Side(counted.guesses[chosen], answers), Side(counted.neuron_guesses[chosen], answers))

    @cached_property
    def winners(self) -> Indices:
        """+1 where the player won, -1 where the neuron did, 0 for a draw.

        Who got it wins where the other did not; where neither did, who has more points as they are shown.
        """
        you, neuron = self.you, self.neuron
        got = you.got.astype(np.int64) - neuron.got
        ahead = np.sign(np.rint(points(you.errors)) - np.rint(points(neuron.errors)))
        return np.where(you.got | neuron.got, got, ahead.astype(np.int64))

    @property
    def streak(self) -> Streak:
        """The player's wins in a row."""
        return Streak.of(self.winners)

    @cached_property
    def points_ahead(self) -> int:
        """How many points per question the player is ahead, by what is shown for both."""
        return shown(self.you.points_per_question) - shown(self.neuron.points_per_question)

    @cached_property
    def _leads(self) -> tuple[float, float]:
        """By how much smaller the player's error is: the mean over the answers, and the variance."""
        leads = self.neuron.errors - self.you.errors
        return float(leads.mean()), float(leads.var())

    def better(self, confidence: float = CONFIDENCE, more: int = 0) -> int:
        """+1 where the answers can tell that the player is better, -1 where it is the neuron, else 0.

        They can't where the points per question are shown as equal, and not below FEWEST answers. With
        `more`, as if so many more were like these.
        """
        count = self.count + more
        if count < FEWEST or not self.points_ahead:
            return 0
        low, high = mean_interval(*self._leads, count, (-1.0, 1.0), confidence)
        return (low > 0) - (high < 0)

    @property
    def count(self) -> int:
        """How many answers."""
        return len(self.you.answers)

    @cached_property
    def wins(self) -> int:
        return int(np.count_nonzero(self.winners > 0))

    @cached_property
    def losses(self) -> int:
        return int(np.count_nonzero(self.winners < 0))

    @property
    def draws(self) -> int:
        return self.count - self.wins - self.losses
