"""How many examples do you need? They appear one at a time, and after each both players answer."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Rule

from neuron_tui.game.examples.comparison import Comparison
from neuron_tui.game.examples.learning import Learning
from neuron_tui.game.examples.words import TITLE
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.tui.examples.answering import Answering
from neuron_tui.tui.examples.commands import EXAMPLES_COMMANDS, EXAMPLES_HELP
from neuron_tui.tui.examples.panels import Beliefs, GrowingTable, beliefs_of, chart_of, known_to, scale_of
from neuron_tui.tui.examples.text import guessing, leaving, verdict, waiting
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.chart import draw
from neuron_tui.tui.kit.guess_scale import GuessScale
from neuron_tui.tui.kit.heading import Heading
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.kit.painted import Canvas
from neuron_tui.tui.kit.table.table import RowChosen, Table
from neuron_tui.tui.kit.text_panel import Paragraph, Words
from neuron_tui.tui.shell.game_screen import GameScreen
from neuron_tui.tui.shell.page import PageScreen


class ExamplesScreen(GameScreen[None]):
    """Wires the two players to the table, the picture and the scale."""

    CSS_PATH = "screen.tcss"
    PANELS = ("puzzle", "beliefs")
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(100, "-wide")]
    VERTICAL_BREAKPOINTS = [(34, "-tall")]
    HELP = EXAMPLES_HELP
    GAME_COMMANDS = EXAMPLES_COMMANDS

    def __init__(
        self,
        puzzle: Puzzle,
        puzzle_id: str,
        keeper: Keeper,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__()
        self.puzzle = puzzle
        self.answering = Answering(self, self.show_all, puzzle, puzzle_id, keeper, clock)
        self._clock = clock
        self._since = clock()

    def compose(self) -> ComposeResult:
        yield Heading(self.puzzle.title, TITLE)
        with Horizontal(id="panels"):
            with Vertical(id="left"), Vertical(id="puzzle", classes="panel"):
                yield GrowingTable(self.puzzle)
                yield Rule(id="between")
                yield Table(replace(self.puzzle, questions=self.puzzle.questions[:1]), "questions")
                yield Words(id="words")
            with Vertical(id="right"):
                yield Canvas(_draw, Beliefs(len(self.puzzle.examples)), id="beliefs", classes="panel")
                yield GuessScale()
        yield KeyLine()

    def on_mount(self) -> None:
        for name, title, subtitle in (
            ("puzzle", "Puzzle", ""),
            ("beliefs", "Belief that it is 1", "examples"),
        ):
            panel = self.query_one(f"#{name}").add_class("panel")
            panel.border_title, panel.border_subtitle = title, subtitle
        self._since = self._clock()
        self.answering.start()
        self.query_one(GrowingTable).selected = 0

    def on_screen_resume(self) -> None:
        self.answering.leave_if_asked()

    @property
    def learning(self) -> Learning:
        return self.answering.learning

    def leave(self) -> None:
        self.answering.leave()

    @property
    def guessing(self) -> bool:
        return not (self.learning.finished or self.answering.leaving)

    @property
    def has_begun(self) -> bool:
        """Whether a guess stands."""
        return bool(self.learning.guesses)

    def moved(self, learning: Learning) -> None:
        """The player has moved; a new row is the selected one."""
        appeared = learning.shown != self.learning.shown
        self.answering.moved(learning)
        if appeared:
            self.query_one(GrowingTable).selected = learning.shown - 1

    def show_all(self) -> None:
        """Bring everything up to date."""
        learning, seen, solved = self.learning, self.answering.seen, self.answering.solved
        result = self._comparison.result if solved else None
        self.set_class(solved, "-verdict")
        self.query_one(GrowingTable).grow(learning.shown)
        self.query_one("#questions", Table).show(None, (), solved)
        self.query_one(Words).say(self._said())
        self.query_one(Canvas).show(beliefs_of(learning, seen, result))
        scale = self.query_one(GuessScale)
        scale.scale = scale_of(learning, self.answering.neuron.belief(len(seen)), result)
        scale.label = known_to(learning, len(seen))
        self.query_one(Heading).standing = (
            ("example ", "muted"), (f"{learning.shown}", "text strong"),
            (f" of {len(self.puzzle.examples)} ", "muted"),
        )  # fmt: skip
        self.refresh_bindings()

    @property
    def _comparison(self) -> Comparison:
        return Comparison(self.learning.question, self.learning.guesses, self.answering.seen)

    def _said(self) -> list[Paragraph]:
        """What there is to say now."""
        if self.answering.solved:
            return verdict(self.learning, self._comparison)
        if self.answering.leaving:
            return leaving()
        if self.learning.finished:
            return waiting(keeping=self.answering.keeping)
        return guessing(
            self.learning,
            self.answering.neuron,
            self.answering.seen,
            keeping=self.answering.keeping,
            known=self.answering.known,
        )

    def type_guess(self, key: str) -> None:
        """Guess 0 or 1; pressed twice, it is certain. Or type a number."""
        self.moved(self.learning.press(key))

    def lean(self, steps: int) -> None:
        self.moved(self.learning.lean(steps))

    @on(GuessScale.Guessed)
    def _dragged_guess(self, message: GuessScale.Guessed) -> None:
        self.moved(self.learning.guess_at(message.probability))

    def confirm(self) -> None:
        if self.learning.guess is None:
            self.notify("Press 0 or 1 first.", markup=False, timeout=4)
            return
        now = self._clock()
        taken, self._since = max(now - self._since, 0.0), now
        self.moved(self.learning.confirm(taken))

    def stop_here(self) -> None:
        self.moved(self.learning.stop())

    def again(self) -> None:
        """From the first example; the neuron would believe the same again, so its beliefs stay."""
        self.answering.kept, self._since = 0, self._clock()
        self.moved(Learning(self.puzzle))

    def select_next(self, rows: int) -> None:
        table = self.query_one(GrowingTable)
        table.selected = min(max((table.selected or 0) + rows, 0), self.learning.shown - 1)

    @on(RowChosen)
    def _row_chosen(self, message: RowChosen) -> None:
        if message.row < self.learning.shown:
            self.query_one(GrowingTable).selected = message.row

    def read_words(self) -> None:
        self.app.push_screen(PageScreen(self.puzzle.title, self._said()))


def _draw(beliefs: Beliefs, width: int, height: int) -> list[Line]:
    return draw(chart_of(beliefs, width), width, height)
