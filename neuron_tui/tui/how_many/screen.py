"""How many do you need? A puzzle with more and more hidden neurons, many random starts for each number."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical

from neuron_tui.game.lab.how_many import SEEDS, STARTS, HowMany, SuccessCount
from neuron_tui.game.lab.how_many_words import said
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.tui.how_many.bars import bar_lines
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.command import Command
from neuron_tui.tui.kit.heading import Heading
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.kit.painted import Canvas
from neuron_tui.tui.kit.text_panel import Words
from neuron_tui.tui.shell.game_screen import GameScreen

SLICE_SECONDS = 0.008
"""How long one batch trains before the screen gets its turn."""
SHOW_SECONDS = 1 / 30


HOW_MANY_COMMANDS: tuple[Command[HowManyScreen], ...] = (
    Command("other starts", "r", "other starts", lambda s: s.other_starts(), about="100 other random starts"),
    Command(
        "leave", "escape,u", "back", lambda s: s.leave(), about="back to the match", shown="Esc"
    ),
)  # fmt: skip


class HowManyScreen(GameScreen[None]):
    """Trains all starts in slices between events, and stops when it is left."""

    CSS_PATH = "screen.tcss"
    PANELS = ("meaning",)
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(130, "-wide")]
    VERTICAL_BREAKPOINTS = [(29, "-airy"), (34, "-tall")]
    HELP = """
    The same puzzle, with one neuron alone and with more and more hidden neurons. Each number of them
    learns from 100 random starts at once, with the puzzle's own iterations and learning rate.

    A start is lucky when every row of the table comes out on the right side, and every question too.
    The bar shows how many are by now, and it may shrink again while they learn. Starts that have only
    the examples right are shown apart: they found another rule that fits the same rows.

    Nothing here is scored, and the match goes on where you left it.
    """
    GAME_COMMANDS = HOW_MANY_COMMANDS

    def __init__(
        self, puzzle: Puzzle, starts: int = STARTS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self.many = HowMany(puzzle, starts)
        self._puzzle, self._clock = puzzle, clock

    def compose(self) -> ComposeResult:
        yield Heading("How many do you need?", self._puzzle.title)
        with Vertical(id="panels"):
            yield Canvas(self._draw_bars, (), id="bars", classes="panel")
            yield Words(id="meaning", classes="panel")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one("#meaning").border_title = "What it means"
        self._begin()

    def _draw_bars(self, counts: tuple[SuccessCount, ...], width: int, height: int) -> list[Line]:
        return bar_lines(counts, self._puzzle.neuron.hidden, width, height)

    def _begin(self) -> None:
        self._show()
        self._train(self.many)

    @work(exclusive=True)
    async def _train(self, many: HowMany) -> None:
        """Train all batches by about a slice each, so that they are compared at the same iteration."""
        step, shown = 1, self._clock()
        while not many.complete:
            goal, longest = many.iteration + step, 0.0
            for _ in range(many.batches):
                begun = self._clock()
                many.advance(goal)
                longest = max(longest, self._clock() - begun)
                await asyncio.sleep(0)
            step = max(1, min(int(step * SLICE_SECONDS / max(longest, 1e-6)), 2 * step))
            if self._clock() - shown >= SHOW_SECONDS:
                self._show()
                shown = self._clock()
        self._show()

    def _show(self) -> None:
        many = self.many
        counts, last = many.success_counts(), (many.first + many.starts - 1) % SEEDS
        for bars in self.query(Canvas):
            bars.show(counts)
            bars.border_title = f"Lucky starts, seeds {many.first:,} to {last:,}"
            bars.border_subtitle = f"iteration {many.iteration:,} of {many.iterations:,}"
        for meaning in self.query(Words):
            meaning.say(said(counts, self._puzzle.neuron.hidden, complete=many.complete))

    def other_starts(self) -> None:
        many = self.many
        self.many = HowMany(self._puzzle, many.starts, (many.first + many.starts) % SEEDS)
        self._begin()
