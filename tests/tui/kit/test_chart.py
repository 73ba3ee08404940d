"""Charts in cells, read back: curves, marks and labels stand where their values are."""

from __future__ import annotations

import math
import re
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from neuron_tui.tui.kit.chart import CURSOR, LEVEL, MIXED, Axis, Chart, Mark, Series, column_of, draw, row_of
from tests.tui.plotted import dots, plot, stands_at, where
from tests.tui.reading import text_of, width_of

UNIT = Axis(0.0, 1.0)
SHARES = st.floats(0, 1)
VALUES = st.floats(-3, 4)
FREE = (" ", LEVEL, CURSOR)
"""What a label may cover, beside dotted curves."""
LABELS = st.sampled_from(["", "1", "23", "???", "middle", "日本", "e\u0301te\u0301"])
GLYPHS = "●○◆•▲"


@st.composite
def axes(draw_from: st.DrawFn) -> Axis:
    low = draw_from(st.floats(-1_000, 1_000))
    high = low + draw_from(st.floats(0.01, 1_000))
    ticks = draw_from(st.lists(st.tuples(st.floats(low, high), st.sampled_from(["0", "½", "−10", "10k"]))))
    return Axis(low, high, tuple(ticks))


@st.composite
def series(draw_from: st.DrawFn, across: Axis, upright: Axis) -> Series:
    count = draw_from(st.integers(0, 30))
    shares = sorted(draw_from(st.lists(SHARES, min_size=count, max_size=count, unique=True)))
    heights = draw_from(st.lists(VALUES, min_size=count, max_size=count))
    x = across.low + np.array(shares) * (across.high - across.low)
    y = upright.low + np.array(heights) * (upright.high - upright.low)
    return Series(x, y, draw_from(st.sampled_from(["accent", "one"])))


@st.composite
def marks(draw_from: st.DrawFn, across: Axis, upright: Axis) -> Mark:
    return Mark(
        across.low + draw_from(VALUES) * (across.high - across.low),
        upright.low + draw_from(VALUES) * (upright.high - upright.low),
        draw_from(st.sampled_from(GLYPHS)),
        draw_from(st.sampled_from(["one", "zero strong"])),
        draw_from(LABELS),
    )


@st.composite
def charts(draw_from: st.DrawFn) -> Chart:
    across, upright = draw_from(axes()), draw_from(axes())
    return Chart(
        across,
        upright,
        tuple(draw_from(st.lists(series(across, upright), max_size=3))),
        tuple(draw_from(st.lists(marks(across, upright), max_size=12))),
        level=draw_from(st.none() | st.just((upright.low + upright.high) / 2)),
        cursor=draw_from(st.none() | st.just((across.low + across.high) / 2)),
    )


@given(charts(), st.integers(0, 90), st.integers(0, 30))
def test_a_chart_fills_exactly_its_size_whatever_is_in_it(chart: Chart, width: int, height: int) -> None:
    lines = draw(chart, width, height)
    if lines:
        assert len(lines) == height
        assert {width_of(line) for line in lines} == {width}
    else:
        assert width < 10 or height < 3


@given(st.data(), st.integers(10, 80), st.integers(4, 25))
def test_a_curve_has_no_gaps(data: st.DataObject, width: int, height: int) -> None:
    curve = data.draw(series(UNIT, UNIT))
    assume(len(curve.x) > 1)
    found = dots(Chart(UNIT, UNIT, (curve,)), width, height)
    filled = [column for column, downs in enumerate(found) if downs]
    assert filled == list(range(filled[0], filled[-1] + 1))
    for column in filled:
        assert found[column] == list(range(found[column][0], found[column][-1] + 1))
    for left, right in pairwise(found[column] for column in filled):
        assert right[0] <= left[-1] + 1
        assert left[0] <= right[-1] + 1


@pytest.mark.parametrize(("width", "height"), [(11, 4), (30, 9), (80, 25)])
def test_a_curve_stands_at_its_values(width: int, height: int) -> None:
    x = np.linspace(0, 1, 500)
    y = 0.5 + 0.4 * np.sin(7 * x)
    found = dots(Chart(UNIT, UNIT, (Series(x, y, "accent"),)), width, height)
    tall = 4 * (height - 1) - 1
    for column, downs in enumerate(found):
        value = 0.5 + 0.4 * np.sin(7 * column / (len(found) - 1))
        assert downs[0] - 1 <= (1 - value) * tall <= downs[-1] + 1


