"""The neuron panel: bars as long as their weights, numbers that never change their width."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from neuron_tui.game.match.match import Match
from neuron_tui.game.replay.replay import Replay
from neuron_tui.puzzle.puzzle import Example, Puzzle, Question
from neuron_tui.tui.kit.bars import bar
from neuron_tui.tui.kit.chart import nice_limit
from neuron_tui.tui.kit.neuron_numbers import number
from neuron_tui.tui.match.panels.neuron_panel import neuron_lines
from tests.game.matches import article, bundled, replay_of
from tests.tui.reading import TEXTS, text_of, width_of

ARTICLE = replay_of(article())
LENGTHS = {"━": 1.0, "╺": 0.5, "╸": 0.5, " ": 0.0}


def length(part: str) -> float:
    """How many cells of a bar are filled."""
    return sum(LENGTHS[glyph] for glyph in part)


def parts(value: float, limit: float, width: int) -> list[str]:
    """What stands left of a bar's middle, the middle, and what stands right of it."""
    return [text for text, _ in bar(value, limit, width, "one")]


@given(st.floats(-1, 1), st.floats(0.01, 1_000), st.integers(3, 120))
def test_a_bar_is_as_long_as_its_weight_and_on_its_side(share: float, limit: float, width: int) -> None:
    left, middle, right = parts(share * limit, limit, width)
    half = (width - 1) // 2
    assert (len(left), middle, len(right)) == (half, "│", width - half - 1)
    long, empty = (right, left) if share >= 0 else (left, right)
    assert abs(length(long) - abs(share) * half) <= 0.26
    assert length(empty) == 0


@given(st.floats(-1, 1), st.integers(3, 60))
def test_a_bar_begins_at_the_middle(share: float, width: int) -> None:
    left, _, right = parts(share, 1.0, width)
    assert left == left.lstrip().rjust(len(left))
    assert right == right.rstrip().ljust(len(right))


def test_a_weight_beyond_the_scale_ends_with_it() -> None:
    assert parts(-7.0, 1.0, 9) == ["━━━━", "│", "    "]


@given(st.floats(-99_999, 99_999), st.sampled_from([6, 10]))
@example(10_000.0, 6)
def test_a_number_always_has_the_same_width_and_its_sign(value: float, width: int) -> None:
    text = number(value, width)
    assert len(text) == width
    shown = float(text.replace("−", "-").replace(",", ""))
    assert abs(shown - value) <= 0.5
    assert text.strip()[0] == ("−" if shown < 0 else "+")


def test_a_number_loses_decimals_only_where_it_must() -> None:
    texts = [number(value, 6) for value in (9.67299303, -9.999, 123.456, -1234.5)]
    assert texts == [" +9.67", "−10.00", "+123.5", "−1,234"]
    assert number(9.67299303, 10) == " +9.672993"
    assert number(-250_000.0, 6) == "−2e+05"


@pytest.mark.parametrize("exact", [False, True])
@pytest.mark.parametrize("size", [(41, 3), (41, 8), (60, 5), (120, 20)])
@pytest.mark.parametrize("puzzle", ["article/leftmost-column", "threshold/night-light-again"])
def test_nothing_is_wider_than_the_panel_and_nothing_jumps(
    puzzle: str, size: tuple[int, int], exact: bool
) -> None:
    replay = replay_of(bundled(puzzle))
    shapes = set()
    for iteration in (0, 1, 7, 100, 3_000, 10_000):
        for row in range(len(replay.rows)):
            lines = neuron_lines(replay, iteration, row, size, 0, exact)
            assert max(map(width_of, lines)) <= size[0]
            assert len(lines) <= size[1]
            shapes.add(tuple((width_of(line), text_of(line).find("│")) for line in lines))
    assert len(shapes) == 1


