"""Plays a tape on a screen: records it ahead of the playhead, moves the playhead, and runs the one timer."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol

from textual.screen import Screen
from textual.timer import Timer
from textual.worker import WorkType

from neuron_tui.game.replay.playhead import Pace, Playhead
from neuron_tui.neuron import DivergenceError
from neuron_tui.tui.kit.looks import is_calm
from neuron_tui.tui.kit.tape.timescale import Timescale
from neuron_tui.tui.kit.tape.transport import Status

FRAMES_PER_SECOND = 12
"""More would be no easier to follow, and a slow line could not carry them."""
SLICE_SECONDS = 0.008
"""How long a tape is recorded in one go before the screen has its turn."""
PATIENCE = 0.3
"""Seconds that another tape may take before it is shown as far as it is recorded."""
TELL_SECONDS = 0.25
"""How often the pictures hear that more of a long tape is there."""
LONGEST_FRAME = 1.0
"""The most seconds that pass on the tape from one frame to the next."""
MOST_DIGITS = 7
"""The digits of the last iteration there can be."""


class Tape(Protocol):
    """What can be played: its rows from 0 to `last`, recorded one after the other up to `recorded`."""

    @property
    def recorded(self) -> int: ...

    @property
    def last(self) -> int: ...

    def record(self, rows: int) -> None:
        """Record up to so many more rows. Raises DivergenceError where no more can be recorded."""


def complete(tape: Tape) -> bool:
    return tape.recorded == tape.last


class TapePlayer:
    """The tape that is played, and the playhead on it.

    It calls `moved` when the playhead moved or more of the tape is recorded, `completed` with every tape that
    is recorded to its end, and `arrived` once the last row of the tape is painted. The first tape is recorded
    to its end whatever is played. `pace`: how so many rows spread over the seconds of watching them.
    """

    def __init__(
        self,
        screen: Screen[None],
        tape: Tape,
        moved: Callable[[], None],
        *,
        completed: Callable[[Tape], None] = lambda _: None,
        arrived: Callable[[], None] = lambda: None,
        pace: Callable[[int], Pace] = Pace,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._screen, self._clock, self._pace = screen, clock, pace
        self._moved, self._completed, self._arrived = moved, completed, arrived
        self.first = self.tape = tape
        self.end_is_held = False
        """Whether the last row of the first tape is out of the playhead's reach."""
        self.pause_at: int | None = None
        """The row at which it stops to play by itself."""
        self.playhead = Playhead(pace(tape.last))
        self.iteration = self.recorded = self.reached = 0
        """The row that is shown, how far the pictures know the tape, and the highest row that was shown."""
        self.typed = ""
        """The digits of an iteration to go to."""
        self._last_frame = 0.0
        self._frames: Timer | None = None
        self._suspended: Playhead | None = None

    @property
    def status(self) -> Status:
        return Status(self.playhead.playing, self.playhead.speed_name, asleep=False, typed=self.typed)

    @property
    def at_end(self) -> bool:
        return self.playhead.at_end

    @property
    def calm(self) -> bool:
        """Whether it goes on in jumps, one for each key, and never plays by itself."""
        return is_calm(self._screen.app)

    def start(self) -> None:
        """Begin to record as soon as the first paint is out, with a timer at hand that does not run yet."""
        self._frames = self._screen.set_interval(1 / FRAMES_PER_SECOND, self._frame, pause=True)
        self._screen.call_after_refresh(lambda: self._work(partial(self._record, self.tape)))

    def suspend(self) -> None:
        """Something covers the screen: what nobody sees does not move."""
        if self.playhead.playing:  # else a frame may have noticed first, and suspended it
            self._suspended = self.playhead
        self.move(self.playhead.pause())

    def resume(self) -> None:
        """The screen is seen again: go on from where it was."""
        if self._suspended is not None:
            suspended, self._suspended = self._suspended, None
            self.move(suspended)

    def load(
        self, tape: Tape, show: Callable[[], None], at: int | None = None, *, play: bool = False
    ) -> None:
        """Play another tape; `show` is called once it is the one that is played.

        The playhead goes to row `at`, or stays where it is; it pauses there, unless it is to `play`. The old
        tape stays until the new one is recorded to there, if that is soon.
        """
        if complete(tape):
            self._switch_to(tape, show, at, play)
            self._work(partial(self._record, tape))
        else:
            self._work(partial(self._change_to, tape, show, at, play))

    def _work(self, work: WorkType[None]) -> None:
        """Do this in place of what is being recorded."""
        self._screen.run_worker(work, exclusive=True)

    async def _change_to(self, tape: Tape, show: Callable[[], None], at: int | None, play: bool) -> None:
        wanted = self._place_on(tape, at).goal
        if wanted is not None:
            await self._advance(tape, wanted, PATIENCE)
        self._switch_to(tape, show, at, play)
        await self._record(tape)

    def _place_on(self, tape: Tape, at: int | None) -> Playhead:
        """Where the playhead is to be on another tape."""
        pace, reach = self._pace(tape.last), self._reach(tape)
        paused = self.playhead.pause()
        return paused.over(pace, reach) if at is None else replace(paused, pace=pace).head_for(at, reach)

    def _switch_to(self, tape: Tape, show: Callable[[], None], at: int | None, play: bool) -> None:
        there = self._place_on(tape, at)
        self.tape, self._suspended = tape, None
        with self._screen.app.batch_update():
            self.iteration = min(self.iteration, self._reach(tape))  # a row that both tapes have
            self.recorded = tape.recorded
            self._moved()
            show()
            self.move(there.play() if play else there)

    async def _record(self, tape: Tape) -> None:
        """Record a tape to its end, and after it the first one."""
        for each in dict.fromkeys((tape, self.first)):
            await self._advance(each, each.last)
            if each is self.tape:
                self.recorded = each.recorded
                self._moved()
            if complete(each):
                self._completed(each)
            if each is self.tape:
                self._tell_arrival()

    async def _advance(self, tape: Tape, goal: int, patience: float = math.inf) -> None:
        """Record up to a row in slices short enough that no key has to wait, while patience lasts."""
        rows = 1
        shown = started = self._clock()
        try:
            while tape.recorded < goal and self._clock() - started < patience:
                begun = self._clock()
                tape.record(min(rows, goal - tape.recorded))
                ended = self._clock()
                fits = rows * SLICE_SECONDS / max(ended - begun, 1e-6)
                rows = max(1, min(int(fits), 16 * rows))
                if tape is self.tape and ended - shown > TELL_SECONDS:
                    self.recorded, shown = tape.recorded, ended
                    self._moved()
                await asyncio.sleep(0)
        except DivergenceError as divergence:
            self.move(self.playhead.pause())
            self._screen.notify(f"The training stopped: {divergence}.", severity="error", markup=False)

    def _reach(self, tape: Tape) -> int:
        """How far the playhead may go on a tape."""
        held = tape is self.first and self.end_is_held and complete(tape)
        return tape.recorded - held

    def _tell_arrival(self) -> None:
        """Tell that the last row is reached, once the screen is painted and if it is shown still."""
        if self._has_arrived:
            self._screen.call_after_refresh(lambda: self._arrived() if self._has_arrived else None)

    @property
    def _has_arrived(self) -> bool:
        return self.playhead.at_end and complete(self.tape)

    def _frame(self) -> None:
        """Move on by the time that has passed since the last frame, not by hours of a suspended process.

        A frame is left out while the terminal still has to read the one before.
        """
        if getattr(self._screen.app._driver, "is_behind", False):
            return
        now = self._clock()
        passed, self._last_frame = min(now - self._last_frame, LONGEST_FRAME), now
        ahead = self.playhead.advance(passed, self._reach(self.tape))
        pauses = self.pause_at is not None and ahead.goal is None and ahead.iteration >= self.pause_at
        self.move(ahead.go(self.pause_at) if pauses and self.pause_at is not None else ahead)

    def move(self, playhead: Playhead) -> None:
        """Put the playhead somewhere; the timer runs only while it plays and can be seen to."""
        if self.calm and playhead.goal is None:
            playhead = playhead.pause()
        if playhead.playing and not self._screen.is_active:
            self._suspended, playhead = playhead, playhead.pause()
        if playhead.playing and not self.playhead.playing:
            self._last_frame = self._clock()
        before = self.playhead
        self.playhead = playhead
        if self._frames is not None:
            if playhead.playing:
                self._frames.resume()
            else:
                self._frames.pause()
        self.iteration = playhead.iteration
        self.reached = max(self.reached, playhead.iteration)
        self._moved()
        if (playhead.playing, playhead.at_end) != (before.playing, before.at_end):
            self._screen.refresh_bindings()
        self._tell_arrival()

    def go(self, iteration: int) -> None:
        """Jump to a row, as far as the tape is recorded."""
        self._type("")
        self.move(self.playhead.go(min(iteration, self._reach(self.tape))))

    def head_for(self, iteration: int) -> None:
        """Jump to a row; where it is not recorded yet, as soon as it is."""
        self._type("")
        self.move(self.playhead.head_for(iteration, self._reach(self.tape)))

    def play_or_pause(self) -> None:
        """At the speed that takes a key for each row, go one row on; where it is calm, a tenth."""
        if self.playhead.by_key and not self.playhead.at_end:
            self.step(1)
        elif self.calm:
            self._jump()
        else:
            self.move(self.playhead.pause() if self.playhead.playing else self.playhead.play())

    def _jump(self) -> None:
        """To the next tenth of the timeline, but not past a pause; from the end to the start."""
        goal = 0 if self.at_end else self._tenth(1)
        self.head_for(goal if self.pause_at is None else min(goal, self.pause_at))

    def step(self, rows: int) -> None:
        self.go(self.playhead.iteration + rows)

    def faster(self, steps: int) -> None:
        """Double the speed so many times, or halve it where negative."""
        self.move(self.playhead.faster(steps))

    def page(self, pages: int) -> None:
        """Go to the next tenth of the timeline, or the one before."""
        self.go(self._tenth(pages))

    def _tenth(self, pages: int) -> int:
        """The next tenth of the timeline, or the one before; at its ends there is none, and it is here."""
        here, last = self.playhead.iteration, self.tape.last
        tenths = [Timescale(last).iteration_at(tenth / 10) for tenth in range(11)]
        ahead = [iteration for iteration in tenths if (iteration - here) * pages > 0]
        return min(ahead, key=lambda iteration: abs(iteration - here), default=here)

    def press(self, button: str) -> None:
        presses: dict[str, Callable[[], None]] = {
            "start": lambda: self.go(0),
            "back": lambda: self.step(-1),
            "play": self.play_or_pause,
            "on": lambda: self.step(1),
            "end": lambda: self.head_for(self.tape.last),
        }
        presses[button]()

    def type_digit(self, digit: int) -> None:
        self._type(f"{self.typed}{digit}"[:MOST_DIGITS])

    def rub_out(self) -> None:
        self._type(self.typed[:-1])

    def go_to_typed(self) -> None:
        self.head_for(int(self.typed))

    def _type(self, typed: str) -> None:
        if typed != self.typed:
            self.typed = typed
            self._screen.refresh_bindings()
            self._moved()
