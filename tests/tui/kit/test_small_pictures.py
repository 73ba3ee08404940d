"""Puzzles of pictures: drawn in half-block cells and read back, side by side, and seen by the neuron."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.replay.replay import Replay
from neuron_tui.game.replay.training import training_of
from neuron_tui.neuron import Recording
from neuron_tui.puzzle.puzzle import Example, NeuronSettings, Puzzle, Question
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.glyphs import HALVES
from neuron_tui.tui.kit.table.picture_sheet import Card, ContactSheet, Shape, lines_of, small
from neuron_tui.tui.match.pictures.drawing import Drawing
from neuron_tui.tui.match.pictures.weights import SeenPicture, seen_lines
from tests.tui.reading import text_of, width_of

_, UPPER, LOWER, FULL = HALVES

shapes = st.tuples(st.integers(3, 5), st.integers(3, 5))
SMALLEST_PANEL = 41
"""Cells of the neuron's panel at 80x24, and of a table of pictures one less than that of rows."""
SMALLEST_TABLE = 33


@st.composite
def pictures(draw: st.DrawFn) -> tuple[Shape, tuple[int, ...]]:
    shape = draw(shapes)
    points = shape[0] * shape[1]
    return shape, tuple(draw(st.lists(st.integers(0, 1), min_size=points, max_size=points)))


def read_back(lines: list[Line], shape: Shape) -> tuple[int, ...]:
    """The points of a picture, from its glyphs; only a last row that stands alone is told by its style."""
    halves = {FULL: (1, 1), UPPER: (1, 0), LOWER: (0, 1), " ": (0, 0)}
    rows: list[list[int]] = []
    for number, line in enumerate(lines):
        if 2 * number + 1 == shape[0]:
            rows.append([int(style == "text") for _, style in line])
        else:
            rows += [[halves[glyph][half] for glyph, _ in line] for half in (0, 1)]
    return tuple(value for row in rows for value in row)


@given(pictures())
def test_every_picture_can_be_read_back(picture: tuple[Shape, tuple[int, ...]]) -> None:
    shape, points = picture
    drawn = small(points, shape)
    assert len(drawn) == lines_of(shape)
    assert {width_of(line) for line in drawn} == {shape[1]}
    assert read_back(drawn, shape) == points


@given(shapes, st.integers(1, 60), st.sampled_from([1, 4]), st.integers(SMALLEST_TABLE, 100))
def test_each_picture_is_found_where_it_is_seen(shape: Shape, count: int, label: int, width: int) -> None:
    sheet = ContactSheet(shape, count, label, width)
    blank = (0,) * (shape[0] * shape[1])
    plain = [Card(blank, (("", ""), ("", "")), selected=False) for _ in range(count)]
    assert max(map(width_of, sheet.paint(plain, 0, sheet.lines))) <= width
    for chosen in {0, count // 2, count - 1}:
        cards = [*plain[:chosen], Card(blank, (("", ""), ("", "")), selected=True), *plain[chosen + 1 :]]
        lines = [text_of(line) for line in sheet.paint(cards, 0, sheet.lines)]
        marked = [(line.index("\u25b8"), row) for row, line in enumerate(lines) if "\u25b8" in line]
        assert len(marked) == 1
        assert sheet.card_at(*marked[0]) == chosen
        assert sheet.line_of(chosen) == marked[0][1]
    assert sheet.card_at(0, sheet.lines) is None


@given(shapes, st.integers(1, 60), st.integers(0, 40), st.integers(1, 20))
def test_a_picture_is_whole_or_not_there(shape: Shape, count: int, top: int, height: int) -> None:
    sheet = ContactSheet(shape, count, 1, SMALLEST_TABLE)
    card = Card((1,) * (shape[0] * shape[1]), (("", ""), ("", "")), selected=False)
    lines = [text_of(line) for line in sheet.paint([card] * count, top, height)]
    whole = sheet.paint([card] * count, 0, sheet.lines)
    drawn = "".join(lines).count(FULL) + "".join(lines).count(UPPER)
    assert drawn % (lines_of(shape) * shape[1]) == 0
    if height >= 2 * sheet.card_height and top <= max(sheet.lines - height, 0):  # further it does not scroll
        assert drawn, "of two that stand under each other, one is seen"
    assert all(line in ("", text_of(there)) for line, there in zip(lines, whole[top:], strict=False))


def replay_of(shape: Shape, threshold: bool) -> Replay:
    """A short training on two pictures: all points lit, and none."""
    points = shape[0] * shape[1]
    puzzle = Puzzle(
        "Any",
        tuple(f"r{row + 1}c{column + 1}" for row in range(shape[0]) for column in range(shape[1])),
        (Example((1,) * points, 1), Example((0,) * points, 0)),
        (Question((1, *(0,) * (points - 1)), 0),),
        neuron=NeuronSettings(threshold=threshold, iterations=20),
        picture=shape,
    )
    recording = Recording(training_of(puzzle))
    recording.record(20)
    return Replay(puzzle, recording)


@pytest.mark.parametrize("threshold", [False, True])
@given(picture=pictures(), iteration=st.integers(0, 20))
def test_what_it_says_of_any_picture_is_its_weights_added_up(
    picture: tuple[Shape, tuple[int, ...]], iteration: int, threshold: bool
) -> None:
    shape, points = picture
    replay = replay_of(shape, threshold)
    seen = SeenPicture.of(replay, iteration, points)
    weights = replay.weights(iteration)
    total = float(weights[: len(points)] @ np.array(points)) + (float(weights[-1]) if threshold else 0.0)
    assert seen.total == pytest.approx(total, abs=1e-12)
    assert seen.output == pytest.approx(1 / (1 + np.exp(-total)))
    lines = seen_lines(seen, SMALLEST_PANEL, shape[0] + 1)
    assert len(lines) == shape[0] + 1
    assert max(map(width_of, lines)) <= SMALLEST_PANEL
    said = "\n".join(map(text_of, lines))
    assert f"{seen.output:.4f}" in said
    assert ("threshold" in said) == threshold


@given(shapes, st.integers(SMALLEST_PANEL, 160), st.integers(6, 50))
def test_the_pictures_grow_with_the_panel_and_never_beyond_it(shape: Shape, width: int, height: int) -> None:
    seen = SeenPicture.of(replay_of(shape, True), 20, (1,) * (shape[0] * shape[1]))
    lines = seen_lines(seen, width, height)
    assert len(lines) <= max(height, shape[0] + 1)
    assert max(map(width_of, lines)) <= width
    if width >= 160 and height >= 4 * shape[0] + 1:
        assert len(lines) > 2 * shape[0], "there is room for larger ones"


def test_what_stands_above_a_picture_of_one_s_own_is_read_whole_in_a_small_terminal() -> None:
    asked = "Draw a picture it gets wrong, near one it gets right: 1 point will do."
    drawing = Drawing(replay_of((5, 5), True), 0, lambda: (asked, "The rule says 1."))
    lines = drawing.paint(58, 15)
    assert len(lines) <= 15
    assert max(map(width_of, lines)) <= 58
    assert " ".join(text_of(line) for line in lines[:3]) == f"{asked} The rule says 1."
