"""The strip under the panels: the timeline, and what moves the playhead along it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from textual import events
from textual.message import Message
from textual.reactive import reactive

from neuron_tui.game.replay.crossings import Crossings
from neuron_tui.game.replay.replay import Replay
from neuron_tui.tui.kit.cells import Line, Span, width_of_line
from neuron_tui.tui.kit.chart import runs_of
from neuron_tui.tui.kit.glyphs import RIGHT, WRONG
from neuron_tui.tui.kit.painted import Draggable
from neuron_tui.tui.kit.picture import Picture
from neuron_tui.tui.kit.tape.timescale import Timescale

BLOCKS = " \u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588"
PLAYHEAD = "\u2503"
LEFT_HERE = "\u251c"
"""Marks where a branch left the run that it comes from."""
OUTPUTS_A_FRAME = 100_000
"""How many outputs are searched for crossings in one frame: a few milliseconds."""
BUTTONS = (
    ("start", "|\u25c2"), ("back", "\u25c2"), ("play", ""), ("on", "\u25b8"), ("end", "\u25b8|"),
)  # fmt: skip
BUTTON_WIDTH = 3
ASLEEP = "the neuron is asleep, and has not seen a single row yet"

Marks = Mapping[int, Span]


@dataclass(frozen=True)
class Status:
    """What the line with the buttons shows. `counts` is what the tape counts."""

    playing: bool = False
    speed: str = "×1"
    asleep: bool = True
    typed: str = ""
    with_error: bool = True
    counts: str = "iteration"

    @property
    def other_speed(self) -> str:
        """The speed where it is not the usual one."""
        return "" if self.speed == Status.speed else f"speed {self.speed}"


def timeline(heights: list[float], here: float, reached: float, marks: Marks = MappingProxyType({})) -> Line:
    """The error over the iterations as blocks, with marks and the playhead in it.

    `marks` has a run of one cell for some columns. What was never seen stays a plain line.
    """
    width = len(heights)
    playhead = round(here * (width - 1))
    last = round(reached * (width - 1))
    top = max(max(heights), 1e-9)
    cells: list[Span] = []
    for column, height in enumerate(heights):
        style = "accent" if column < playhead else "faint"
        if column == playhead:
            cells.append((PLAYHEAD, "text strong"))
        elif column > last:
            cells.append(("\u2500", style))
        else:
            cells.append(marks.get(column, (BLOCKS[max(round(height / top * 8), 1)], style)))
    return tuple(runs_of(*zip(*cells, strict=True)))


def marks_of(crossings: Crossings, scale: Timescale, width: int) -> dict[int, Span]:
    """A mark for every column of the timeline in which some example changed sides."""
    rights, wrongs = (
        set(scale.columns_of(at, width).tolist()) for at in (crossings.became_right, crossings.became_wrong)
    )
    found: dict[int, Span] = dict.fromkeys(wrongs, (WRONG, "wrong"))
    return found | dict.fromkeys(rights, (RIGHT, "right"))


def buttons(status: Status) -> list[tuple[str, str]]:
    """The buttons with their names and their glyphs, each BUTTON_WIDTH cells wide."""
    play = "\u25ae\u25ae" if status.playing else "\u25ba"
    return [(name, f" {(glyph or play):<2}") for name, glyph in BUTTONS]


class TapeStrip(Draggable):
    """A timeline that the playhead can be dragged along, and under it a line that begins with the buttons."""

    DEFAULT_CSS = """
    TapeStrip { height: 2; }
    """

    @dataclass
    class Moved(Message):
        """The playhead was dragged to a place on the timeline, from 0 to 1."""

        place: float

    @dataclass
    class Pressed(Message):
        """One of the buttons was clicked: start, back, play, on or end."""

        button: str

    CURSOR = PLAYHEAD

    status: reactive[Status] = reactive(Status(), repaint=False)

    watch_status = Draggable.repaint

    def can_grab(self, row: int) -> bool:
        """The timeline can be taken hold of, once there is something on it."""
        return row == 0 and not self.status.asleep

    def dragged(self, column: int) -> None:
        self.post_message(self.Moved(column / max(self.size.width - 1, 1)))

    def on_click(self, event: events.Click) -> None:
        if not self.status.asleep and event.y > 0 and 0 <= event.x < BUTTON_WIDTH * len(BUTTONS):
            self.post_message(self.Pressed(BUTTONS[event.x // BUTTON_WIDTH][0]))


class Transport(Picture, TapeStrip, can_focus=False):
    """The timeline over the whole width, and under it the buttons with the iteration, speed and error."""

    def __init__(self, replay: Replay) -> None:
        super().__init__(replay, id="transport")
        self._crossings: dict[Replay, Crossings] = {}

    def show_run(self, replay: Replay, ghost: Replay | None) -> None:
        """Another training; of the crossings, those of the run before are kept for the way back."""
        kept = {run for shown in (self.replay, replay, ghost) if shown for run in shown.lineage()}
        self._crossings = {run: known for run, known in self._crossings.items() if run in kept}
        super().show_run(replay, ghost)

    def paint(self, width: int, height: int) -> list[Line]:
        replay = self.replay
        if self.status.asleep:
            return [((f" zZ  {ASLEEP}", "muted"),)]
        scale = Timescale(replay.iterations, self.linear)
        errors = replay.mean_error(np.minimum(scale.across(width), replay.recording.recorded))
        here, reached = scale.place_of(self.iteration), scale.place_of(self.seen)
        marks = marks_of(self._crossings_of(replay), scale, width)
        if replay.earlier is not None:
            marks[round(scale.place_of(replay.since) * (width - 1))] = (LEFT_HERE, "text strong")
        return [timeline(errors.tolist(), here, reached, marks), self._state(width)]

    def _crossings_of(self, replay: Replay) -> Crossings:
        """The crossings as far as a frame has time to look for them; the others come with the next ones."""
        crossings = self._known(replay)
        if not crossings.update(OUTPUTS_A_FRAME):
            self.call_after_refresh(self.repaint)
        return crossings

    def _known(self, replay: Replay) -> Crossings:
        """The crossings of a run, which are kept, and so those of the run that it left."""
        if replay not in self._crossings:
            earlier = None if replay.earlier is None else self._known(replay.earlier)
            self._crossings[replay] = Crossings(replay, earlier)
        return self._crossings[replay]

    def _state(self, width: int) -> Line:
        status, replay = self.status, self.replay
        total = f"{replay.iterations:,}"
        pressed: list[Span] = [(glyph, "accent") for _, glyph in buttons(status)]
        spans = [
            *pressed,
            (f"   {status.counts:>9} ", "muted"),
            (f"{self.iteration:,}".rjust(len(total)), "text strong"),
            (f" of {total}", "muted"),
        ]
        if status.typed:
            typed = f"{int(status.typed):,}_"
            goes: Line = (("   g", "accent strong"), (" goes to ", "muted"), (typed, "text strong"))
            fits = width_of_line((*spans, *goes)) <= width
            return (*(spans if fits else pressed), *goes)
        if status.with_error:
            error = replay.error(self.iteration)
            spans += [("   error ", "muted"), (f"{error:.4f}", "text strong")]
        return (*spans, ("   " + status.other_speed, "text"))
