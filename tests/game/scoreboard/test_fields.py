"""Who wins where, and how many of the ten starts learn a puzzle."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.proving.expectation import SEEDS, outcomes
from neuron_tui.game.scoreboard.fields import CONTEXT, places
from neuron_tui.game.scoreboard.seeds import seeds_right
from neuron_tui.puzzle.library.entry import read_entry
from neuron_tui.puzzle.library.library import Folder, scan
from neuron_tui.puzzle.puzzle import Example, NeuronSettings, Puzzle, Question
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
    assert [(place.asked.id, place.field) for place in places(figures(said, puzzles).puzzles)] == [
        ("both", "both"),
        ("neuron", "neuron"),
        ("people", "people"),
        ("neither", "neither"),
    ]


def test_half_of_the_answers_is_not_more_than_half() -> None:
    (place,) = places(figures([(0.9, 0.9, 1.0), (0.1, 0.9, 1.0)]).puzzles)
    assert place.field == "neuron"
    assert (place.standing.you.right, place.standing.you.sided) == (1, 2)


def test_a_puzzle_without_right_sides_is_in_no_field() -> None:
    assert places(figures([(0.5, 0.5, 0.5)]).puzzles) == ()
    assert places(figures([]).puzzles) == ()


def test_the_context_names_its_source() -> None:
    assert len(CONTEXT) == 2
    assert "2012.03661" in CONTEXT[1]


def last(puzzle: Puzzle) -> int | None:
    """What the training gives at last."""
    return list(seeds_right(puzzle))[-1]


def one_by_one(puzzle: Puzzle) -> int:
    """The same from ten trainings, one after the other, as `check --train` makes them."""
    return sum(outcome.questions_right == outcome.questions for outcome in outcomes(puzzle))


TABLE = (Example((0, 0, 1), 0), Example((1, 1, 1), 1), Example((1, 0, 1), 1), Example((0, 1, 1), 0))
ASKED = (Question((1, 0, 0), 1), Question((0, 1, 0), 0))


@pytest.mark.parametrize("threshold", [False, True])
@pytest.mark.parametrize("iterations", [1, 3, 10, 250])
def test_ten_starts_side_by_side_are_ten_trainings(iterations: int, threshold: bool) -> None:
    settings = NeuronSettings(threshold=threshold, iterations=iterations, seed=4, learning_rate=0.5)
    puzzle = Puzzle("Quick", ("a", "b", "c"), TABLE, ASKED, neuron=settings)
    assert last(puzzle) == one_by_one(puzzle)


def test_ten_starts_of_neurons_hooked_together_are_ten_trainings() -> None:
    settings = NeuronSettings(threshold=True, iterations=150, learning_rate=2, hidden=3)
    rows = (Example((0, 0), 0), Example((0, 1), 1), Example((1, 0), 1), Example((1, 1), 0))
    puzzle = Puzzle("Either", ("a", "b"), rows, (Question((0, 0), 0), Question((1, 1), 0)), neuron=settings)
    assert last(puzzle) == one_by_one(puzzle)
    assert 0 < one_by_one(puzzle) < SEEDS


def test_it_stops_between_slices_so_that_keys_have_their_turn() -> None:
    puzzle = Puzzle("Quick", ("a", "b", "c"), TABLE, ASKED, neuron=NeuronSettings(iterations=250))
    *slices, right = seeds_right(puzzle)
    assert slices == [None, None]
    assert right == SEEDS


@pytest.mark.slow
@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_every_bundled_puzzle_comes_out_as_check_proves_it(path: Path) -> None:
    puzzle = read_entry(path).puzzle
    assert puzzle is not None
    assert last(puzzle) == one_by_one(puzzle)
