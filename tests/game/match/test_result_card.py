"""The result card: both scores and how much of the right answer was believed, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.match.match import Match, Result
from neuron_tui.game.match.result_card import WIDTH, card
from neuron_tui.puzzle.puzzle import Question
from tests.game.matches import article, trained, two_questions
from tests.tui.reading import TEXTS, columns_of

HUNDREDTHS = st.integers(0, 100).map(lambda hundredths: Fraction(hundredths, 100))
OUTPUTS = st.integers(0, 2**20).map(lambda part: part / 2**20)
"""Floats whose distance to 1 is a float, too."""
RESULTS = st.builds(
    Result, st.builds(Question, st.just((1, 0, 0)), st.integers(0, 1)), HUNDREDTHS, OUTPUTS
)  # fmt: skip
MATCHES = st.lists(RESULTS, min_size=1, max_size=64).map(tuple)


def mirrored(result: Result) -> Result:
    """The same with 0 and 1 exchanged."""
    question = replace(result.question, answer=1 - result.question.answer)
    return Result(question, 1 - result.guess, 1 - result.neuron_guess)


def results(*guesses: str, answer: int = 1, neuron: float = 1.0) -> tuple[Result, ...]:
    return tuple(Result(Question((1, 0, 0), answer), Fraction(guess), neuron) for guess in guesses)


def test_the_card_of_the_article_s_match() -> None:
    match = trained(Match.begin(article()).press("1").confirm().show_hint())
    text = card("The leftmost column", "article/leftmost-column", match.results(), examples=4, hints=1)
    # 100 * (1 - 4 * 0.1^2) = 96; nine of ten glyphs stand for the 0.90
    assert text.splitlines() == [
        "neuron-tui: The leftmost column",
        "article/leftmost-column, 4 examples, 1 hint",
        "",
        "you      +96  █████████░",
        "neuron  +100  ██████████",
        "filled: belief in the right answer",
        "",
        'I scored +96 and the neuron +100 on "The leftmost column".',
    ]


def test_several_questions_have_a_bar_each_and_one_score() -> None:
    match = Match.begin(two_questions()).press("1").confirm().press("1").press("1").confirm()
    lines = card("Ask it more", "a/b", trained(match).results(), examples=4).splitlines()
    assert lines[1] == "a/b, 4 examples, 2 questions"
    # 1 1 0 -> 1 guessed 0.90 and 0 1 0 -> 0 guessed 1: 96 - 300
    assert lines[3] == "you     −204  █████████░ ░░░░░░░░░░"


def test_practice_is_called_so() -> None:
    assert ", practice\n" in card("A", "a", results("0.9"), examples=4, practice=True)
    assert "practice" not in card("A", "a", results("0.9"), examples=4)


@given(MATCHES, st.integers(1, 256), st.integers(0, 3))
def test_a_match_with_0_and_1_exchanged_has_the_same_card(
    match: tuple[Result, ...], examples: int, hints: int
) -> None:
    turned = tuple(map(mirrored, match))
    assert card("A", "a", match, examples=examples, hints=hints) == card(
        "A", "a", turned, examples=examples, hints=hints
    )


def test_one_question_turned_around_among_others_changes_nothing_either() -> None:
    match = results("0.9", "0.2", "1")
    assert card("A", "a", match, examples=1) == card("A", "a", (mirrored(match[0]), *match[1:]), examples=1)


@given(TEXTS, TEXTS, MATCHES)
def test_it_is_narrow_and_ends_its_last_line_whatever_the_file_says(
    title: str, name: str, match: tuple[Result, ...]
) -> None:
    text = card(title, name, match, examples=256, hints=3)
    lines = text.split("\n")
    assert lines[-1] == ""
    assert lines[-2] != ""
    for line in lines:
        assert columns_of(line) <= WIDTH < 72


def test_the_longest_card_there_can_be_is_narrow() -> None:
    worst = tuple(Result(Question((1, 0, 0), 1), Fraction(0), 0.0) for _ in range(64))
    text = card("x" * 1_000, "y" * 1_000, worst, examples=256, hints=3)
    assert max(map(columns_of, text.splitlines())) == WIDTH
    assert ", 256 examples, 64 questions, 3 hints" in text
    assert text.count("\u221219,200") == 4, "64 times -300, twice in a line of bars and twice in words"


@given(TEXTS, TEXTS)
def test_a_title_adds_no_line_and_no_hidden_character(title: str, name: str) -> None:
    plain = card("A", "a", results("0.9"), examples=4)
    text = card(title, name, results("0.9"), examples=4)
    assert text.count("\n") - plain.count("\n") in (0, 1), "one more where the sentence is broken"
    assert not set(text) & set("\x00\x07\x1b\t\u200b\u200d\u202a\u202b\u202d\u202e\u2066\u2067\ufeff")


@given(MATCHES)
def test_the_glyphs_are_one_cell_wide_and_as_many_for_both(match: tuple[Result, ...]) -> None:
    text = card("A", "a", match, examples=4)
    bars = [[glyph for glyph in line if glyph in "█░"] for line in text.splitlines()]
    half = len([bar for bar in bars if bar]) // 2
    drawn = [bar for bar in bars if bar]
    assert sum(map(len, drawn[:half])) == sum(map(len, drawn[half:]))
    assert sum(map(len, drawn[:half])) % len(match) == 0
    assert all(columns_of(glyph) == 1 for bar in bars for glyph in bar)


@pytest.mark.parametrize(
    ("guess", "filled"), [("0", 0), ("0.1", 1), ("0.5", 5), ("0.75", 8), ("0.9", 9), ("1", 10)]
)
def test_a_bar_is_as_full_as_the_right_answer_was_believed(guess: str, filled: int) -> None:
    assert card("A", "a", results(guess, neuron=0.0), examples=1).count("█") == filled


def test_the_most_questions_there_can_be_go_on_in_the_next_line() -> None:
    text = card("A", "a", results(*["1"] * 64), examples=4)
    assert text.count("█") == 128
    assert "64 questions" in text