def test_a_curve_begins_and_ends_with_its_points() -> None:
    half = Series(np.array([0.25, 0.5]), np.array([0.0, 0.0]), "accent")
    found = dots(Chart(UNIT, UNIT, (half,)), 41, 5)
    filled = [column for column, downs in enumerate(found) if downs]
    assert (filled[0], filled[-1]) == (round(0.25 * 79), round(0.5 * 79))


def test_what_lies_beyond_an_axis_stays_at_its_end() -> None:
    curve = Series(np.array([0.0, 1.0]), np.array([-5.0, 9.0]), "accent")
    mark = Mark(7.0, -3.0, "●", "one")
    chart = Chart(UNIT, UNIT, (curve,), (mark,))
    assert where(chart, "●") == [(19, 10)]
    assert dots(Chart(UNIT, UNIT, (curve,)), 21, 12)[0][-1] == 43


def test_the_later_curve_lies_on_top() -> None:
    flat = np.array([0.5, 0.5])
    ends = np.array([0.0, 1.0])
    chart = Chart(UNIT, UNIT, (Series(ends, flat, "faint"), Series(ends, flat, "accent")))
    styles = {style for row in plot(chart, 20, 8) for glyph, style in row if 0x2800 < ord(glyph) <= 0x28FF}
    assert styles == {"accent"}


@given(SHARES, SHARES, st.integers(10, 60), st.integers(4, 30))
def test_a_mark_stands_at_its_values(x: float, y: float, width: int, height: int) -> None:
    chart = Chart(Axis(0, 1), Axis(0, 1, ((0, "0"), (1, "1"))), marks=(Mark(x, y, "●", "one"),))
    [(column, row)] = where(chart, "●", width, height)
    columns, rows = width - 2, height - 1
    assert stands_at((column, row), x, y, columns, rows)


def test_different_marks_in_one_cell_are_shown_as_mixed_and_a_strong_one_on_top() -> None:
    quiet = (Mark(0.5, 0.5, "●", "one"), Mark(0.5, 0.5, "○", "zero"))
    strong = (*quiet, Mark(0.5, 0.5, "◆", "accent strong"))
    assert where(Chart(UNIT, UNIT, marks=quiet), MIXED) == [(10, 5)]
    assert where(Chart(UNIT, UNIT, marks=strong), "◆") == [(10, 5)]
    assert where(Chart(UNIT, UNIT, marks=(quiet[0], quiet[0])), "●") == [(10, 5)]


def test_marks_that_share_a_cell_share_a_label() -> None:
    four = tuple(Mark(0.5, 0.5, "●", "one", label) for label in "1234")
    assert "● 1, 2 " in "".join(map(text_of, draw(Chart(UNIT, UNIT, marks=four[:2]), 40, 9)))
    assert "● 1, 2, 3…" in "".join(map(text_of, draw(Chart(UNIT, UNIT, marks=four), 40, 9)))


def test_where_the_last_name_is_cut_and_more_are_left_out_there_is_one_ellipsis() -> None:
    four = tuple(Mark(0.5, 0.5, "●", "one", label) for label in ("1", "2", "thresh…", "4"))
    assert "● 1, 2, thresh… " in "".join(map(text_of, draw(Chart(UNIT, UNIT, marks=four), 40, 9)))


def test_labels_stand_closer_together_where_there_is_no_room() -> None:
    marks = tuple(Mark(0, 0.5, "●", "one", label) for label in "1234")
    assert "● 1,2,3…" in "".join(map(text_of, draw(Chart(UNIT, UNIT, marks=marks), 10, 3)))


@given(st.integers(20, 60), st.integers(4, 20), SHARES)
def test_a_label_does_not_run_into_the_dots_of_the_level(width: int, height: int, x: float) -> None:
    chart = Chart(UNIT, UNIT, marks=(Mark(x, 0.5, "▲", "one", "you"),), level=0.5)
    drawn = [line for line in map(text_of, draw(chart, width, height)) if "you" in line]
    assert len(drawn) == 1
    assert LEVEL not in drawn[0].partition("you")[0][-1:] + drawn[0].partition("you")[2][:1]


@given(st.lists(st.tuples(SHARES, SHARES), max_size=11))
def test_no_mark_moves_from_where_it_belongs(values: list[tuple[float, float]]) -> None:
    chart = Chart(UNIT, UNIT, marks=tuple(Mark(x, y, "●", "one") for x, y in values))
    found = where(chart, "●")
    assert len(found) <= len(values)
    for x, y in values:
        assert any(stands_at(cell, x, y, 20, 11) for cell in found)


