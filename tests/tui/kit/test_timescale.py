"""The scale of iterations, and the numbers on it."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.tui.kit.tape.timescale import Timescale, short

RUNS = st.integers(1, 1_000_000)
SCALES = st.builds(Timescale, RUNS, st.booleans())


def labels(iterations: int, *, linear: bool = False) -> list[str]:
    return [label for _, label in Timescale(iterations, linear).ticks()]


@given(SCALES, st.floats(0, 1))
def test_every_iteration_is_found_again_at_its_place(scale: Timescale, share: float) -> None:
    iteration = round(share * scale.iterations)
    assert scale.iteration_at(scale.place_of(iteration)) == iteration


@given(SCALES)
def test_the_scale_runs_from_the_first_to_the_last_iteration(scale: Timescale) -> None:
    assert scale.place_of(0) == 0
    assert scale.place_of(scale.iterations) == 1
    assert scale.iteration_at(-0.3) == 0
    assert scale.iteration_at(1.3) == scale.iterations


def test_the_first_hundred_have_as_much_room_as_the_ten_thousand_after_them() -> None:
    assert Timescale(9_999).place_of(99) == pytest.approx(0.5)  # log 100 is half of log 10,000


def test_on_the_linear_scale_half_of_the_iterations_are_half_of_the_way() -> None:
    assert Timescale(10_000, linear=True).place_of(5_000) == 0.5


@given(SCALES, st.integers(2, 300))
def test_equal_steps_never_go_back_and_stay_on_the_tape(scale: Timescale, steps: int) -> None:
    across = scale.across(steps).tolist()
    assert (across[0], across[-1], len(across)) == (0, scale.iterations, steps)
    assert across == sorted(across)
    for step, iteration in enumerate(across):
        assert abs(iteration - scale.iteration_at(step / (steps - 1))) <= 1


@given(SCALES, st.integers(2, 300))
def test_columns_are_the_places_in_cells(scale: Timescale, width: int) -> None:
    across = scale.across(50)
    places = [scale.place_of(iteration) * (width - 1) for iteration in across.tolist()]
    assert scale.columns_of(across, width).tolist() == pytest.approx(places, abs=0.5001)


@pytest.mark.parametrize("linear", [False, True])
def test_a_tape_without_an_iteration_has_a_scale_too(linear: bool) -> None:
    scale = Timescale(0, linear)
    assert (scale.place_of(0), scale.iteration_at(0.7)) == (0, 0)
    assert scale.across(5).tolist() == [0] * 5
    assert scale.ticks()[0] == (0, "0")


def test_the_labels_are_the_start_and_the_powers_of_ten() -> None:
    assert labels(10_000) == ["0", "1", "10", "100", "1k", "10k"]
    assert labels(999) == ["0", "1", "10", "100"]
    assert labels(25) == ["0", "1", "2", "5", "10", "20"]
    assert labels(1_000_000)[-3:] == ["10k", "100k", "1M"]
    assert [place for place, _ in Timescale(99).ticks()] == pytest.approx(
        [0, math.log(2) / math.log(100), math.log(11) / math.log(100)]
    )


def test_the_labels_of_the_linear_scale_are_round_and_few() -> None:
    assert labels(10_000, linear=True) == ["0", "2k", "4k", "6k", "8k", "10k"]
    assert labels(60_000, linear=True) == ["0", "20k", "40k", "60k"]
    assert labels(7, linear=True) == ["0", "2", "4", "6"]
    assert labels(1, linear=True) == ["0", "1"]


def test_iterations_in_short() -> None:
    assert [short(number) for number in (0, 7, 1_000, 1_500, 25_000, 1_000_000)] == [
        "0",
        "7",
        "1k",
        "1500",
        "25k",
        "1M",
    ]
