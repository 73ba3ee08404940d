"""How many examples do you need? They appear one at a time, and after each both players answer."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar
from uuid import uuid4

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Rule

from neuron_tui.game.examples.answers import answers_of
from neuron_tui.game.examples.comparison import Comparison
from neuron_tui.game.examples.learning import Learning
from neuron_tui.game.examples.retraining import Retraining
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.screens.examples.keys import EXAMPLES_HELP, EXAMPLES_KEYS
from neuron_tui.screens.examples.words import guessing, verdict, waiting
from neuron_tui.screens.page import PageScreen
from neuron_tui.screens.playback import SLICE_SECONDS
from neuron_tui.screens.speech import outcome, stakes
from neuron_tui.widgets.belief_chart import BeliefChart, Beliefs
from neuron_tui.widgets.growing_table import GrowingTable
from neuron_tui.widgets.guess_scale import GuessScale, Scale
from neuron_tui.widgets.heading import Heading
from neuron_tui.widgets.key_line import KeyLine
from neuron_tui.widgets.row_chosen import RowChosen
from neuron_tui.widgets.table import Table
from neuron_tui.widgets.words import Paragraph, Words

WIDE, TALL = 100, 34
"""From this width and this height on the panels have room to breathe, as in a match."""


class ExamplesScreen(Screen[None]):
    """Wires the two players to the table, the picture and the scale."""

    CSS_PATH = "screen.tcss"
    AUTO_FOCUS = ""
    HELP = EXAMPLES_HELP
    BINDINGS: ClassVar[list[BindingType]] = EXAMPLES_KEYS
    GUESS_ACTIONS: ClassVar = {"answer", "lean", "confirm"}

    def __init__(
        self,
        puzzle: Puzzle,
        puzzle_id: str,
        keeper: Keeper,
        clock: Callable[[], float] = time.time,
        new_id: Callable[[], str] = lambda: uuid4().hex,
    ) -> None:
        super().__init__()
        self.learning = Learning(puzzle)
        self.neuron = Retraining(puzzle)
        self.puzzle, self.puzzle_id = puzzle, puzzle_id
        self._keeper, self._clock, self._new_id = keeper, clock, new_id
        self.kept = 0
        self._since = clock()
        self._slice = 256
        self._working = self._leaving = False

    def compose(self) -> ComposeResult:
        """The table with the words on the left, the picture and the scale on the right."""
        self._mind_the_size(self.app.size)
        yield Heading(self.puzzle.title, "How many examples do you need?")
        with Horizontal(id="panels"):
            with Vertical(id="left"), Vertical(id="puzzle", classes="panel"):
                yield GrowingTable(self.puzzle)
                yield Rule(id="between")
                yield Table(self._one_question, "questions")
                yield Words(id="words")
            with Vertical(id="right"):
                yield BeliefChart(id="beliefs", classes="panel")
                yield GuessScale()
        yield KeyLine()

    def on_mount(self) -> None:
        """Name the panels, and show the first example."""
        for name, title, subtitle in (
            ("puzzle", "Puzzle", ""),
            ("beliefs", "Belief that it is 1", "examples"),
            ("guesses", "Guesses", ""),
        ):
            panel = self.query_one(f"#{name}").add_class("panel")
            panel.border_title, panel.border_subtitle = title, subtitle
        self._since = self._clock()
        self._moved(self.learning)
        self.query_one(GrowingTable).selected = 0

    @on(Resize)
    def _resized(self, event: Resize) -> None:
        self._mind_the_size(event.size)

    def _mind_the_size(self, size: Size) -> None:
        self.set_class(size.width >= WIDE, "-wide")
        self.set_class(size.height >= TALL, "-tall")

    @property
    def _one_question(self) -> Puzzle:
        """The puzzle with no other question than the one that is asked."""
        return replace(self.puzzle, questions=(self.learning.question,))

    @property
    def solved(self) -> bool:
        """Whether the verdict is reached, and everything before it kept."""
        return self.learning.finished and self.kept == len(self.learning.guesses)

    @property
    def _seen(self) -> tuple[float, ...]:
        """The neuron's beliefs that may be seen: those that are kept beside a guess that stands."""
        return self.neuron.beliefs(self.kept, self.learning.asked)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only the keys that do something now are shown, and work."""
        learning = self.learning
        if action in self.GUESS_ACTIONS:
            return not learning.finished
        if action == "enough":
            return bool(learning.guesses) and not learning.finished
        if action == "question":
            return len(self.puzzle.questions) > 1 and not learning.guesses
        return self.solved if action == "again" else True

    def _moved(self, learning: Learning) -> None:
        """The player has moved: show it, and let the neuron catch up."""
        before, self.learning = self.learning, learning
        self._show()
        self.refresh_bindings()
        if learning.shown != before.shown:
            self.query_one(GrowingTable).selected = learning.shown - 1
        if not self._working:
            self._working = True
            self.run_worker(self._catch_up())

    async def _catch_up(self) -> None:
        """Train, and keep what is answered by both, until there is nothing left to do."""
        while True:
            learning, neuron = self.learning, self.neuron
            standing = len(learning.guesses)
            if self.kept < min(standing, neuron.trained):
                await self._keep(learning)
            elif neuron.trained < (standing if learning.finished or self._leaving else learning.shown):
                self._train()
                await asyncio.sleep(0)
            else:
                break
        self._working = False
        self._leave_if_asked()

    def _train(self) -> None:
        """One slice, short enough that no key has to wait."""
        begun = self._clock()
        self.neuron.record(self._slice)
        fits = self._slice * SLICE_SECONDS / max(self._clock() - begun, 1e-6)
        self._slice = max(1, min(int(fits), 4 * self._slice))

    async def _keep(self, learning: Learning) -> None:
        """Keep what both have answered before it is seen."""
        beliefs = self.neuron.beliefs(min(len(learning.guesses), self.neuron.trained), learning.asked)
        answers = answers_of(
            learning, beliefs, puzzle_id=self.puzzle_id, player=self._keeper.player, time=self._clock(),
            new_id=self._new_id,
        )  # fmt: skip
        notice = await asyncio.to_thread(self._keeper.keep, answers[self.kept :])
        self.kept = len(answers)
        if notice:
            self.notify(notice, severity="warning", markup=False)
        self._show()
        self.refresh_bindings()

    def _show(self) -> None:
        """Bring everything up to date."""
        learning, seen, solved = self.learning, self._seen, self.solved
        answer = learning.question.answer if solved else None
        self.set_class(solved, "-verdict")
        self.query_one(GrowingTable).grow(learning.shown)
        questions = self.query_one("#questions", Table)
        if questions.puzzle.questions != (learning.question,):
            questions.show_puzzle(self._one_question)
        questions.show(None, (), solved)
        self.query_one(Words).say(self._said())
        self.query_one(BeliefChart).beliefs = Beliefs(
            len(self.puzzle.examples),
            learning.guesses[: len(seen)] if solved else learning.guesses,
            seen,
            None if learning.finished else learning.shown,
            None if learning.finished else learning.guess,
            answer,
        )
        scale = self.query_one(GuessScale)
        scale.scale = Scale(
            neuron=self.neuron.belief(len(seen), learning.asked),
            you=learning.guess,
            answer=answer,
            asleep=not solved,
            your_turn=not learning.finished,
            below=outcome(self._comparison.result) if solved else stakes(learning.guess),
        )
        scale.border_subtitle = _whose(
            len(learning.guesses) if learning.finished else learning.shown, len(seen)
        )
        self.query_one(Heading).standing = (
            ("example ", "muted"), (f"{learning.shown}", "text strong"),
            (f" of {len(self.puzzle.examples)} ", "muted"),
        )  # fmt: skip

    @property
    def _comparison(self) -> Comparison:
        return Comparison(self.learning.question, self.learning.guesses, self._seen)

    def _said(self) -> list[Paragraph]:
        """What there is to say now."""
        if self.solved:
            return verdict(self.learning, self._comparison)
        return waiting() if self.learning.finished else guessing(self.learning, self.neuron, self._seen)

    def action_answer(self, answer: int) -> None:
        """Guess 0 or 1; pressed twice, it is certain."""
        self._moved(self.learning.answer(answer))

    def action_lean(self, steps: int) -> None:
        """Move the guess a little."""
        self._moved(self.learning.lean(steps))

    @on(GuessScale.Guessed)
    def _dragged_guess(self, message: GuessScale.Guessed) -> None:
        self._moved(self.learning.guess_at(message.probability))

    def action_confirm(self) -> None:
        """Let the guess stand; the next example appears."""
        if self.learning.guess is None:
            self.notify("Press 0 or 1 first: what should ??? be?", markup=False, timeout=4)
            return
        now = self._clock()
        taken, self._since = max(now - self._since, 0.0), now
        self._moved(self.learning.confirm(taken))

    def action_enough(self) -> None:
        """No more examples: the verdict."""
        self._moved(self.learning.stop())

    def action_question(self) -> None:
        """Another of the puzzle's questions."""
        self._moved(self.learning.ask((self.learning.asked + 1) % len(self.puzzle.questions)))

    def action_again(self) -> None:
        """From the first example once more; the neuron would believe the same, so its beliefs stay."""
        self.kept, self._since = 0, self._clock()
        self._moved(Learning(self.puzzle, self.learning.asked))

    def action_select(self, rows: int) -> None:
        """Look at another row of the table."""
        table = self.query_one(GrowingTable)
        table.selected = min(max((table.selected or 0) + rows, 0), self.learning.shown - 1)

    @on(RowChosen)
    def _row_chosen(self, message: RowChosen) -> None:
        if message.row < self.learning.shown:
            self.query_one(GrowingTable).selected = message.row

    def action_words(self) -> None:
        """All that is said, on a page of its own."""
        self.app.push_screen(PageScreen(self.puzzle.title, self._said()))

    def action_leave(self) -> None:
        """Back; the guesses that stand are kept before."""
        self._leaving = True
        self._leave_if_asked()

    def on_screen_resume(self) -> None:
        """What covered it is gone."""
        self._leave_if_asked()

    def _leave_if_asked(self) -> None:
        if self._leaving and not self._working and self.is_current:
            self.dismiss()


def _whose(you: int, neuron: int) -> str:
    """After how many examples each of the two guesses is."""
    its = f"the neuron after {neuron}" if neuron else "the neuron untrained"
    return f"you after {you}, {its}"
