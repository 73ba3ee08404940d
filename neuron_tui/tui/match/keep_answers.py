"""A match that is scored: what both players answered is kept before anyone sees the end."""

from __future__ import annotations

import asyncio

from neuron_tui.game.course.tally import Tally, tally_of
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.game.journal.match_answers import answers_of, question_text
from neuron_tui.game.match.match import Match
from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron import Recording
from neuron_tui.puzzle.content import content_of
from neuron_tui.tui.match.selected_weight import WeightScreen
from neuron_tui.tui.shell.whole import whole
from neuron_tui.tui.shell.work import later


class ScoredScreen(WeightScreen):
    """Keeps the answers once both players have given theirs, and holds the last iteration back until then."""

    def __init__(self, match: Match, puzzle_id: str, tally: Tally, keeper: Keeper) -> None:
        super().__init__(Replay(match.puzzle, match.recording), match.puzzle.neuron)
        self.match, self.puzzle_id = match, puzzle_id
        self.file_name = puzzle_id
        self.tally = tally
        self.tally_then = tally
        """How it stands once the verdict is seen."""
        self._keeper = keeper
        self._keeping = self._kept = False
        self.practice = False
        """Whether all of its questions were answered before: whoever has seen the verdict knows it."""

    def on_mount(self) -> None:
        """Look whether this is practice."""
        self.run_worker(later(self._remember), group="journal")

    async def _remember(self) -> None:
        puzzle = self.match.puzzle
        met = await asyncio.to_thread(self._keeper.met, self.puzzle_id, content_of(puzzle), puzzle.was)
        if met.issuperset(question_text(question.inputs) for question in puzzle.questions):
            self.practice = True
            self.remembered()

    def remembered(self) -> None:
        """It is practice. For the screen that says so."""

    def completed(self, recording: Recording) -> None:
        """The tape is complete: the neuron has answered, too."""
        super().completed(recording)
        self.keep_in_time()

    def keep_in_time(self) -> None:
        """Keep the answers as soon as all guesses stand and the tape is complete."""
        if not (self._keeping or self.match.guessing) and self.match.recording.complete:
            self._keeping = True
            self.run_worker(later(self._keep), group="journal")

    async def _keep(self) -> None:
        keeper = self._keeper
        answers = answers_of(self.match, self.puzzle_id, keeper.player, keeper.clock())
        said = await whole(keeper.keep, answers)
        self.tally_then = await asyncio.to_thread(tally_of, keeper)
        self._kept = True
        if said:
            self.notify(said, markup=False, timeout=8)

    def reach(self, recording: Recording) -> int:
        """The playhead comes to the last iteration only when the answers are kept."""
        held = recording is self.match.recording and recording.complete and not self._kept
        return super().reach(recording) - held
