"""The strip under the atlas, and the half of the map that is missing without a threshold."""

from __future__ import annotations

import numpy as np
import pytest

from neuron_tui.game.atlas import described, outputs_of
from neuron_tui.tui.atlas.grid import Moment, grid_lines
from neuron_tui.tui.atlas.timeline import Progress, strip_lines
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.tape.transport import PLAYHEAD, Status

STOPS = np.array([0, 1, 10, 100, 1_000])


def text(line: Line) -> str:
    return "".join(part for part, _ in line)


def progress(learned: list[int], stop: int, alike: int = 0) -> Progress:
    return Progress(STOPS, np.array(learned), stop, 256, alike)


def test_the_strip_rises_with_what_is_learned_and_tells_the_moment() -> None:
    curve, state = (
        text(line) for line in strip_lines(progress([0, 4, 40, 80, 80], 3, alike=6), Status(), 60)
    )
    assert len(curve) == 60
    heights = [" ▁▂▃▄▅▆▇█".index(cell) for cell in curve if cell != PLAYHEAD]
    assert heights == sorted(heights)
    assert (heights[0], heights[-1]) == (1, 8)
    assert all(part in state for part in ("iteration    100", "learned  80 of 256", "×1", "6 are alike"))


def test_what_is_not_recorded_yet_is_a_plain_line() -> None:
    curve = text(strip_lines(progress([0, 4], 1), Status(), 60)[0])
    assert curve.endswith("─" * 50)


@pytest.mark.parametrize("stop", range(len(STOPS)))
def test_a_drag_to_a_stop_s_place_goes_to_that_stop(stop: int) -> None:
    shown = progress([0] * 5, 0)
    assert shown.stop_at(shown.scale.place_of(int(STOPS[stop]))) == stop
    assert (shown.stop_at(-1), shown.stop_at(2)) == (0, len(STOPS) - 1)


@pytest.mark.parametrize("size", [(32, 16), (64, 32)])
def test_half_a_map_says_why_it_is_half_and_its_cells_stay_where_they_were(size: tuple[int, int]) -> None:
    half = Moment(np.full(128, -1), (3, 3), frozenset())
    whole = Moment(np.full(256, -1), (3, 3), frozenset())
    upper, lines = size[1] // 2, grid_lines(half, *size)
    assert lines[:upper] == grid_lines(whole, *size)[:upper]
    assert "that row stays at 0.5 for ever." in " ".join(text(line) for line in lines[upper:])
    assert len(lines) <= size[1]
    assert all(len(text(line)) <= size[0] for line in lines)


def test_without_a_threshold_seven_rows_are_described() -> None:
    assert described(outputs_of(0b0000101, threshold=False)[1:]) == "2 of 7 rows are 1."
    assert described(outputs_of(0b1111111, threshold=False)[1:]) == "Always 1."


@pytest.mark.parametrize("since", [-1, 5])
@pytest.mark.parametrize("size", [(32, 16), (64, 32)])
def test_patterns_that_are_alike_have_a_ring_and_not_only_another_colour(
    size: tuple[int, int], since: int
) -> None:
    shown = Moment(np.full(256, since), (15, 15), frozenset({3, 77, 200}))
    lines = [text(line) for line in grid_lines(shown, *size)]
    assert "".join(lines).count("○") == 3
    assert {len(line) for line in lines} == {size[0]}