@given(charts(), st.integers(12, 60), st.integers(4, 20))
def test_a_label_never_covers_a_curve_or_a_mark(chart: Chart, width: int, height: int) -> None:
    bare = tuple(Mark(mark.x, mark.y, mark.glyph, mark.style) for mark in chart.marks)
    before = plot(Chart(chart.x, chart.y, chart.series, bare, chart.level, chart.cursor), width, height)
    after = plot(chart, width, height)
    for old_row, new_row in zip(before, after, strict=True):
        for old, new in zip(old_row, new_row, strict=True):
            assert old == new or old[0] in FREE


def test_a_label_covers_a_dotted_curve_where_there_is_no_other_place() -> None:
    ends = np.array([0.0, 1.0])
    behind = tuple(Series(ends, np.array([y, y]), "muted", dotted=True) for y in np.linspace(0, 1, 20))
    chart = Chart(UNIT, UNIT, behind, (Mark(0.2, 0.5, "●", "one", "left"),))
    assert "left" in "".join(map(text_of, draw(chart, 40, 9)))


@given(SHARES, SHARES)
def test_a_dotted_curve_shows_some_of_the_dots_of_a_solid_one(first: float, last: float) -> None:
    ends, heights = np.array([0.0, 1.0]), np.array([first, last])
    solid = dots(Chart(UNIT, UNIT, (Series(ends, heights, "one"),)), 41, 9)
    dotted = dots(Chart(UNIT, UNIT, (Series(ends, heights, "one", dotted=True),)), 41, 9)
    assert all(set(some) <= set(every) for some, every in zip(dotted, solid, strict=True))
    assert sum(map(len, dotted)) == math.ceil(sum(map(len, solid)) / 3), "at every slope"


def test_curves_that_cross_keep_each_other_s_dots() -> None:
    ends = np.array([0.0, 1.0])
    rising, falling = (Series(ends, np.array(way), "one") for way in ([0.0, 1.0], [1.0, 0.0]))
    both = dots(Chart(UNIT, UNIT, (rising, falling)), 41, 9)
    alone = [dots(Chart(UNIT, UNIT, (series,)), 41, 9) for series in (rising, falling)]
    assert [set(column) for column in both] == [
        set(one) | set(other) for one, other in zip(*alone, strict=True)
    ]


@given(
    st.lists(st.tuples(SHARES, SHARES), min_size=1, max_size=8, unique=True),
    st.integers(12, 60),
    st.integers(4, 20),
)
def test_labels_never_run_into_each_other(places: list[tuple[float, float]], width: int, height: int) -> None:
    names = ["one", "two", "three", "four", "five", "six", "seven", "eight"]
    found = tuple(Mark(x, y, "●", "one", name) for (x, y), name in zip(places, names, strict=False))
    for row in plot(Chart(UNIT, UNIT, marks=found), width, height):
        words = "".join(glyph for glyph, _ in row).replace("●", " ").split()
        parts = {part for word in words for part in word.removesuffix("…").removesuffix(",").split(",")}
        assert parts <= set(names)


def test_a_label_stands_beside_its_mark() -> None:
    [line] = [
        text_of(line)
        for line in draw(Chart(UNIT, UNIT, marks=(Mark(0.2, 0.5, "●", "one", "left"),)), 40, 9)
        if "●" in text_of(line)
    ]
    assert "● left" in line
    [line] = [
        text_of(line)
        for line in draw(Chart(UNIT, UNIT, marks=(Mark(1, 0.5, "●", "one", "left"),)), 40, 9)
        if "●" in text_of(line)
    ]
    assert line.endswith("left ●")


@given(
    st.lists(st.tuples(SHARES, st.sampled_from(["0", "−10", "100", "10k", "½"])), max_size=8),
    st.integers(8, 60),
)
def test_labels_below_never_touch_and_are_never_cut(ticks: list[tuple[float, str]], width: int) -> None:
    below = text_of(draw(Chart(Axis(0, 1, tuple(ticks)), UNIT), width, 5)[-1])
    assert set(below.split()) <= {label for _, label in ticks}
    assert bool(below.split()) == bool(ticks)


def test_labels_below_stand_under_their_values() -> None:
    ticks = ((0.0, "0"), (0.5, "mid"), (1.0, "1"))
    chart = Chart(Axis(0, 1, ticks), UNIT, marks=tuple(Mark(x, 0.5, "●", "one") for x, _ in ticks))
    *_, below = lines = [text_of(line) for line in draw(chart, 42, 6)]
    [marked] = [line for line in lines if "●" in line]
    columns = [column for column, glyph in enumerate(marked) if glyph == "●"]
    assert [below[column] for column in columns] == ["0", "i", "1"]


