"""Two ways of doing a thing, timed in turns, so that a slow moment of the computer strikes both."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Comparison:
    """The seconds of each repetition; the same position in both is the same repetition."""

    ours: tuple[float, ...]
    theirs: tuple[float, ...]

    @property
    def ratios(self) -> list[float]:
        """Ours to theirs, one number per repetition."""
        return [mine / other for mine, other in zip(self.ours, self.theirs, strict=True)]

    def describe(self, name: str, goal: float) -> str:
        """One line: the median ratio, its middle half, the goal, and the median times."""
        low, median, high = statistics.quantiles(self.ratios, n=4)
        ours, theirs = (1000 * statistics.median(times) for times in (self.ours, self.theirs))
        return (
            f"{name}: ratio {median:.2f} ({low:.2f} to {high:.2f}), goal at most {goal:.2f}, "
            f"{'reached' if median <= goal else 'MISSED'}; {ours:.1f} ms to {theirs:.1f} ms, "
            f"medians of {len(self.ours)} repetitions"
        )


def compare(ours: Callable[[], float], theirs: Callable[[], float], repetitions: int) -> Comparison:
    """Run both in turns, each first every second time. Both return the seconds they took."""
    times: dict[Callable[[], float], list[float]] = {ours: [], theirs: []}
    for repetition in range(repetitions):
        for run in (ours, theirs) if repetition % 2 else (theirs, ours):
            times[run].append(run())
    return Comparison(tuple(times[ours]), tuple(times[theirs]))