@given(st.lists(TEXTS, min_size=1, max_size=16, unique=True), st.integers(41, 100), st.integers(3, 20))
def test_any_names_fit_in_the_panel(names: list[str], width: int, height: int) -> None:
    inputs = (1,) * len(names)
    puzzle = Puzzle("Any", tuple(names), (Example(inputs, 1),), (Question(inputs, 1),))
    replay = Replay(puzzle, Match.begin(puzzle).recording)
    for exact in (False, True):
        lines = neuron_lines(replay, 0, 0, (width, height), 0, exact)
        assert max(map(width_of, lines)) <= width
        assert len(lines) <= height
        assert len({text_of(line).count("│") for line in lines[: len(names)]}) == 1


def test_the_article_s_neuron_as_it_stands_at_the_end() -> None:
    left, middle, right = (text_of(line) for line in neuron_lines(ARTICLE, 10_000, 4, (60, 3), 0, False))
    assert left.startswith("left")
    assert "+9.67" in left
    assert "−0.21" in middle
    assert "+9.67" in middle.split("−0.21")[1], "the weighted sum of 1 0 0"
    assert "−4.63" in right
    assert right.rstrip().endswith("0.9999")
    longer, shorter = (sum(LENGTHS.get(glyph, 0) for glyph in line) for line in (left, right))
    assert longer / shorter == pytest.approx(9.673 / 4.630, rel=0.05)


def test_an_input_that_is_off_is_quiet_and_one_that_is_on_has_a_colour() -> None:
    styles = [{style for _, style in line} for line in neuron_lines(ARTICLE, 10_000, 4, (60, 3), 0, False)]
    assert "one strong" in styles[0], "left is on in 1 0 0"
    assert "zero strong" not in styles[1] | styles[2]


def test_further_weights_are_scrolled_to() -> None:
    names = tuple(f"input {place:02}" for place in range(16))
    puzzle = Puzzle("x", names, (Example((1,) * 16, 1),), (Question((1,) * 16, 1),))
    puzzle = replace(puzzle, neuron=replace(puzzle.neuron, threshold=True))
    replay = Replay(puzzle, Match.begin(puzzle).recording)
    lines = [text_of(line) for line in neuron_lines(replay, 0, 0, (60, 5), 12, False)]
    assert [line.split("■")[0].strip() for line in lines] == [*names[12:], "threshold"]


@given(st.floats(0, 1e6), st.sampled_from([1.0, 5.0]))
def test_a_scale_holds_its_largest_value_and_is_a_round_number(value: float, least: float) -> None:
    limit = nice_limit(value, least)
    assert limit >= max(value, least)
    assert limit <= max(value * 2, least) * 1.0001
    assert f"{limit:.0e}"[0] in "1235"
    assert float(f"{limit:.0e}") == pytest.approx(limit)


@pytest.mark.parametrize("weight", [0, 1, 2])
def test_a_weight_that_is_selected_is_marked_behind_its_name_and_nothing_moves(weight: int) -> None:
    plain = neuron_lines(ARTICLE, 100, 4, (41, 3), 0, False)
    lines = neuron_lines(ARTICLE, 100, 4, (41, 3), 0, False, weight)
    for place, (line, before) in enumerate(zip(lines, plain, strict=True)):
        if place == weight:
            text = text_of(before)
            signal = min(text.find(glyph) for glyph in "■□" if glyph in text)
            assert text_of(line) == text[: signal - 1] + "▸" + text[signal:]
            assert any("selected" in style.split() for _, style in line)
        else:
            assert line == before


@pytest.mark.parametrize("top", [0, 12])
def test_the_mark_stays_with_its_weight_where_the_panel_scrolls(top: int) -> None:
    names = tuple(f"input {place:02}" for place in range(16))
    puzzle = Puzzle("x", names, (Example((1,) * 16, 1),), (Question((1,) * 16, 1),))
    replay = Replay(puzzle, Match.begin(puzzle).recording)
    lines = [text_of(line) for line in neuron_lines(replay, 0, 0, (60, 4), top, False, 13)]
    assert [line.split("▸")[0].strip() for line in lines if "▸" in line] == ["input 13"][: top // 12]
