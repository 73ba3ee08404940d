"""What first answers of a class come to."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from neuron_tui.game.classroom.answered import Answered
from neuron_tui.game.classroom.classroom import Column, classroom
from neuron_tui.game.classroom.words import about_unknown
from neuron_tui.game.journal.kept import Answer
from tests.game.journal.answers import answer


def said(guess: str, right: str | None) -> Answer:
    """An answer where the neuron said 0.875; it was to be foreseen where nothing is right."""
    kept = answer(guess=Fraction(guess), right=None if right is None else Fraction(right))
    return kept if right is not None else replace(kept, asked="neuron")


@pytest.mark.parametrize(
    ("answers", "right", "judged", "mark"),
    [
        pytest.param([("0.6", "1"), ("0.4", "0")], 2, 2, "right", id="on the right side"),
        pytest.param([("0.6", "1"), ("0.5", "0")], 1, 2, "some", id="undecided is no side"),
        pytest.param([("0.9", "0"), ("0.9", "0")], 0, 2, "wrong", id="none"),
        pytest.param([("0.9", None), ("0.7", None)], 1, 2, "some", id="near what the neuron says"),
        pytest.param([("0.9", "0"), ("0.9", None)], 0, 1, "wrong", id="foreseen beside a right answer"),
        pytest.param([("0.55", "0.5"), ("0.9", "0.5")], 1, 2, "some", id="a share without a side"),
        pytest.param([("0.55", "0.7"), ("0.3", "0.5")], 1, 1, "right", id="a share with a side"),
    ],
)
def test_what_is_right(answers: list[tuple[str, str | None]], right: int, judged: int, mark: str) -> None:
    found = Answered(tuple(said(*each) for each in answers))
    assert (found.right, found.judged, found.mark) == (right, judged, mark)


def test_how_much_surer_than_right_takes_ten_answers() -> None:
    answers = [said("0.9", "1")] * 7 + [said("0.1", "1")] * 3
    assert Answered(tuple(answers[:9])).surer is None
    assert Answered(tuple(answers)).surer == pytest.approx(0.9 - 0.7)


@pytest.mark.parametrize(
    ("knew", "of", "under"),
    [(0, 1, ""), (0, 2, "Nobody knew"), (1, 3, ""), (1, 4, "Few knew"), (2, 7, ""), (2, 8, "Few knew")],
)
def test_what_nobody_knew_and_what_few_did(knew: int, of: int, under: str) -> None:
    pupils = [f"pupil {number}" for number in range(of)]
    answers = [
        replace(said("0.2" if place < knew else "0.8", "0"), player=pupil, puzzle="a/b", question="1 0")
        for place, pupil in enumerate(pupils)
    ]
    room = classroom(answers, [Column("a/b", "B", "A", "1.1")], pupils)
    told = dict(about_unknown(room))
    assert list(told) == [under] * bool(under)
    if under == "Few knew":
        average = (0.2 * knew + 0.8 * (of - knew)) / of
        assert told[under] == [
            f"1.1 B, 1 0: 0 is right. {knew} of {of} pupils knew it, and the neuron did not. "
            f"The average guess was {average:.2f}."
        ]


def test_a_game_left_open_in_the_break_bends_no_mean() -> None:
    answers = [replace(said("1", "1"), seconds=seconds) for seconds in (8.0, 10.0, 3_600.0)]
    assert Answered(tuple(answers)).seconds == 10.0
