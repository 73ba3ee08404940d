"""Calibration and points over time, read back from their cells."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.scoreboard.foreseen import NOTHING_FORESEEN, Foreseen
from neuron_tui.game.scoreboard.head_to_head import HeadToHead, Side
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.chart import nice_limit
from neuron_tui.tui.scores.calibration import calibration_lines, short
from neuron_tui.tui.scores.points_over_time import (
    STEPS,
    foreseen_courses,
    match_courses,
    points_lines,
    short_amount,
)
from tests.game.scoreboard.answers import figures
from tests.tui.plotted import is_braille, stands_at, where_in
from tests.tui.reading import cells, text_of, width_of

YOU, NEURON = "▲", "●"
MARGIN = 2


Pairs = list[tuple[float, float]]
"""What was said, and what was right."""


def drawn(said: Pairs, its: Pairs, width: int = 42, height: int = 20) -> list[Line]:
    """The picture of both players' answers."""
    you, neuron = (
        Side(np.array([guess for guess, _ in pairs]), np.array([right for _, right in pairs]))
        for pairs in (said, its)
    )
    return calibration_lines(HeadToHead(you, neuron), width, height)


def inside(lines: list[Line]) -> list[list[tuple[str, str]]]:
    """The cells between the axes."""
    return [cells(line)[MARGIN:] for line in lines[1:-4]]


def test_each_bin_s_mark_stands_at_what_was_said_and_how_often_it_came_true() -> None:
    lines = drawn([(0.8, 1.0), (0.8, 0.0), (0.8, 1.0), (0.8, 1.0)], [(0.3, 0.0)])
    plot = inside(lines)
    (you,) = where_in(plot, YOU)
    (neuron,) = where_in(plot, NEURON)
    assert stands_at(you, 0.8, 0.75, len(plot[0]), len(plot))
    assert stands_at(neuron, 0.3, 0.0, len(plot[0]), len(plot))


def test_the_upright_line_goes_as_far_as_the_share_may_lie() -> None:
    # Wilson's interval with the correction for continuity is 0.22 to 0.99 for 3 of 4.
    plot = inside(drawn([(0.8, 1.0)] * 3 + [(0.8, 0.0)], []))
    heights = [1 - y / (len(plot) - 1) for _, y in where_in(plot, "│")]
    assert min(heights) == pytest.approx(0.22, abs=0.07)
    assert max(heights) == pytest.approx(0.99, abs=0.07)
    assert {x for x, _ in where_in(plot, "│")} == {x for x, _ in where_in(plot, YOU)}


def test_the_diagonal_rises_from_corner_to_corner() -> None:
    plot = inside(drawn([], []))
    dotted = [(x, y) for y, row in enumerate(plot) for x, (glyph, _) in enumerate(row) if is_braille(glyph)]
    assert (0, len(plot) - 1) in dotted
    assert (len(plot[0]) - 1, 0) in dotted


def test_the_counts_of_both_stand_under_their_bins() -> None:
    lines = drawn([(0.05, 0.0)] * 12 + [(0.95, 1.0)] * 7, [(0.5, 1.0)] * 3)
    yours, its = (text_of(line) for line in lines[-2:])
    assert yours.split() == [YOU, "12", *"·" * 8, "7"]
    assert its.split() == [NEURON, *"·" * 5, "3", *"·" * 4]


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0"), (999, "999"), (1_000, "1k"), (99_999, "99k"), (100_000, ".1M"), (2_000_000, "2M")],
)
def test_a_count_takes_at_most_three_cells(count: int, text: str) -> None:
    assert short(count) == text


@given(
    st.lists(st.tuples(st.floats(0, 1), st.sampled_from([0.0, 1.0])), max_size=30),
    st.integers(30, 120),
    st.integers(9, 50),
)
def test_the_picture_never_leaves_its_room(said: Pairs, width: int, height: int) -> None:
    lines = drawn(said, said[::-1], width, height)
    assert len(lines) <= height
    assert all(width_of(line) <= width for line in lines)


def test_points_end_where_they_came_to_and_say_so() -> None:
    lines = points_lines(match_courses(figures([(0.5, 1.0, 1.0)] * 40).total), 60, 14)
    assert text_of(lines[0]).split() == [YOU, "you", "0", NEURON, "neuron", "4,000"]
    plot = [cells(line)[MARGIN + 1 :] for line in lines[1:-1]]
    assert where_in(plot, NEURON) == [(len(plot[0]) - 1, 0)]
    assert where_in(plot, YOU) == [(len(plot[0]) - 1, len(plot) - 1)]
    assert text_of(lines[-1]).split() == ["0", "40"]


def test_what_was_foreseen_is_a_curve_of_its_own_with_the_points_per_answer() -> None:
    # 100 each for forty, and -300 for the last ten: it falls from 4,000 to 1,000
    outputs = np.repeat([1.0, 0.0], [40, 10])
    seen = Foreseen(np.ones(50), outputs, np.zeros(50, np.int64))
    lines = points_lines(foreseen_courses(seen), 60, 14)
    assert text_of(lines[0]).split(maxsplit=1) == [YOU, "you 1,000, 20 per answer"]
    plot = [cells(line)[MARGIN + 1 :] for line in lines[1:-1]]
    ((x, y),) = where_in(plot, YOU)
    assert stands_at((x, y), 1, 0.25, len(plot[0]), len(plot))
    assert NEURON not in "".join(map(text_of, lines))
    assert text_of(lines[-1]).split() == ["0", "50"]
    assert points_lines(foreseen_courses(NOTHING_FORESEEN), 60, 14) == []


def test_one_answer_and_losses_have_a_picture_too() -> None:
    assert points_lines(match_courses(figures([(1.0, 0.0, 1.0)]).total), 60, 14)
    losing = figures([(0.0, 0.5, 1.0)] * 9).total
    lost = "\n".join(map(text_of, points_lines(match_courses(losing), 60, 14)))
    assert "you −2,700" in lost
    assert "−3k" in lost


def test_axes_end_on_round_numbers() -> None:
    assert [nice_limit(value, 0, STEPS) for value in (0, 96, 101, 2_345, 5_071)] == [
        0,
        100,
        150,
        3_000,
        6_000,
    ]
    assert [short_amount(value) for value in (0, 150, -3_000, 1.5e6)] == ["0", "150", "−3k", "1.5M"]
