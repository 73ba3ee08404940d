"""The atlas: 256 patterns, a neuron for each, all of them learning at once."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from neuron_tui.game.atlas import SIDE, puzzle_of
from neuron_tui.game.builder.draft import Draft
from neuron_tui.game.replay.playhead import Pace
from neuron_tui.neuron.atlas import Atlas, AtlasTape
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.tui.atlas.grid import AGES, OPEN, Grid
from neuron_tui.tui.atlas.moment import Moment
from neuron_tui.tui.atlas.pattern_detail import curve_lines, detail_lines
from neuron_tui.tui.atlas.timeline import AtlasTimeline
from neuron_tui.tui.kit.command import Command, under
from neuron_tui.tui.kit.heading import Heading
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.kit.making import MakeWanted
from neuron_tui.tui.kit.painted import Canvas
from neuron_tui.tui.kit.tape.commands import PLAY_COMMANDS, SPEED_COMMANDS, STEP_COMMANDS
from neuron_tui.tui.kit.tape.player import TapePlayer
from neuron_tui.tui.kit.tape.timescale import short
from neuron_tui.tui.shell.game_screen import GameScreen

STOPS_IN_A_ROW = partial(Pace, first_per_second=30, most_seconds=math.inf)
"""At the usual speed all stops are passed in eight seconds."""


_MOVE = Binding.Group("move")
_PATTERNS: tuple[Command[AtlasScreen], ...] = under(
    "The patterns",
    Command("left", "left", "left", lambda s: s.move_cursor(0, -1), shown="\u2190", group=_MOVE),
    Command("right", "right", "right", lambda s: s.move_cursor(0, 1), shown="\u2192", group=_MOVE),
    Command("up", "up", "up", lambda s: s.move_cursor(-1, 0), shown="\u2191", group=_MOVE),
    Command("down", "down", "down", lambda s: s.move_cursor(1, 0), shown="\u2193", group=_MOVE),
    Command("try", "enter", "play it", lambda s: s.try_it(), about="play it as a puzzle", shown="Enter"),
    Command(
        "threshold",
        "tab",
        "threshold",
        lambda s: s.turn_threshold(),
        about="with a threshold, or none",
        shown="Tab",
    ),
    Command("alike", "k", "alike", lambda s: s.turn_alike(), about="light up its kin: the same in disguise"),
    Command("make", "f9", "make one", lambda s: s.make_one(), about="make a puzzle of it", shown="F9"),
)
_LEAVE: tuple[Command[AtlasScreen], ...] = under(
    "Go on", Command("leave", "escape", "back", lambda s: s.leave(), about="back home", shown="Esc")
)
ATLAS_COMMANDS: tuple[Command[AtlasScreen], ...] = (
    *_PATTERNS, *PLAY_COMMANDS, *STEP_COMMANDS, *SPEED_COMMANDS, *_LEAVE,
)  # fmt: skip


class AtlasScreen(GameScreen[None]):
    """Records the tape of the atlas, plays it, and shows the pattern under the cursor closely."""

    CSS_PATH = "screen.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (34, "-roomy"), (38, "-tall")]
    AUTO_FOCUS = ""
    HELP = """
    Each cell is a pattern: one way to fill the outputs of all eight rows that three inputs have. There
    are 256 of them, and each has a neuron of its own. They all learn at once.

    A cell lights up when its neuron has every row right. The fuller it is, the sooner that was.
    Neighbours differ in one output only.

    With a threshold a neuron learns 104 of the 256, and no amount of training gives it one more. Without
    one it always answers 0.5 when nothing is on. That row is left out then, and of the other 128 ways it
    learns 32.

    k lights up the kin of a pattern, all that are the same one in disguise: inputs swapped, or the
    output flipped, and with a threshold also inputs flipped. They are learned all or none.

    Enter plays a pattern as a puzzle, and F9 makes one of it that you can change and keep.
    """
    GAME_COMMANDS = ATLAS_COMMANDS

    @dataclass
    class Wanted(Message):
        """A pattern is to be played as a puzzle."""

        screen: AtlasScreen
        puzzle: Puzzle

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._tapes = {True: AtlasTape(Atlas(threshold=True))}
        self.threshold, self.alike = True, False
        self.cursor = (0, 5)
        self.player = TapePlayer(self, self.tape, self.show, pace=STOPS_IN_A_ROW, clock=clock)

    @property
    def awake(self) -> bool:
        return True

    @property
    def tape(self) -> AtlasTape:
        """The tape that is wanted; the player has it as soon as it can."""
        if self.threshold not in self._tapes:
            self._tapes[self.threshold] = AtlasTape(Atlas(threshold=self.threshold))
        return self._tapes[self.threshold]

    def compose(self) -> ComposeResult:
        yield Heading("The atlas", "everything that one neuron can learn")
        with Horizontal(id="panels"):
            with Vertical(id="map", classes="panel"):
                yield Grid(self.moment)
                yield Static(_legend(), id="legend", markup=False)
            with Vertical(id="beside", classes="panel"):
                yield Canvas(detail_lines, self.moment, id="pattern-detail")
                yield Canvas(curve_lines, self.moment, id="weight-curves")
        yield AtlasTimeline(self.moment)
        yield KeyLine()

    def on_mount(self) -> None:
        self.show()
        self.player.start()
        self.player.play_or_pause()

    def on_screen_suspend(self) -> None:
        self.player.suspend()

    def on_screen_resume(self) -> None:
        self.player.resume()

    @property
    def moment(self) -> Moment:
        stop = min(self.player.iteration, self.tape.recorded)
        return Moment(self.tape, stop, self.cursor, self.alike)

    def show(self) -> None:
        moment = self.moment
        for picture in self.query(Canvas):
            picture.show(moment)
        self.query_one(AtlasTimeline).show(moment, self.player.status)
        having = "a" if self.threshold else "no"
        self.query_one("#map").border_title = f"{moment.atlas.patterns} patterns, {having} threshold"
        self.query_one("#beside").border_title = f"Pattern {moment.pattern}"

    def move_cursor(self, rows: int, columns: int) -> None:
        """To the next cell, around the edges."""
        row, column = self.cursor
        self._pick(((row + rows) % self.moment.rows, (column + columns) % SIDE))

    def _pick(self, place: tuple[int, int]) -> None:
        self.cursor = place
        self.show()

    @on(Grid.Picked)
    def _picked(self, message: Grid.Picked) -> None:
        self._pick(message.place)

    def try_it(self) -> None:
        self.player.move(self.player.playhead.pause())
        self.post_message(self.Wanted(self, puzzle_of(self.moment.pattern, self.threshold)))

    def make_one(self) -> None:
        self.player.move(self.player.playhead.pause())
        self.post_message(MakeWanted(self, Draft.made_of(puzzle_of(self.moment.pattern, self.threshold))))

    def turn_threshold(self) -> None:
        """Let all of them learn with a threshold or none."""
        self.threshold = not self.threshold
        self.cursor = (self.cursor[0] % self.moment.rows, self.cursor[1])
        self.player.load(self.tape, self.show, 0, play=True)

    def turn_alike(self) -> None:
        self.alike = not self.alike
        self.show()

    @on(AtlasTimeline.Moved)
    def _playhead_dragged(self, message: AtlasTimeline.Moved) -> None:
        self.player.go(self.moment.stop_at(message.place))

    @on(AtlasTimeline.Pressed)
    def _button_pressed(self, message: AtlasTimeline.Pressed) -> None:
        self.player.press(message.button)


def _legend() -> Content:
    parts: list[tuple[str, str]] = [("Lit: all its rows are right\n", "$text")]
    for until, look in AGES:
        parts += [(look * 2, "$mark"), (f" {short(until)} ", "$muted")]
    return Content.assemble(*parts, (f" {OPEN} no", "$muted"))
