"""By itself: you play without a word of what it is, then a network learns the same, and you compare."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cached_property, partial
from typing import Literal

import numpy as np
from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical

from neuron_tui.game.arcade.curve import points_of
from neuron_tui.game.arcade.game import Arrow, Game
from neuron_tui.game.arcade.guess import STOPS
from neuron_tui.game.arcade.mask import Look, masked_look, open_look
from neuron_tui.game.arcade.moment import Moment
from neuron_tui.game.arcade.playing import learning_of
from neuron_tui.game.arcade.round import Round
from neuron_tui.game.arcade.words import Outcome
from neuron_tui.game.explain.numbers import signed
from neuron_tui.game.replay.playhead import Pace
from neuron_tui.neuron.q_learning import Recording
from neuron_tui.tui.arcade.board import board_lines
from neuron_tui.tui.arcade.closely import closely_lines
from neuron_tui.tui.arcade.commands import ARCADE_COMMANDS, ARCADE_HELP
from neuron_tui.tui.arcade.expectations import expectation_lines
from neuron_tui.tui.arcade.hidden_neuron import hidden_lines
from neuron_tui.tui.arcade.learning_curve import curve_lines
from neuron_tui.tui.arcade.state import ArcadeState, Stage
from neuron_tui.tui.arcade.stops import Stops
from neuron_tui.tui.arcade.text import TITLES, said
from neuron_tui.tui.arcade.timeline import LearningTimeline
from neuron_tui.tui.arcade.watching import Watching
from neuron_tui.tui.kit.cells import Span
from neuron_tui.tui.kit.heading import Heading
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.kit.painted import Canvas
from neuron_tui.tui.kit.tape.player import TapePlayer
from neuron_tui.tui.kit.text_panel import Words, more_below
from neuron_tui.tui.shell.game_screen import GameScreen

PACE = partial(Pace, first_per_second=6, most_seconds=20.0)
"""Its first games are watched key by key, and then they race by."""
Pane = Literal["curve", "neuron", "closely"]
PANES: tuple[Pane, ...] = ("curve", "neuron", "closely")
FIRST_GUESS = STOPS.index(300)


class TimedTape:
    """A learning that knows how many seconds it took so far."""

    def __init__(self, recording: Recording, clock: Callable[[], float]) -> None:
        self.recording, self._clock, self.seconds = recording, clock, 0.0

    @property
    def recorded(self) -> int:
        return self.recording.recorded

    @property
    def last(self) -> int:
        return self.recording.last

    def record(self, rows: int) -> None:
        begun = self._clock()
        self.recording.record(rows)
        self.seconds += self._clock() - begun


class ArcadeScreen(GameScreen[None]):
    """Wires a game, your rounds of it and a learning to the board and the panels."""

    CSS_PATH = "screen.tcss"
    GAME_COMMANDS = ARCADE_COMMANDS
    HELP = ARCADE_HELP
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]

    def __init__(
        self,
        game: Game,
        seed_source: Callable[[], int],
        *,
        steps: int | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.game, self._seed_source, self._clock, self._steps = game, seed_source, clock, steps
        self._seed = seed_source()
        self._draw = np.random.default_rng(self._seed)
        self.stage: Stage = Stage.MASKED
        self._mask = masked_look(game, self._draw)
        self.masked = Round.begin(game, self._draw)
        self.opened: Round | None = None
        self.guess, self.selected = FIRST_GUESS, 0
        self.pane: Pane = "curve"
        self._pictures = self._shows_mask = False
        self.tape = TimedTape(Recording(learning_of(game, self._seed, steps)), clock)
        self.watching = Watching(self, self._draw, self._moved)
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
        self.query_one("#curve").border_subtitle = "games"
        self._show(Stage.MASKED)

    def on_screen_suspend(self) -> None:
        self.player.suspend()

    def on_screen_resume(self) -> None:
        self.player.resume()

    @property
    def yours(self) -> Round:
        """The round that you play, or played last."""
        return self.opened or self.masked

    @property
    def look(self) -> Look:
        masked = self.stage in (Stage.MASKED, Stage.GUESS) or self._shows_mask
        return self._mask if masked else open_look(self.game)

    @property
    def state(self) -> ArcadeState:
        return ArcadeState(
            self.stage,
            self.game,
            self.look,
            self.masked,
            self.opened,
            Moment(self.game, self.tape.recording, self.player.iteration),
            self.watching.played,
            self.guess,
            self.selected,
        )

    @property
    def awake(self) -> bool:
        return self.inside

    @property
    def inside(self) -> bool:
        """Whether the pictures of the learning are shown."""
        return self.stage is Stage.LEARNING or (self.stage in (Stage.VERDICT, Stage.END) and self._pictures)

    @cached_property
    def outcome(self) -> Outcome:
        """What came of it, once all is learned."""
        recording = self.tape.recording
        points = points_of(recording, recording.last)
        return Outcome(self.game, self.masked, STOPS[self.guess], points, recording.last, self.tape.seconds)

    def _show(self, stage: Stage) -> None:
        """Bring the whole screen to this stage."""
        self.stage = stage
        self._pictures = False
        self.watching.end()
        self._lay_out()
        self._say()
        self._moved()
        self.refresh_bindings()

    def _lay_out(self) -> None:
        """Show the panels of this stage."""
        inside = self.inside
        for name, shown in (
            ("words", not inside),
            ("stops", self.stage is Stage.GUESS),
            ("expects", inside),
            ("timeline", inside),
        ):
            self.query_one(f"#{name}").display = shown
        for pane in PANES:
            self.query_one(f"#{pane}").set_class(pane == self.pane, "-chosen")
        self.set_class(inside, "-inside")
        self.set_class(self.stage is Stage.GUESS, "-guess")
        self.set_class(self.pane != "curve", "-more")
        self.query_one("#words").border_title = TITLES.get(self.stage, "")

    def _say(self) -> None:
        done = self.stage in (Stage.VERDICT, Stage.END)
        games = self.tape.last // max(self.masked.steps // max(len(self.masked.points), 1), 1)
        self.query_one(Words).say(said(self.state, games, self.outcome if done else None))

    def _moved(self) -> None:
        """The playhead or a game moved on."""
        if not self.is_mounted:
            return
        if self.player.playhead.playing and self.watching.plays:
            self.watching.end()
        state = self.state
        for picture in self.query(Canvas):
            if picture.display:
                picture.show(state)
        self.query_one(LearningTimeline).show(state, self.player.status, self.player.reached)
        self.query_one("#board").border_title = self._board_title()
        hidden = self.tape.recording.learning.network.hidden
        self.query_one("#neuron").border_title = f"Hidden neuron {self.selected + 1} of {hidden}"
        heading = self.query_one(Heading)
        heading.subtitle = self.game.title if state.named else "a game without a name"
        heading.standing = self._standing(state)

    def _board_title(self) -> str:
        if self.stage in (Stage.MASKED, Stage.OPEN, Stage.GUESS, Stage.END) and not self.inside:
            return "You play"
        return "The network plays"

    def _standing(self, state: ArcadeState) -> tuple[Span, ...]:
        """Mean points a game of both: yours, and of its last 20."""
        spans: list[Span] = []
        if self.yours.points:
            spans += [("points a game  you ", "muted"), (f"{signed(self.yours.mean)} ", "text strong")]
        its = state.network_points
        if len(its) and state.stage not in (Stage.MASKED, Stage.GUESS):
            spans += [(" network ", "muted"), (f"{signed(float(its[-20:].mean()))} ", "accent strong")]
        return tuple(spans)

    @on(Words.Moved)
    def _words_moved(self) -> None:
        words = self.query_one(Words)
        words.border_subtitle = more_below(words.lines_below, "Enter")
        self.refresh_bindings()

    @property
    def reads_on(self) -> bool:
        """Whether there is more to read before it goes on."""
        return (
            self.stage in (Stage.VERDICT, Stage.END)
            and not self.inside
            and self.query_one(Words).lines_below > 0
        )

    def read_on(self) -> None:
        self.query_one(Words).scroll_page_down(animate=False)

    def press_key(self, number: int) -> None:
        self._press(self.look.keys[number])

    def press_arrow(self, arrow: Arrow) -> None:
        action = self.look.action_of(arrow)
        if action is not None:
            self._press(action)

    def _press(self, action: int) -> None:
        self._play(self.yours.press(action, self._draw))

    def _play(self, played: Round) -> None:
        if self.stage is Stage.OPEN:
            self.opened = played
        else:
            self.masked = played
        self._moved()
        self.refresh_bindings()

    def go_on(self) -> None:
        """The next game, or after the last one what comes then."""
        if self.yours.over:
            self.enough()
        else:
            self._play(self.yours.next_game(self._draw))

    def enough(self) -> None:
        """Play no more of this round."""
        self._show(Stage.GUESS if self.stage is Stage.MASKED else Stage.END)

    def choose(self, stops: int) -> None:
        self._choose(min(max(self.guess + stops, 0), len(STOPS) - 1))

    def _choose(self, stop: int) -> None:
        self.guess = stop
        self._moved()

    @on(Stops.Chosen)
    def _stop_chosen(self, message: Stops.Chosen) -> None:
        self._choose(message.number)

    def confirm(self) -> None:
        """The guess stands: it learns."""
        self._show(Stage.LEARNING)
        self.player.start()
        self.player.play_or_pause()

    def _arrived(self) -> None:
        if self.stage is Stage.LEARNING:
            self._show(Stage.VERDICT)

    def play_open(self) -> None:
        self._shows_mask = False
        self.opened = Round.begin(self.game, self._draw)
        self._show(Stage.OPEN)

    def begin_anew(self) -> None:
        """The same game once more, with another mask and another network."""
        self.app.switch_screen(
            ArcadeScreen(self.game, self._seed_source, steps=self._steps, clock=self._clock)
        )

    def turn_pictures(self) -> None:
        self._pictures = not self._pictures
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
        if self.pane == "neuron" or self.has_class("-wide"):
            hidden = self.tape.recording.learning.network.hidden
            self.selected = (self.selected + neurons) % hidden
        self.show_pane("neuron")

    def turn_mask(self) -> None:
        self._shows_mask = not self._shows_mask
        self._moved()

    def let_it_play(self) -> None:
        """Let the network of this moment play, or stop that."""
        if self.watching.plays:
            self.watching.end()
        else:
            self.player.move(self.player.playhead.pause())
            self.watching.begin(self.state.moment)
        self._moved()
        self.refresh_bindings()

    @on(LearningTimeline.Moved)
    def _playhead_dragged(self, message: LearningTimeline.Moved) -> None:
        self.player.go(round(np.expm1(message.place * np.log1p(self.tape.last))))

    @on(LearningTimeline.Pressed)
    def _button_pressed(self, message: LearningTimeline.Pressed) -> None:
        self.player.press(message.button)


def _by_width(
    lines: Callable[[ArcadeState, int], list[tuple[Span, ...]]],
) -> Callable[[ArcadeState, int, int], list[tuple[Span, ...]]]:
    """Of a picture that needs no height."""
    return lambda state, width, _: lines(state, width)
