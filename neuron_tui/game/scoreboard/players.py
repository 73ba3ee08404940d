"""The players of a scoreboard: their figures, and their order."""

from __future__ import annotations

from dataclasses import dataclass

from neuron_tui.game.journal.kept import KeptRound, KeptTask
from neuron_tui.game.scoreboard.figures import Figures


@dataclass(frozen=True, eq=False)
class PlayerScores:
    """A player, the figures of the answers that count, and how many questions were answered in all.

    `tasks`: what was done after verdicts, and `rounds` of small games, both in the order of time.
    """

    player: str
    figures: Figures
    answered: int
    tasks: tuple[KeptTask, ...] = ()
    rounds: tuple[KeptRound, ...] = ()

    @property
    def practice(self) -> int:
        """How many answers do not count."""
        return max(self.answered - len(self.figures) - len(self.figures.counted.foreseen), 0)


def by_name(player: str) -> tuple[str, str]:
    """Key to sort players by name, small and capital letters alike."""
    return player.casefold(), player
