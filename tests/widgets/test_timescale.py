"""The scale of iterations, and the numbers on it."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.widgets.timescale import iteration_at, iterations_across, place_of, short, ticks

RUNS = st.integers(1, 1_000_000)


@given(RUNS, st.floats(0, 1))
def test_every_iteration_is_found_again_at_its_place(iterations: int, share: float) -> None:
    iteration = round(share * iterations)
    assert iteration_at(place_of(iteration, iterations), iterations) == iteration


@given(RUNS)
def test_the_scale_runs_from_the_first_to_the_last_iteration(iterations: int) -> None:
    assert place_of(0, iterations) == 0
    assert place_of(iterations, iterations) == 1
    assert iteration_at(-0.3, iterations) == 0
    assert iteration_at(1.3, iterations) == iterations


def test_the_first_hundred_have_as_much_room_as_the_ten_thousand_after_them() -> None:
    assert place_of(99, 9_999) == pytest.approx(0.5)  # log 100 is half of log 10,000


@given(RUNS, st.integers(2, 300))
def test_equal_steps_never_go_back_and_stay_on_the_tape(iterations: int, count: int) -> None:
    across = iterations_across(count, iterations).tolist()
    assert (across[0], across[-1], len(across)) == (0, iterations, count)
    assert across == sorted(across)
    for step, iteration in enumerate(across):
        assert iteration == iteration_at(step / (count - 1), iterations)


def test_the_labels_are_the_start_and_the_powers_of_ten() -> None:
    assert [label for _, label in ticks(10_000)] == ["0", "1", "10", "100", "1k", "10k"]
    assert [label for _, label in ticks(999)] == ["0", "1", "10", "100"]
    assert [label for _, label in ticks(1_000_000)][-3:] == ["10k", "100k", "1M"]
    assert [place for place, _ in ticks(99)] == pytest.approx(
        [0, math.log(2) / math.log(100), math.log(11) / math.log(100)]
    )


def test_iterations_in_short() -> None:
    assert [short(number) for number in (0, 7, 1_000, 1_500, 25_000, 1_000_000)] == [
        "0",
        "7",
        "1k",
        "1500",
        "25k",
        "1M",
    ]
