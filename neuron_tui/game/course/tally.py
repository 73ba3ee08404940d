"""The points of both players over all answers that count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from neuron_tui.game.journal.keeper import Keeper
    from neuron_tui.game.scoreboard.counted_answers import CountedAnswers


@dataclass(frozen=True)
class Tally:
    """Points of a player, with those for foreseeing the neuron, and of the neuron."""

    you: float = 0.0
    neuron: float = 0.0

    @classmethod
    def of(cls, counted: CountedAnswers) -> Tally:
        from neuron_tui.game.scoreboard.vectors import errors, points  # only now: home is to open at once

        return cls(
            you=float(points(errors(counted.guesses, counted.right)).sum() + counted.foreseen.points.sum()),
            neuron=float(points(errors(counted.neuron_guesses, counted.right)).sum()),
        )


def tally_of(keeper: Keeper) -> Tally:
    """The tally of the keeper's player. Blocks while the journal is read."""
    return Tally.of(keeper.counted(keeper.player))
