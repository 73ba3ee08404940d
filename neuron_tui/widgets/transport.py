"""The strip under the panels: the timeline, and what moves the playhead along it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from textual import events
from textual.message import Message
from textual.reactive import reactive

from neuron_tui.game.replay import Replay
from neuron_tui.widgets import timescale
from neuron_tui.widgets.cells import Line, Run
from neuron_tui.widgets.draggable import Draggable
from neuron_tui.widgets.picture import Picture

BLOCKS = " \u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588"
PLAYHEAD = "\u2503"
BUTTONS = (
    ("start", "|\u25c2"), ("back", "\u25c2"), ("play", ""), ("on", "\u25b8"), ("end", "\u25b8|"),
)  # fmt: skip


@dataclass(frozen=True)
class Status:
    """What stands beside the buttons."""

    playing: bool = False
    speed: str = "×1"
    asleep: bool = True


def timeline(heights: list[float], here: float, reached: float) -> Line:
    """The error over the iterations as blocks, with the playhead in it; what was never seen stays a line."""
    width = len(heights)
    playhead = round(here * (width - 1))
    last = round(reached * (width - 1))
    top = max(max(heights), 1e-9)
    cells = [
        BLOCKS[max(round(height / top * 8), 1)] if column <= last else "\u2500"
        for column, height in enumerate(heights)
    ]
    return (
        ("".join(cells[:playhead]), "accent"),
        (PLAYHEAD, "text strong"),
        ("".join(cells[playhead + 1 :]), "faint"),
    )


def buttons(status: Status) -> list[tuple[str, str]]:
    """The buttons with their names and their glyphs, each three cells wide."""
    play = "\u25ae\u25ae" if status.playing else "\u25ba"
    return [(name, f" {(glyph or play):<2}") for name, glyph in BUTTONS]


class Transport(Picture, Draggable):
    """The timeline over the whole width, and under it the buttons with the iteration, speed and error."""

    DEFAULT_CSS = """
    Transport { height: 2; }
    """

    @dataclass
    class Moved(Message):
        """The playhead was dragged to an iteration."""

        iteration: int

    @dataclass
    class Pressed(Message):
        """One of the buttons was clicked: start, back, play, on or end."""

        button: str

    status: reactive[Status] = reactive(Status(), repaint=False)

    def __init__(self, replay: Replay) -> None:
        super().__init__(replay, id="transport")

    def watch_status(self) -> None:
        """Playing, paused, or another speed."""
        self.repaint()

    def paint(self, width: int, height: int) -> list[Line]:
        """Both lines."""
        replay = self.replay
        if self.status.asleep:
            sleep: Run = (" the neuron is asleep: it starts to learn when your guess stands", "muted")
            return [(("\u2500" * width, "faint"),), (sleep,)]
        at = timescale.iterations_across(width, replay.iterations)
        errors = replay.mean_error(np.minimum(at, replay.recording.recorded))
        here = timescale.place_of(self.iteration, replay.iterations)
        reached = timescale.place_of(self.reached, replay.iterations)
        total = f"{replay.iterations:,}"
        error = float(replay.mean_error(np.array([self.iteration]))[0])
        line: Line = (
            *((glyph, "accent") for _, glyph in buttons(self.status)),
            ("   iteration ", "muted"),
            (f"{self.iteration:,}".rjust(len(total)), "text strong"),
            (f" of {total}", "muted"),
            (f"   {self.status.speed:<5}", "text"),
            ("  error ", "muted"),
            (f"{error:.4f}", "text strong"),
        )
        return [timeline([float(error) for error in errors], here, reached), line]

    def can_grab(self, row: int) -> bool:
        """The timeline can be taken hold of, once there is something on it."""
        return row == 0 and not self.status.asleep

    def dragged(self, column: int) -> None:
        """Put the playhead under the mouse."""
        place = column / max(self.size.width - 1, 1)
        self.post_message(self.Moved(timescale.iteration_at(place, self.replay.iterations)))

    def on_click(self, event: events.Click) -> None:
        """Press one of the buttons."""
        if self.status.asleep or event.y == 0:
            return
        start = 0
        for name, glyph in buttons(self.status):
            if start <= event.x < start + len(glyph):
                self.post_message(self.Pressed(name))
            start += len(glyph)