def test_labels_at_the_left_stand_beside_their_values() -> None:
    ticks = ((0.0, "0"), (0.5, "½"), (1.0, "1"))
    found = tuple(Mark(0.5, y, glyph, "one") for (y, _), glyph in zip(ticks, "●○◆", strict=True))
    lines = [text_of(line) for line in draw(Chart(UNIT, Axis(0, 1, ticks), marks=found), 30, 12)]
    labels = {
        line[0]: next(glyph for glyph in "●○◆" if glyph in line) for line in lines[:-1] if line[0] != " "
    }
    assert labels == {"0": "●", "½": "○", "1": "◆"}


def test_the_quiet_lines_stand_at_the_level_and_under_the_cursor() -> None:
    rows = plot(Chart(UNIT, UNIT, level=0.0, cursor=0.25), 22, 7)
    assert {y for y, row in enumerate(rows) for glyph, _ in row if glyph == LEVEL} == {5}
    cursor = {x for row in rows for x, (glyph, _) in enumerate(row) if glyph == CURSOR}
    assert cursor == {5}  # a quarter of the way through 21 columns


def test_a_label_that_speaks_for_marks_of_several_colours_takes_none_of_them() -> None:
    together = (Mark(0.5, 0.5, "•", "one", "up"), Mark(0.5, 0.5, "•", "zero", "down"))
    alike = (Mark(0.5, 0.5, "•", "one", "up"), Mark(0.5, 0.5, "•", "one strong", "down"))
    for marks, style in ((together, "text"), (alike, "one")):
        lines = draw(Chart(UNIT, UNIT, marks=marks), 40, 9)
        [styles] = [
            {style for text, style in line if "up, down" in text} for line in lines if "up" in text_of(line)
        ]
        assert styles == {style}


@given(st.lists(st.tuples(SHARES, SHARES), min_size=2, max_size=6), st.integers(14, 60), st.integers(4, 20))
@example([(0.5, 0.5), (0.575, 0.5), (0.4, 0.5), (0.5, 0.6), (0.5, 0.4)], 42, 12)
def test_a_label_never_stands_beside_another_mark(
    places: list[tuple[float, float]], width: int, height: int
) -> None:
    names = ("one", "two", "three", "four", "five", "six")
    found = tuple(Mark(x, y, "●", "one", name) for (x, y), name in zip(places, names, strict=False))
    rows = plot(Chart(UNIT, UNIT, marks=found), width, height)
    cells: dict[tuple[int, int], set[str]] = {}
    for mark in found:
        here = column_of(UNIT, mark.x, len(rows[0])), row_of(UNIT, mark.y, len(rows))
        cells.setdefault(here, set()).add(mark.label)
    for (column, row), labels in cells.items():
        line = "".join(glyph for glyph, _ in rows[row])
        label = r"((?:[a-z]+, ?)*[a-z]+)"
        beside = re.findall(f"{label} $", line[:column]) + re.findall(f"^ {label}", line[column + 1 :])
        assert {name for words in beside for name in re.split(", ?", words)} <= labels


@given(st.lists(st.tuples(SHARES, SHARES), min_size=2, max_size=6), st.integers(14, 60), st.integers(4, 20))
def test_a_label_is_nearer_to_its_mark_than_to_any_other(
    places: list[tuple[float, float]], width: int, height: int
) -> None:
    names = ("one", "two", "three", "four", "five", "six")
    found = tuple(Mark(x, y, "●", "one", name) for (x, y), name in zip(places, names, strict=False))
    rows = plot(Chart(UNIT, UNIT, marks=found), width, height)
    cells = {
        mark.label: (row_of(UNIT, mark.y, len(rows)), column_of(UNIT, mark.x, len(rows[0]))) for mark in found
    }
    for at, row in enumerate(rows):
        for label in re.finditer("(?:[a-z]+, ?)*[a-z]+", "".join(glyph for glyph, _ in row)):
            far = {
                place: math.hypot(
                    max(label.start() - place[1], place[1] - label.end() + 1, 0), 2 * (at - place[0])
                )
                for place in cells.values()
            }
            nearest = [place for place in far if far[place] == min(far.values())]
            assert nearest == [cells[name] for name in re.split(", ?", label.group())][:1]
