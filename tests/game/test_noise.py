"""Where chance has a say, or nothing is right: points, words, proofs and what is kept."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.examples.comparison import Comparison
from neuron_tui.game.examples.words import final_score, first_there, too_early
from neuron_tui.game.explain.learned import rows, sentences
from neuron_tui.game.explain.result import answer_in_words, at_best, headline, question_in_words, score_line
from neuron_tui.game.explain.training import progress
from neuron_tui.game.journal.match_answers import answers_of
from neuron_tui.game.lab.runs import Lab
from neuron_tui.game.lab.terms import Terms
from neuron_tui.game.match.match import Match, Result
from neuron_tui.game.match.result_card import card
from neuron_tui.game.proving.expectation import examples_right, expectation, outcomes, questions_right
from neuron_tui.game.replay.replay import Replay
from neuron_tui.puzzle.puzzle import Answer, Puzzle, Question
from tests.game.matches import replay_of, trained
from tests.game.noise import ODDS, STRANGERS, TWINS, puzzle_in

HALF, THREE_QUARTERS = Fraction(1, 2), Fraction(3, 4)
GUESSES = st.fractions(0, 1, max_denominator=100)


def result(guess: Fraction | str, neuron: float, answer: Answer = THREE_QUARTERS) -> Result:
    return Result(Question((1,), answer), Fraction(guess), neuron)


def played(source: str, *guesses: str) -> Match:
    """A match with these guesses, at its verdict."""
    match = Match.begin(puzzle_in(source))
    for guess in guesses:
        match = match.guess_at(Fraction(guess)).confirm(2.0)
    return trained(match).finish()


@given(GUESSES)
def test_the_share_itself_is_the_best_guess_for_a_share(guess: Fraction) -> None:
    # three times of four the answer is 1: 3/4 of the score for 1 and 1/4 of the score for 0
    mean = sum(100 * (1 - 4 * (guess - outcome) ** 2) for outcome in (1, 1, 1, 0)) / Fraction(4)
    assert result(guess, 0.5).points == mean
    assert result(guess, 0.5).points <= result(THREE_QUARTERS, 0.5).points == 25


def test_the_neuron_ends_at_the_share_and_draws_with_whoever_says_it() -> None:
    (won,) = played(ODDS, "3/4").results()
    assert won.neuron_guess == pytest.approx(0.75, abs=1e-9)
    assert (won.points, won.winner) == (25, "draw")
    assert headline((won,)) == "You both got it: 3 of 4 are 1."
    assert score_line((won,)) == "you +25 \u00b7 neuron +25"


def test_a_guess_within_a_tenth_of_a_share_has_got_it() -> None:
    for guess, winner in (("0.65", "draw"), ("0.85", "draw"), ("0.64", "neuron"), ("0.86", "neuron")):
        assert result(guess, 0.75).winner == winner
    assert headline((result("0.9", 0.75),)) == "You leaned the right way: 3 of 4 are 1."
    assert headline((result("0.5", 0.75),)) == "You were wise not to be sure: 3 of 4 are 1."


def test_where_neither_got_a_share_the_closer_guess_wins() -> None:
    assert [result("0.6", neuron).winner for neuron in (0.5, 0.6, 0.62)] == ["you", "draw", "neuron"]


@given(GUESSES, st.floats(0, 1))
def test_where_the_rows_do_not_tell_the_neuron_is_foreseen(guess: Fraction, output: float) -> None:
    foreseen = result(guess, output, None)
    # its output is a number and no chance: whoever says it has all points
    assert foreseen.points == 100 - 400 * (guess - Fraction(output)) ** 2
    assert (foreseen.neuron_points, foreseen.winner, foreseen.neuron_got) == (0, "none", False)
    assert result(Fraction(output), output, None).points == 100


@pytest.mark.parametrize(
    ("guess", "output", "got"),
    [
        ("0.5", 0.5143, True), ("0.6", 0.50004, True), ("0.6", 0.49996, True), ("0.6", 0.4999, False),
        ("0.4", 0.5, True), ("0.39", 0.5, False), ("0.9", 1.0, True), ("0.9", 0.0, False),
    ],
)  # fmt: skip
def test_within_a_tenth_of_what_the_neuron_shows_it_is_foreseen(guess: str, output: float, got: bool) -> None:
    assert result(guess, output, None).got == got


def test_foreseeing_in_one_sentence() -> None:
    assert headline((result("0.5", 0.5143, None),)) == "You foresaw it: the neuron says 0.5143."
    assert headline((result("0.7", 0.5143, None),)) == "You came close: the neuron says 0.5143."
    assert headline((result("0.5", 0.9928, None),)) == "You were wise not to be sure: the neuron says 0.9928."
    assert headline((result("0.1", 0.9928, None),)) == "It surprised you: the neuron says 0.9928."
    # 100 - 400 * 0.1^2
    assert score_line((result("0.6", 0.5, None),)) == "you +96 for foreseeing it"


def test_foreseeing_twice() -> None:
    near, far = result("0.5", 0.5, None), result("0", 1.0, None)
    assert headline((near, near)) == "You foresaw the neuron each time."
    assert headline((near, far)) == "You foresaw the neuron in 1 of 2."
    assert headline((far, far)) == "You did not foresee the neuron."
    assert score_line((near, far)) == "you \u2212200 for foreseeing it"


def test_what_is_foreseen_among_others_changes_nothing_for_them() -> None:
    results = played(STRANGERS, "3/4", "1/2", "1/2").results()
    # 25 for the share itself; 0 for undecided, whatever the share; and the two of them together cancel
    assert headline(results) == "You got 1 of 2, the neuron got every one, and you foresaw the neuron."
    assert score_line(results) == "you +25 \u00b7 neuron +50 \u00b7 you +100 for foreseeing it"
    assert at_best(results) == "The most to win was 50: chance decides the rest."


def test_the_points_are_those_that_were_at_stake_as_often_as_each_comes() -> None:
    # 100 - 400 * 0.1^2 and 100 - 400 * 0.9^2; three times the one and once the other, by four
    assert at_best((result("0.9", 0.75),)) == (
        "In 3 of 4 it is 1, for +96. In 1 of 4 it is 0, for \u2212224. That is +16 on average. "
        "The most to win was 25: chance decides the rest."
    )
    assert (3 * 96 - 224) / 4 == 16


def test_nothing_is_said_of_chance_where_it_has_no_say() -> None:
    assert at_best((result("1", 0.9, 1), result("1", 0.9, None))) == ""


def test_answers_in_words() -> None:
    assert [answer_in_words(answer) for answer in (0, Fraction(1), THREE_QUARTERS)] == [
        "the answer is 0",
        "the answer is 1",
        "3 of 4 are 1",
    ]
    assert question_in_words("ab", 1) == "ab is 1"
    assert question_in_words("ab", THREE_QUARTERS) == "ab is 1 in 3 of 4"
    assert question_in_words("ab", None) == "ab: what the neuron says"


def right_of(source: str, examples: list[float], questions: list[float]) -> tuple[list[bool], list[bool]]:
    puzzle = puzzle_in(source)
    told, asked = np.array(examples), np.array(questions)
    return examples_right(puzzle, told).tolist(), questions_right(puzzle, asked).tolist()


def test_in_a_noisy_puzzle_right_is_what_is_near_the_share() -> None:
    assert right_of(ODDS, [0.735] * 4, [0.735]) == ([True] * 4, [True])
    assert right_of(ODDS, [0.725] * 4, [0.775]) == ([False] * 4, [False])
    mixed = "title: m\nnoisy: true\nexamples: [0 1 -> 1, 0 1 -> 1, 0 0 -> 0, 1 1 -> 0, 1 1 -> 1]\n"
    mixed += "questions: [0 1 -> 1]\n"
    assert right_of(mixed, [0.99, 0.9, 0.01, 0.51, 0.53], [0.9]) == ([True, False, True, True, False], [True])


def test_questions_without_a_right_answer_are_passed_over() -> None:
    assert right_of(STRANGERS, [0.75] * 4 + [0.25] * 4, [0.75, 0.5, 0.1])[1] == [True, False]
    assert right_of(TWINS, [1, 0, 1, 0], [0.5, 0.5]) == ([True] * 4, [])


@pytest.mark.slow
@pytest.mark.parametrize("source", [ODDS, TWINS, STRANGERS])
def test_the_neuron_learns_them_with_all_ten_seeds(source: str) -> None:
    found = list(outcomes(puzzle_in(source)))
    assert expectation(found) == "learns"


@pytest.mark.slow
def test_a_share_that_is_not_reached_is_not_learned() -> None:
    hasty = puzzle_in(ODDS.replace("expect", "neuron: {iterations: 1}\nexpect"))
    assert expectation(list(outcomes(hasty))) == "fails"


def test_the_journal_keeps_a_share_and_that_the_neuron_was_asked_for() -> None:
    kept = answers_of(played(STRANGERS, "3/4", "0", "1"), "new/strangers", "Ann", 5.0)
    assert [answer.right for answer in kept] == [THREE_QUARTERS, Fraction(1, 4), None]
    assert [(answer.counts, answer.foresees) for answer in kept] == [(True, False)] * 2 + [(False, True)]


def test_the_card_shows_how_close_everybody_came_and_apart_what_was_foreseen() -> None:
    text = card("Two strangers", "s", played(STRANGERS, "3/4", "3/4", "1").results(), examples=8)
    # 25 for 3/4, and 1/4 of 75 with 3/4 of -125 is -75 for 3/4 where the share is 1/4; half a bar off
    assert "you       −50  ██████████ █████░░░░░\n" in text
    assert "neuron    +50  ██████████ ██████████\n" in text
    # 1 where the neuron says 0.5: 100 - 400 / 4
    assert "foreseen    0  █████░░░░░\n" in text


def test_the_card_of_a_match_that_only_foresaw_compares_nobody() -> None:
    text = card("The twins", "t", played(TWINS, "1/2", "3/5").results(), examples=4)
    assert 'for foreseeing the neuron on "The twins".' in text
    assert not any(line.startswith(("you", "neuron ")) for line in text.splitlines())


@pytest.fixture(scope="module")
def strangers() -> Replay:
    return replay_of(puzzle_in(STRANGERS))


def test_while_it_learns_the_shares_are_what_it_comes_near(strangers: Replay) -> None:
    start = progress(strangers, 0)
    assert start == [
        "0 of 2 outputs are close to how often the answer is 1.",
        "Its weights are still random.",
    ]
    # after 5 iterations 0 1 gives 0.3446, and 1 0 is closer to its share
    assert progress(strangers, 5)[1] == "Row 5 is still furthest: 0.3446, and 1 of 4 are 1."
    assert progress(strangers, strangers.iterations) == [
        "2 of 2 outputs are close to how often the answer is 1."
    ]


def test_what_it_learned_is_told_by_shares(strangers: Replay) -> None:
    known = {row.inputs: (row.kind, row.answer, row.solved) for row in rows(strangers, 0, solved=True)}
    assert known[1, 0] == ("example", THREE_QUARTERS, False)
    assert known[1, 1] == ("question", None, True)
    said = sentences(strangers, strangers.iterations, solved=True)
    assert said[1] == "2 of 2 outputs are close to how often the answer is 1."
    assert not any("where it was told" in sentence for sentence in said)


def test_open_questions_are_neither_right_nor_wrong_in_words() -> None:
    said = sentences(replay_of(puzzle_in(TWINS)), 10_000, solved=True)
    assert said[1] == "It has all 4 examples right."
    assert not any("the rule says" in sentence for sentence in said)


@pytest.mark.parametrize("source", [ODDS, TWINS, STRANGERS])
def test_a_branch_keeps_all_rows_of_its_puzzle(source: str) -> None:
    puzzle = puzzle_in(source)
    terms = Terms.of(puzzle, 1.0)
    assert terms.puzzle(puzzle) == puzzle
    assert len(Lab.of(replay_of(puzzle), puzzle.neuron).branch(9).front.puzzle.questions) == len(
        puzzle.questions
    )


def test_a_row_left_out_of_a_branch_is_asked_for_with_its_share() -> None:
    puzzle = puzzle_in(ODDS)
    left = Terms.of(puzzle, 1.0).with_target(2, None).puzzle(puzzle)
    assert [question.answer for question in left.questions] == [THREE_QUARTERS, THREE_QUARTERS]
    assert len(left.examples) == 3


def compared(answer: Answer, you: str, neuron: str) -> Comparison:
    guesses = tuple(map(Fraction, you.split()))
    return Comparison(Question((1,), answer), guesses, tuple(map(float, neuron.split())))


def test_example_by_example_whoever_stays_close_to_a_share_has_got_there() -> None:
    ended = compared(THREE_QUARTERS, "0.9 0.8 0.75", "0.95 0.95 0.75")
    assert first_there(ended) == (
        "You got there first: within 0.10 of 3/4 from example 2 on. The neuron followed with example 3."
    )
    assert too_early(ended) == ""
    assert final_score(ended) == "After 3 examples: you +25 \u00b7 neuron +25"


def test_example_by_example_nobody_gets_anywhere_where_the_rows_do_not_tell() -> None:
    ended = compared(None, "0.9 0.8", "0.5 0.51")
    assert (first_there(ended), too_early(ended)) == ("", "")
    # 100 - 400 * 0.29^2
    assert final_score(ended) == "After 2 examples: you +66 for foreseeing it"


def test_a_share_of_a_half_is_on_no_side() -> None:
    undecided = Puzzle("Coin", ("coin",), (), (Question((1,), HALF),))
    assert replace(undecided, noisy=True).shares() == {}
    assert result("0.5", 0.9, HALF).winner == "you"
