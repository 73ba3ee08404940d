"""Keeps your rounds in the journal, and says so where that was not possible."""

from __future__ import annotations

import asyncio

from textual.screen import Screen

from neuron_tui.game.arcade.contest import Contest, Stage
from neuron_tui.game.arcade.records import as_kept, kept_round
from neuron_tui.game.arcade.round import Round
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
        """Keep what was played, with your guess where it stands, and what came out where it is known."""
        guessed = contest.stage not in (Stage.MASKED, Stage.GUESS)
        guess = as_kept(contest.guess) if guessed else None
        self._keep("masked", contest.masked, guess, None if outcome is None else as_kept(outcome.as_good))
        if contest.opened is not None:
            self._keep("open", contest.opened)

    def _keep(self, look: Told, played: Round, guess: int | None = None, passed: int | None = None) -> None:
        """Write it in a thread, for which the process waits."""
        if look in self._kept or not played.points:
            return
        self._kept.add(look)
        keeper, app = self._keeper, self._screen.app
        kept = kept_round(played, look, keeper.player, keeper.clock(), self._seed, guess, passed)

        def tell(written: asyncio.Future[str]) -> None:
            if said := written.result():
                app.notify(visible(said), markup=False, timeout=8)

        asyncio.get_running_loop().run_in_executor(None, keeper.keep, [kept]).add_done_callback(tell)
