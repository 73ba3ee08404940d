"""Puzzles in which chance has a say, and questions that have no right answer."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.file.reader import read_puzzle
from neuron_tui.puzzle.file.writer import write_puzzle
from neuron_tui.puzzle.puzzle import Example, Puzzle, Question, shares_of
from tests.puzzle.sources import check_faults, puzzle_file

ODDS = "\n  - 1 -> 1\n  - 1 -> 1\n  - 1 -> 0\n  - 1 -> 1"
"""Three times 1, once 0."""


def read(source: str) -> Puzzle:
    reading = read_puzzle(source.encode())
    assert reading.faults == ()
    assert reading.puzzle is not None
    return reading.puzzle


def odds(question: str, **fields: str) -> str:
    return puzzle_file(noisy="true", examples=ODDS, questions=f"\n  - {question}", **fields)


def test_the_same_inputs_may_lead_to_different_outputs_in_a_noisy_puzzle() -> None:
    puzzle = read(odds("1 -> 3/4"))
    assert puzzle.noisy
    assert puzzle.examples == (Example((1,), 1), Example((1,), 1), Example((1,), 0), Example((1,), 1))
    assert puzzle.questions == (Question((1,), Fraction(3, 4)),)
    assert puzzle.shares() == {(1,): Fraction(3, 4)}


def test_without_saying_so_they_may_not() -> None:
    twice = "\n  - 1 1 -> 1\n  - {}1 1 -> 0"
    check_faults(
        puzzle_file(examples=twice.format("▲"), questions="\n  - 0 1 -> 0"), "or write `noisy: true` where"
    )
    assert read(puzzle_file(noisy="true", examples=twice.format(""), questions="\n  - 0 1 -> 0"))


def test_a_share_may_be_written_in_any_terms_and_whole_ones_are_numbers() -> None:
    assert read(odds("1 -> 6/8")).questions[0].answer == Fraction(3, 4)
    for written in ("0.75", "75%", ".75", "75.0%"):
        assert read(odds(f"1 -> {written}")).questions[0].answer == Fraction(3, 4)
    for written, answer in (("0/3", 0), ("5/5", 1), ("1", 1)):
        asked = read(odds(f"0 -> {written}")).questions[0].answer
        assert (asked, type(asked)) == (answer, int)


@pytest.mark.parametrize(
    "written", ["5/4", "1/0", "1/257", "1000/2000", "99999999999/99999999999", "1.5", "0.123456", "101%"]
)
def test_what_is_no_share_is_told(written: str) -> None:
    check_faults(odds(f"0 -> ▲{written}"), "is no share")


@pytest.mark.parametrize("written", ["3/", "/4", "-1/4", "3/4/5", "%", "."])
def test_what_looks_like_no_share_is_told(written: str) -> None:
    check_faults(odds(f"0 -> ▲{written}"), "is not 0 or 1")


def test_a_share_that_differs_from_what_the_examples_say_is_told_with_the_right_one() -> None:
    check_faults(odds("▲1 -> 1/2"), "3 of 4 have 1, and this row has 1/2; write 3/4")
    check_faults(odds("▲1 -> 1"), "write 3/4")
    check_faults(odds("▲1 -> ?"), "write 3/4")


def test_only_questions_of_noisy_puzzles_have_shares() -> None:
    check_faults(puzzle_file(questions="\n  - 1 1 -> ▲3/4"), "`noisy: true`")
    check_faults(puzzle_file(noisy="false", questions="\n  - 1 1 -> ▲3/4"), "`noisy: true`")
    check_faults(odds("0 -> 1").replace("1 -> 0", "1 -> ▲1/2"), "write a row for each time")


def test_asking_for_a_share_twice_is_told_as_for_any_other_answer() -> None:
    check_faults(odds("0 -> 1/2\n  - ▲0 -> 1/2"), "stands on line")
    check_faults(odds("0 -> 1/2\n  - ▲0 -> ?"), "has 1/2 for the same inputs")


def test_a_question_may_have_no_right_answer() -> None:
    assert read(puzzle_file(questions="\n  - 1 1 -> ?")).questions == (Question((1, 1), None),)
    assert read(puzzle_file(questions="\n  - 1 1->?")).questions == (Question((1, 1), None),)


def test_an_example_has_an_output_and_so_has_a_question_that_repeats_one() -> None:
    check_faults(puzzle_file(examples="\n  - 0 0 -> ▲?"), "only a question may have no right answer")
    check_faults(puzzle_file(questions="\n  - ▲0 1 -> ?"), "has 0 for the same inputs")


def test_a_formula_is_one_line() -> None:
    assert read(puzzle_file(formula="answer = A and A")).formula == "answer = A and A"
    check_faults(puzzle_file(formula="▲[A]"), "must be a text")


@pytest.mark.parametrize("asked", ["1 -> 3/4", "0 -> ?", "0 -> 1/3"])
def test_what_is_written_reads_back_the_same(asked: str) -> None:
    puzzle = replace(read(odds(asked)), formula="answer = A")
    assert read(write_puzzle(puzzle)) == puzzle


def test_what_is_asked_tells_puzzles_apart() -> None:
    asked = ["0 -> 0", "0 -> 1", "0 -> ?", "0 -> 1/3", "0 -> 2/3"]
    assert len({content_of(read(odds(row))) for row in asked}) == len(asked)
    assert content_of(read(odds("0 -> 2/4"))) == content_of(read(odds("0 -> 1/2")))


def test_a_formula_is_a_word_about_it_and_a_plain_puzzle_has_the_hash_it_always_had() -> None:
    puzzle = read(puzzle_file())
    assert content_of(replace(puzzle, formula="answer = A")) == content_of(puzzle)
    # sha256 of the rows, names and settings as JSON, as it stood before there were shares
    assert content_of(puzzle) == "730489715da0a680"


def test_shares_count_how_often_it_is_1() -> None:
    examples = [Example((0,), 1), Example((1,), 1), Example((0,), 0), Example((0,), 0)]
    assert shares_of(examples) == {(0,): Fraction(1, 3), (1,): 1}
