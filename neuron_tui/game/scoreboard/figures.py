"""All figures of one player against the neuron."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from neuron_tui.game.scoreboard.calibration import Bin, calibration, sureness
from neuron_tui.game.scoreboard.counted_answers import CountedAnswers, PuzzleVersion
from neuron_tui.game.scoreboard.intervals import Interval, bootstrap
from neuron_tui.game.scoreboard.points_over_time import Course, Streak, course, streak
from neuron_tui.game.scoreboard.standing import Groups, Standing, by_chapter, by_puzzle, standing
from neuron_tui.game.scoreboard.vectors import Scored, scored


@dataclass(frozen=True, eq=False)
class Figures:
    """What a player's counted answers come to. A figure is computed when it is first asked for."""

    counted: CountedAnswers

    def __len__(self) -> int:
        return len(self.counted)

    @cached_property
    def scored(self) -> Scored:
        """Every answer scored."""
        return scored(self.counted)

    @cached_property
    def standing(self) -> Standing:
        """Over all answers."""
        return standing(self.scored)

    @cached_property
    def chapters(self) -> Groups[str]:
        """By chapter."""
        return by_chapter(self.counted, self.scored)

    @cached_property
    def puzzles(self) -> Groups[PuzzleVersion]:
        """By puzzle, each of its versions apart."""
        return by_puzzle(self.counted, self.scored)

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

    @cached_property
    def lead_interval(self) -> Interval | None:
        """Around the neuron's Brier score less the player's, answer by answer: above 0 the player leads."""
        return bootstrap(self.scored.leads)

    @cached_property
    def streak(self) -> Streak:
        """Wins in a row."""
        return streak(self.scored.winners)

    @cached_property
    def course(self) -> Course:
        """Points over time."""
        return course(self.scored.errors, self.scored.neuron_errors)
