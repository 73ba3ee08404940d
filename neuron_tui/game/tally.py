"""Who has won how many questions since the game was opened."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from neuron_tui.game.match import Result


@dataclass(frozen=True)
class Tally:
    """Questions won. A puzzle counts the first time only: whoever has seen the verdict knows the answer."""

    you: int = 0
    neuron: int = 0
    counted: frozenset[str] = frozenset()

    def add(self, puzzle_id: str, results: tuple[Result, ...]) -> Tally:
        """The tally after one more match."""
        if puzzle_id in self.counted:
            return self
        winners = [result.winner for result in results]
        return replace(
            self,
            you=self.you + winners.count("you"),
            neuron=self.neuron + winners.count("neuron"),
            counted=self.counted | {puzzle_id},
        )
