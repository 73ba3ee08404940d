"""The place on the screen that a step of a lesson speaks of."""

from __future__ import annotations

import pytest

from neuron_tui.puzzle.condition import read_condition
from neuron_tui.puzzle.file.reader import read_puzzle
from neuron_tui.tui.match.pointing import Place, place_of
from tests.puzzle.sources import puzzle_file


@pytest.mark.parametrize(
    ("condition", "place"),
    [
        ("guessed", Place("guesses")),
        ("guess > 0.5", Place("guesses")),
        ("row 2 is selected", Place("puzzle", row=1)),
        ("output of 1 > 0.5", Place("puzzle", row=0)),
        ("sum of 2 < 0", Place("puzzle", row=1)),
        ("output of 1 > 0.5 by turning A", Place("puzzle", row=0)),
        ("a wrong row is selected", Place("puzzle")),
        ("weight of B > 3", Place("neuron", weight=1)),
        ("weight of B is selected", Place("neuron", weight=1)),
        ("the weight that moved most is selected", Place("neuron")),
        ("error < 0.1", Place("error")),
        ("iteration > 9", Place("error")),
        ("verdict", Place()),
    ],
)
def test_a_condition_has_its_place(condition: str, place: Place) -> None:
    puzzle = read_puzzle(puzzle_file().encode()).puzzle
    assert puzzle is not None
    assert place_of(read_condition(condition, puzzle)) == place


def test_where_no_step_has_its_turn_nothing_is_marked() -> None:
    assert place_of(None) == Place()
