"""What can be done on every screen of the game, whatever else it does."""

from __future__ import annotations

from typing import Protocol

from neuron_tui.tui.kit.command import Command

IN_A_SMALL_TERMINAL = "In a small terminal"
"""The purpose of commands that help leaves out where there is room for all panels."""


class AnyScreen(Protocol):
    """What these commands need of a screen."""

    @property
    def typing(self) -> bool: ...

    @property
    def turns(self) -> bool: ...

    def turn(self, panels: int) -> None: ...

    async def leave_game(self) -> None: ...


def _turns(screen: AnyScreen) -> bool:
    return screen.turns


TURN: tuple[Command[AnyScreen], ...] = (
    Command(
        "turn", "tab", "next", lambda s: s.turn(1), _turns, "the next panel", "Tab", palette=False,
        purpose=IN_A_SMALL_TERMINAL,
    ),
    Command(
        "turn back", "shift+tab", "before", lambda s: s.turn(-1), _turns, "the panel before", "Shift+Tab",
        listed=False, palette=False, purpose=IN_A_SMALL_TERMINAL,
    ),
)  # fmt: skip
LEAVE_GAME: Command[AnyScreen] = Command(
    "leave game", "q", "leave", lambda s: s.leave_game(), lambda s: not s.typing, "leave the game",
    listed=False, palette=False, purpose="Everywhere",
)  # fmt: skip
