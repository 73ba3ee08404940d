"""Who plays, and how it stands: counted from the journal whenever something may have changed there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App
from textual.worker import WorkType

from neuron_tui.game.course.closing import lasts
from neuron_tui.game.course.progress import CourseProgress, tally_and_progress
from neuron_tui.game.course.tally import Tally
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.tui.home.screen import YOU

if TYPE_CHECKING:
    from neuron_tui.game.journal.keeper import Keeper


class Counting:
    """Reads the journal in workers of the app, and calls `show` with the points and the progress."""

    def __init__(
        self,
        app: App[None],
        shelf: Shelf,
        journal: Path | None,
        player: str,
        show: Callable[[Tally, CourseProgress], None],
        *,
        named: bool,
        alone: bool = False,
    ) -> None:
        """`named`: the player's name was given on purpose, and not taken from the system. `alone`: nothing of
        other players is read.
        """
        self._app, self._shelf, self._show = app, shelf, show
        self._journal, self.player, self.named, self._alone = journal, player, named, alone
        self.tally = Tally()
        self._opened = False
        """Whether it is known under which name the journal has the player."""
        self._counts = 0
        """How often the journal was counted."""

    @cached_property
    def keeper(self) -> Keeper:
        """Keeps what this player answers, in the journal or, where there is none, until the game is left."""
        from neuron_tui.game.journal.keeper import CROWDED, PATIENCE, Keeper  # only now: home opens at once

        patience = CROWDED if self._alone else PATIENCE
        return Keeper(self._journal, self.player, patience=patience, alone=self._alone)

    @property
    def called(self) -> str:
        """What home calls the player."""
        return self.player if self.named else YOU

    def open(self) -> None:
        """Open the journal, and count what is in it."""
        begin: WorkType[None] = self._open
        self._app.run_worker(begin)

    async def _open(self) -> None:
        """Say what is the matter with the journal, if anything; find out who plays, and count."""
        if said := await asyncio.to_thread(self.keeper.notice):
            self._app.notify(said, markup=False, timeout=8)
        self.player = await asyncio.to_thread(self.keeper.play_as, self.player)
        self._opened = True
        self.recount()

    def recount(self) -> None:
        """Count what is in the journal by now."""
        if self._opened:
            read: WorkType[None] = self._read
            self._app.run_worker(read)

    async def _read(self) -> None:
        self._counts += 1
        number = self._counts
        known = lasts(self._shelf), self._shelf.puzzles()
        found = await asyncio.to_thread(tally_and_progress, self.keeper, *known)
        if number == self._counts:  # of counts at one time, the last one tells
            self._show(*found)

    async def others(self, player: str) -> list[str]:
        """Who else than this player has answered in this journal, by name."""
        there = await asyncio.to_thread(self.keeper.answered)
        return sorted((name for name in there if name != player), key=str.casefold)

    async def change_player(self, name: str | None) -> None:
        """Who plays from now on; what could not be kept of anyone's answers stays with the keeper."""
        if name is not None:
            self.player = await asyncio.to_thread(self.keeper.play_as, name)
            self.named = True
            self.recount()
