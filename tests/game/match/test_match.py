"""A match from the first look to the verdict, with no screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.match.match import Match, Phase, Result, totals
from neuron_tui.puzzle.puzzle import Puzzle, Question
from tests.game.matches import article, bundled, quickly, trained, two_questions

Move = Callable[[Match], Match]
MOVES: dict[str, Move] = {
    "0": lambda match: match.press("0"),
    "1": lambda match: match.press("1"),
    "left": lambda match: match.lean(-1),
    "right": lambda match: match.lean(1),
    "enter": Match.confirm,
    "h": Match.show_hint,
    "end": Match.finish,
}
ROW = Question((1, 0, 0), 1)


def play(match: Match, keys: str) -> Match:
    """The match after these moves, by the names of their keys."""
    for key in keys.split():
        match = MOVES[key](match)
    return match


def guess_after(keys: str) -> Fraction | None:
    return play(Match.begin(article()), keys).guess


def test_a_match_goes_from_look_to_guess_to_train_to_verdict() -> None:
    match = Match.begin(article())
    phases = [match.phase]
    for key in ("1", "enter", "end"):
        match = play(match, key)
        phases.append(match.phase)
    assert phases == [Phase.LOOK, Phase.GUESS, Phase.TRAIN, Phase.VERDICT]


def test_at_the_first_look_the_neuron_has_its_random_weights_and_nothing_else() -> None:
    recording = Match.begin(article()).recording
    assert recording.recorded == 0
    assert recording.tape[0] == pytest.approx([-0.16595599, 0.44064899, -0.99977125], abs=5e-9)


@pytest.mark.parametrize(
    ("keys", "guess"),
    [
        ("1", "0.9"),
        ("0", "0.1"),
        ("1 1", "1"),
        ("1 1 1", "1"),
        ("0 0", "0"),
        ("1 0", "0.1"),
        ("0 0 1", "0.9"),
        ("1 left 1", "0.9"),
        ("right 1 1", "1"),
    ],
)
def test_an_answer_key_is_fairly_sure_at_first_and_certain_at_the_second_press(keys: str, guess: str) -> None:
    assert guess_after(keys) == Fraction(guess)


@pytest.mark.parametrize(
    ("keys", "guess"),
    [
        ("right", "0.55"),
        ("left", "0.45"),
        ("1 right", "0.95"),
        ("1 right right", "1"),
        ("1 right right right right", "1"),
        ("1 right right right right left", "0.95"),
        ("0 left left left", "0"),
        ("0 left left left right", "0.05"),
        ("right left", "0.5"),
    ],
)
def test_leaning_moves_the_guess_by_a_twentieth_and_stops_at_the_ends(keys: str, guess: str) -> None:
    assert guess_after(keys) == Fraction(guess)


@given(st.fractions(-5, 5))
def test_a_guess_put_anywhere_stays_a_probability(put: Fraction) -> None:
    match = Match.begin(article()).guess_at(put)
    assert match.guess == (put if 0 <= put <= 1 else Fraction(int(put > 0)))
    assert match.phase is Phase.GUESS


def test_any_guess_ends_the_look() -> None:
    for key in ("0", "1", "left", "right"):
        assert play(Match.begin(article()), key).phase is Phase.GUESS


def test_confirming_without_a_guess_changes_nothing() -> None:
    match = Match.begin(article())
    assert match.confirm() == match
    second = play(Match.begin(two_questions()), "1 enter")
    assert second.confirm() == second


def test_a_guess_that_stands_can_not_be_changed() -> None:
    match = play(Match.begin(article()), "1 enter")
    assert play(match, "0 left right enter enter") == match
    verdict = trained(match).finish()
    assert play(verdict, "0 left right enter end") == verdict


def test_each_question_is_guessed_by_itself() -> None:
    match = play(Match.begin(two_questions()), "1 right")
    assert (match.current, match.guess, match.guesses) == (0, Fraction(19, 20), (Fraction(19, 20), None))
    match = play(match, "enter")
    assert (match.current, match.guess, match.phase) == (1, None, Phase.GUESS)
    match = play(match, "0 0")
    assert match.guesses == (Fraction(19, 20), Fraction(0))
    assert match.guessing
    match = play(match, "enter")
    assert (match.phase, match.guessing) == (Phase.TRAIN, False)


def test_the_training_can_not_be_finished_before_it_has_begun() -> None:
    for keys in ("", "1", "h"):
        match = play(Match.begin(article()), keys)
        assert match.finish() == match


def test_hints_come_one_by_one_and_then_no_more() -> None:
    match = Match.begin(article())
    assert len(match.puzzle.hints) == 2
    shown = []
    for _ in range(4):
        match = match.show_hint()
        shown.append(match.hints_shown)
    assert shown == [1, 2, 2, 2]
    assert match.phase is Phase.LOOK


def test_a_move_leaves_the_match_before_it_as_it_was() -> None:
    before = Match.begin(article())
    play(before, "1 right h enter end")
    assert (before.phase, before.guess, before.hints_shown) == (Phase.LOOK, None, 0)


@given(st.lists(st.sampled_from(sorted(MOVES)), max_size=30))
def test_whatever_is_pressed_the_phases_only_go_forward(keys: list[str]) -> None:
    order = [Phase.LOOK, Phase.GUESS, Phase.TRAIN, Phase.VERDICT]
    match = Match.begin(quickly(two_questions(), 1))
    for key in keys:
        before, match = match, play(match, key)
        assert order.index(before.phase) <= order.index(match.phase) <= order.index(before.phase) + 1
        standing = before.confirmed
        assert match.guesses[:standing] == before.guesses[:standing]


def test_there_are_no_results_before_every_guess_stands() -> None:
    match = trained(play(Match.begin(two_questions()), "1 enter 0"))
    with pytest.raises(ValueError, match="no results before every guess stands"):
        match.results()


def test_there_are_no_results_before_the_tape_is_complete() -> None:
    match = play(Match.begin(article()), "1 enter")
    match.recording.record(9_999)
    with pytest.raises(ValueError, match="no results before the tape is complete"):
        match.results()
    match.recording.record(1)
    assert len(match.results()) == 1


def test_the_article_s_puzzle_ends_with_the_article_s_answer() -> None:
    match = trained(play(Match.begin(article()), "1 enter"))
    [result] = match.results()
    assert f"{result.neuron_guess:.8f}" == "0.99993704"
    assert (result.question, result.guess, result.points) == (ROW, Fraction(9, 10), Fraction(96))


def test_each_result_belongs_to_its_own_question() -> None:
    results = trained(play(Match.begin(two_questions()), "1 enter 0 0 enter")).results()
    assert [(result.question.inputs, result.question.answer) for result in results] == [
        ((1, 1, 0), 1),
        ((0, 1, 0), 0),
    ]
    assert [result.guess for result in results] == [Fraction(9, 10), Fraction(0)]
    sums = (9.67299303 - 0.2078435, -0.2078435)
    expected = [1 / (1 + 2.718281828459045**-total) for total in sums]
    assert [result.neuron_guess for result in results] == pytest.approx(expected, abs=1e-7)


@pytest.mark.parametrize(
    ("you", "neuron", "winner"),
    [
        (Fraction(9, 10), 0.8999, "you"),
        (Fraction(8, 10), 0.9, "neuron"),
        (Fraction(9, 10), 0.9, "draw"),
        (Fraction(9, 10), 0.99993704, "draw"),  # 96 and 100 points
        (Fraction(9, 10), 0.89996, "draw"),  # which reads 0.9000
        (Fraction(89, 100), 0.9, "neuron"),
        (Fraction(89, 100), 0.8, "you"),  # neither got it, and 95 points are more than 84
        (Fraction(1, 2), 0.5, "draw"),
        (Fraction(1, 10), 0.0, "you"),  # neither, and -224 is more than -300
        (Fraction(1, 2), 0.501, "draw"),  # 0 and 0.3984, which is shown as 0
    ],
)
def test_whoever_got_it_wins_and_where_nobody_did_more_points(
    you: Fraction, neuron: float, winner: str
) -> None:
    assert Result(ROW, you, neuron).winner == winner


def test_all_points_together_are_added_up_exactly() -> None:
    third = Result(ROW, Fraction(2, 3), 0.1)
    yours, its = totals((third, third, third))
    assert yours == Fraction(500, 3)  # 100 - 400/9, three times
    assert its == 3 * 100 * (1 - 4 * (Fraction(0.1) - 1) ** 2)
    assert totals(()) == (Fraction(0), Fraction(0))


def test_nothing_on_leaves_a_neuron_without_a_threshold_undecided() -> None:
    puzzle = bundled("threshold/night-light")
    match = play(Match.begin(quickly(puzzle, 50)), "1 enter " * len(puzzle.questions))
    results = trained(match).results()
    nothing_on = [result for result in results if not any(result.question.inputs)]
    assert nothing_on
    assert all(result.neuron_guess == 0.5 and result.neuron_points == 0 for result in nothing_on)


def foreseeing(*questions: Question) -> Puzzle:
    return replace(quickly(article(), 60), foresee=True, questions=questions or article().questions)


def test_a_puzzle_may_ask_for_the_neuron_after_each_guess() -> None:
    match = Match.begin(foreseeing(Question((1, 0, 0), 1), Question((0, 1, 0), None), Question((1, 1, 0), 0)))
    assert [(row.inputs, row.answer) for row in match.asked] == [
        ((1, 0, 0), 1), ((1, 0, 0), None), ((0, 1, 0), None), ((1, 1, 0), 0), ((1, 1, 0), None),
    ]  # fmt: skip
    seen = [match.question]
    for key in ("1", "0", "1", "0", "1"):
        match = play(match, f"{key} enter")
        seen.append(match.question)
    assert seen == [0, 0, 1, 2, 2, 2]
    assert match.phase is Phase.TRAIN
    assert [float(guess or 0) for guess in match.answers] == [0.9, 0.9, 0.1], "one for each question"


def test_the_answer_is_scored_by_the_answer_and_foreseeing_by_what_the_neuron_says() -> None:
    match = trained(play(Match.begin(foreseeing()), "1 enter 1 left left enter"))
    answer, foreseen = match.results()
    assert match.leaned == (True,), "of the answer, and not of what the neuron said"
    assert (answer.guess, answer.right, answer.winner) == (Fraction(9, 10), 1, "draw")
    assert answer.points == 96
    output = foreseen.neuron_guess
    assert foreseen.points == 100 * (1 - 4 * (Fraction(4, 5) - Fraction(output)) ** 2)
    assert (foreseen.winner, foreseen.neuron_points) == ("none", 0)
    assert totals([foreseen])[1] == 0


@given(st.floats(0, 1), st.floats(0, 1))
def test_nothing_brings_more_than_to_foresee_just_what_it_says(output: float, said: float) -> None:
    best, other = (Result(Question((1, 0, 0), None), Fraction(guess), output) for guess in (output, said))
    assert best.points == 100
    assert other.points <= 100
    assert (other.points == 100) == (said == output)
