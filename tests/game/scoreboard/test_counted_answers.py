"""Answers to puzzles that moved are counted with those under the new id."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from neuron_tui.game.scoreboard.counted_answers import PuzzleVersion
from neuron_tui.game.scoreboard.figures import Figures
from neuron_tui.game.scoreboard.foreseen import Foreseen
from tests.game.scoreboard.answers import CONTENT, counted

SAID = [(0.9, 0.5, 1.0), (0.8, 0.5, 0.0), (1.0, 0.5, 1.0), (0.6, 0.5, 1.0)]
PUZZLES = ["threshold/veto", "threshold/vote", "weights/veto", "never/stairs"]


def test_old_and_new_answers_to_one_puzzle_are_in_one_row() -> None:
    found = Figures(counted(SAID, PUZZLES).renamed({"threshold/veto": "weights/veto"}))
    counts = {asked: total.count for asked, total in found.puzzles.items()}
    assert counts == {
        PuzzleVersion("weights/veto", CONTENT): 2,
        PuzzleVersion("threshold/vote", CONTENT): 1,
        PuzzleVersion("never/stairs", CONTENT): 1,
    }


def test_they_count_for_the_chapter_that_the_puzzle_is_in_now() -> None:
    found = Figures(counted(SAID, PUZZLES).renamed({"threshold/veto": "weights/veto"}))
    counts = {chapter: total.count for chapter, total in found.chapters.items()}
    assert counts == {"weights": 2, "threshold": 1, "never": 1}


def test_the_points_stay_with_their_answers() -> None:
    before = counted(SAID, PUZZLES)
    after = Figures(before.renamed({"threshold/veto": "weights/veto"}))
    # 100 (1 - 4 * 0.01) and 100 for the veto; 100 (1 - 4 * 0.64) for the vote
    points = {asked.id: round(total.you.points, 6) for asked, total in after.puzzles.items()}
    assert points["weights/veto"] == 196
    assert points["threshold/vote"] == -156
    assert after.total.you.points == Figures(before).total.you.points
    assert after.total.neuron.points == Figures(before).total.neuron.points


def test_what_was_foreseen_moves_with_its_puzzle() -> None:
    foreseen = Foreseen(np.array([0.9]), np.array([0.5]), np.array([2]))
    moved = replace(counted(SAID, PUZZLES), foreseen=foreseen).renamed({"threshold/veto": "weights/veto"})
    assert [moved.ids[place].id for place in moved.foreseen.puzzles] == ["weights/veto"]


def test_where_nothing_moved_nothing_changes() -> None:
    before = counted(SAID, PUZZLES)
    assert before.renamed({"other/old": "other/new"}) is before
    assert before.renamed({}) is before
