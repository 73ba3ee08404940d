"""The line to a browser, as far as it needs none."""

from __future__ import annotations

from neuron_tui.tui.shell.browser import LONGEST_REST, REST, Rest


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def seconds_until_the_next_frame(clock: Clock, rest: Rest) -> float:
    begun = clock.now
    while not rest.is_over():
        clock.now += 1 / 64
    return clock.now - begun


def test_a_game_rests_longer_the_longer_it_took_to_paint() -> None:
    clock = Clock()
    rest = Rest(clock)
    for took in (1 / 64, 1 / 16, 0.25):
        assert rest.is_over()
        clock.now += took
        rest.painted()
        assert seconds_until_the_next_frame(clock, rest) == REST * took
        clock.now += LONGEST_REST


def test_a_pause_of_the_player_is_no_long_frame() -> None:
    """Nothing was to be painted when the training stopped; what a key shows later ends the wait."""
    clock = Clock()
    rest = Rest(clock)
    assert rest.is_over()
    clock.now += 3600
    rest.painted()
    assert seconds_until_the_next_frame(clock, rest) == LONGEST_REST
    rest.painted()
    clock.now += 3600
    rest.painted()  # no frame
    assert rest.is_over()
