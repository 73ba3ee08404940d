"""The S-curve with a dot for every row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.widgets.chart import draw
from neuron_tui.widgets.s_curve import ASKED, SHOULD_BE_ONE, SHOULD_BE_ZERO, s_curve
from tests.game.matches import article, replay_of
from tests.widgets.reading import text_of, width_of

ARTICLE = replay_of(article())
MOMENTS = st.sampled_from([0, 1, 5, 50, 500, 10_000])


@given(MOMENTS, st.integers(0, 4), st.integers(14, 100), st.integers(5, 40))
def test_the_selected_row_s_dot_is_seen_at_any_size(
    iteration: int, selected: int, width: int, height: int
) -> None:
    lines = draw(s_curve(ARTICLE, iteration, selected, labelled=True), width, height)
    glyph = [SHOULD_BE_ZERO, SHOULD_BE_ONE, SHOULD_BE_ONE, SHOULD_BE_ZERO, ASKED][selected]
    assert [text for line in lines for text, ink in line if "strong" in ink and text == glyph]
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
    assert "strong" in chart.marks[-1].ink
    assert not [mark for mark in chart.marks[:-1] if "strong" in mark.ink]


def test_the_scale_does_not_move_while_it_learns() -> None:
    scales = {
        (s_curve(ARTICLE, iteration, 4).x, s_curve(ARTICLE, iteration, 4).y) for iteration in (0, 9, 9_999)
    }
    assert len(scales) == 1
