"""Keeps your rounds in the journal, and says so where that was not possible."""

from __future__ import annotations

from textual.screen import Screen

from neuron_tui.game.arcade.contest import Contest, Stage
from neuron_tui.game.arcade.records import as_kept, kept_round
from neuron_tui.game.arcade.words import Outcome
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.game.journal.kept import KeptRound
from neuron_tui.tui.kit.cells import visible
from neuron_tui.tui.shell.shielded import to_thread_shielded


class RoundKeeper:
    """Keeps the rounds of a contest in which at least one game is over, also while its screen closes."""

    def __init__(self, screen: Screen[None], keeper: Keeper, seed: int) -> None:
        self._screen, self._keeper, self._seed = screen, keeper, seed

    def keep_masked(self, contest: Contest, outcome: Outcome | None = None) -> None:
        """Keep the masked round, with your guess where it stands, and what came out where it is known."""
        if contest.masked.points:
            guessed = contest.stage not in (Stage.MASKED, Stage.GUESS)
            self._keep(
                kept_round(
                    contest.masked,
                    "masked",
                    self._keeper.player,
                    self._keeper.clock(),
                    self._seed,
                    as_kept(contest.guess) if guessed else None,
                    None if outcome is None else as_kept(outcome.as_good),
                )
            )

    def keep_open(self, contest: Contest) -> None:
        """Keep the round with all names, as long as it is played."""
        opened = contest.opened
        if contest.stage is Stage.OPEN and opened is not None and opened.points:
            keeper = self._keeper
            self._keep(kept_round(opened, "open", keeper.player, keeper.clock(), self._seed))

    def _keep(self, kept: KeptRound) -> None:
        """Write it; the app's worker goes on where the screen is gone."""
        self._screen.app.run_worker(self._write(kept))

    async def _write(self, kept: KeptRound) -> None:
        if said := await to_thread_shielded(self._keeper.keep, [kept]):
            self._screen.app.notify(visible(said), markup=False, timeout=8)
