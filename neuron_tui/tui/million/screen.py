"""A million neurons: how many of the article's kind this computer trains side by side."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable, Sequence

import numpy as np
from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal

from neuron_tui.game.million import BRAINS, SOURCES, Measured, in_words, said
from neuron_tui.neuron.throughput import COUNTS, adjustments_per_second
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.chart import Axis, Chart, Mark, Series, draw
from neuron_tui.tui.kit.command import Command
from neuron_tui.tui.kit.heading import Heading
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.kit.painted import Canvas
from neuron_tui.tui.kit.text_panel import Words
from neuron_tui.tui.shell.game_screen import GameScreen

ACROSS = Axis(-0.2, 6.2, ((0, "1"), (1, "10"), (2, "100"), (3, "1k"), (4, "10k"), (5, "100k"), (6, "1M")))
UP = Axis(3.5, 9.5, ((4, "10k"), (5, "100k"), (6, "1M"), (7, "10M"), (8, "100M"), (9, "1G")))


def chart_of(measured: Sequence[Measured]) -> Chart:
    """The curve so far. The axes are the same from the start, so that nothing jumps."""
    x = np.array([math.log10(count) for count, _ in measured])
    y = np.array([math.log10(speed) for _, speed in measured])
    marks = [
        Mark(across, up, "\u25cf", "accent strong", in_words(speed) if place == len(measured) - 1 else "")
        for place, (across, up, (_, speed)) in enumerate(zip(x, y, measured, strict=True))
    ]
    ends = np.array([ACROSS.low, ACROSS.high])
    brains = [(whose, math.log10(neurons)) for whose, neurons in BRAINS if math.log10(neurons) <= UP.high]
    behind = [Series(ends, np.full(2, up), "muted", dotted=True) for _, up in brains]
    labels = [Mark(0.6, up + 0.15, " ", "muted", whose, behind=True) for whose, up in brains]
    return Chart(ACROSS, UP, (*behind, Series(x, y, "accent")), (*labels, *marks))


MILLION_COMMANDS: tuple[Command[MillionScreen], ...] = (
    Command("measure", "a", "measure again", lambda s: s.measure()),
    Command("leave", "escape", "back", lambda s: s.leave(), about="back home", shown="Esc"),
)


class MillionScreen(GameScreen[None]):
    """Measures one count after the other in a thread, and stops when it is left."""

    CSS_PATH = "screen.tcss"
    PANELS = ("result",)
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(110, "-wide")]
    HELP = f"""
    The article ends with a question: what if we hooked millions of these neurons together? Here you
    see how many of them your computer can train side by side.

    Each point is measured now, on this computer: so many neurons, all learning the article's rows, and
    how many of them are adjusted once in a second. Many at once are faster than one after the other,
    because the computer works on all of them with one command.

    The dotted lines are how many neurons the brains of a bee and of a mouse have.

    {SOURCES}
    """
    GAME_COMMANDS = MILLION_COMMANDS

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        super().__init__()
        self._clock = clock
        self.measured: tuple[Measured, ...] = ()

    def compose(self) -> ComposeResult:
        yield Heading("A million neurons", "how many train side by side here")
        with Horizontal(id="panels"):
            yield Words(id="result", classes="panel")
            yield Canvas(_draw, (), id="speed", classes="panel")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one("#result").border_title = "On your computer"
        speed = self.query_one(Canvas)
        speed.border_title, speed.border_subtitle = "Adjusted in a second", "neurons side by side"
        self.measure()

    def measure(self) -> None:
        self._show(())
        self._measure()

    @work(exclusive=True)
    async def _measure(self) -> None:
        for count in COUNTS:
            speed = await asyncio.to_thread(
                adjustments_per_second, count, self._clock, go_on=lambda: not self.dismissed
            )
            self._show((*self.measured, (count, speed)))

    def _show(self, measured: tuple[Measured, ...]) -> None:
        self.measured = measured
        for words in self.query(Words):
            words.say(said(measured))
        for picture in self.query(Canvas):
            picture.show(measured)


def _draw(measured: tuple[Measured, ...], width: int, height: int) -> list[Line]:
    return draw(chart_of(measured), width, height)
