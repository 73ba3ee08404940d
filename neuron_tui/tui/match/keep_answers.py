"""Keeps each guess as soon as it stands and the neuron's is known, before anyone sees the verdict."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial

from textual.screen import Screen
from textual.worker import WorkType

from neuron_tui.game.course.tally import Tally, tally_of
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.game.journal.kept import Answer, KeptTask
from neuron_tui.game.journal.match_answers import answers_of, kept_task, question_text
from neuron_tui.game.match.match import Match
from neuron_tui.neuron import DivergenceError, Recording
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.task import Task
from neuron_tui.tui.shell.shielded import to_thread_shielded

LEAVING_SECONDS = 2.0
"""How long a neuron may go on learning once the screen is closed."""
SLICE = 256


class AnswerKeeper:
    """Writes to the journal in workers of the screen. It calls `kept` once all answers of the match are
    written, or held in memory where they can't be.
    """

    def __init__(
        self,
        screen: Screen[None],
        match: Match,
        keeper: Keeper,
        puzzle_id: str,
        tally: Tally,
        kept: Callable[[], None],
    ) -> None:
        self._screen, self._keeper, self._puzzle_id = screen, keeper, puzzle_id
        self._kept = kept
        self._looked_back = self._keeping = False
        self._match = match
        self._given = 0
        """How many guesses of the match were given to the keeper."""
        self.tally = tally
        """The points, with those of this match as soon as it is kept."""
        self.practice = False
        """Whether the player has seen the verdict before: all questions of the puzzle were answered once."""

    def look_back(self, match: Match, practice: Callable[[], None]) -> None:
        """Find out whether this is practice, and call `practice` if so."""
        self._work(partial(self._look, match.puzzle, practice))

    async def _look(self, puzzle: Puzzle, practice: Callable[[], None]) -> None:
        met = await asyncio.to_thread(self._keeper.met, content_of(puzzle))
        asked = {question_text(question.inputs) for question in puzzle.questions}
        if asked and met >= asked:
            self.practice = True
            practice()
        self._looked_back = True
        self.keep(self._match)

    def keep(self, match: Match) -> None:
        """Keep the guesses that stand, once the tape is complete and the journal was asked what it knew."""
        self._match = match
        ready = match.recording.complete and self._looked_back  # else it would remember this very match
        if ready and self._given < match.confirmed and not self._keeping:
            self._keeping = True
            self._work(self._write)

    def keep_task(self, task: Task, count: int) -> None:
        """Keep that the puzzle's task was done."""
        keeper = self._keeper
        self._work(
            partial(
                self._write_task,
                kept_task(self._match.puzzle, self._puzzle_id, task, count, keeper.player, keeper.clock()),
            )
        )

    async def _write_task(self, done: KeptTask) -> None:
        if notice := await to_thread_shielded(self._keeper.keep, [done]):
            self._screen.notify(notice, markup=False, timeout=8)

    def leave(self, match: Match) -> None:
        """The screen is closed: let the neuron learn to its end unseen, so that the guesses are kept."""
        if self._given < match.confirmed:
            asyncio.get_running_loop().run_in_executor(None, self._learn_and_keep, match)

    def _work(self, work: WorkType[None]) -> None:
        self._screen.run_worker(work, group="journal")

    async def _write(self) -> None:
        while self._given < self._match.confirmed:
            if notice := await to_thread_shielded(self._keeper.keep, self._take(self._match)):
                self._screen.notify(notice, markup=False, timeout=8)
        self._keeping = False
        if not self._match.guessing:
            self.tally = await asyncio.to_thread(tally_of, self._keeper)
            self._kept()

    def _take(self, match: Match) -> tuple[Answer, ...]:
        """The answers that were not given to the keeper yet, which they are now."""
        keeper, known = self._keeper, self._given
        self._given = match.confirmed
        return answers_of(match, self._puzzle_id, keeper.player, keeper.clock(), known)

    def _learn_and_keep(self, match: Match) -> None:
        recording = match.recording
        recording = Recording(recording.training, recording.tape[: recording.recorded + 1])
        until = time.monotonic() + LEAVING_SECONDS
        with suppress(DivergenceError):
            while not recording.complete and time.monotonic() < until:
                recording.record(SLICE)
        if recording.complete:
            self._keeper.keep(self._take(replace(match, recording=recording)))
