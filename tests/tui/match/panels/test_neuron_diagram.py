"""The neuron as a drawing: it fills its size, its numbers stand still, its connections show its weights."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from neuron_tui.game.replay.replay import Replay
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.chart import nice_limit
from neuron_tui.tui.match.panels.neuron_diagram import (
    EXACT_WIDTH,
    LEAST_BETWEEN,
    LEAST_HEIGHT,
    LEAST_WIDTH,
    THICKEST,
    ForwardPass,
    diagram_lines,
    fits,
    place_of,
)
from neuron_tui.tui.match.panels.neuron_panel import NeuronPanel
from tests.game.matches import article, bundled, replay_of
from tests.tui.plotted import Cell, dots_in, is_braille, stands_at, where_in
from tests.tui.reading import TEXTS, cells, text_of, width_of

ARTICLE = replay_of(article())
NIGHT_LIGHT = replay_of(bundled("threshold/night-light-again"))
WIDTHS, HEIGHTS = st.integers(60, 200), st.integers(7, 50)
WEIGHTS = st.floats(-9_000, 9_000)
CLEAR = st.floats(0.01, 1).flatmap(lambda size: st.sampled_from([size, -size]))
"""Weights that are not shown as zero, as shares of the largest one."""
APART = (160, 41)
"""A size in which three connections begin ten rows from each other."""


def forward(
    weights: list[float], signals: list[bool], names: list[str] | None = None, *, exact: bool = False
) -> ForwardPass:
    """A row running through a neuron with these weights."""
    with np.errstate(over="ignore"):
        total = float(np.dot(weights, signals))
        output = float(1 / (1 + np.exp(-total)))
    called = names or [f"input {place}" for place in range(len(weights))]
    limit = nice_limit(max(map(abs, weights)), 1.0)
    return ForwardPass(tuple(called), tuple(weights), tuple(signals), limit, total, output, exact)


@st.composite
def moments(draw: st.DrawFn, names: st.SearchStrategy[str] = TEXTS) -> ForwardPass:
    count = draw(st.integers(1, 17))
    return forward(
        draw(st.lists(WEIGHTS, min_size=count, max_size=count)),
        draw(st.lists(st.booleans(), min_size=count, max_size=count)),
        draw(st.lists(names, min_size=count, max_size=count)),
        exact=draw(st.booleans()),
    )


def drawn(forward: ForwardPass, width: int, height: int) -> list[list[Cell]]:
    """The cells of the drawing."""
    return [cells(line) for line in diagram_lines(forward, width, height)]


def bundle(rows: list[list[Cell]]) -> list[list[Cell]]:
    """The cells from the first one of the connections to the last, without the body beyond them."""
    body = next(column for column, (glyph, _) in enumerate(rows[len(rows) // 2]) if glyph == "┤")
    columns = [x for row in rows for x, (glyph, _) in enumerate(row[:body]) if is_braille(glyph)]
    return [row[min(columns) : body] for row in rows]


def beginnings(forward: ForwardPass) -> list[tuple[list[int], set[str]]]:
    """How many dots high each of three connections is in its first columns, and its styles there."""
    rows = bundle(drawn(forward, *APART))
    found = []
    for first in (0, 14, 27):  # each begins in the middle of a third of the rows
        band = [row[:3] for row in rows[first : first + 14]]
        styles = {style for row in band for glyph, style in row if is_braille(glyph)}
        found.append(([len(downs) for downs in dots_in(band)], styles))
    return found


@given(moments(), WIDTHS, HEIGHTS)
def test_it_fills_exactly_its_size_whatever_the_names_and_the_weights(
    forward: ForwardPass, width: int, height: int
) -> None:
    assume(fits(len(forward.names), width, height, forward.exact))
    lines = diagram_lines(forward, width, height)
    assert len(lines) == height
    assert {width_of(line) for line in lines} == {width}


@given(moments(st.text("abcdefgh ", max_size=30)), WIDTHS, HEIGHTS)
def test_every_weight_the_sum_and_the_output_stand_there_whole(
    forward: ForwardPass, width: int, height: int
) -> None:
    assume(fits(len(forward.names), width, height, forward.exact))
    lines = diagram_lines(forward, width, height)
    words = " ".join(map(text_of, lines))
    assert words.count("■ 1 × ") == sum(forward.signals)
    assert words.count("□ 0 × ") == len(forward.names) - sum(forward.signals)
    assert "weighted sum" in words
    assert "output" in words
    assert f"→ {forward.output:.{11 if forward.exact else 4}f} " in words
    connections = bundle(drawn(forward, width, height))
    assert len(connections[0]) >= LEAST_BETWEEN, "the weights can be seen"


def test_it_needs_room_for_every_weight_and_more_width_for_all_decimals() -> None:
    assert fits(3, LEAST_WIDTH, LEAST_HEIGHT, exact=False)
    assert not fits(3, LEAST_WIDTH - 1, LEAST_HEIGHT, exact=False)
    assert not fits(3, LEAST_WIDTH, LEAST_HEIGHT - 1, exact=False)
    assert fits(17, LEAST_WIDTH, 17, exact=False)
    assert not fits(17, 200, 16, exact=False)
    assert fits(3, EXACT_WIDTH, LEAST_HEIGHT, exact=True)
    assert not fits(3, EXACT_WIDTH - 1, LEAST_HEIGHT, exact=True)


def test_long_names_take_the_room_of_the_s_curve_but_not_that_of_the_connections() -> None:
    short, long = (forward([1.0, -2.0], [True, False], [name, "b"]) for name in ("a", "a" * 30))
    words = {
        (name, width): "\n".join(map(text_of, diagram_lines(of, width, 9)))
        for name, of in (("short", short), ("long", long))
        for width in (60, 71, 78)
    }
    assert {place for place, text in words.items() if "S-curve" in text} == {
        ("short", 71), ("short", 78), ("long", 78),
    }  # fmt: skip
    assert "a" * 13 + "…" in words["long", 71]
    assert "a" * 10 + "…" in words["long", 60]


@pytest.mark.parametrize("exact", [False, True])
@pytest.mark.parametrize("size", [(72, 7), (78, 18), (156, 44)])
@pytest.mark.parametrize("replay", [ARTICLE, NIGHT_LIGHT], ids=lambda replay: replay.puzzle.title)
def test_no_number_changes_its_width_or_its_place_while_the_tape_plays(
    replay: Replay, size: tuple[int, int], exact: bool
) -> None:
    shapes = set()
    for iteration in (0, 1, 7, 100, 3_000, 10_000):
        for row in range(len(replay.rows)):
            lines = diagram_lines(ForwardPass.of(replay, iteration, row, exact), *size)
            texts = [text_of(line) for line in lines]
            points = [(y, x) for y, text in enumerate(texts) for x, glyph in enumerate(text) if glyph == "."]
            ends = [tuple(x for x, glyph in enumerate(text) if glyph in "┤├╭╮╰╯×→") for text in texts]
            shapes.add((tuple(points), tuple(ends)))
    assert len(shapes) == 1


@given(CLEAR, CLEAR, st.lists(st.booleans(), min_size=3, max_size=3))
def test_a_connection_is_as_thick_as_its_weight_is_large(first: float, second: float, on: list[bool]) -> None:
    weights = [first * 20, second * 20, 20.0]
    for weight, (heights, _) in zip(weights, beginnings(forward(weights, on)), strict=True):
        thickness = max(abs(weight) / 20 * THICKEST, 1)
        assert all(abs(height - thickness) <= 1 for height in heights)


@given(CLEAR, CLEAR, CLEAR, st.lists(st.booleans(), min_size=3, max_size=3))
def test_a_connection_has_the_colour_of_its_sign_and_none_where_nothing_flows(
    first: float, second: float, third: float, on: list[bool]
) -> None:
    weights = [first, second, third]
    for weight, lit, (_, styles) in zip(weights, on, beginnings(forward(weights, on)), strict=True):
        assert styles == {("one" if weight > 0 else "zero") if lit else "faint"}


def test_a_weight_that_is_shown_as_zero_has_a_broken_connection_without_a_side() -> None:
    for weight in (0.0, 0.004, -0.004):
        _, (heights, styles), _ = beginnings(forward([5.0, weight, 5.0], [True] * 3))
        assert [height > 0 for height in heights] == [False, True] * 3
        assert styles == {"text"}


def test_where_connections_run_together_the_one_that_is_on_is_on_top() -> None:
    for on in ([True, False], [False, True]):
        rows = bundle(drawn(forward([3.0, -3.0], on), 100, 15))
        styles = {style for row in rows for glyph, style in row[-1:] if is_braille(glyph)}
        assert styles == {"one" if on[0] else "zero"}


def test_an_input_that_is_on_is_bright_and_one_that_is_off_says_0_and_is_quiet() -> None:
    lines = [
        line
        for line in diagram_lines(ForwardPass.of(ARTICLE, 10_000, 4, False), 90, 9)
        if "×" in text_of(line)
    ]
    said = [text_of(line).split()[:5] for line in lines]
    assert said == [
        ["left", "■", "1", "×", "+9.67"],
        ["middle", "□", "0", "×", "−0.21"],
        ["right", "□", "0", "×", "−4.63"],
    ], "the article's weights, for 1 0 0"
    assert [line[2][1] for line in lines] == ["one strong", "zero", "zero"]


@pytest.mark.parametrize("exact", [False, True])
def test_the_panel_shows_the_drawing_or_the_bars_whichever_fits(exact: bool) -> None:
    names = ("a rather long name", "another long one", "and a third")
    panel = NeuronPanel(Replay(replace(article(), input_names=names), ARTICLE.recording))
    panel.exact = exact
    for width in range(41, 130):
        lines = panel.paint(width, 9)
        assert max(map(width_of, lines)) <= width
        assert len(lines) == (9 if width >= (EXACT_WIDTH if exact else LEAST_WIDTH) else 3)


def dot(lines: list[Line]) -> tuple[int, int, str]:
    """The column and the row of the dot inside the small curve's frame, and its style."""
    top, left = next(
        (y, text_of(line).index("╭──S")) for y, line in enumerate(lines) if "S-curve" in text_of(line)
    )
    rows = [cells(line)[left + 1 : left + 12] for line in lines[top + 1 : top + 4]]
    [(column, row)] = where_in(rows, "●")
    return column, row, rows[row][column][1]


