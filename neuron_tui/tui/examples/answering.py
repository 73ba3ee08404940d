"""The neuron's side of the screen: it catches up in slices, and what both say is kept before it is seen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual.worker import WorkType

from neuron_tui.game.examples.answers import answers_of
from neuron_tui.game.examples.learning import Learning
from neuron_tui.game.examples.retraining import Retraining
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.tui.kit.tape.player import SLICE_SECONDS
from neuron_tui.tui.shell.game_screen import GameScreen
from neuron_tui.tui.shell.shielded import to_thread_shielded


class Answering:
    """Trains and keeps whatever the player does meanwhile, and closes the screen once all guesses are kept.

    It calls `show` when there is something new to see.
    """

    def __init__(
        self,
        screen: GameScreen[None],
        show: Callable[[], None],
        puzzle: Puzzle,
        puzzle_id: str,
        keeper: Keeper,
        clock: Callable[[], float],
    ) -> None:
        self._screen, self._show = screen, show
        self.learning = Learning(puzzle)
        self.neuron = Retraining(puzzle)
        self.puzzle, self.puzzle_id = puzzle, puzzle_id
        self.kept = 0
        """How many of the answers are kept."""
        self.known: bool | None = None
        """Whether the player knows this puzzle's answer, so that its match is practice; None until the
        journal has told.
        """
        self.leaving = self._keeping = False
        self._keeper, self._clock = keeper, clock
        self._slice = 256
        self._working = False

    def start(self) -> None:
        """Find out whether the player knows this puzzle, and begin to train."""
        self._work(self._remember)
        self.moved(self.learning)

    def _work(self, work: WorkType[None]) -> None:
        self._screen.run_worker(work)

    async def _remember(self) -> None:
        met = await asyncio.to_thread(self._keeper.met, content_of(self.puzzle))
        self.known = bool(met) or bool(self.known)
        self._show_if_there()

    @property
    def solved(self) -> bool:
        """Whether the verdict is reached, and everything before it kept."""
        return self.learning.finished and self.kept == self.learning.answers

    @property
    def seen(self) -> tuple[float, ...]:
        """The neuron's beliefs that may be seen: those that are kept together with a confirmed guess."""
        return self.neuron.beliefs(min(self.kept, len(self.learning.guesses)))

    @property
    def keeping(self) -> bool:
        """Whether it is the journal that is waited for, and not the neuron's training."""
        return self._keeping or self._both_answered

    @property
    def _both_answered(self) -> bool:
        return self.neuron.trained >= len(self.learning.guesses)

    def moved(self, learning: Learning) -> None:
        """The player has moved: show it, and let the neuron catch up."""
        self.learning = learning
        self._show_if_there()
        if not (self._working or self._screen.dismissed):
            self._working = True
            self._work(self._catch_up)

    async def _catch_up(self) -> None:
        """Train, and keep what is answered by both, until there is nothing left to do."""
        while True:
            learning, neuron = self.learning, self.neuron
            standing = len(learning.guesses)
            if self.kept < (learning.answers if self._both_answered else neuron.trained):
                await self._keep(learning)
            elif neuron.trained < (standing if learning.finished or self.leaving else learning.shown):
                self._train()
                await asyncio.sleep(0)
            else:
                break
        self._working = False
        self.leave_if_asked()

    def _train(self) -> None:
        """One slice, short enough that no key has to wait."""
        begun = self._clock()
        self.neuron.record(self._slice)
        fits = self._slice * SLICE_SECONDS / max(self._clock() - begun, 1e-6)
        self._slice = max(1, min(int(fits), 4 * self._slice))

    async def _keep(self, learning: Learning) -> None:
        """Keep what both have answered before it is seen."""
        beliefs = self.neuron.beliefs(min(len(learning.guesses), self.neuron.trained))
        answers = answers_of(
            learning,
            beliefs,
            kept=self.kept,
            puzzle_id=self.puzzle_id,
            player=self._keeper.player,
            time=self._clock(),
        )
        self._keeping = True
        self._show_if_there()
        notice = await to_thread_shielded(self._keeper.keep, answers)
        self._keeping = False
        self.kept += len(answers)
        if notice:
            self._screen.notify(notice, severity="warning", markup=False)
        self.known = self.known or self.solved
        self._show_if_there()

    def _show_if_there(self) -> None:
        if not self._screen.dismissed:
            self._show()

    def leave(self) -> None:
        """Back, once all confirmed guesses are kept; pressed again, at once."""
        if self.leaving or self.kept == self.learning.answers:
            self._screen.dismiss()
        else:
            self.leaving = True
            self._show()

    def leave_if_asked(self) -> None:
        """Close the screen if the player wants to leave and all is kept."""
        if self.leaving and not self._working:
            self._screen.dismiss()
