"""By itself: you play without a word of what it is, then a network learns the same, and you compare."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Literal

import numpy as np
from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.message import Message

from neuron_tui.game.arcade.card import card_of
from neuron_tui.game.arcade.contest import Contest, Stage
from neuron_tui.game.arcade.curve import latest_means, points_of
from neuron_tui.game.arcade.game import Arrow, Game
from neuron_tui.game.arcade.moment import Moment
from neuron_tui.game.arcade.playing import learning_of
from neuron_tui.game.arcade.words import Outcome
from neuron_tui.game.explain.numbers import signed
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.game.replay.playhead import Pace
from neuron_tui.neuron.q_learning import Recording
from neuron_tui.puzzle.text import plural
from neuron_tui.tui.arcade.board import board_lines
from neuron_tui.tui.arcade.closely import closely_lines
from neuron_tui.tui.arcade.commands import ARCADE_COMMANDS, ARCADE_HELP, MOST_KEYS
from neuron_tui.tui.arcade.expectations import expectation_lines
from neuron_tui.tui.arcade.hidden_neuron import hidden_lines
from neuron_tui.tui.arcade.keep_rounds import RoundKeeper
from neuron_tui.tui.arcade.learning_curve import curve_lines
from neuron_tui.tui.arcade.state import ArcadeState
from neuron_tui.tui.arcade.stops import Stops
from neuron_tui.tui.arcade.text import TITLES, said
from neuron_tui.tui.arcade.timed_tape import TimedTape
from neuron_tui.tui.arcade.timeline import LearningTimeline
from neuron_tui.tui.arcade.watching import Watching
from neuron_tui.tui.kit.cells import Line, Span
from neuron_tui.tui.kit.heading import Heading
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.kit.painted import Canvas
from neuron_tui.tui.kit.sending import send
from neuron_tui.tui.kit.tape.player import TapePlayer, complete
from neuron_tui.tui.kit.tape.timescale import Timescale
from neuron_tui.tui.kit.text_panel import Words, more_below
from neuron_tui.tui.shell.game_screen import GameScreen

PACE = partial(Pace, first_per_second=10, most_seconds=16.0)
"""Its first games are watched key by key, and then they race by."""
Pane = Literal["curve", "neuron", "closely"]
PANES: tuple[Pane, ...] = ("curve", "neuron", "closely")


class ArcadeScreen(GameScreen[None]):
    """Wires a game, your rounds of it and a learning to the board and the panels."""

    CSS_PATH = "screen.tcss"
    GAME_COMMANDS = ARCADE_COMMANDS
    HELP = ARCADE_HELP
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]

    player: TapePlayer

    @dataclass
    class Again(Message):
        """The player wants the same game once more, on another screen in place of this one."""

        screen: ArcadeScreen
        again: ArcadeScreen

    def __init__(
        self,
        game: Game,
        keeper: Keeper,
        seed_source: Callable[[], int],
        *,
        steps: int | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`seed_source` gives a seed for each learning, of as many `steps` as the game says, or so many."""
        super().__init__()
        self.game, self._keeper, self._seed_source = game, keeper, seed_source
        self._clock, self._steps = clock, steps
        self._seed = seed_source()
        self._draw = np.random.default_rng(self._seed)
        self.contest = Contest.begin(game, self._draw)
        self._rounds = RoundKeeper(self, keeper, self._seed)
        self.selected = 0
        self.pane: Pane = "curve"
        self._pictures = self._shows_mask = False
        self.tape = TimedTape(Recording(learning_of(game, self._seed, steps)), clock)
        self.watching = Watching(self, lambda: self.state.moment, self._draw, self._moved)
        self.player = TapePlayer(self, self.tape, self._moved, arrived=self._arrived, pace=PACE, clock=clock)

    def compose(self) -> ComposeResult:
        state = self.state
        yield Heading("By itself")
        with Horizontal(id="panels"):
            yield Canvas(board_lines, state, id="board", classes="panel")
            with Container(id="beside"):
                with Vertical(id="right"):
                    yield Words(id="words", classes="panel")
                    yield Stops(state)
                    yield Canvas(_by_width(expectation_lines), state, id="expects", classes="panel")
                    yield Canvas(curve_lines, state, id="curve", classes="panel")
                with Vertical(id="more"):
                    yield Canvas(hidden_lines, state, id="neuron", classes="panel")
                    yield Canvas(_by_width(closely_lines), state, id="closely", classes="panel")
        yield LearningTimeline(state)
        yield KeyLine()

    def on_mount(self) -> None:
        for name, title in (
            ("expects", "What it expects of each key"),
            ("curve", "Points a game"),
            ("closely", "This step closely"),
        ):
            self.query_one(f"#{name}").border_title = title
        self.query_one("#curve").border_subtitle = "games \u00b7 mean of the last 20"
        self.set_class(len(self.game.actions) == MOST_KEYS, "-four")
        self._lay_out()
        self._say()
        self._moved()

    def on_unmount(self) -> None:
        self._keep()

    def on_resize(self) -> None:
        self.call_after_refresh(self.refresh_bindings)

    def on_screen_suspend(self) -> None:
        self.player.suspend()

    def on_screen_resume(self) -> None:
        self.player.resume()

    @property
    def state(self) -> ArcadeState:
        contest = self.contest
        look = contest.mask if self._shows_mask else contest.look
        steps = self.player.iteration if self.inside else self.tape.recorded
        moment = Moment(self.game, self.tape.recording, steps)
        return ArcadeState(contest, moment, look, self.inside, self.watching.played, self.selected)

    @property
    def inside(self) -> bool:
        """Whether the pictures of the learning are shown."""
        return self.contest.stage is Stage.LEARNING or self._pictures

    awake = inside

    @property
    def wide(self) -> bool:
        """Whether all panels have room beside each other."""
        return self.has_class("-wide")

    @cached_property
    def outcome(self) -> Outcome:
        """What came of it, once all is learned."""
        recording, contest = self.tape.recording, self.contest
        points = points_of(recording, recording.last)
        return Outcome(self.game, contest.masked, contest.guess, points, recording.last, self.tape.seconds)

    def _turn_to(self, contest: Contest) -> None:
        """Show how far it is by now."""
        before, self.contest = self.contest.stage, contest
        if contest.stage is not before:
            self._pictures = False
            if contest.learned:
                self._keep()
            self._hold()
            self._lay_out()
            self._say()
        self._moved()
        self.refresh_bindings()

    def _hold(self) -> None:
        """Nothing moves."""
        self.watching.end()
        self.player.move(self.player.playhead.pause())

    def _lay_out(self) -> None:
        """Show the panels of this stage."""
        inside, guessing = self.inside, self.contest.stage is Stage.GUESS
        for name, shown in (
            ("words", not inside),
            ("stops", guessing),
            ("expects", inside),
            ("timeline", inside),
        ):
            self.query_one(f"#{name}").display = shown
        for pane in PANES:
            self.query_one(f"#{pane}").set_class(pane == self.pane, "-chosen")
        self.set_class(inside, "-inside")
        self.set_class(self.contest.stage in (Stage.GUESS, Stage.VERDICT), "-wordy")
        self.set_class(self.pane != "curve", "-more")
        self.query_one("#words").border_title = TITLES.get(self.contest.stage, "")
        self.query_one("#board").border_title = "The network plays" if inside else "You play"

    def _say(self) -> None:
        """Say what this stage has to say."""
        outcome = self.outcome if self.contest.learned else None
        self.query_one(Words).say(said(self.state, outcome))

    def _moved(self) -> None:
        """The playhead or a game moved on."""
        if not self.is_mounted:
            return
        if self.watching.plays and (self.player.playhead.playing or self.watching.is_left):
            self.watching.end()
        state = self.state
        for picture in self.query(Canvas):
            if picture.display:
                picture.show(state)
        self.query_one(LearningTimeline).show(state, self.player.status, self.player.reached)
        hidden = self.tape.recording.learning.network.hidden
        self.query_one("#neuron").border_title = f"Hidden neuron {self.selected + 1} of {hidden}"
        heading = self.query_one(Heading)
        masked = self.contest.stage is Stage.MASKED
        heading.subtitle = "a game without a name" if masked else self.game.title
        heading.standing = standing(state)

    @on(Words.Moved)
    def _words_moved(self) -> None:
        words = self.query_one(Words)
        words.border_subtitle = more_below(words.lines_below if self.reads_on else 0, "Enter")
        self.refresh_bindings()

    @property
    def reads_on(self) -> bool:
        """Whether there is more to read before it goes on."""
        plays = self.contest.you_play or self.inside
        return not plays and self.query_one(Words).lines_below > 0

    def read_on(self) -> None:
        self.query_one(Words).scroll_page_down(animate=False)

    def press_key(self, number: int) -> None:
        self._press(self.contest.look.keys[number])

    def press_arrow(self, arrow: Arrow) -> None:
        action = self.contest.look.action_of(arrow)
        if action is not None:
            self._press(action)

    def _press(self, action: int) -> None:
        self._turn_to(self.contest.press(action, self._draw))

    def go_on(self) -> None:
        """The next game, or after the last one what comes then."""
        self._turn_to(self.contest.go_on(self._draw))

    def enough(self) -> None:
        """Play no more of this round."""
        self._turn_to(self.contest.enough())

    def other(self, stops: int) -> None:
        """So many stops further."""
        self._turn_to(self.contest.say(self.contest.stop + stops))

    @on(Stops.Chosen)
    def _stop_chosen(self, message: Stops.Chosen) -> None:
        self._turn_to(self.contest.say(message.number))

    def confirm(self) -> None:
        """The guess stands: it learns."""
        self._turn_to(self.contest.go_to(Stage.LEARNING))
        self.player.start()
        self.player.play_or_pause()

    def _arrived(self) -> None:
        if self.contest.stage is Stage.LEARNING:
            self._turn_to(self.contest.go_to(Stage.VERDICT))

    def play_open(self) -> None:
        self._shows_mask = False
        self._turn_to(self.contest.play_open(self._draw))

    def begin_anew(self) -> None:
        """The same game once more, with another mask and another network."""
        again = ArcadeScreen(self.game, self._keeper, self._seed_source, steps=self._steps, clock=self._clock)
        self.post_message(self.Again(self, again))

    def leave(self) -> None:
        self._keep()  # before home counts what there is
        self.dismiss()

    def _keep(self) -> None:
        """Keep what was played."""
        self._rounds.keep(self.contest, self.outcome if complete(self.tape) else None)

    def share(self) -> None:
        """Send the result card."""
        send(self, "your result card", card_of(self.contest, self.outcome))

    def turn_pictures(self) -> None:
        self._pictures = not self._pictures
        self._hold()
        self._lay_out()
        self._moved()
        self.refresh_bindings()

    def turn_pane(self, panes: int) -> None:
        self.show_pane(PANES[(PANES.index(self.pane) + panes) % len(PANES)])

    def show_pane(self, pane: Pane) -> None:
        self.pane = pane
        self._lay_out()
        self._moved()

    def turn_neuron(self, neurons: int) -> None:
        """Another hidden neuron; the first press shows the one that is selected."""
        if self.pane == "neuron" or self.wide:
            hidden = self.tape.recording.learning.network.hidden
            self.selected = (self.selected + neurons) % hidden
        self.show_pane("neuron")

    def turn_mask(self) -> None:
        self._shows_mask = not self._shows_mask
        self._moved()

    def let_it_play(self) -> None:
        """Let the network of this moment play, or stop that; where it is calm, its next key."""
        if not self.watching.plays:
            self._hold()
            self.watching.begin(by_key=self.player.calm)
        elif self.player.calm:
            self.watching.press()
        else:
            self.watching.end()
        self._moved()
        self.refresh_bindings()

    @on(LearningTimeline.Moved)
    def _playhead_dragged(self, message: LearningTimeline.Moved) -> None:
        self.player.go(Timescale(self.tape.last).iteration_at(message.place))

    @on(LearningTimeline.Pressed)
    def _button_pressed(self, message: LearningTimeline.Pressed) -> None:
        self.player.press(message.button)


def standing(state: ArcadeState) -> tuple[Span, ...]:
    """Mean points a game of both: yours in all games, the network's in the last 20 of those it played."""
    spans: list[Span] = []
    if (yours := state.contest.yours).points:
        spans += [
            ("you ", "muted"),
            (signed(yours.mean), "text strong"),
            (f" in {plural(len(yours.points), 'game')} ", "muted"),
        ]
    if len(its := latest_means(state.network_points)) and not state.contest.look.masked:
        spans += [
            (" network ", "muted"),
            (signed(float(its[-1])), "accent strong"),
            (f" after {len(its):,} ", "muted"),
        ]
    return tuple(spans)


def _by_width(
    lines: Callable[[ArcadeState, int], list[Line]],
) -> Callable[[ArcadeState, int, int], list[Line]]:
    """Of a picture that needs no height."""
    return lambda state, width, _: lines(state, width)
