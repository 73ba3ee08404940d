"""The table of a class, cell by cell."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from neuron_tui.game.classroom.classroom import Classroom, Column, classroom
from neuron_tui.tui.classroom.table import Layout, View, table_lines
from neuron_tui.tui.kit.cells import Line, width_of
from tests.game.journal.answers import answer

COLUMNS = [
    Column(f"{chapter}/{number}", f"Puzzle {number}", f"Chapter {chapter}", f"{chapter}.{number}")
    for chapter in range(1, 8)
    for number in range(1, 13)
]
PUPILS = [f"Pupil {number:02}" for number in range(30)]


def a_class() -> Classroom:
    """The first pupil has three puzzles right, wrong and in part, and the last one the last puzzle."""
    said = [
        answer(PUPILS[0], "1/1", guess=Fraction(9, 10)),
        answer(PUPILS[0], "1/2", guess=Fraction(1, 10)),
        answer(PUPILS[0], "2/1", "0 1 1"),
        answer(PUPILS[0], "2/1", guess=Fraction(0)),
        answer(PUPILS[-1], "7/12"),
    ]
    return classroom([replace(each, seconds=3.0) for each in said], COLUMNS, PUPILS)


def text(line: Line) -> str:
    return "".join(part for part, _ in line).rstrip()


def test_where_there_is_room_all_figures_and_puzzles_are_there() -> None:
    lines = table_lines(View.of(a_class()), 200, 40)
    assert len(lines) == 2 + len(PUPILS)
    assert text(lines[0]).split() == list("1234567")
    assert text(lines[1]).split()[:8] == [
        *("pupil", "puzzles", "right", "points", "hints", "seconds", "surer"),
        "123456789012",
    ]
    # (96 - 224 + 96 - 300) / 4 = -83 points
    assert text(lines[2]).split()[:12] == [
        *("\u25b8", "Pupil", "00", "3/84", "50", "%", "\u221283", "4", "3", "-"),
        *("\u2713\u2717" + "\u00b7" * 10, "~" + "\u00b7" * 11),
    ]
    assert text(lines[-1]).endswith("\u00b7\u2713")


@pytest.mark.parametrize("width", [1, 20, 56, 80, 100, 160])
@pytest.mark.parametrize("height", [1, 3, 14])
def test_what_is_selected_is_in_sight_and_found_where_it_stands(width: int, height: int) -> None:
    for row, column in ((0, 0), (29, 83), (17, 40), (3, 59)):
        view = View.of(a_class()).moved(row, column)
        layout = Layout(view, width, height)
        assert row in layout.rows
        (at,) = (at for place, at in layout.columns if place == column)
        assert layout.selected(layout.start + at, 2 + layout.rows.index(row)) == (row, column)
        lines = table_lines(view, width, height)
        assert "\u25b8" in text(lines[2 + layout.rows.index(row)])
        if width > layout.start:
            assert all(sum(width_of(part) for part, _ in line) <= width for line in lines)


def test_nothing_lies_beyond_the_first_and_the_last() -> None:
    view = View.of(a_class())
    assert view.moved(-1, -1).pupil == PUPILS[0]
    assert view.moved(99, 99).pupil == PUPILS[-1]
    assert view.moved(99, 99).puzzle == COLUMNS[-1]
    assert table_lines(View.of(classroom([], [], [])), 80, 24) == []
