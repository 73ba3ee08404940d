"""The strip under the atlas, and the half of the map that is missing without a threshold."""

from __future__ import annotations

from functools import cache

import pytest

from neuron_tui.game.atlas import alike_patterns, described, outputs_of, pattern_at
from neuron_tui.neuron.atlas import Atlas, AtlasTape
from neuron_tui.tui.atlas.grid import grid_lines
from neuron_tui.tui.atlas.moment import Moment
from neuron_tui.tui.atlas.timeline import strip_lines
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.tape.transport import PLAYHEAD, Status

MIDDLE = (3, 3)
EARLY = 100
"""The stop up to which the tapes of these tests are recorded."""


@cache
def tape(threshold: bool = True, stops: int = EARLY) -> AtlasTape:
    recorded = AtlasTape(Atlas(threshold=threshold))
    recorded.record(stops)
    return recorded


def text(line: Line) -> str:
    return "".join(part for part, _ in line)


def test_the_strip_rises_with_what_is_learned_and_tells_the_moment() -> None:
    learned = tape().learned_counts()
    assert learned[0] < learned[EARLY]
    moment = Moment(tape(), EARLY, (0, 5), lit=True)
    curve, state = (text(line) for line in strip_lines(moment, Status(), 60))
    assert len(curve) == 60
    seen = curve[: curve.index(PLAYHEAD)]
    heights = [" ▁▂▃▄▅▆▇█".index(cell) for cell in seen]
    assert heights == sorted(heights)
    assert (heights[0], heights[-1]) == (1, 8)
    alike = len(alike_patterns(pattern_at(0, 5), threshold=True))
    said = (
        f"iteration {moment.iteration:6}",
        f"learned {learned[EARLY]:3} of 256",
        f"{alike} are alike",
    )
    assert all(part in state for part in said)


def test_what_is_not_recorded_yet_is_a_plain_line() -> None:
    curve = text(strip_lines(Moment(tape(stops=1), 1, MIDDLE), Status(), 60)[0])
    assert curve.endswith("─" * 50)


@pytest.mark.parametrize("stop", [0, 1, 10, EARLY, AtlasTape(Atlas()).last])
def test_a_drag_to_a_stop_s_place_goes_to_that_stop(stop: int) -> None:
    shown = Moment(tape(), EARLY, MIDDLE)
    assert shown.stop_at(shown.scale.place_of(int(shown.tape.stops[stop]))) == stop
    assert (shown.stop_at(-1), shown.stop_at(2)) == (0, shown.tape.last)


@pytest.mark.parametrize("size", [(32, 16), (64, 32)])
def test_half_a_map_says_why_it_is_half_and_its_cells_stay_where_they_were(size: tuple[int, int]) -> None:
    half, whole = (
        [text(line) for line in grid_lines(Moment(tape(threshold, 0), 0, MIDDLE), *size)]
        for threshold in (False, True)
    )
    upper = size[1] // 2
    cursors = [[(line.find("["), line.find("]")) for line in lines[:upper]] for lines in (half, whole)]
    assert cursors[0] == cursors[1]
    assert "that row stays at 0.5 for ever." in " ".join(half[upper:])
    assert len(half) <= size[1]
    assert all(len(line) <= size[0] for line in half)


def test_without_a_threshold_seven_rows_are_described() -> None:
    assert described(outputs_of(0b0000101, threshold=False)[1:]) == "2 of 7 rows are 1."
    assert described(outputs_of(0b1111111, threshold=False)[1:]) == "Always 1."


@pytest.mark.parametrize("stop", [0, EARLY])
@pytest.mark.parametrize("size", [(32, 16), (64, 32)])
def test_patterns_that_are_alike_have_a_ring_and_not_only_another_colour(
    size: tuple[int, int], stop: int
) -> None:
    moment = Moment(tape(), stop, (0, 5), lit=True)
    lines = [text(line) for line in grid_lines(moment, *size)]
    assert "".join(lines).count("○") == len(moment.alike - {moment.pattern}) > 0
    assert {len(line) for line in lines} == {size[0]}
