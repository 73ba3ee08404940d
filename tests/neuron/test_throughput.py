"""How fast neurons train side by side, measured with a clock that the test turns."""

from __future__ import annotations

from itertools import count

from neuron_tui.neuron.throughput import adjustments_per_second


def test_the_speed_is_all_that_was_adjusted_over_the_time_it_took() -> None:
    ticks = count()
    # every look at the clock is a quarter of a second later: a slice is one iteration, a second four slices
    speed = adjustments_per_second(50, lambda: next(ticks) / 4, seconds=1.0)
    assert speed == 50 * 4 / 1.0


def test_fast_slices_become_longer_until_the_clock_notices_them() -> None:
    ticks = count()
    # a slice takes 0.0625 seconds whatever is in it: 1, 2, 4 and 8 iterations in a quarter of a second
    assert adjustments_per_second(10, lambda: next(ticks) / 16, seconds=0.25) == 10 * (1 + 2 + 4 + 8) / 0.25


def test_whoever_is_told_to_stop_stops_after_one_iteration() -> None:
    ticks = count()
    assert adjustments_per_second(7, lambda: float(next(ticks)), seconds=99, go_on=lambda: False) == 7
