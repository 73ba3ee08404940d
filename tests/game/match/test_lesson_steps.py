"""A lesson's steps: each is done when its turn has come and what it asks for is so."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import exp

import numpy as np
import pytest

from neuron_tui.game.lab.hand import Hand
from neuron_tui.game.lab.runs import Lab
from neuron_tui.game.match.lesson_steps import Lesson, Situation
from neuron_tui.game.match.match import Match
from neuron_tui.game.replay.replay import Replay
from neuron_tui.game.replay.training import training_of
from neuron_tui.neuron.neuron import Array
from neuron_tui.puzzle.file.reader import read_puzzle
from neuron_tui.puzzle.puzzle import Puzzle

SOURCE = """\
title: Either
inputs: [sun, rain]
examples: [1 0 -> 1, 0 1 -> 0]
questions: [1 1 -> 1]
steps: [{}]
neuron: {{iterations: 200}}
"""


def puzzle_with(*conditions: str, pauses: tuple[int, ...] = ()) -> Puzzle:
    at = [f", pause: {pause}" for pause in pauses] or [""] * len(conditions)
    steps = ", ".join(
        f"{{text: Do it., until: {condition!r}{pause}}}"
        for condition, pause in zip(conditions, at, strict=True)
    )
    puzzle = read_puzzle(SOURCE.format(steps).encode()).puzzle
    assert puzzle is not None
    return puzzle


def done(puzzle: Puzzle, match: Match, iteration: int, selected: int) -> int:
    """How many steps are done by somebody who sees just this."""
    replay = Replay(puzzle, match.recording)
    return Lesson.of(puzzle).after(Situation(match, replay, iteration, selected)).done


def seen(puzzle: Puzzle, replay: Replay, iteration: int, weight: int | None = None) -> bool:
    """Whether the only step is done by somebody who sees this run, with this weight selected."""
    situation = Situation(Match.begin(puzzle), replay, iteration, 0, weight)
    return Lesson.of(puzzle).after(situation).done == 1


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


def test_what_comes_before_the_guess_is_passed_over_once_it_stands() -> None:
    puzzle = puzzle_with("row 2 is selected", "guess > 0.9", "guessed", "row 1 is selected")
    assert done(puzzle, Match.begin(puzzle), 0, 2) == 0
    assert done(puzzle, trained(puzzle), 0, 2) == 3
    assert done(puzzle, trained(puzzle), 0, 0) == 4


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


def test_a_step_with_a_pause_has_its_turn_once_the_training_is_there() -> None:
    puzzle = puzzle_with("row 2 is selected", "row 1 is selected", pauses=(0, 50))
    replay, asleep = Replay(puzzle, trained(puzzle).recording), Match.begin(puzzle)
    lesson = Lesson.of(puzzle).after(Situation(asleep, replay, 0, 1))
    assert (lesson.step, lesson.pause, lesson.done) == (None, 0, 0), "the guess comes first"
    seen = []
    for iteration, row in ((0, 2), (0, 1), (49, 0), (50, 2), (7, 2), (7, 0)):
        lesson = lesson.after(Situation(trained(puzzle), replay, iteration, row))
        seen.append((lesson.done, lesson.pause, lesson.step is not None))
    assert seen == [
        (0, 50, True),
        (1, 50, False),
        (1, 50, False),
        (1, None, True),
        (1, None, True),  # it stays where the player goes back
        (2, None, False),
    ]


def test_a_step_that_the_training_has_left_behind_gives_way_to_the_next_one() -> None:
    puzzle = puzzle_with("row 2 is selected", "row 1 is selected", pauses=(0, 50))
    replay = Replay(puzzle, trained(puzzle).recording)
    lesson = Lesson.of(puzzle)
    for iteration in (0, 49):
        lesson = lesson.after(Situation(trained(puzzle), replay, iteration, 0))
        assert (lesson.done, lesson.pause) == (0, 50)
    lesson = lesson.after(Situation(trained(puzzle), replay, 50, 2))
    assert (lesson.done, lesson.step) == (1, puzzle.steps[1])
    assert lesson.last_done is None, "the first one was not done"


def test_turning_weights_by_hand_does_not_bring_the_training_any_further() -> None:
    puzzle = puzzle_with("row 1 is selected", pauses=(2,))
    lab, hand = in_hand(puzzle, np.zeros(2))
    turned = lab.hold(hand.turn_to(0, 0, 3.0)).front.replay
    lesson = Lesson.of(puzzle).after(Situation(trained(puzzle), turned, 3, 0))
    assert (lesson.done, lesson.pause) == (0, 2)


def test_a_weight_is_found_when_it_is_selected() -> None:
    puzzle = puzzle_with("weight of rain is selected")
    replay = Replay(puzzle, Match.begin(puzzle).recording)
    assert [seen(puzzle, replay, 0, weight) for weight in (None, 0, 1)] == [False, False, True]


def test_the_weight_that_moves_most_is_foretold_before_the_iteration_and_seen_after_it() -> None:
    puzzle = puzzle_with("the weight that moved most is selected")
    replay = Replay(puzzle, trained(puzzle).recording)
    sun, rain = replay.weights(0)
    # the article's formula: the error times the S-curve's gradient; each weight hears one row alone
    output_1, output_2 = 1 / (1 + exp(-sun)), 1 / (1 + exp(-rain))
    moved = abs((1 - output_1) * output_1 * (1 - output_1)), abs((0 - output_2) * output_2 * (1 - output_2))
    assert [seen(puzzle, replay, 0, weight) for weight in (None, 0, 1)] == [False, False, False]
    assert [seen(puzzle, replay, 1, weight) for weight in (None, 0, 1)] == [
        False,
        moved[0] > moved[1],
        moved[1] > moved[0],
    ]


def test_of_two_weights_that_move_alike_either_is_right_at_any_iteration() -> None:
    source = SOURCE.replace("1 0 -> 1, 0 1 -> 0", "1 1 -> 1").replace("questions: [1 1", "questions: [1 0")
    puzzle = read_puzzle(
        source.format("{text: Do it., until: the weight that moved most is selected}").encode()
    ).puzzle
    assert puzzle is not None
    replay = Replay(puzzle, trained(puzzle).recording)
    for iteration in range(1, 201):
        assert [seen(puzzle, replay, iteration, weight) for weight in (0, 1)] == [True, True], iteration


def in_hand(puzzle: Puzzle, weights: Array) -> tuple[Lab, Hand]:
    """A match beside which somebody takes the weights in hand."""
    lab = Lab.of(Replay(puzzle, trained(puzzle).recording), puzzle.neuron)
    return lab, Hand.begin(training_of(puzzle, puzzle.neuron), weights)


@pytest.mark.parametrize(
    "condition", ["output of 1 > 0.9", "weight of sun > 2", "sum of 1 > 2", "error < 0.3"]
)
def test_what_is_asked_of_a_hand_is_not_done_by_the_training(condition: str) -> None:
    puzzle, by_hand = puzzle_with(condition), puzzle_with(f"{condition} by hand")
    lab, hand = in_hand(puzzle, np.zeros(2))
    own = lab.own.replay
    assert (seen(puzzle, own, 200), seen(by_hand, own, 200)) == (True, False)
    turned = lab.hold(hand.turn_to(0, 0, 3.0)).front.replay
    assert [seen(by_hand, turned, turn) for turn in (0, 3)] == [False, True]
    assert [seen(puzzle, turned, turn) for turn in (0, 3)] == [False, True], "nor does it matter whose it is"


def test_the_trained_weights_in_hand_count_only_once_they_are_turned() -> None:
    puzzle, by_hand = puzzle_with("output of 1 > 0.9"), puzzle_with("output of 1 > 0.9 by hand")
    lab, hand = in_hand(puzzle, trained(puzzle).recording.tape[200])
    replay = lab.hold(hand.turn(0, 0, 1)).front.replay
    assert [seen(puzzle, replay, turn) for turn in (0, 1)] == [True, True]
    assert [seen(by_hand, replay, turn) for turn in (0, 1)] == [False, True]
    taken_over = lab.hold(hand.turn(0, 0, 1)).take_over(1).front.replay
    assert not seen(by_hand, taken_over, 0), "from here on it is the training"


def test_where_a_step_names_the_weight_to_turn_turning_another_one_does_not_do_it() -> None:
    puzzle = puzzle_with("output of 2 < 0.2 by turning rain")
    lab, hand = in_hand(puzzle, np.array([0.0, -1.0]))
    other = hand.turn(0, 0, 1)
    rain = other.turn(1, 1, -1)
    assert not seen(puzzle, lab.hold(hand.turn_to(0, 0, -9.0)).front.replay, 9), "row 2 is without sun"
    replay = lab.hold(rain.turn(2, 0, 1)).front.replay
    # rain at -1 comes out as 0.27, at -2 as 0.12
    assert [seen(puzzle, replay, turn) for turn in (0, 1, 2, 3)] == [False, False, True, False]


def test_turns_are_no_iterations() -> None:
    later, most = puzzle_with("iteration > 1"), puzzle_with("the weight that moved most is selected")
    lab, hand = in_hand(later, np.zeros(2))
    turned = lab.hold(hand.turn_to(0, 0, 3.0)).front.replay
    assert not seen(later, turned, 3)
    assert not seen(most, turned, 3, 0)


def test_an_experiment_counts_as_long_as_it_has_such_a_weight() -> None:
    puzzle = puzzle_with("weight of sun > -9")
    lab, _ = in_hand(puzzle, np.zeros(2))
    assert seen(puzzle, lab.next_seed().front.replay, 0)
    network = lab.experiment(replace(puzzle.neuron, hidden=2)).front.replay
    assert not seen(puzzle, network, 0), "the first of its weights is another one's"
