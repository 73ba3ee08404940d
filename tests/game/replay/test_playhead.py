"""The playhead on the tape: how fast it runs, and where it stops."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.replay.playhead import Pace, Playhead

RUNS = st.integers(1, 1_000_000)
MOVES = {
    "play": lambda head, recorded: head.play(),
    "pause": lambda head, recorded: head.pause(),
    "faster": lambda head, recorded: head.faster(1),
    "slower": lambda head, recorded: head.faster(-1),
    "on": lambda head, recorded: head.go(min(head.iteration + 1, recorded)),
    "back": lambda head, recorded: head.go(head.iteration - 1),
    "start": lambda head, recorded: head.go(0),
    "finish": lambda head, recorded: head.head_for(head.pace.iterations, recorded),
    "frame": lambda head, recorded: head.advance(1 / 30, recorded),
    "second": lambda head, recorded: head.advance(1.0, recorded),
}


def watch(iterations: int, seconds: float, speed: int = 0) -> Playhead:
    """A recorded run, watched from the start in thirty frames a second."""
    head = Playhead(Pace(iterations), speed=speed).play()
    for _ in range(round(seconds * 30)):
        head = head.advance(1 / 30, iterations)
    return head


def test_the_first_adjustments_come_one_by_one() -> None:
    head = Playhead(Pace(10_000)).play()
    seen = [0]
    for _ in range(60):
        head = head.advance(1 / 30, 10_000)
        seen.append(head.iteration)
    steps = [after - before for before, after in pairwise(seen)]
    assert set(steps) <= {0, 1}
    assert seen[12] <= 1, "the first adjustment stands for nearly half a second"
    assert 4 <= seen[-1] <= 20, "after two seconds one can still follow"


@pytest.mark.parametrize("iterations", [100, 10_000, 1_000_000])
def test_a_whole_run_takes_about_eight_seconds_at_normal_speed(iterations: int) -> None:
    assert not watch(iterations, 7.5).at_end
    assert watch(iterations, 8.1).at_end


@pytest.mark.parametrize("iterations", [1, 2, 5, 20])
def test_a_short_run_keeps_the_first_rate(iterations: int) -> None:
    pace = Pace(iterations)
    assert [pace.iteration_at((number + 0.5) / 2.5) for number in range(iterations)] == list(
        range(iterations)
    )
    assert pace.iteration_at(iterations / 2.5) == iterations
    assert watch(iterations, iterations / 2.5 + 0.1).at_end


@given(RUNS, st.lists(st.floats(0, 10), min_size=2, max_size=20))
def test_more_time_never_means_an_earlier_iteration(iterations: int, moments: list[float]) -> None:
    reached = [Pace(iterations).iteration_at(moment) for moment in sorted(moments)]
    assert reached == sorted(reached)
    assert 0 <= reached[0] <= reached[-1] <= iterations


@given(RUNS, st.floats(0, 1))
def test_an_iteration_comes_when_it_is_said_to_come(iterations: int, share: float) -> None:
    pace = Pace(iterations)
    iteration = round(share * iterations)
    seconds = pace.seconds_at(iteration)
    assert 0 <= seconds <= 8
    assert abs(pace.iteration_at(seconds + 1e-6) - iteration) <= 1 + iteration * 1e-4
    assert pace.seconds_at(0) == 0
    assert pace.iteration_at(pace.seconds_at(iterations)) >= iterations - 1


@given(RUNS)
def test_a_run_begins_with_its_start_weights_and_ends_with_its_last_iteration(iterations: int) -> None:
    assert Pace(iterations).iteration_at(0) == 0
    assert Pace(iterations).iteration_at(8) == iterations


def test_speeds_are_doubled_and_halved_from_an_eighth_to_sixty_four() -> None:
    head = Playhead(Pace(100))
    names = [head.speed_name]
    for _ in range(8):
        head = head.faster(1)
        names.append(head.speed_name)
    assert names == ["×1", "×2", "×4", "×8", "×16", "×32", "×64", "×64", "×64"]
    names = []
    for _ in range(12):
        head = head.faster(-1)
        names.append(head.speed_name)
    ends = ["1 a key"] * 3
    assert names == ["×32", "×16", "×8", "×4", "×2", "×1", "×1/2", "×1/4", "×1/8", *ends]


def test_below_the_slowest_speed_nothing_moves_by_itself() -> None:
    head = watch(10_000, 1)
    by_key = head.faster(-4)
    assert (by_key.iteration, by_key.playing) == (head.iteration, False)
    assert not by_key.play().playing
    assert by_key.faster(1).play().advance(8.0, 10_000).iteration > head.iteration


@given(RUNS, RUNS, st.integers(0, 1_000_000), st.integers(0, 1_000_000))
def test_on_another_tape_it_stands_at_the_same_iteration_or_on_its_way_there(
    iterations: int, others: int, at: int, recorded: int
) -> None:
    head = Playhead(Pace(iterations)).go(at)
    goal = others if head.at_end else min(head.iteration, others)
    moved = head.over(Pace(others), min(recorded, others))
    assert moved.iteration == min(goal, recorded)
    assert moved.advance(1 / 30, others).iteration == goal
    assert not moved.advance(1 / 30, others).playing


@pytest.mark.parametrize(("speed", "times"), [(-3, 1 / 8), (-1, 1 / 2), (1, 2), (6, 64)])
def test_a_speed_is_that_many_times_as_fast(speed: int, times: float) -> None:
    assert not watch(10_000, 8 / times * 0.7, speed).at_end
    assert watch(10_000, 8 / times + 0.1, speed).at_end


def test_another_speed_takes_the_run_on_from_where_it_is() -> None:
    head = watch(10_000, 5)
    assert head.faster(3).iteration == head.faster(-3).iteration == head.iteration
    assert head.faster(1).playing


@given(RUNS, st.integers(-10, 1_000_010), st.booleans())
def test_every_jump_leaves_it_paused_at_the_place_nearest_to_what_was_asked(
    iterations: int, to: int, playing: bool
) -> None:
    head = Playhead(Pace(iterations), playing=playing).go(to)
    assert not head.playing
    assert head.iteration == sorted((0, to, iterations))[1]


@given(RUNS, st.floats(0, 1))
def test_playing_on_after_a_jump_goes_on_from_there(iterations: int, share: float) -> None:
    to = round(share * (iterations - 1))
    head = Playhead(Pace(iterations)).go(to).play().advance(0.001, iterations)
    assert head.iteration >= to
    assert head.iteration <= to + 1 + to // 50


def test_playing_from_the_end_begins_at_the_start_again() -> None:
    head = Playhead(Pace(10_000)).go(10_000).play()
    assert (head.iteration, head.playing) == (0, True)
    assert head.advance(1.0, 10_000).iteration == Pace(10_000).iteration_at(1.0)


def test_what_does_not_play_does_not_move() -> None:
    head = Playhead(Pace(10_000)).go(500)
    assert head.advance(3.0, 10_000) == head
    assert head.play().pause().advance(3.0, 10_000) == head


def test_it_stops_by_itself_at_the_last_iteration() -> None:
    head = watch(10_000, 9)
    assert (head.iteration, head.playing, head.at_end) == (10_000, False, True)


@given(
    RUNS,
    st.lists(st.tuples(st.sampled_from(sorted(MOVES)), st.integers(0, 50_000)), max_size=40),
)
def test_whatever_is_pressed_it_never_runs_past_what_is_recorded(
    iterations: int, moves: list[tuple[str, int]]
) -> None:
    head, recorded = Playhead(Pace(iterations)), 0
    for name, more in moves:
        recorded = min(recorded + more, iterations)
        head = MOVES[name](head, recorded)
        assert 0 <= head.iteration <= recorded
        assert -4 <= head.speed <= 6
        if name in ("on", "back", "start", "pause"):
            assert not head.playing


def test_it_waits_for_the_recording_and_then_runs_on() -> None:
    head = Playhead(Pace(10_000)).play()
    for _ in range(300):
        head = head.advance(1 / 30, 40)
    assert (head.iteration, head.playing) == (40, True)
    ahead = head.advance(1 / 30, 10_000)
    assert 40 <= ahead.iteration <= 45, "it does not leap over the time it waited"


def test_finishing_goes_to_the_end_of_a_recorded_run() -> None:
    head = watch(10_000, 1).head_for(10_000, 10_000)
    assert (head.iteration, head.playing) == (10_000, False)


def test_finishing_an_unfinished_recording_follows_it_to_its_end() -> None:
    head = Playhead(Pace(10_000)).play().head_for(10_000, 300)
    assert (head.iteration, head.at_end) == (300, False)
    seen = []
    for recorded in (4_000, 9_999, 10_000):
        head = head.advance(1 / 30, recorded)
        seen.append(head.iteration)
    assert seen == [4_000, 9_999, 10_000]
    assert not head.playing


def test_finishing_follows_the_recording_however_often_the_screen_is_drawn_in_between() -> None:
    head = Playhead(Pace(1_000_000), speed=-3).head_for(1_000_000, 1_000)
    for recorded in range(1_000, 1_000_001, 37_000):
        for _ in range(3):
            head = head.advance(1 / 30, recorded)
    assert head.advance(1 / 30, 1_000_000).iteration == 1_000_000
