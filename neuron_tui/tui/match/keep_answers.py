"""Keeps the answers of a match as soon as both players have given theirs, before anyone sees the verdict."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

from textual.screen import Screen
from textual.worker import WorkType

from neuron_tui.game.course.tally import Tally, tally_of
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.game.journal.match_answers import answers_of, question_text
from neuron_tui.game.match.match import Match
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.tui.shell.shielded import to_thread_shielded


class AnswerKeeper:
    """Writes to the journal in workers of the screen. It calls `kept` once the answers are
    written, or held in memory where they can't be.
    """

    def __init__(
        self, screen: Screen[None], keeper: Keeper, puzzle_id: str, tally: Tally, kept: Callable[[], None]
    ) -> None:
        self._screen, self._keeper, self._puzzle_id = screen, keeper, puzzle_id
        self._kept = kept
        self._keeping = False
        self.tally = tally
        """The points, with those of this match as soon as it is kept."""
        self.practice = False
        """Whether the player has seen the verdict before: all questions of the puzzle were answered once."""

    def look_back(self, match: Match, practice: Callable[[], None]) -> None:
        """Find out whether this is practice, and call `practice` if so."""
        self._work(partial(self._look, match.puzzle, practice))

    async def _look(self, puzzle: Puzzle, practice: Callable[[], None]) -> None:
        met = await asyncio.to_thread(self._keeper.met, self._puzzle_id, content_of(puzzle), puzzle.was)
        if met.issuperset(question_text(question.inputs) for question in puzzle.questions):
            self.practice = True
            practice()

    def keep(self, match: Match) -> None:
        """Keep the answers, once all guesses stand and the tape is complete; before that, do nothing."""
        if not (self._keeping or match.guessing) and match.recording.complete:
            self._keeping = True
            self._work(partial(self._write, match))

    def _work(self, work: WorkType[None]) -> None:
        self._screen.run_worker(work, group="journal")

    async def _write(self, match: Match) -> None:
        keeper = self._keeper
        notice = await to_thread_shielded(
            keeper.keep, answers_of(match, self._puzzle_id, keeper.player, keeper.clock())
        )
        self.tally = await asyncio.to_thread(tally_of, keeper)
        self._kept()
        if notice:
            self._screen.notify(notice, markup=False, timeout=8)
