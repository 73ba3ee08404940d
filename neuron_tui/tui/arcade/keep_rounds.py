"""Keeps your rounds in the journal, and says so where that was not possible."""

from __future__ import annotations

import asyncio

from textual.screen import Screen

from neuron_tui.game.arcade.contest import Contest
from neuron_tui.game.arcade.records import rounds_of
from neuron_tui.game.arcade.words import Outcome
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.game.journal.kept import Told
from neuron_tui.tui.kit.cells import visible


class RoundKeeper:
    """Keeps each round of a contest in which a game is over, once, also while screen and game close."""

    def __init__(self, screen: Screen[None], keeper: Keeper, seed: int) -> None:
        self._screen, self._keeper, self._seed = screen, keeper, seed
        self._kept: set[Told] = set()

    def keep(self, contest: Contest, outcome: Outcome | None) -> None:
        """Write in a thread, for which the process waits, what was played and is not kept yet."""
        keeper, app = self._keeper, self._screen.app
        rounds = rounds_of(contest, outcome, keeper.player, keeper.clock(), self._seed)
        kept = [each for each in rounds if each.look not in self._kept]
        if not kept:
            return
        self._kept.update(each.look for each in kept)

        def tell(written: asyncio.Future[str]) -> None:
            if said := written.result():
                app.notify(visible(said), markup=False, timeout=8)

        asyncio.get_running_loop().run_in_executor(None, keeper.keep, kept).add_done_callback(tell)
