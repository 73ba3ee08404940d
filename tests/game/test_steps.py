"""A lesson's steps: each is done when its turn has come and what it asks for is so."""

from __future__ import annotations

from fractions import Fraction

from neuron_tui.game.match import Match
from neuron_tui.game.replay import Replay
from neuron_tui.game.steps import Lesson, Situation
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.reader import read_puzzle

SOURCE = """\
title: Either
inputs: [sun, rain]
examples: [1 0 -> 1, 0 1 -> 0]
questions: [1 1 -> 1]
steps: [{}]
neuron: {{iterations: 200}}
"""


def puzzle_with(*conditions: str) -> Puzzle:
    steps = ", ".join(f"{{text: Do it., until: {condition!r}}}" for condition in conditions)
    puzzle = read_puzzle(SOURCE.format(steps).encode()).puzzle
    assert puzzle is not None
    return puzzle


def done(puzzle: Puzzle, match: Match, iteration: int, selected: int) -> int:
    """How many steps are done by somebody who sees just this."""
    replay = Replay(puzzle, match.recording)
    return Lesson.of(puzzle).after(Situation(match, replay, iteration, selected)).done


def trained(puzzle: Puzzle) -> Match:
    """A match whose guess stands and whose tape is complete."""
    match = Match.begin(puzzle).guess_at(Fraction(3, 4)).confirm()
    match.recording.record(200)
    return match


def test_a_guess_is_seen_when_it_is_made_and_when_it_stands() -> None:
    puzzle = puzzle_with("guess > 0.7", "guessed", "verdict")
    match = Match.begin(puzzle)
    assert done(puzzle, match, 0, 2) == 0
    assert done(puzzle, match.guess_at(Fraction(3, 5)), 0, 2) == 0
    assert done(puzzle, match.guess_at(Fraction(3, 4)), 0, 2) == 1
    assert done(puzzle, trained(puzzle), 0, 2) == 2
    assert done(puzzle, trained(puzzle).finish(), 200, 2) == 3


def test_a_row_is_found_when_it_is_selected() -> None:
    puzzle = puzzle_with("row 2 is selected")
    match = Match.begin(puzzle)
    assert [done(puzzle, match, 0, row) for row in (0, 1, 2)] == [0, 1, 0]
    asked = puzzle_with("row ??? is selected")
    assert [done(asked, match, 0, row) for row in (0, 1, 2)] == [0, 0, 1]


def test_a_wrong_row_is_one_that_comes_out_on_the_other_side() -> None:
    puzzle = puzzle_with("a wrong row is selected")
    match = trained(puzzle)
    # seed 1 begins with -0.17 for sun and +0.44 for rain: both rows are on the wrong side
    assert [done(puzzle, match, 0, row) for row in (0, 1, 2)] == [1, 1, 0]
    assert [done(puzzle, match, 200, row) for row in (0, 1, 2)] == [0, 0, 0]


def test_numbers_of_the_training_are_compared_at_the_moment_that_is_seen() -> None:
    match = trained(puzzle_with("guessed"))
    weights, names = match.recording.tape[200], ("weight of sun", "weight of rain")
    for name, weight in zip(names, weights, strict=True):
        puzzle = puzzle_with(f"{name} > {weight - 0.01:.4f}", f"{name} < {weight + 0.01:.4f}")
        assert done(puzzle, match, 200, 0) == 2
        assert done(puzzle, match, 0, 0) < 2
    both = puzzle_with("sum of ??? > -9", "sum of ??? < 9", "output of 1 > 0.5", "output of 2 < 0.5")
    assert (done(both, match, 0, 0), done(both, match, 200, 0)) == (2, 4)
    later = puzzle_with("iteration > 99", "error < 0.2")
    assert [done(later, match, iteration, 0) for iteration in (99, 200)] == [0, 2]


def test_a_step_waits_for_its_turn_and_what_was_done_stays_done() -> None:
    puzzle = puzzle_with("row 2 is selected", "row 1 is selected", "row 2 is selected")
    match = Match.begin(puzzle)
    replay = Replay(puzzle, match.recording)
    lesson, seen = Lesson.of(puzzle), []
    for row in (0, 1, 2, 0, 0, 1):
        lesson = lesson.after(Situation(match, replay, 0, row))
        seen.append(lesson.done)
    assert seen == [0, 1, 1, 2, 2, 3]
    assert lesson.step is None
