"""Whose figures are told: the player's own, or somebody else's."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Whose:
    """Who is spoken of; without a name it is whoever reads it. Of others only the name is known."""

    name: str = ""

    @property
    def title(self) -> str:
        """What stands beside a figure: you, or the name."""
        return self.name or "you"

    def either(self, yours: str, theirs: str) -> str:
        """What is said to the player, or what is said of somebody else."""
        return theirs if self.name else yours


def by_name(player: str) -> tuple[str, str]:
    """Players in the order of a list of names, small and capital letters alike."""
    return player.casefold(), player


YOURS = Whose()
