"""How both players stand: over all, by chapter, by puzzle."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.scoreboard.calibration import Bin, calibration
from neuron_tui.game.scoreboard.figures import Figures
from neuron_tui.game.scoreboard.head_to_head import HeadToHead
from tests.game.scoreboard.answers import ANSWERS, Said, counted, figures

Answers = list[tuple[Said, str]]


def made(answers: Answers) -> Figures:
    return figures([said for said, _ in answers], [puzzle for _, puzzle in answers])


def bins(found: Figures) -> tuple[Bin, ...]:
    """The player's calibration."""
    return calibration(found.total.you.guesses, found.total.you.answers)


def test_a_standing_by_hand() -> None:
    # 0.9 for 1: 96 points; 0.2 for 1: -156; 0.5: 0; 1 for 1: 100, as the neuron's 0.9999 is shown.
    total = figures([(0.9, 0.5, 1.0), (0.2, 0.9, 1.0), (0.5, 0.5, 0.0), (1.0, 0.9999, 1.0)]).total
    assert (total.count, total.wins, total.losses, total.draws) == (4, 1, 1, 2)
    assert total.you.points == pytest.approx(96 - 156 + 0 + 100)
    assert total.you.accuracy == 0.5
    assert total.you.brier == pytest.approx((0.01 + 0.64 + 0.25 + 0) / 4)
    assert total.neuron.accuracy == 0.5
    assert total.neuron.points == pytest.approx(0 + 96 + 0 + 100, abs=0.001)


def test_without_answers_nothing_is_known() -> None:
    total = figures([]).total
    assert (total.count, total.you.points) == (0, 0)
    assert total.you.accuracy is total.you.brier is None
    assert figures([]).chapters == figures([]).puzzles == {}
    assert figures([], ()).chapters == figures([], ()).puzzles == {}, "as an empty journal has it"


def test_an_answer_without_a_side_counts_for_points_but_not_for_accuracy() -> None:
    total = figures([(0.5, 0.9, 0.5), (0.9, 0.9, 1.0)]).total
    assert total.you.accuracy == 1
    assert total.wins == 1


def test_chapters_and_puzzles_are_named_by_the_ids() -> None:
    found = made([((0.9, 0.9, 1.0), "a/one"), ((0.9, 0.1, 1.0), "a/two"), ((0.1, 0.9, 1.0), "loose")])
    assert [(name, total.count) for name, total in found.chapters.items()] == [("a", 2), ("", 1)]
    assert [asked.id for asked in found.puzzles] == ["a/one", "a/two", "loose"]


def test_a_puzzle_that_others_answered_is_not_in_the_player_s_table() -> None:
    everyone = counted([(0.9, 0.9, 1.0)] * 2, ["a/one", "b/one"])
    own = Figures(replace(everyone, puzzles=np.array([1, 1])))
    assert [asked.id for asked in own.puzzles] == ["b/one"]
    assert list(own.chapters) == ["b"]


@given(ANSWERS)
def test_each_group_stands_as_its_answers_would_alone(answers: Answers) -> None:
    found = made(answers)
    for asked, total in found.puzzles.items():
        assert_same(total, made([pair for pair in answers if pair[1] == asked.id]).total)
    for name, total in found.chapters.items():
        inside = [pair for pair in answers if pair[1].rpartition("/")[0] == name]
        assert_same(total, made(inside).total)


@given(ANSWERS, st.randoms(use_true_random=False))
def test_the_order_of_answers_changes_no_figure_but_streaks_and_the_course(
    answers: Answers, random: np.random.Generator
) -> None:
    shuffled = list(answers)
    random.shuffle(shuffled)
    before, after = made(answers), made(shuffled)
    assert_same(before.total, after.total)
    assert before.puzzles.keys() == after.puzzles.keys()
    if len(answers) > 1:
        assert before.total.you.brier_interval == pytest.approx(after.total.you.brier_interval)
    for one, other in zip(bins(before), bins(after), strict=True):
        assert (one.count, one.came) == (other.count, pytest.approx(other.came))


def assert_same(one: HeadToHead, other: HeadToHead) -> None:
    assert (one.count, one.wins, one.losses) == (other.count, other.wins, other.losses)
    for mine, its in ((one.you, other.you), (one.neuron, other.neuron)):
        assert (mine.right, mine.sided) == (its.right, its.sided)
        assert mine.points == pytest.approx(its.points)
        assert mine.brier == pytest.approx(its.brier)
