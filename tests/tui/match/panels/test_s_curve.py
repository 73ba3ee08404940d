"""The S-curve with a dot for every row."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from neuron_tui.tui.kit.chart import MIXED, Chart, draw
from neuron_tui.tui.kit.glyphs import ASKED, SHOULD_BE_ONE, SHOULD_BE_ZERO
from neuron_tui.tui.match.panels.s_curve import (
    GHOST,
    TANGENT,
    SCurve,
    s_curve,
    slope_in_words,
    tangent,
)
from tests.game.matches import article, quickly, replay_of
from tests.tui.plotted import dots, filled, where
from tests.tui.reading import text_of, width_of

ARTICLE = replay_of(article())
MOMENTS = st.sampled_from([0, 1, 5, 50, 500, 10_000])
SUMS, LIMITS, SHAPES = st.floats(-30, 30), st.sampled_from([5.0, 10.0, 20.0]), st.floats(0.3, 5)
GHOSTS = {
    "another start": replay_of(replace(article(), neuron=replace(article().neuron, seed=2))),
    "shorter": replay_of(quickly(article(), 40)),
    "with a threshold": replay_of(replace(article(), neuron=replace(article().neuron, threshold=True))),
}


@given(MOMENTS, st.integers(0, 4), st.integers(14, 100), st.integers(5, 40))
def test_the_selected_row_s_dot_is_seen_at_any_size(
    iteration: int, selected: int, width: int, height: int
) -> None:
    lines = draw(s_curve(ARTICLE, iteration, selected, labelled=True), width, height)
    glyph = [SHOULD_BE_ZERO, SHOULD_BE_ONE, SHOULD_BE_ONE, SHOULD_BE_ZERO, ASKED][selected]
    assert [text for line in lines for text, style in line if "strong" in style and text == glyph]
    assert {width_of(line) for line in lines} == {width}


def test_with_room_every_row_has_a_dot_of_its_own() -> None:
    picture = "".join(map(text_of, draw(s_curve(ARTICLE, 10_000, 4), 120, 60)))
    assert (picture.count(SHOULD_BE_ONE), picture.count(SHOULD_BE_ZERO), picture.count(ASKED)) == (2, 2, 1)


@given(MOMENTS)
def test_a_dot_stands_at_the_sum_and_the_output_of_its_row(iteration: int) -> None:
    marks = s_curve(ARTICLE, iteration, 4).marks
    found = {(mark.x, mark.y) for mark in marks}
    assert found == set(zip(ARTICLE.sums(iteration), ARTICLE.outputs(iteration), strict=True))


@pytest.mark.parametrize("selected", range(5))
def test_the_selected_row_is_drawn_on_top_and_the_cursor_stands_at_its_sum(selected: int) -> None:
    chart = s_curve(ARTICLE, 10_000, selected)
    assert chart.cursor == ARTICLE.sums(10_000)[selected]
    assert chart.marks[-1].x == chart.cursor
    assert "strong" in chart.marks[-1].style
    assert not [mark for mark in chart.marks[:-1] if "strong" in mark.style]


def test_the_scale_does_not_move_while_it_learns() -> None:
    scales = {
        (s_curve(ARTICLE, iteration, 4).x, s_curve(ARTICLE, iteration, 4).y) for iteration in (0, 9, 9_999)
    }
    assert len(scales) == 1


def logistic(weighted_sum: float) -> float:
    """The S-curve, by the plain formula."""
    return float(1 / (1 + np.exp(-weighted_sum)))


@given(SUMS, LIMITS, SHAPES)
def test_the_tangent_touches_the_curve_at_the_dot_and_has_its_slope(
    weighted_sum: float, limit: float, shape: float
) -> None:
    output = logistic(weighted_sum)
    line = tangent(weighted_sum, output, limit, shape)
    (left, right), (low, high) = line.x.tolist(), line.y.tolist()
    middle = min(max(weighted_sum, -limit), limit)  # a dot beyond the scale stands at its end
    assert ((left + right) / 2, (low + high) / 2) == (pytest.approx(middle, abs=1e-9), pytest.approx(output))
    # the steepness of the curve itself, from two of its points close to the dot
    near = (logistic(weighted_sum + 1e-4) - logistic(weighted_sum - 1e-4)) / 2e-4
    assert (high - low) / (right - left) == pytest.approx(near, abs=1e-7)


@given(SUMS, LIMITS, st.integers(20, 150), st.integers(8, 45))
def test_the_tangent_is_equally_long_as_seen_wherever_it_stands(
    weighted_sum: float, limit: float, columns: int, rows: int
) -> None:
    def seen(weighted_sum: float) -> float:
        """Its length in halves of a cell's height, which is a cell's width."""
        line = tangent(weighted_sum, logistic(weighted_sum), limit, columns / (2 * rows))
        return float(np.hypot(np.ptp(line.x) / (2 * limit) * columns, np.ptp(line.y) * 2 * rows))

    assert seen(weighted_sum) == pytest.approx(seen(0.0))


@pytest.mark.parametrize(("iteration", "selected"), [(0, 4), (0, 2), (50, 0)])
@pytest.mark.parametrize(("width", "height"), [(60, 20), (90, 25), (44, 30)])
def test_away_from_the_ends_the_tangent_is_drawn_through_its_dot_as_long_as_any_other(
    iteration: int, selected: int, width: int, height: int
) -> None:
    chart = s_curve(ARTICLE, iteration, selected, shape=(width - 2) / (2 * (height - 1)))
    alone = replace(chart, series=chart.series[-1:], marks=())
    found = dots(alone, width, height, "text")
    columns = filled(found)
    downs = [down for column in columns for down in found[column]]
    across, upright = columns[-1] - columns[0], max(downs) - min(downs)  # dots are as wide as they are high
    assert np.hypot(across, upright) == pytest.approx(2 * TANGENT * 2 * (width - 2), abs=2.5)
    dot = chart.marks[-1]
    assert (columns[0] + columns[-1]) / 2 == pytest.approx(chart.x.share(dot.x) * (len(found) - 1), abs=1)
    assert (min(downs) + max(downs)) / 2 == pytest.approx((1 - dot.y) * (4 * (height - 1) - 1), abs=1)


@pytest.mark.parametrize("name", GHOSTS)
@given(MOMENTS, st.integers(0, 4))
def test_the_run_behind_has_a_point_for_every_row_at_this_iteration_or_at_its_last(
    name: str, iteration: int, selected: int
) -> None:
    ghost = GHOSTS[name]
    weights = ghost.recording.tape[min(iteration, ghost.iterations)]
    inputs = np.array([[0, 0, 1, 1], [1, 1, 1, 1], [1, 0, 1, 1], [0, 1, 1, 1], [1, 0, 0, 1]])
    sums = (inputs[:, : len(weights)] * weights).sum(axis=1)
    chart = s_curve(ARTICLE, iteration, selected, ghost=ghost)
    points = [mark for mark in chart.marks if mark.glyph == GHOST]
    assert [mark.x for mark in points] == pytest.approx(sums.tolist())
    assert [mark.y for mark in points] == pytest.approx([logistic(total) for total in sums])
    assert {(mark.style, mark.label) for mark in points} == {("muted", "")}
    assert list(chart.marks[: len(points)]) == points, "the run in front is drawn over it"
    assert chart.x.high >= min(np.abs(ghost.recording.tape @ inputs[:, : len(weights)].T).max(), 20)


def test_the_points_of_the_run_behind_are_seen_and_alone_there_are_none() -> None:
    def points(chart: Chart) -> int:
        return len(where(replace(chart, level=None), GHOST, 120, 60))

    assert points(s_curve(ARTICLE, 50, 4)) == 0
    assert points(s_curve(ARTICLE, 50, 4, ghost=GHOSTS["another start"])) >= 3


def test_the_slope_is_told_in_words_and_what_it_means() -> None:
    # output * (1 - output) is 0.25, 0.09 and 0.0099
    assert slope_in_words(0.5, 80) == "slope 0.2500, steep here: a change of the sum shows most"
    assert slope_in_words(0.9, 80) == "slope 0.0900, sloping here: a change of the sum shows"
    assert slope_in_words(0.99, 80) == "slope 0.0099, shallow here: a change of the sum hardly shows"
    assert slope_in_words(0.1, 80) == slope_in_words(0.9, 80), "as steep on the other side"
    assert slope_in_words(0.5, 42) == "steep here: a change of the sum shows most"
    assert slope_in_words(0.5, 20) == "steep here"


@given(st.floats(0, 1), st.integers(12, 200))
@example(0.99, 42)
def test_the_words_about_the_slope_fit_where_they_stand(output: float, width: int) -> None:
    words = slope_in_words(output, width)
    assert len(words) <= width
    assert "here" in words
    if width >= len("shallow here: a change of the sum hardly shows"):
        assert ": " in words, "what it means is told, too"


@given(MOMENTS, st.integers(0, 4), st.integers(14, 120), st.integers(5, 50))
def test_it_fills_its_size_and_its_words_are_never_cut(
    iteration: int, selected: int, width: int, height: int
) -> None:
    view = SCurve(ARTICLE)
    view.iteration, view.selected = iteration, selected
    lines = view.paint(width, height)
    assert len(lines) == height
    assert {width_of(line) for line in lines} == {width}
    assert ("here" in text_of(lines[0])) == (height >= 12)
    assert "…" not in text_of(lines[0])


def test_a_point_of_the_run_behind_gives_way_to_a_dot_in_its_cell() -> None:
    chart = s_curve(ARTICLE, 500, 4, ghost=ARTICLE)
    picture = "".join(map(text_of, draw(chart, 120, 60)))
    assert MIXED not in picture
    assert (picture.count(SHOULD_BE_ONE), picture.count(SHOULD_BE_ZERO), picture.count(ASKED)) == (2, 2, 1)


@given(MOMENTS, st.integers(0, 4))
def test_the_tangent_ends_where_outputs_end(iteration: int, selected: int) -> None:
    line = s_curve(ARTICLE, iteration, selected).series[-1]
    assert 0 <= line.y[0] <= line.y[-1] <= 1
