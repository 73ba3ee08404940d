"""Everything that one neuron can learn, counted: the numbers are known exactly."""

from __future__ import annotations

import numpy as np
import pytest

from neuron_tui.neuron import Training, train
from neuron_tui.neuron.atlas import Atlas, AtlasTape


@pytest.mark.parametrize(
    ("inputs", "threshold", "patterns", "learned"),
    [(1, True, 4, 4), (2, True, 16, 14), (3, True, 256, 104), (3, False, 128, 32)],
)
def test_as_many_are_learned_as_mathematics_says(
    inputs: int, threshold: bool, patterns: int, learned: int
) -> None:
    atlas, told = Atlas(inputs, threshold), list[int]()
    assert atlas.count(told.append) == learned
    assert sum(told) == atlas.patterns == patterns


@pytest.mark.slow
def test_of_four_inputs_1882_patterns_are_learned() -> None:
    atlas, told = Atlas(4), list[int]()
    assert (atlas.count(told.append), sum(told)) == (1_882, 65_536)


def test_a_pattern_s_number_in_binary_is_its_outputs_row_by_row() -> None:
    atlas = Atlas(2)
    assert atlas.rows.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert atlas.targets()[0b0110].tolist() == [0, 1, 1, 0]
    assert atlas.targets(6, 2).tolist() == [[0, 1, 1, 0], [0, 1, 1, 1]]
    assert Atlas(2, threshold=False).rows.tolist() == [[0, 1], [1, 0], [1, 1]]


def test_a_pattern_is_learned_when_every_row_is_on_its_side_of_a_half_and_none_on_neither() -> None:
    atlas = Atlas(1)
    always_0, always_1 = atlas.targets()[0], atlas.targets()[3]
    nothing, leaning = np.zeros(2), np.array([0.0, -0.2])  # 0.5 on both rows, and 0.45
    assert not atlas.learned(nothing, always_0)
    assert not atlas.learned(nothing, always_1)
    assert atlas.learned(leaning, always_0)
    assert not atlas.learned(leaning, always_1)


@pytest.fixture(scope="module")
def tape() -> AtlasTape:
    tape = AtlasTape(Atlas())
    while not tape.complete:
        tape.record()
    return tape


def test_each_neuron_of_the_atlas_learns_as_the_game_s_own(tape: AtlasTape) -> None:
    for pattern in (0b00001111, 0b00010111, 0b01101001):
        alone = train(Training(tape.atlas.neuron, tape.atlas.rows, tape.targets[pattern], iterations=1_000))
        for stop, iteration in enumerate(tape.stops):
            if iteration <= 1_000:
                assert tape.tape[stop, pattern] == pytest.approx(alone[iteration], abs=1e-9)


def test_what_is_learned_is_learned_since_the_first_moment_without_a_fault_until_now(tape: AtlasTape) -> None:
    right = np.array([tape.atlas.learned(weights, tape.targets) for weights in tape.tape])
    for stop in (0, 3, 40, len(tape.stops) - 1):
        since = tape.learned_since(stop)
        for pattern in range(0, 256, 5):
            wrong = np.flatnonzero(~right[: stop + 1, pattern])
            first = wrong[-1] + 1 if len(wrong) else 0
            assert since[pattern] == (tape.stops[first] if first <= stop else -1)
    assert (tape.learned_since(len(tape.stops) - 1) >= 0).sum() == 104
