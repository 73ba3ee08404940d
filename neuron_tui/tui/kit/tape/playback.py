"""A screen that plays a tape: records it ahead, moves the playhead, and knows the transport's keys."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import WorkType

from neuron_tui.game.replay.playhead import Pace, Playhead
from neuron_tui.neuron import DivergenceError, Recording
from neuron_tui.tui.kit.tape.timescale import Timescale
from neuron_tui.tui.kit.tape.transport import Status, Transport

FRAMES_PER_SECOND = 30
SLICE_SECONDS = 0.008
"""How long the tape is recorded in one go before the screen has its turn."""
PATIENCE = 0.3
"""Seconds that another tape may take before it is shown as far as it is recorded."""
TELL_SECONDS = 0.25
"""How often the pictures hear that more of a long tape is there."""

MOST_DIGITS = 7
"""The last iteration there can be has so many."""

STEP = Binding.Group("step")
SPEED = Binding.Group("speed")
TRANSPORT_KEYS: list[BindingType] = [
    Binding("space", "play", "play", key_display="Space", tooltip="play or pause"),
    Binding("comma", "step(-1)", "one iteration back", key_display=",", group=STEP),
    Binding("full_stop", "step(1)", "one iteration on", key_display=".", group=STEP),
    Binding("end", "go_to_end", "finish", key_display="End", tooltip="to the last iteration"),
    Binding("home", "go_to_start", "to the start", key_display="Home", show=False),
    Binding("pageup", "page(-1)", "a tenth back", key_display="PgUp", show=False),
    Binding("pagedown", "page(1)", "a tenth on", key_display="PgDn", show=False),
    *(
        Binding(digit, f"digit({digit})", "digits, g: go there", key_display="0-9 g", show=False)
        for digit in "0123456789"
    ),
    Binding("backspace", "rub_out", "take a digit back", show=False, key_display="Backsp"),
    Binding("g", "go_to_typed", "go there"),
]


SPEED_KEYS: list[BindingType] = [
    Binding("minus", "speed(-1)", "half as fast", key_display="-", group=SPEED),
    Binding("plus,equals_sign", "speed(1)", "twice as fast", key_display="+", group=SPEED),
]


class PlaybackScreen(Screen[None]):
    """Every picture on it is bound to `iteration`; going anywhere is only moving the playhead."""

    TRANSPORT_ACTIONS: ClassVar = {"play", "step", "speed", "go_to_end", "go_to_start", "page", "digit"}

    iteration = reactive(0, repaint=False)
    recorded = reactive(0, repaint=False)
    reached = reactive(0, repaint=False)

    def __init__(self, recording: Recording, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self.recording = recording
        self.playhead = Playhead(Pace(recording.training.iterations))
        self._clock = clock
        self._last_frame = 0.0
        self._frames: Timer | None = None
        self._held: Playhead | None = None
        self._typed = ""

    @property
    def awake(self) -> bool:
        """Whether the transport may be used."""
        return True

    def arrived(self) -> None:
        """The playhead stands on the last iteration. For screens that wait for it."""

    def on_mount(self) -> None:
        """Begin to record as soon as the first paint is out, and have a timer ready that stands still."""
        self._frames = self.set_interval(1 / FRAMES_PER_SECOND, self._frame, pause=True)
        self.call_after_refresh(lambda: self._work(partial(self._record, self.recording)))

    def on_screen_suspend(self) -> None:
        """Something covers the screen: what nobody sees does not move."""
        if self.playhead.playing:  # else a frame may have noticed first, and held it
            self._held = self.playhead
        self.move(self.playhead.pause())

    def on_screen_resume(self) -> None:
        """The screen is seen again, and goes on where it stood."""
        if self._held is not None:
            held, self._held = self._held, None
            self.move(held)

    @property
    def waiting(self) -> Recording | None:
        """A tape that is to be recorded once the one that is played is complete."""
        return None

    def completed(self, recording: Recording) -> None:
        """A tape is complete, the one that is played or the one that had to wait. For screens that wait."""

    def reach(self, recording: Recording) -> int:
        """How far the playhead may go on a tape. For screens that hold something back."""
        return recording.recorded

    def load(
        self, recording: Recording, show: Callable[[], None], at: int | None = None, *, play: bool = False
    ) -> None:
        """Play another tape; `show` is called once it is the one that is played.

        The playhead goes to iteration `at`, or stays where it is; it stands still there, unless it is to
        `play`. The old tape stays until the new one is recorded to there, if that is soon.
        """
        if recording.complete:
            self._switch_to(recording, show, at, play)
            self._work(partial(self._record, recording))
        else:
            self._work(partial(self._change_to, recording, show, at, play))

    def _work(self, work: WorkType[None]) -> None:
        """Do this in place of what the screen is working on."""
        self.run_worker(work, exclusive=True)

    async def _change_to(
        self, recording: Recording, show: Callable[[], None], at: int | None, play: bool
    ) -> None:
        wanted = self._place_on(recording, at).goal
        if wanted is not None:
            await self._advance(recording, wanted, PATIENCE)
        if not self.query(Transport):
            return  # the screen was left meanwhile
        self._switch_to(recording, show, at, play)
        await self._record(recording)

    def _place_on(self, recording: Recording, at: int | None) -> Playhead:
        """Where the playhead is to stand on another tape."""
        pace, reach = Pace(recording.training.iterations), self.reach(recording)
        paused = self.playhead.pause()
        return paused.over(pace, reach) if at is None else replace(paused, pace=pace).head_for(at, reach)

    def _switch_to(self, recording: Recording, show: Callable[[], None], at: int | None, play: bool) -> None:
        there = self._place_on(recording, at)
        self.recording, self._held = recording, None
        with self.app.batch_update():
            self.iteration = min(self.iteration, self.reach(recording))  # which is on both tapes
            self.recorded = recording.recorded
            show()
            self.move(there.play() if play else there)

    async def _record(self, recording: Recording) -> None:
        """Record a tape to its end, and after it the one that waits."""
        await self._advance(recording, recording.training.iterations)
        self.recorded = recording.recorded
        if recording.complete:
            self.completed(recording)
        self._tell_arrival()
        other = self.waiting
        if other is not None and other is not recording:
            await self._advance(other, other.training.iterations)
            if other.complete:
                self.completed(other)

    async def _advance(self, recording: Recording, goal: int, patience: float = math.inf) -> None:
        """Record up to an iteration in slices short enough that no key has to wait, while patience lasts."""
        iterations = 256
        told = started = self._clock()
        try:
            while recording.recorded < goal and self._clock() - started < patience:
                begun = self._clock()
                recording.record(min(iterations, goal - recording.recorded))
                ended = self._clock()
                fits = iterations * SLICE_SECONDS / max(ended - begun, 1e-6)
                iterations = max(1, min(int(fits), 4 * iterations))
                if recording is self.recording and ended - told > TELL_SECONDS:
                    self.recorded, told = recording.recorded, ended
                await asyncio.sleep(0)
        except DivergenceError as divergence:
            self.move(self.playhead.pause())
            self.notify(f"The training stopped: {divergence}.", severity="error", markup=False)

    def _tell_arrival(self) -> None:
        """Once the last iteration can be seen, tell that it is reached."""
        if self._at_the_end:
            self.call_after_refresh(self._arrive)

    def _arrive(self) -> None:
        """The screen is painted: it has arrived if it stands at an end still, another tape or not."""
        if self._at_the_end:
            self.arrived()

    @property
    def _at_the_end(self) -> bool:
        return self.playhead.at_end and self.recording.complete

    def _frame(self) -> None:
        """Move on by the time that has passed since the last frame."""
        now = self._clock()
        passed, self._last_frame = now - self._last_frame, now
        self.move(self.playhead.advance(passed, self.reach(self.recording)))

    def move(self, playhead: Playhead) -> None:
        """Put the playhead somewhere; the timer runs only while it plays, and can be seen to."""
        if playhead.playing and not self.is_active:
            self._held, playhead = playhead, playhead.pause()
        if playhead.playing and not self.playhead.playing:
            self._last_frame = self._clock()
        turned = playhead.at_end is not self.playhead.at_end
        self.playhead = playhead
        if self._frames is not None:
            if playhead.playing:
                self._frames.resume()
            else:
                self._frames.pause()
        self.reached = max(self.reached, playhead.iteration)
        self.iteration = playhead.iteration
        self.show_status()
        if turned:
            self.refresh_bindings()
        self._tell_arrival()

    def show_status(self) -> None:
        """Tell the transport what it has to show."""
        self.query_one(Transport).status = Status(
            playing=self.playhead.playing,
            speed=self.playhead.speed_name,
            asleep=not self.awake,
            typed=self._typed,
        )

    def go(self, iteration: int) -> None:
        """Jump to an iteration, as far as the tape is recorded."""
        self._type("")
        self.move(self.playhead.go(min(iteration, self.reach(self.recording))))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The transport's keys sleep as long as the neuron does."""
        if action == "go_to_end":
            return self.awake and not self.playhead.at_end
        if action in ("go_to_typed", "rub_out"):
            return self.awake and bool(self._typed)
        return self.awake if action in self.TRANSPORT_ACTIONS else True

    def action_play(self) -> None:
        """Play or pause; one iteration on at the speed that takes a key for each."""
        if self.playhead.by_key and not self.playhead.at_end:
            self.action_step(1)
            return
        self.move(self.playhead.pause() if self.playhead.playing else self.playhead.play())

    def action_step(self, iterations: int) -> None:
        """Some iterations on or back."""
        self.go(self.playhead.iteration + iterations)

    def action_speed(self, steps: int) -> None:
        """Twice as fast, or half."""
        self.move(self.playhead.faster(steps))

    def action_go_to_start(self) -> None:
        """To the random start weights."""
        self.go(0)

    def action_go_to_end(self) -> None:
        """To the last iteration; where it is not recorded yet, as soon as it is."""
        self.move(self.playhead.head_for(self.recording.training.iterations, self.reach(self.recording)))

    def action_page(self, pages: int) -> None:
        """To the next tenth of the timeline, or the one before."""
        here, last = self.playhead.iteration, self.recording.training.iterations
        tenths = [Timescale(last).iteration_at(tenth / 10) for tenth in range(11)]
        ahead = [iteration for iteration in tenths if (iteration - here) * pages > 0]
        if ahead:
            self.go(min(ahead) if pages > 0 else max(ahead))

    def action_digit(self, digit: int) -> None:
        """Begin to type an iteration to go to, or type on."""
        self._type(f"{self._typed}{digit}"[:MOST_DIGITS])

    def action_rub_out(self) -> None:
        """Take the last digit back."""
        self._type(self._typed[:-1])

    def action_go_to_typed(self) -> None:
        """Go to the iteration that was typed; where it is not recorded yet, as soon as it is."""
        goal = int(self._typed)
        self._type("")
        self.move(self.playhead.head_for(goal, self.reach(self.recording)))

    def _type(self, typed: str) -> None:
        if typed != self._typed:
            self._typed = typed
            self.refresh_bindings()
            self.show_status()

    @on(Transport.Moved)
    def _dragged(self, message: Transport.Moved) -> None:
        self.go(message.iteration)

    @on(Transport.Pressed)
    async def _pressed(self, message: Transport.Pressed) -> None:
        actions = {"start": "go_to_start", "back": "step(-1)", "play": "play", "on": "step(1)"}
        await self.run_action(actions.get(message.button, "go_to_end"))
