"""The points of both players since the game was opened."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from neuron_tui.game.match import Result


@dataclass(frozen=True)
class Tally:
    """Points, added up exactly. A puzzle counts the first time only: who has seen the verdict knows it."""

    you: Fraction = Fraction(0)
    neuron: Fraction = Fraction(0)
    counted: frozenset[str] = frozenset()

    def add(self, puzzle_id: str, results: tuple[Result, ...]) -> Tally:
        """The tally after one more match."""
        if puzzle_id in self.counted:
            return self
        return replace(
            self,
            you=self.you + sum(result.points for result in results),
            neuron=self.neuron + sum(result.neuron_points for result in results),
            counted=self.counted | {puzzle_id},
        )
