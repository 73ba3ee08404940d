"""Someone who plays "How many examples do you need?", in the real game and with a journal of their own."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.journal.journal import Journal
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.tui.examples.screen import ExamplesScreen
from tests.tui.story import PATIENCE, Player, playing


@dataclass
class Learner(Player):
    """A player in this mode, who takes three seconds for each guess."""

    journal: Journal
    now: float = 1_000.0

    @property
    def screen(self) -> ExamplesScreen:
        """The screen that must be this mode's now."""
        assert isinstance(self.app.screen, ExamplesScreen), self.app.screen
        return self.app.screen

    async def answered(self) -> None:
        """Wait until the neuron has answered whatever the player has, and both is shown."""
        await self.until(lambda: self.screen.answering.kept == self.screen.learning.answers)
        await self.settle()

    async def guess(self, *keys: str) -> None:
        """Press these keys and Enter, and wait for the neuron's answer."""
        self.now += 3
        await self.press(*keys, "enter")
        await self.answered()

    @contextmanager
    def journal_held(self) -> Iterator[None]:
        """In here, another program holds the journal's file, so that nothing can be kept yet."""
        self.journal.keep([])
        with closing(sqlite3.connect(self.journal.path)) as other:
            other.execute("BEGIN EXCLUSIVE")
            yield
            other.rollback()


class Learning(Protocol):
    """Puts this mode on the screen of the real game, with a journal in a folder of its own.

    It is there once the journal has told whether the puzzle is known.
    """

    def __call__(
        self, puzzle: Puzzle, *, size: tuple[int, int] = (80, 24)
    ) -> AbstractAsyncContextManager[Learner]: ...


def learning_in(folder: Path) -> Learning:
    """The mode, with a journal at `journal.sqlite3` in this folder."""

    @asynccontextmanager
    async def begin(puzzle: Puzzle, *, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Learner]:
        path = folder / "journal.sqlite3"
        async with playing(bundled_puzzles(), size=size) as player:
            learner = Learner(player.app, player.pilot, player.traffic, Journal(path))
            screen = ExamplesScreen(
                puzzle, "a/b", Keeper(path, "Ada", patience=PATIENCE), lambda: learner.now
            )
            await learner.app.push_screen(screen)
            await learner.until(lambda: screen.answering.known is not None)
            await learner.settle()
            yield learner

    return begin
