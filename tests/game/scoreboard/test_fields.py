"""Who wins where, and how many of the ten starts learn a puzzle."""

from __future__ import annotations

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.scoreboard.fields import CONTEXT, in_fields
from neuron_tui.puzzle.library.library import Folder, scan
from tests.game.scoreboard.answers import figures

BUNDLED = [entry.path for entry in scan([Folder(bundled_puzzles(), "bundled")]).entries]


def test_a_puzzle_is_in_the_field_of_who_is_right_in_more_than_half_of_the_answers() -> None:
    said = [
        *[(0.9, 0.9, 1.0)] * 3,
        *[(0.9, 0.1, 1.0)] * 2,
        *[(0.1, 0.9, 1.0)] * 2,
        *[(0.5, 0.5, 1.0)] * 1,
    ]
    puzzles = ["both"] * 3 + ["people"] * 2 + ["neuron"] * 2 + ["neither"]
    assert [(place.version.id, place.field) for place in in_fields(figures(said, puzzles).puzzles)] == [
        ("both", "both"),
        ("neuron", "neuron"),
        ("people", "people"),
        ("neither", "neither"),
    ]


def test_half_of_the_answers_is_not_more_than_half() -> None:
    (place,) = in_fields(figures([(0.9, 0.9, 1.0), (0.1, 0.9, 1.0)]).puzzles)
    assert place.field == "neuron"
    assert (place.total.you.right, place.total.you.sided) == (1, 2)


def test_a_puzzle_without_right_sides_is_in_no_field() -> None:
    assert in_fields(figures([(0.5, 0.5, 0.5)]).puzzles) == ()
    assert in_fields(figures([]).puzzles) == ()


def test_the_context_names_its_source() -> None:
    assert "2012.03661" in CONTEXT
