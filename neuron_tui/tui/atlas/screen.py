"""The atlas: 256 patterns, a neuron for each, all of them learning at once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static

from neuron_tui.game.atlas import SIDE, alike_patterns, outputs_of, pattern_at, puzzle_of
from neuron_tui.neuron.atlas import Atlas, AtlasTape
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.tui.atlas.grid import AGES, OPEN, Grid, Moment
from neuron_tui.tui.atlas.pattern_detail import Closely, Specimen
from neuron_tui.tui.atlas.timeline import Progress, Strip
from neuron_tui.tui.atlas.weight_curves import Grown, Growth
from neuron_tui.tui.kit.heading import Heading
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.kit.tape.playback import FRAMES_PER_SECOND, SLICE_SECONDS, SPEED_KEYS
from neuron_tui.tui.kit.tape.timescale import short
from neuron_tui.tui.kit.tape.transport import Status
from neuron_tui.tui.shell.game_screen import GameScreen
from neuron_tui.tui.shell.work import later

WIDE, TALL = 100, 38
"""From this size on a cell is two lines high."""
ROOMY = 34
"""From this height on there is room for the weights' curves."""
SPEED_NAMES = {-3: "×1/8", -2: "×1/4", -1: "×1/2", 0: "×1", 1: "×2", 2: "×4", 3: "×8"}
"""The speeds, as powers of two; at the usual one the playhead moves one stop a frame."""
MOVE, STEP = Binding.Group("move"), Binding.Group("step")


