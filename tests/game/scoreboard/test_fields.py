"""Who wins where."""

from __future__ import annotations

from neuron_tui.game.scoreboard.fields import CONTEXT, Field, in_fields
from neuron_tui.game.scoreboard.figures import Figures
from neuron_tui.game.scoreboard.ranking import ScoreRow
from tests.game.scoreboard.answers import figures


def fields(made: Figures) -> dict[Field, list[ScoreRow]]:
    return in_fields(ScoreRow(version.id, version.id, total) for version, total in made.puzzles.items())


def test_a_puzzle_is_in_the_field_of_who_is_right_in_more_than_half_of_the_answers() -> None:
    said = [
        *[(0.9, 0.9, 1.0)] * 3,
        *[(0.9, 0.1, 1.0)] * 2,
        *[(0.1, 0.9, 1.0)] * 2,
        *[(0.5, 0.5, 1.0)] * 1,
    ]
    puzzles = ["both"] * 3 + ["people"] * 2 + ["neuron"] * 2 + ["neither"]
    found = fields(figures(said, puzzles))
    assert {field: [row.id for row in rows] for field, rows in found.items()} == {
        "both": ["both"],
        "people": ["people"],
        "neuron": ["neuron"],
        "neither": ["neither"],
    }


def test_the_most_answered_come_first_and_then_the_names() -> None:
    made = figures([(0.9, 0.9, 1.0)] * 4, ("b", "a", "c", "c"))
    assert [row.id for row in fields(made)["both"]] == ["c", "a", "b"]


def test_half_of_the_answers_is_not_more_than_half() -> None:
    (row,) = fields(figures([(0.9, 0.9, 1.0), (0.1, 0.9, 1.0)]))["neuron"]
    assert (row.total.you.right, row.total.you.sided) == (1, 2)


def test_a_puzzle_without_right_sides_is_in_no_field() -> None:
    assert not any(fields(figures([(0.5, 0.5, 0.5)])).values())


def test_the_context_names_its_source() -> None:
    assert "2012.03661" in CONTEXT