@given(st.floats(-30, 30), HEIGHTS)
def test_the_dot_on_the_small_curve_stands_at_the_sum_and_the_output(total: float, height: int) -> None:
    column, row, _ = dot(diagram_lines(forward([total], [True], ["x"]), 90, height))
    within = min(max(total, -8), 8)  # beyond, the curve is flat, and the dot stands at its end
    assert stands_at((column, row), (within + 8) / 16, 1 / (1 + np.exp(-total)), 11, 3)


def test_the_dot_and_the_output_have_the_colour_of_their_side() -> None:
    for total, style in ((3.0, "one strong"), (-3.0, "zero strong"), (0.0, "text strong")):
        lines = diagram_lines(forward([total], [True], ["x"]), 90, 9)
        assert dot(lines)[2] == style
        [said] = [line for line in lines if "→" in text_of(line)]
        assert said[-1][1] == style


@pytest.mark.parametrize("iteration", [0, 1, 60, 10_000])
@pytest.mark.parametrize("row", range(5))
def test_it_shows_the_row_of_the_replay_at_its_iteration(iteration: int, row: int) -> None:
    weights = ARTICLE.recording.tape[iteration]
    inputs = np.array([[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1], [1, 0, 0]])[row]
    total = float(np.sum(weights * inputs))
    output = 1 / (1 + np.exp(-total))
    said = " ".join(map(text_of, diagram_lines(ForwardPass.of(ARTICLE, iteration, row, False), 100, 9)))
    assert f"{total:+.2f}".replace("-", "−") in said
    assert f"→ {output:.4f}" in said
    exact = " ".join(map(text_of, diagram_lines(ForwardPass.of(ARTICLE, iteration, row, True), 100, 9)))
    assert f"{total:+.6f}".replace("-", "−") in exact
    assert f"→ {output:.11f}" in exact


def test_the_scale_of_the_thickness_does_not_move_while_it_learns() -> None:
    limits = {ForwardPass.of(ARTICLE, iteration, 4, False).limit for iteration in (0, 1, 10_000)}
    assert limits == {10}, "the largest weight will be 9.67"


@pytest.mark.parametrize("weight", [0, 1, 2])
def test_a_weight_that_is_selected_is_marked_before_its_name_and_nothing_moves(weight: int) -> None:
    plain = diagram_lines(ForwardPass.of(ARTICLE, 100, 4, False), 90, 9)
    lines = diagram_lines(ForwardPass.of(ARTICLE, 100, 4, False, weight), 90, 9)
    row = place_of(weight, 3, 9)
    for place, (line, before) in enumerate(zip(lines, plain, strict=True)):
        assert text_of(line) == ("▸" + text_of(before)[1:] if place == row else text_of(before))
    assert text_of(lines[row])[1:].startswith(ARTICLE.weight_names[weight])
    assert any("selected" in style.split() for _, style in lines[row])
