"""All figures of one player against the neuron."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from neuron_tui.game.scoreboard.calibration import Bin, calibration, sureness
from neuron_tui.game.scoreboard.counted_answers import CountedAnswers, PuzzleVersion
from neuron_tui.game.scoreboard.head_to_head import Groups, HeadToHead, grouped, in_groups
from neuron_tui.game.scoreboard.intervals import Interval, bootstrap
from neuron_tui.game.scoreboard.points_over_time import PointsOverTime, Streak, points_over_time, streak
from neuron_tui.game.scoreboard.vectors import ScoredAnswers, scored


@dataclass(frozen=True, eq=False)
class Figures:
    """What a player's counted answers come to. A figure is computed when it is first asked for."""

    counted: CountedAnswers

    def __len__(self) -> int:
        return len(self.counted)

    @cached_property
    def scored(self) -> ScoredAnswers:
        """Every answer scored."""
        return scored(self.counted)

    @cached_property
    def total(self) -> HeadToHead:
        """Over all answers."""
        return in_groups(self.scored, np.zeros(len(self), dtype=np.int64), 1)[0]

    @cached_property
    def puzzles(self) -> Groups[PuzzleVersion]:
        """By puzzle, each of its versions apart."""
        return grouped(self.scored, self.counted.ids, self.counted.puzzles)

    @cached_property
    def chapters(self) -> Groups[str]:
        """By chapter: the part of a puzzle's id before the `/`, empty where it has none."""
        chapter_of = [version.id.rpartition("/")[0] for version in self.counted.ids]
        ids = list(dict.fromkeys(chapter_of))
        places = np.array([ids.index(chapter) for chapter in chapter_of], dtype=np.int64)
        return grouped(self.scored, ids, places[self.counted.puzzles])

    @cached_property
    def calibration(self) -> tuple[Bin, ...]:
        """The player's ten bins."""
        return calibration(self.counted.guesses, self.counted.right)

    @cached_property
    def neuron_calibration(self) -> tuple[Bin, ...]:
        """The neuron's ten bins."""
        return calibration(self.counted.neuron_guesses, self.counted.right)

    @cached_property
    def sureness(self) -> tuple[Bin, ...]:
        """How sure the player was, and how often right."""
        return sureness(self.counted.guesses, self.counted.right)

    @cached_property
    def brier_interval(self) -> Interval | None:
        """Around the player's Brier score."""
        return bootstrap(self.scored.errors)

    @cached_property
    def neuron_brier_interval(self) -> Interval | None:
        """Around the neuron's Brier score."""
        return bootstrap(self.scored.neuron_errors)

    def brier_intervals(self, key: str | PuzzleVersion) -> tuple[Interval, Interval]:
        """Around both players' Brier scores in a chapter, or on a puzzle; of one answer without width."""
        if isinstance(key, str):
            chosen = self.chapters.places == self.chapters.ids.index(key)
        else:
            chosen = self.puzzles.places == self.puzzles.ids.index(key)
        yours, its = self.scored.errors[chosen], self.scored.neuron_errors[chosen]
        return bootstrap(yours) or (yours[0], yours[0]), bootstrap(its) or (its[0], its[0])

    @cached_property
    def lead_interval(self) -> Interval | None:
        """Around the neuron's Brier score less the player's, answer by answer: above 0 the player leads."""
        return bootstrap(self.scored.leads)

    @cached_property
    def streak(self) -> Streak:
        """Wins in a row."""
        return streak(self.scored.winners)

    @cached_property
    def points_over_time(self) -> PointsOverTime:
        """Both players' points as they grew."""
        return points_over_time(self.scored.errors, self.scored.neuron_errors)
