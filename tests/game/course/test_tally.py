"""How it stands between the two players."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from neuron_tui.game.course.tally import Tally
from neuron_tui.game.scoreboard.counted_answers import CountedAnswers, PuzzleVersion
from neuron_tui.game.scoreboard.foreseen import Foreseen


def counted(*answers: tuple[float, float, float, str]) -> CountedAnswers:
    """Answers as (guess, the neuron's guess, right answer, puzzle), one a second."""
    ids = tuple(dict.fromkeys(answer[3] for answer in answers))
    columns = [np.array([answer[column] for answer in answers], dtype=np.float64) for column in range(3)]
    puzzles = np.array([ids.index(answer[3]) for answer in answers], dtype=np.int64)
    return CountedAnswers(
        np.arange(len(answers), dtype=np.float64),
        *columns,
        puzzles,
        tuple(PuzzleVersion(puzzle, "") for puzzle in ids),
    )


def test_nothing_answered_is_no_points() -> None:
    assert Tally.of(counted()) == Tally()


def test_the_points_of_all_answers_are_added_up() -> None:
    tally = Tally.of(counted((1, 0.7, 1, "a"), (0.5, 0.9, 1, "b"), (0.5, 0.9, 1, "b")))
    assert tally.you == 100 + 0 + 0
    assert tally.neuron == pytest.approx(100 - 400 * 0.09 + 2 * (100 - 400 * 0.01))


def test_points_that_were_lost_count_as_well() -> None:
    assert Tally.of(counted((1, 0.7, 1, "a"), (0, 0.9, 1, "b"))).you == 100 - 300


def test_what_was_foreseen_adds_to_the_player_s_points_alone() -> None:
    foreseen = Foreseen(np.array([0.6, 1.0]), np.array([0.5, 0.0]), np.array([0, 0]))
    tally = Tally.of(replace(counted((1, 0.5, 1, "a")), foreseen=foreseen))
    # 100 for the answer; 100 - 400 * 0.1^2 and 100 - 400 for what was foreseen
    assert (tally.you, tally.neuron) == (pytest.approx(100 + 96 - 300), 0)


def test_a_share_is_scored_by_the_mean_over_its_outcomes() -> None:
    # 0.75 where three of four are 1: 3/4 of 75 and 1/4 of -125
    assert Tally.of(counted((0.75, 1, 0.75, "coin"))).you == 25
    assert Tally.of(counted((0.75, 1, 0.75, "coin"))).neuron == 0