class AtlasScreen(GameScreen[None]):
    """Records the tape of the atlas, plays it, and shows the pattern under the cursor closely."""

    CSS_PATH = "screen.tcss"
    AUTO_FOCUS = ""
    HELP = """
    Each cell is a pattern: one way to fill the outputs of all eight rows that three inputs have. There
    are 256 of them, and each has a neuron of its own. They all learn at once.

    A cell lights up when its neuron has every row right. The fuller it is, the sooner that was.
    Neighbours differ in one output only.

    With a threshold a neuron learns 104 of the 256, and no amount of training gives it one more. Without
    one it always answers 0.5 when nothing is on. That row is left out then, and of the other 128 ways it
    learns 32.

    y lights up all patterns that are the same one in disguise: inputs swapped or flipped, or the output
    flipped. They are learned all or none.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "go(0, -1)", "left", key_display="\u2190", group=MOVE),
        Binding("right", "go(0, 1)", "right", key_display="\u2192", group=MOVE),
        Binding("up", "go(-1, 0)", "up", key_display="\u2191", group=MOVE),
        Binding("down", "go(1, 0)", "down", key_display="\u2193", group=MOVE),
        Binding("enter", "try_it", "play it", key_display="Enter", tooltip="play the pattern as a puzzle"),
        Binding("t", "threshold", "threshold", tooltip="with a threshold, or without one"),
        Binding("y", "alike", "alike", tooltip="the same pattern in disguise"),
        Binding("space", "play", "play", key_display="Space", tooltip="play or pause"),
        Binding("comma", "step(-1)", "a moment back", key_display=",", group=STEP),
        Binding("full_stop", "step(1)", "a moment on", key_display=".", group=STEP),
        *SPEED_KEYS,
        Binding("home", "seek(0)", "to the start", key_display="Home", show=False),
        Binding("end", "seek(1)", "to the end", key_display="End", show=False),
        Binding("escape", "leave", "back", key_display="Esc", tooltip="back home"),
    ]

    @dataclass
    class Wanted(Message):
        """A pattern is to be played as a puzzle."""

        screen: AtlasScreen
        puzzle: Puzzle

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._tapes: dict[bool, AtlasTape] = {}
        self._frames: Timer | None = None
        self.threshold, self.alike = True, False
        self.stop, self.speed, self._ahead = 0, 0, 0.0
        self.cursor = (0, 5)
        self.playing = True

    def compose(self) -> ComposeResult:
        """The map, and beside it the pattern under the cursor."""
        self._mind_the_size(self.app.size)
        yield Heading("The atlas", "everything that one neuron can learn")
        with Horizontal(id="panels"):
            with Vertical(id="map", classes="panel"):
                yield Grid()
                yield Static(id="legend", markup=False)
            with Vertical(id="beside", classes="panel"):
                yield Closely()
                yield Growth()
        yield Strip()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin to learn."""
        self.query_one("#legend", Static).update(_legend())
        self._frames = self.set_interval(1 / FRAMES_PER_SECOND, self._frame)
        self._show()
        self.run_worker(later(self._record), exclusive=True)

    @on(Resize)
    def _resized(self, event: Resize) -> None:
        self._mind_the_size(event.size)

    def _mind_the_size(self, size: Size) -> None:
        self.set_class(size.width >= WIDE and size.height >= TALL, "-large")
        self.set_class(size.height >= ROOMY, "-roomy")

    @property
    def tape(self) -> AtlasTape:
        """The tape that is shown."""
        if self.threshold not in self._tapes:
            self._tapes[self.threshold] = AtlasTape(Atlas(threshold=self.threshold))
        return self._tapes[self.threshold]

    async def _record(self) -> None:
        """Record the tape in slices short enough that no key has to wait."""
        tape = self.tape
        while not tape.complete:
            begun = self._clock()
            while not tape.complete and self._clock() - begun < SLICE_SECONDS:
                tape.record()
            await asyncio.sleep(0)

    def _frame(self) -> None:
        """As many stops further as the speed asks for, as far as it is recorded."""
        if not self.playing or not self.is_active:
            return
        self._ahead += 2.0**self.speed
        stops, self._ahead = int(self._ahead), self._ahead % 1
        if stops:
            self._go_to(self.stop + stops)
            if self.stop == len(self.tape.stops) - 1:
                self._pause()

    def on_screen_suspend(self) -> None:
        """Something covers the screen: what nobody sees does not move."""
        if self._frames is not None:
            self._frames.pause()

    def on_screen_resume(self) -> None:
        """It is seen again, and goes on where it was."""
        if self._frames is not None and self.playing:
            self._frames.resume()

    def _pause(self, *, playing: bool = False) -> None:
        """Stand still, or go on; the timer runs only while something moves."""
        self.playing = playing
        if self._frames is not None:
            if playing:
                self._frames.resume()
            else:
                self._frames.pause()
        self._show()

    def _go_to(self, stop: int) -> None:
        self.stop = min(max(stop, 0), self.tape.recorded)
        self._show()

    @property
    def pattern(self) -> int:
        """The pattern under the cursor."""
        return pattern_at(*self.cursor)

    def _show(self) -> None:
        """Bring all panels to this moment."""
        tape, pattern = self.tape, self.pattern
        since = tape.learned_since(self.stop)
        alike = alike_patterns(pattern, self.threshold) if self.alike else frozenset()
        self.query_one(Grid).show(Moment(since, self.cursor, alike))
        weights = tape.tape[self.stop, pattern]
        self.query_one(Closely).show(
            Specimen(
                outputs=outputs_of(pattern, self.threshold),
                weights=weights,
                said=tape.atlas.neuron.think(weights, tape.atlas.rows),
                since=int(since[pattern]),
                over=self.stop == len(tape.stops) - 1,
            )
        )
        seen = slice(self.stop + 1)
        self.query_one(Growth).show(Grown(tape.stops[seen], tape.tape[seen, pattern], tape.atlas.iterations))
        having = "a" if self.threshold else "no"
        self.query_one("#map").border_title = f"{tape.atlas.patterns} patterns, {having} threshold"
        self.query_one("#beside").border_title = f"Pattern {pattern}"
        status = Status(self.playing, SPEED_NAMES[self.speed], asleep=False)
        self.query_one(Strip).show(
            Progress(tape.stops, tape.learned_counts(), self.stop, tape.atlas.patterns, status, len(alike))
        )

    def action_go(self, rows: int, columns: int) -> None:
        """To the next cell, around the edges."""
        row, column = self.cursor
        self._pick(((row + rows) % self._rows, (column + columns) % SIDE))

    @property
    def _rows(self) -> int:
        return self.tape.atlas.patterns // SIDE

    def _pick(self, place: tuple[int, int]) -> None:
        self.cursor = place
        self._show()

    @on(Grid.Picked)
    def _picked(self, message: Grid.Picked) -> None:
        self._pick(message.place)

    def action_try_it(self) -> None:
        """Play the pattern under the cursor as a puzzle."""
        self._pause()
        self.post_message(self.Wanted(self, puzzle_of(self.pattern, self.threshold)))

    def action_threshold(self) -> None:
        """Let all of them learn with a threshold, or without one."""
        self.threshold = not self.threshold
        self.cursor = (self.cursor[0] % self._rows, self.cursor[1])
        self.stop = 0
        self._pause(playing=True)
        self.run_worker(later(self._record), exclusive=True)

    def action_alike(self) -> None:
        """Light up the patterns that are the same in disguise, or no longer."""
        self.alike = not self.alike
        self._show()

    def action_play(self) -> None:
        """Play or pause; from the end it begins anew."""
        if not self.playing and self.stop == len(self.tape.stops) - 1:
            self.stop = 0
        self._pause(playing=not self.playing)

    def action_speed(self, steps: int) -> None:
        """Twice as fast, or half."""
        self.speed = min(max(self.speed + steps, min(SPEED_NAMES)), max(SPEED_NAMES))
        self._show()

    def action_step(self, stops: int) -> None:
        """A moment on or back."""
        self._pause()
        self._go_to(self.stop + stops)

    def action_seek(self, end: int) -> None:
        """To the start, or as far as it is recorded."""
        self._pause()
        self._go_to(end * len(self.tape.stops))

    @on(Strip.Moved)
    def _dragged(self, message: Strip.Moved) -> None:
        self._pause()
        self._go_to(message.to)

    @on(Strip.Pressed)
    async def _pressed(self, message: Strip.Pressed) -> None:
        actions = {"start": "seek(0)", "back": "step(-1)", "play": "play", "on": "step(1)"}
        await self.run_action(actions.get(message.button, "seek(1)"))

    def action_leave(self) -> None:
        """Back home."""
        self.dismiss()


def _legend() -> Content:
    """What the cells mean: learned by which iteration."""
    parts: list[tuple[str, str]] = [("Lit: all its rows are right\n", "$text")]
    for until, look in AGES:
        parts += [(look * 2, "$mark"), (f" {short(until)} ", "$muted")]
    return Content.assemble(*parts, (f" {OPEN} no", "$muted"))
