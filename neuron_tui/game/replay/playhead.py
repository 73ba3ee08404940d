"""Where on the tape we are looking, and how fast we move along it.

Going anywhere is only moving the playhead; what is seen there follows from the tape.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property

SECONDS = 8.0
"""How long a whole run takes at normal speed."""
FIRST_PER_SECOND = 2.5
"""Iterations a second at the very beginning, where each adjustment is to be seen."""
SLOWEST, FASTEST = -3, 6
"""Speeds are powers of two: from 1/8 to 64."""
BY_KEY = SLOWEST - 1
"""Slower still: one iteration for each press of the key that plays."""


@dataclass(frozen=True)
class Pace:
    """How a run of `iterations` spreads over the seconds of watching it at normal speed.

    The first adjustments come one by one, and then it speeds up: `iteration(t) = r / k * (exp(k t) - 1)`
    starts at r iterations a second, and k is chosen so that the run ends with its last second.
    A run that is shorter than that keeps the first rate throughout.
    """

    iterations: int
    first_per_second: float = FIRST_PER_SECOND
    most_seconds: float = SECONDS

    @cached_property
    def seconds(self) -> float:
        """How long the run takes at normal speed."""
        return min(self.most_seconds, self.iterations / self.first_per_second)

    @cached_property
    def _growth(self) -> float:
        """The k above, 0 for a steady pace; found by halving the interval it must lie in."""
        if self.iterations <= self.first_per_second * self.most_seconds:
            return 0.0
        low, high = 1e-9, 5.0
        for _ in range(60):
            middle = (low + high) / 2
            reached = self.first_per_second / middle * math.expm1(middle * self.most_seconds)
            low, high = (middle, high) if reached < self.iterations else (low, middle)
        return low

    def iteration_at(self, seconds: float) -> int:
        """The iteration that is on the screen at a time, in seconds from the start."""
        if seconds >= self.seconds:
            return self.iterations
        k = self._growth
        reached = self.first_per_second * (math.expm1(k * seconds) / k if k else seconds)
        return min(self.iterations, int(reached))

    def seconds_at(self, iteration: int) -> float:
        """After how many seconds an iteration comes."""
        k = self._growth
        steady = iteration / self.first_per_second
        return min(self.seconds, math.log1p(k * steady) / k if k else steady)


@dataclass(frozen=True)
class Playhead:
    """A place on a tape. Every jump and step leaves it paused.

    With a `goal` that is not recorded yet, it follows the recording there as fast as that goes.
    """

    pace: Pace
    iteration: int = 0
    seconds: float = 0.0
    playing: bool = False
    speed: int = 0
    goal: int | None = None

    @property
    def at_end(self) -> bool:
        """Whether this is the last iteration."""
        return self.iteration == self.pace.iterations

    @property
    def by_key(self) -> bool:
        """Whether every iteration takes a key."""
        return self.speed == BY_KEY

    @property
    def speed_name(self) -> str:
        """The speed as it is shown: ×1, ×8, ×1/4; 1 a key."""
        if self.by_key:
            return "1 a key"
        return f"×{2**self.speed}" if self.speed >= 0 else f"×1/{2**-self.speed}"

    def go(self, iteration: int) -> Playhead:
        """Jump to an iteration, or to the end nearest to it."""
        bounded = min(max(iteration, 0), self.pace.iterations)
        seconds = self.pace.seconds_at(bounded)
        return replace(self, iteration=bounded, seconds=seconds, playing=False, goal=None)

    def head_for(self, goal: int, recorded: int) -> Playhead:
        """Jump to an iteration; where the tape does not reach it yet, follow the recording until it does."""
        goal = min(max(goal, 0), self.pace.iterations)
        if recorded >= goal:
            return self.go(goal)
        return replace(self.go(recorded), playing=True, goal=goal)

    def play(self) -> Playhead:
        """Run on; from the end, once more from the start. It does not run by itself while it goes by key."""
        start = self.go(0) if self.at_end else self
        return replace(start, playing=not self.by_key, goal=None)

    def pause(self) -> Playhead:
        """Stand still."""
        return replace(self, playing=False, goal=None)

    def faster(self, steps: int) -> Playhead:
        """Double the speed `steps` times, or halve it where negative; below the slowest it pauses."""
        speed = min(max(self.speed + steps, BY_KEY), FASTEST)
        changed = replace(self, speed=speed)
        return changed.pause() if changed.by_key else changed

    def over(self, pace: Pace, recorded: int) -> Playhead:
        """The same place on another tape; from its end to the end of the other one."""
        goal = pace.iterations if self.at_end else self.iteration
        return replace(self, pace=pace).head_for(goal, recorded)

    def advance(self, seconds: float, recorded: int) -> Playhead:
        """The playhead after so much time has passed; it never runs past what is recorded."""
        if not self.playing:
            return self
        if self.goal is not None:
            return self.head_for(self.goal, recorded)
        reached = self.seconds + seconds * 2.0**self.speed
        iteration = max(self.iteration, self.pace.iteration_at(reached))
        if iteration > recorded:
            iteration, reached = recorded, self.pace.seconds_at(recorded)
        return replace(self, iteration=iteration, seconds=reached, playing=iteration < self.pace.iterations)
