"""The match: one puzzle from the first look to the verdict, all on one screen."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from textual import on
from textual.app import ComposeResult
from textual.events import Click, Key, Resize
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from neuron_tui.game.course.panels import Panels
from neuron_tui.game.course.tally import Tally
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.game.lab.runs import Lab
from neuron_tui.game.match.lesson_steps import Lesson, Situation
from neuron_tui.game.match.match import Match, Phase
from neuron_tui.game.replay.playhead import SLOWEST
from neuron_tui.game.replay.replay import Replay
from neuron_tui.game.settings import DEFAULT, Settings
from neuron_tui.neuron import Recording
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.tui.kit.guess_scale import GuessScale
from neuron_tui.tui.kit.heading import Heading, standing
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.kit.moments import fade_in
from neuron_tui.tui.kit.picture import Picture
from neuron_tui.tui.kit.table.table import RowChosen, Table
from neuron_tui.tui.kit.tape.player import TapePlayer
from neuron_tui.tui.kit.tape.timescale import Timescale
from neuron_tui.tui.kit.tape.transport import Transport
from neuron_tui.tui.match.commands import MATCH_COMMANDS, MATCH_HELP, why_it_waits
from neuron_tui.tui.match.hand import HandOnWeights
from neuron_tui.tui.match.keep_answers import AnswerKeeper
from neuron_tui.tui.match.kept_runs import KeptRuns
from neuron_tui.tui.match.lab import LabBench
from neuron_tui.tui.match.layout import (
    PICTURES,
    compose_match,
    make_room,
    name_hidden,
    name_panels,
    show_match,
    show_run,
)
from neuron_tui.tui.match.own_file import OwnFile
from neuron_tui.tui.match.panel_focus import ONE_AT_A_TIME, PanelFocus
from neuron_tui.tui.match.panels.chooser import Chooser
from neuron_tui.tui.match.panels.hand_panel import HandPanel
from neuron_tui.tui.match.panels.neuron_panel import NeuronPanel
from neuron_tui.tui.match.pictures.drawing import Drawing
from neuron_tui.tui.match.puzzle_column import PuzzleColumn
from neuron_tui.tui.match.selection import Selection
from neuron_tui.tui.match.sharing import Sharing
from neuron_tui.tui.match.speech import Speech
from neuron_tui.tui.match.task import TaskBench
from neuron_tui.tui.match.views.code.view import CodeView
from neuron_tui.tui.match.views.opening import Views
from neuron_tui.tui.shell.game_screen import GameScreen

To = Literal["next", "again", "home", "changed"]
"""Where the player goes: to the next puzzle, the same again, home, or to its file as it is now."""
LEAVING, LEAVING_SECONDS = "Esc once more leaves the match.", 4
"""What is said during training, and for how long: meanwhile a second Escape leaves."""
HAVE_NOTES = ("leave game", "explain", "next panel", "next zoomed", "panel before", "leave", "reread")
"""Commands that heed what the line of keys says; whatever else is done takes it back."""


class MatchScreen(GameScreen[None]):
    """Wires a match to its parts; all pictures follow the reactive values here.

    The player moves along the tape, the bench decides which run is shown, the hand turns weights, views open
    on top, and the answers are kept before the verdict is seen.
    """

    CSS_PATH = "screen.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (34, "-tall")]
    GAME_COMMANDS = MATCH_COMMANDS
    HELP = MATCH_HELP
    PANELS = ONE_AT_A_TIME
    AUTO_FOCUS = ""
    ALLOW_IN_MAXIMIZED_VIEW = "Heading, #foot"
    ESCAPE_TO_MINIMIZE = False

    iteration = reactive(0, repaint=False)
    recorded = reactive(0, repaint=False)
    reached = reactive(0, repaint=False)
    selected = reactive(0, repaint=False)
    """The row of the table that is selected."""
    weight: reactive[int | None] = reactive(None, repaint=False)
    """The index of the weight that is selected."""
    linear = reactive(False, repaint=False)
    exact = reactive(False, repaint=False)
    all_panels = reactive(False, repaint=False)
    """Whether those are seen, too, that the course has not come to."""
    reading = reactive(False, repaint=False)
    """Whether the words have the room of the pictures."""

    @dataclass
    class Finished(Message):
        """The verdict is reached, and this is the tally now."""

        screen: MatchScreen
        tally: Tally

    @dataclass
    class HowManyWanted(Message):
        """How many hidden neurons does this puzzle need?"""

        screen: MatchScreen
        puzzle: Puzzle

    @dataclass
    class Left(Message):
        """The player wants to go on."""

        screen: MatchScreen
        to: To

    player: TapePlayer
    bench: LabBench
    hand: HandOnWeights
    runs: KeptRuns
    views: Views
    panels: PanelFocus
    selection: Selection
    column: PuzzleColumn
    speech: Speech
    task_bench: TaskBench
    file: OwnFile
    sharing: Sharing

    def __init__(
        self,
        puzzle: Puzzle,
        puzzle_id: str,
        whereabouts: str,
        tally: Tally,
        keeper: Keeper,
        panels: Panels,
        settings: Settings = DEFAULT,
        *,
        file: Path | None = None,
        follow: bool = False,
    ) -> None:
        super().__init__()
        self.puzzle, self.puzzle_id, self.whereabouts = puzzle, puzzle_id, whereabouts
        self.match = match = Match.begin(puzzle)
        self.steps = Lesson.of(puzzle)
        self.tally = tally
        lab = Lab.of(Replay(puzzle, match.recording), puzzle.neuron)
        self.clock: Callable[[], float] = time.monotonic
        self.player = TapePlayer(
            self,
            match.recording,
            self._tape_moved,
            completed=self._tape_completed,
            arrived=self._arrived,
            clock=lambda: self.clock(),
        )
        self.player.end_is_held = bool(puzzle.questions)  # until the answers are kept
        self.bench = LabBench(self, lab)
        self.hand = HandOnWeights(self)
        self.selection = Selection(self)
        self.panels = PanelFocus(self, panels)
        self.runs = KeptRuns(self)
        self.column = PuzzleColumn(self.bench, self.hand, self.runs)
        self.speech = Speech()
        self.task_bench = TaskBench(self)
        self.file = OwnFile(self, file, at_once=follow)
        self.sharing = Sharing(self)
        self.views = Views(self, file_name=puzzle_id)
        self.answers = AnswerKeeper(self, match, keeper, puzzle_id, tally, kept=self._answers_kept)
        self._question_since = self.clock()
        self._ready = False
        self._halted = False
        """Whether the training waits until the words are read."""
        self._settings = settings
        self.player.playhead = self.player.playhead.faster(settings.speed)
        self.set_reactive(MatchScreen.exact, settings.exact)
        self.set_reactive(MatchScreen.linear, settings.linear)
        self.set_reactive(MatchScreen.all_panels, settings.all_panels)
        self.set_reactive(MatchScreen.selected, len(puzzle.examples) if puzzle.questions else 0)

    @property
    def settings(self) -> Settings:
        """What the player has set by now. The next training moves by itself, however slowly."""
        speed = max(self.player.playhead.speed, SLOWEST)
        return replace(
            self._settings, speed=speed, exact=self.exact, linear=self.linear, all_panels=self.all_panels
        )

    @property
    def replay(self) -> Replay:
        """The run on the screen."""
        return self.bench.run.replay

    @property
    def recording(self) -> Recording:
        """Its tape."""
        return self.replay.recording

    @property
    def guessing(self) -> bool:
        return self.match.guessing

    @property
    def nothing_stands(self) -> bool:
        """Whether none of its answers can be among those that are counted."""
        return self.match.confirmed == 0

    @property
    def awake(self) -> bool:
        """The neuron learns once all guesses stand, or the rows were looked at."""
        return not self.match.asleep

    @property
    def solved(self) -> bool:
        """Whether the right answers may be seen."""
        return self.match.phase is Phase.VERDICT

    @property
    def iteration_called(self) -> str:
        """A look at the rows, until the course has come to the errors and to the term for it."""
        return "iteration" if "error" in self.panels.shown else "look"

    @property
    def counts(self) -> str:
        """What the tape in front counts."""
        return self.iteration_called if self.replay.step == "iteration" else self.replay.step

    @property
    def goes_on(self) -> bool:
        """A verdict with nothing on top of it: what is open or tried is not thrown away unasked."""
        on_top = self.maximized or self.column.aside
        return self.solved and on_top is None and not self.bench.lab.trying

    @property
    def reads(self) -> bool:
        """Whether the words are beside the table, as large as they need."""
        return self.reading and self.awake and self.column.aside is None and self.maximized is None

    def compose(self) -> ComposeResult:
        make_room(self, self.app.size)
        yield from compose_match(self)

    def on_mount(self) -> None:
        self.panels.share_new()
        self._ready = True
        name_panels(self)
        self.show()
        self.player.start()
        self.run_worker(self.file.follow(), group="file")
        self.answers.look_back(self.match, self._show_practice)

    def on_unmount(self) -> None:
        self.answers.leave(self.match)

    def on_screen_suspend(self) -> None:
        self.player.suspend()

    def on_screen_resume(self) -> None:
        self.player.resume()

    @on(Resize)
    def _resized(self, event: Resize) -> None:
        make_room(self, event.size)
        self.panels.keep_sharing()

    @property
    def turns(self) -> bool:
        return self.panels.turns

    def turn(self, panels: int) -> None:
        self.panels.turn(panels)

    def watch_front(self, front: str) -> None:
        super().watch_front(front)
        self.query_one("#pictures").set_class(front not in PICTURES, "-turned")

    # The match

    async def action_do(self, name: str) -> None:
        if name not in HAVE_NOTES:
            self.query_one(KeyLine).forget()
        await super().action_do(name)

    def _play(self, match: Match) -> None:
        """The match moved on: show it, and begin the training once the last guess stands."""
        before, self.match = self.match, match
        if match.guessing and (match.guess, match.current) != (before.guess, before.current):
            self.selected = len(self.puzzle.examples) + match.question
        self.refresh_bindings()
        self.show()
        self._show_status()
        if match.confirmed != before.confirmed:
            self._question_since = self.clock()
            self.answers.keep(match)
        if before.asleep and not match.asleep:
            self.front = "neuron"
            fade_in(*self.query(Picture), *self.speech.query(Static))
            if not (self.steps.asks_first or self.task_bench.comes_first):
                self.player.play_or_pause()

    def type_guess(self, key: str) -> None:
        """Guess 0 or 1; pressed twice, it is certain. Or type a number."""
        self._play(self.match.press(key))

    def lean(self, steps: int) -> None:
        """Move the guess a little."""
        self._play(self.match.lean(steps))

    @on(GuessScale.Guessed)
    def _guess_dragged(self, message: GuessScale.Guessed) -> None:
        if self.guessing:
            self.query_one(KeyLine).forget()
            self._play(self.match.guess_at(message.probability))

    def hint(self) -> None:
        """Show one more hint."""
        self._play(self.match.show_hint())
        self.front = "speech"

    def confirm(self) -> None:
        """Let the guess stand; after the last one the neuron starts to learn."""
        if self.match.guess is None:
            self.query_one(KeyLine).tell("Press 0 or 1 first.")
            return
        self._play(self.match.confirm(self.clock() - self._question_since))
        if self.match.guessing:
            self.front = "puzzle"

    def begin_training(self) -> None:
        """Where nothing is asked, the neuron wakes once the rows were looked at."""
        self._play(self.match.begin_training())

    def on_key(self, event: Key) -> None:
        if why := why_it_waits(self, event.key):
            self.query_one(KeyLine).tell(why)

    def _answers_kept(self) -> None:
        self.player.end_is_held = False

    def _show_practice(self) -> None:
        self.query_one(Heading).subtitle = " \u00b7 ".join(filter(None, ("practice", self.whereabouts)))

    def count(self, tally: Tally) -> None:
        """Show these points."""
        self.tally = tally
        for heading in self.query(Heading):
            heading.standing = standing(tally)

    # The tape

    def _tape_moved(self) -> None:
        player = self.player
        self.reached, self.recorded, self.iteration = player.reached, player.recorded, player.iteration
        self._show_status()

    def _tape_completed(self, _: object) -> None:
        self.answers.keep(self.match)
        self.column.fill()
        self.show()

    def _arrived(self) -> None:
        """The last iteration of the match's own training is on the screen: the verdict."""
        if self.match.phase is Phase.TRAIN and not self.bench.lab.trying and self.bench.settled:
            self.reading = self.speech.unread = True
            self.selection.switch_off(frozenset())  # the verdict is about all of them
            self._play(self.match.finish())
            self.query_one("#questions", Table).light(self.match.leaned)
            self.query_one(GuessScale).arrive()
            fade_in(*self.speech.query(Static))
            self.views.solve()
            self.count(self.answers.tally)
            self.post_message(self.Finished(self, self.answers.tally))

    def run_changed(self, ghost: Replay | None) -> None:
        """Another run is on the screen, perhaps with other rows; `ghost` is the one behind it."""
        replay = self.replay
        self.reading = self.reading and self.bench.on_own_run
        self.selected = min(self.selected, len(replay.rows) - 1)  # a row that both tables have
        self.reached = self.player.reached
        show_run(self, ghost)
        self.column.fill()
        self.views.run_changed()
        self.weight = self.selection.weight_there(self.weight)
        self.show()
        self.refresh_bindings()

    @on(Transport.Moved)
    def _playhead_dragged(self, message: Transport.Moved) -> None:
        self.player.go(Timescale(self.replay.iterations, self.linear).iteration_at(message.place))

    @on(Transport.Pressed)
    def _button_pressed(self, message: Transport.Pressed) -> None:
        self.player.press(message.button)

    # What is shown

    def show(self) -> None:
        """Bring everything that depends on the match up to date."""
        if self._ready:
            moment = Situation(self.match, self.replay, self.iteration, self.selected, self.weight)
            self.steps = self.steps.after(moment)
            self.player.pause_at = None if self.bench.lab.trying else self.steps.pause
            self.task_bench.look()
            show_match(self)

    def _show_status(self) -> None:
        self.query_one(Transport).status = replace(
            self.player.status,
            asleep=not self.awake,
            with_error="error" in self.panels.shown,
            counts=self.counts,
        )

    def watch_iteration(self, before: int, _: int) -> None:
        if self.solved and before == self.replay.iterations:
            self.reading = False  # to look at the training again is to look at its pictures
        if isinstance(self.column.aside, HandPanel):
            self.column.fill()
        self.show()

    watch_selected = watch_exact = show

    def watch_weight(self) -> None:
        self.hand.select(self.weight)
        self.show()

    def watch_all_panels(self) -> None:
        make_room(self, self.size)
        self.panels.share_new()
        name_panels(self)
        self.show()
        self._show_status()

    def watch_reading(self) -> None:
        player = self.player
        self.front = "speech" if self.reading else "neuron"
        if self.reading:
            self._halted = player.playhead.playing
        if self._halted and not player.at_end and player.playhead.playing == self.reading:
            player.play_or_pause()  # no words change while they are read
        self.show()
        self.refresh_bindings()

    # The parts

    async def open_aside(self, kind: type[Chooser]) -> None:
        """Open a panel in place of the words; what has the whole screen is closed for it."""
        self.panels.close()
        self.reading = False
        await self.column.open(kind)
        self.front = "puzzle"
        self.column.fill()

    def close_aside(self) -> bool:
        """Put the words back, and forget a branch or a hand that nothing was done with."""
        closed = self.column.close()
        if closed:
            self.front = "neuron"
            self.bench.bring(self.bench.lab.untouched())
            self.reading = self.solved and not self.bench.lab.trying
        return closed

    @on(Click)
    def _clicked(self, event: Click) -> None:
        if event.chain == 2:
            self.panels.zoom_clicked(event.widget)

    @on(CodeView.Stepped)
    def _line_carried_out(self, message: CodeView.Stepped) -> None:
        self.player.step(message.iterations)

    @on(CodeView.SaveAsked)
    def _program_saved(self, message: CodeView.SaveAsked) -> None:
        self.views.save(message.program)

    @on(Drawing.Drawn)
    def _picture_drawn(self, message: Drawing.Drawn) -> None:
        self.task_bench.drawn(message.inputs)

    @on(Table.Moved)
    def _table_moved(self) -> None:
        name_hidden(self)

    @on(RowChosen)
    def _row_chosen(self, message: RowChosen) -> None:
        self.selection.select_row(message.row)

    @on(NeuronPanel.Pressed)
    def _place_pressed(self, message: NeuronPanel.Pressed) -> None:
        self.selection.press(message.place)

    def validate_weight(self, weight: int | None) -> int | None:
        return self.selection.weight_there(weight)

    # On to other screens

    def ask_how_many(self) -> None:
        """The same puzzle with more and fewer hidden neurons."""
        self.post_message(self.HowManyWanted(self, self.bench.lab.own.replay.puzzle))

    def leave_for(self, to: To) -> None:
        self.post_message(self.Left(self, to))

    def leave(self) -> None:
        """Close what is open, else go back to the match's own run, else home."""
        if self.panels.close() or self.close_aside():
            return
        if self.reads and not self.solved:
            self.reading = False
        elif self.bench.lab.trying:
            self.bench.back()
        elif self.match.confirmed and not self.solved and self.query_one(KeyLine).note != LEAVING:
            self.query_one(KeyLine).tell(LEAVING, LEAVING_SECONDS)
        else:
            self.leave_for("home")
