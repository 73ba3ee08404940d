"""The race: one figure after the other, you and the neuron, compared with the people of 1994."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from functools import partial

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.game.journal.kept import KeptRace
from neuron_tui.game.race.kinds import kind_of, outputs_of
from neuron_tui.game.race.race import Race, block_of
from neuron_tui.game.race.records import kept_race, trial_of, unfinished
from neuron_tui.game.race.schedule import BLOCK, BLOCKS
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.tui.kit.cells import Span, visible
from neuron_tui.tui.kit.chart import draw
from neuron_tui.tui.kit.heading import Heading
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.kit.painted import Canvas
from neuron_tui.tui.kit.text_panel import Words
from neuron_tui.tui.race.commands import RACE_COMMANDS, RACE_HELP
from neuron_tui.tui.race.figure_view import FigureView
from neuron_tui.tui.race.panels import errors_chart, so_far, trials_lines, weights_lines
from neuron_tui.tui.race.state import RaceState, Stage
from neuron_tui.tui.race.text import first_page, last_page
from neuron_tui.tui.shell.game_screen import GameScreen
from neuron_tui.tui.shell.shielded import to_thread_shielded

Move = Callable[[], Awaitable[None]]


class RaceScreen(GameScreen[None]):
    """Wires a race to its panels. Closes with None when the player leaves.

    What is pressed waits in a queue, so that a decision is kept before its answer is shown, and nothing that
    is pressed meanwhile is lost. Raises ValueError where the puzzle does not tell all eight rows.

    `seed_source` gives a seed for each new race, `clock` the seconds since 1970, and `timer` seconds that
    only ever grow.
    """

    CSS_PATH = "screen.tcss"
    GAME_COMMANDS = RACE_COMMANDS
    HELP = RACE_HELP
    PANELS = ("left", "right")
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(100, "-wide")]
    VERTICAL_BREAKPOINTS = [(34, "-tall")]

    def __init__(
        self,
        puzzle: Puzzle,
        puzzle_id: str,
        keeper: Keeper,
        seed_source: Callable[[], int],
        *,
        clock: Callable[[], float] = time.time,
        timer: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        outputs = outputs_of(puzzle)
        if outputs is None:
            raise ValueError("a race needs a puzzle that tells all eight rows of three inputs")
        self._outputs = outputs
        self._puzzle, self._puzzle_id = puzzle, puzzle_id
        self._keeper = keeper
        self._seed_source, self._clock, self._timer = seed_source, clock, timer
        self._kind = kind_of(outputs)
        self._moves: asyncio.Queue[Move] = asyncio.Queue()
        self._waiting = 0
        """How many moves are not made yet: what is pressed meanwhile waits for them."""
        self._kept: KeptRace | None = None
        """The race as the journal knows it; None until its first decision."""
        self._shown_at = 0.0
        self.race = Race.begin(outputs, seed_source())
        self.stage = Stage.PAGE

    def compose(self) -> ComposeResult:
        state = self._state
        yield Heading(visible(self._puzzle.title))
        with Horizontal(id="panels"):
            with Vertical(id="left", classes="panel"):
                yield Words(id="words")
                yield FigureView(state)
            with Vertical(id="right"):
                for name, title, lines in (
                    ("trials", "This block", lambda state, *_: trials_lines(state)),
                    (
                        "errors",
                        "Wrong answers",
                        lambda state, w, h: draw(errors_chart(state, w), w, h),
                    ),
                    ("weights", "Neuron", lambda state, w, _: weights_lines(state, w)),
                ):
                    panel = Canvas(lines, state, id=name, classes="panel")
                    panel.border_title = title
                    yield panel
        yield KeyLine()

    def on_mount(self) -> None:
        self._show(Stage.PAGE)
        self._play()

    def on_resize(self) -> None:
        if self.stage is Stage.OVER:
            self.call_after_refresh(self._say)

    def then(self, move: Move) -> None:
        """Make a move after all that were made before."""
        self._waiting += 1
        self._moves.put_nowait(move)

    @work
    async def _play(self) -> None:
        """Look for a race that was left, and then take one move after the other."""
        await self._take_up()
        while True:
            self.refresh_bindings()
            move = await self._moves.get()
            await move()
            self._waiting -= 1

    async def _take_up(self) -> None:
        """Go on with the race that was left, if there is one."""
        found = await asyncio.to_thread(self._left)
        if found is not None:
            self._kept, self.race = found
            self._show(Stage.PAGE)

    def _left(self) -> tuple[KeptRace, Race] | None:
        """What the journal holds of a race on this puzzle that was left before its end; takes a while."""
        races = self._keeper.races(self._keeper.player)
        return unfinished(races, self._puzzle_id, content_of(self._puzzle), self._outputs)

    @property
    def _state(self) -> RaceState:
        return RaceState(self.race, self.stage, self._kind)

    def _show(self, stage: Stage) -> None:
        """Bring the whole screen to this stage of the race."""
        self.stage = stage
        self.set_class(stage is Stage.OVER, "-over")
        reading = stage in (Stage.PAGE, Stage.OVER)
        if reading:
            self.front = "left"
        self.query_one(Words).display, self.query_one(FigureView).display = reading, not reading
        self._say()
        state = self._state
        for panel in self.query(Canvas):
            panel.show(state)
        self.query_one("#errors").border_subtitle = so_far(state)
        self.query_one("#left").border_title = {Stage.PAGE: "The race", Stage.OVER: "The end"}.get(
            stage, "Figure"
        )
        heading = self.query_one(Heading)
        heading.subtitle, heading.standing = _subtitle(state), _standing(state)
        if stage is Stage.ASKED:
            self._shown_at = self._timer()

    def _say(self) -> None:
        """Say what there is to read now, as much as there is room for."""
        words = self.query_one(Words)
        if self.stage is Stage.PAGE:
            words.say(first_page(self.race, self._kind))
        elif self.stage is Stage.OVER:
            # they fill it once shown
            room = self.query_one("#left").content_size - words.styles.padding.totals
            words.say(last_page(self.race, self._kind, room.width, room.height))

    @property
    def waits(self) -> bool:
        """Whether something that was pressed is still to be done, after which more may be possible."""
        return self._waiting > 0

    def decide(self, answer: int) -> None:
        self.then(partial(self._decide, answer, self._timer()))

    async def _decide(self, answer: int, pressed_at: float) -> None:
        """Keep the answer, and only then show the right one."""
        if self.stage is not Stage.ASKED:
            return
        now = self._clock()
        begun = []
        if self._kept is None:
            begun = [kept_race(self.race, self._puzzle, self._puzzle_id, self._keeper.player, now)]
        self._kept = self._kept or begun[0]
        seconds = max(pressed_at - self._shown_at, 0.0)
        trial = trial_of(self.race, self._kept.id, answer, seconds, now)
        if said := await to_thread_shielded(self._keeper.keep, [*begun, trial]):
            self.app.notify(visible(said), markup=False, timeout=8)
        self.race = self.race.decide(answer)
        self._show(Stage.FEEDBACK)

    async def go_on(self) -> None:
        if self.stage in (Stage.PAGE, Stage.FEEDBACK):
            self._show(Stage.OVER if self.race.over else Stage.ASKED)

    async def begin_anew(self) -> None:
        """Another race, in place of one that was left or is over."""
        if self.race.trials and self.stage in (Stage.PAGE, Stage.OVER):
            self._kept, self.race = None, Race.begin(self._outputs, self._seed_source())
            self._show(Stage.PAGE)

    def leave(self) -> None:
        """Leave, after what was pressed before."""
        self.then(self._leave)

    async def _leave(self) -> None:
        self.dismiss()

    @on(FigureView.Decided)
    def _decided_by_mouse(self, message: FigureView.Decided) -> None:
        self.decide(message.answer)

    @on(FigureView.GoneOn)
    def _gone_on_by_mouse(self) -> None:
        self.then(self.go_on)

    def on_click(self, event: events.Click) -> None:
        if self.stage is Stage.PAGE and self.query_one("#left").region.contains(*event.screen_offset):
            self.then(self.go_on)


def _subtitle(state: RaceState) -> str:
    """What is played; which kind it was only at the end, for it tells much of the rule."""
    if state.stage is not Stage.OVER:
        return "race"
    return f"race \u00b7 kind {state.kind} of six" if state.kind else "race \u00b7 none of the six kinds"


def _standing(state: RaceState) -> tuple[Span, ...]:
    """How far the race is: block 3/16 · figure 5/16."""
    block, trial = block_of(max(state.trial, 0))
    if state.stage is Stage.OVER:
        return ((f"{state.race.trials} figures ", "muted"),)
    return (
        (f"block {block + 1:>2}/{BLOCKS}", "text"),
        (" \u00b7 ", "muted"),
        (f"figure {trial + 1:>2}/{BLOCK} ", "text"),
    )
