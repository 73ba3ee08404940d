"""The match: one puzzle from the first look to the verdict, all on one screen."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Rule

from neuron_tui.game.course.tally import Tally
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.game.match.lesson_steps import Lesson, Situation
from neuron_tui.game.match.match import Match, Phase
from neuron_tui.game.match.result_card import card
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.tui.kit.guess_scale import GuessScale
from neuron_tui.tui.kit.heading import Heading, standing
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.kit.table.table import Table
from neuron_tui.tui.kit.tape.transport import Transport
from neuron_tui.tui.kit.text_panel import Words
from neuron_tui.tui.match.keep_answers import ScoredScreen
from neuron_tui.tui.match.keys import MATCH_HELP, MATCH_KEYS
from neuron_tui.tui.match.panels.chooser import Chooser
from neuron_tui.tui.match.panels.history import ErrorHistory, WeightHistory
from neuron_tui.tui.match.panels.neuron_panel import NeuronPanel
from neuron_tui.tui.match.panels.predictions import Predictions
from neuron_tui.tui.match.panels.s_curve import SCurve
from neuron_tui.tui.match.selected_question import Asked
from neuron_tui.tui.match.text import next_step, page, speech
from neuron_tui.tui.match.views.learned.view import LearnedView
from neuron_tui.tui.shell.page import PageScreen

ASK_SECONDS = 4
"""Within these, Escape pressed twice leaves a match whose guess stands and whose verdict is still to come."""
STEPS = "steps"
"""Stands for what the tape counts: iterations, or turns."""
TITLES = {
    "puzzle": ("Puzzle", ""),
    "neuron": ("Neuron", ""),
    "s-curve": ("S-curve", "sum \u2192 output"),
    "error": ("Error", STEPS),
    "predictions": ("Predictions", STEPS),
    "weights": ("Weights", STEPS),
    "guesses": ("Guesses", ""),
}
"""The panels with their titles, and what runs along their lower edge."""
WIDE, FOUR, TALL = 100, 25, 34
"""From this width on the panels have room to breathe, from this height without the neuron for four curves at
once, and from this one for more air."""


class MatchScreen(ScoredScreen):
    """Wires the match to its panels: keys and mouse move the match or the playhead, and the panels follow."""

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = MATCH_KEYS
    HELP = MATCH_HELP
    AUTO_FOCUS = ""
    PANELS = ("words", "neuron", "s-curve", "error", "predictions", "weights")
    SHARING = ("error", "predictions", "weights")
    GUESS_ACTIONS: ClassVar = {"answer", "lean", "confirm"}
    VERDICT_ACTIONS: ClassVar = {"next", "again", "share"}

    exact = reactive(False, repaint=False)

    @dataclass
    class Finished(Message):
        """The verdict is reached, and this is the tally now."""

        screen: MatchScreen
        tally: Tally

    @dataclass
    class Shared(Message):
        """The result card was sent to the clipboard."""

        card: str

    @dataclass
    class Left(Message):
        """The player wants to go on: to the next puzzle, to this one again, or home."""

        screen: MatchScreen
        to: Literal["next", "again", "home"]

    def __init__(
        self, puzzle: Puzzle, puzzle_id: str, whereabouts: str, tally: Tally, keeper: Keeper
    ) -> None:
        super().__init__(Match.begin(puzzle), puzzle_id, tally, keeper)
        self.puzzle, self.whereabouts = puzzle, whereabouts
        self._asked_at = self._clock()
        self._asked_to_stay = -math.inf
        self._named = False
        self.steps = Lesson.of(puzzle)
        self.set_reactive(MatchScreen.selected, len(puzzle.examples))

    def compose(self) -> ComposeResult:
        """The panels; every picture is bound to the screen's values."""
        replay, here = self.replay, MatchScreen
        self._mind_the_size(self.app.size)
        yield Heading(self.puzzle.title, self.whereabouts, standing(self.tally))
        with Horizontal(id="panels"):
            with Vertical(id="left"), Vertical(id="puzzle", classes="panel"):
                yield Table(self.puzzle, "examples", with_outputs=True).data_bind(here.selected)
                yield Rule(id="between")
                yield Table(self.puzzle, "questions", with_outputs=True).data_bind(here.selected)
                yield Words(id="step")
                yield Words(id="words")
            with Vertical(id="right"):
                yield NeuronPanel(replay).data_bind(
                    here.iteration, here.recorded, here.selected, here.weight, here.exact
                )
                with Container(id="pictures"):
                    for picture in (
                        SCurve(replay, id="s-curve"),
                        ErrorHistory(replay, id="error"),
                        Predictions(replay, id="predictions"),
                        WeightHistory(replay, id="weights"),
                    ):
                        yield picture.data_bind(
                            here.iteration, here.recorded, here.reached, here.selected, here.linear
                        )
                yield GuessScale()
        with Vertical(id="foot"):
            yield Transport(replay).data_bind(here.iteration, here.recorded, here.reached)
            yield KeyLine()

    def on_mount(self) -> None:
        """Name the panels and show the first look."""
        self._named = True
        for name in TITLES:
            self.query_one(f"#{name}").add_class("panel")
        self._name_panels()
        self._show()

    def _name_panels(self) -> None:
        """Write on the panels' edges what they show; the neuron's says when it is asleep."""
        for name, (title, subtitle) in TITLES.items():
            panel = self.query_one(f"#{name}")
            panel.border_title = title
            panel.border_subtitle = self.replay.step if subtitle is STEPS else subtitle
        self.query_one("#neuron").border_subtitle = "" if self.awake else "asleep, with random weights"
        self.set_class(self.solved, "-verdict")

    @on(Resize)
    def _resized(self, event: Resize) -> None:
        self._mind_the_size(event.size)

    def _mind_the_size(self, size: Size) -> None:
        self.set_class(size.width >= WIDE, "-wide")
        neuron = min(len(self.replay.output_input_names) + 2, size.height * 2 // 5)
        self.set_class(size.height - neuron >= FOUR, "-four")
        self.set_class(size.height >= TALL, "-tall")

    def remembered(self) -> None:
        """Say that it is practice."""
        self.query_one(Heading).subtitle = " \u00b7 ".join(filter(None, ("practice", self.whereabouts)))

    @property
    def awake(self) -> bool:
        """The neuron learns once all guesses stand."""
        return not self.match.guessing

    @property
    def solved(self) -> bool:
        """Whether the right answers may be seen."""
        return self.match.phase is Phase.VERDICT

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only the keys that do something now are shown, and work."""
        if action == "confirm":
            return self.match.guessing and parameters == (self.match.current == len(self.match.guesses) - 1,)
        if action in self.GUESS_ACTIONS:
            return self.match.guessing
        if action in self.VERDICT_ACTIONS:
            return self.solved
        if action == "hint":
            return self.match.guessing and self.match.hints_shown < len(self.puzzle.hints)
        if action == "words":
            return not self.match.guessing or bool(self.puzzle.lesson)
        return super().check_action(action, parameters)

    def _play(self, match: Match) -> None:
        """The match moved on: show it, and begin the training once the last guess stands."""
        before, self.match = self.match, match
        if match.confirmed != before.confirmed:
            self._asked_at = self._clock()
        if match.guess != before.guess:
            self.query_one(KeyLine).note = ""
        if match.guessing:
            self.selected = len(self.puzzle.examples) + match.current
        if (before.phase, before.confirmed, before.hints_shown) != (
            match.phase,
            match.confirmed,
            match.hints_shown,
        ):
            self.refresh_bindings()
            self._name_panels()
            self.query_one(KeyLine).note = ""
        self._show()
        if before.guessing and not match.guessing:
            self.keep_in_time()
            self.action_play()

    def arrived(self) -> None:
        """The last iteration of the match's own training is on the screen: the verdict."""
        if self.match.phase is Phase.TRAIN and not self.lab.trying and self.settled:
            self._play(self.match.finish())
            for view in self.query(LearnedView):
                view.solved = True
            self.count(self.tally_then)
            self.post_message(self.Finished(self, self.tally_then))

    def replay_changed(self) -> None:
        """Another run is in front, perhaps with other rows."""
        super().replay_changed()
        for table in self.query(Table):
            if table.puzzle is not self.replay.puzzle:
                table.show_puzzle(self.replay.puzzle)
        self._name_panels()
        self.select(self.selected)
        self._show()

    def watch_iteration(self) -> None:
        """Another moment of the training."""
        super().watch_iteration()
        self._show()

    def watch_selected(self) -> None:
        """Another row."""
        self._show()

    def watch_weight(self) -> None:
        """Another weight."""
        self._show()

    def watch_exact(self) -> None:
        """More decimals, or fewer."""
        self._show()

    def count(self, tally: Tally) -> None:
        """Show how it stands."""
        self.tally = tally
        for heading in self.query(Heading):
            heading.standing = standing(tally)

    @property
    def _asked(self) -> Asked:
        """The question that is looked at."""
        return Asked(self.match, self.run, self.run is self.lab.own, self.selected)

    def _show(self) -> None:
        """Bring everything that depends on the match up to date."""
        if not self._named:
            return
        match, replay, asked = self.match, self.replay, self._asked
        outputs = tuple(map(float, replay.outputs(self.iteration)))
        for table in self.query(Table):
            table.whose = asked.whose
            table.show(outputs if self.awake else None, () if self.awake else match.guesses, self.solved)
        self.steps = self.steps.after(Situation(match, replay, self.iteration, self.selected, self.weight))
        step, said = next_step(self.steps), speech(match, replay, self.iteration, self.run_name)
        if match.phase is Phase.VERDICT and not self.run_name:
            step, said = [], [said[0], *step, *said[1:]]  # how it went comes first
        self.query_one("#step", Words).say(step)
        self.query_one("#step").display = bool(step)
        self.set_class(bool(step), "-step")
        self.query_one("#words", Words).say(said)
        scale = self.query_one(GuessScale)
        scale.scale, scale.border_subtitle = asked.scale(self.iteration, self.exact), asked.label
        self.query_one(Predictions).guess = asked.guess
        trying = f"trying {self.run_name}" if self.run is not self.lab.own else ""
        self.query_one(Heading).trying = replay.off_in_words or trying
        self.show_status()

    def action_answer(self, answer: int) -> None:
        """Guess 0 or 1; pressed twice, it is certain."""
        self._play(self.match.answer(answer))

    def action_lean(self, steps: int) -> None:
        """Move the guess a little."""
        self._play(self.match.lean(steps))

    @on(GuessScale.Guessed)
    def _dragged_guess(self, message: GuessScale.Guessed) -> None:
        if self.match.guessing:
            self._play(self.match.guess_at(message.probability))

    def action_hint(self) -> None:
        """Show one more hint."""
        self._play(self.match.show_hint())

    def action_confirm(self, last: bool) -> None:
        """Let the guess stand; after the last one the neuron starts to learn."""
        if self.match.guess is None:
            self.query_one(KeyLine).note = "Press 0 or 1 first: what should ??? be?"
        self._play(self.match.confirm(self._clock() - self._asked_at))

    def action_select(self, rows: int) -> None:
        """Look at another row of the table."""
        self.select(self.selected + rows)

    def select(self, row: int) -> None:
        """Select a row of the table, or the nearest one there is."""
        self.selected = min(max(row, 0), len(self.replay.rows) - 1)

    async def mount_aside(self, panel: Chooser) -> None:
        """Put a panel where the words stand."""
        self.query_one("#words").display = False
        self.add_class("-aside")
        await self.query_one("#puzzle").mount(panel)

    def close_aside(self) -> bool:
        """Take the panel away; the words are back."""
        panel = self.aside
        if panel is None:
            return False
        panel.remove_class("aside")
        panel.remove()
        self.query_one("#words").display = True
        self.remove_class("-aside")
        self.set_focus(None)
        return True

    def close(self) -> bool:
        """Close what has the whole screen, or else the panel in place of the words."""
        return super().close() or self.close_aside()

    def action_exact(self) -> None:
        """Show all decimals, or four again."""
        self.exact = not self.exact

    def action_words(self) -> None:
        """All that is said, on a page of its own."""
        said = page(self.match, self.replay, self.iteration, self.run_name)
        self.app.push_screen(PageScreen(self.puzzle.title, said))

    def action_share(self) -> None:
        """Send the result card to the clipboard. No terminal says whether it took it."""
        match = self.match
        text = card(
            self.puzzle.title,
            self.puzzle_id,
            match.results(),
            examples=len(self.puzzle.examples),
            hints=match.hints_shown,
            practice=self.practice,
        )
        self.app.copy_to_clipboard(text)
        said = "Sent to the clipboard. The terminal shows it too, once you leave the game."
        self.notify(said, markup=False, timeout=5)
        self.post_message(self.Shared(text))

    def action_next(self) -> None:
        """On to the next puzzle."""
        self.post_message(self.Left(self, "next"))

    def action_again(self) -> None:
        """The same puzzle once more."""
        self.post_message(self.Left(self, "again"))

    def action_leave(self) -> None:
        """Close what is open, else go back to the match's own run, else home."""
        aside = self.aside is not None and self.maximized is None
        if self.close():
            if aside:
                self.bring(self.lab.untouched())
            return
        if self.lab.trying:
            self.action_back()
        elif self.match.phase is Phase.TRAIN and self._clock() > self._asked_to_stay + ASK_SECONDS:
            self._asked_to_stay = self._clock()
            self.notify("Esc once more leaves the match.", markup=False, timeout=ASK_SECONDS)
        else:
            self.post_message(self.Left(self, "home"))
