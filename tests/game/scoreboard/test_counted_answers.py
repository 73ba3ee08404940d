"""Answers under an id that is gone are counted with those to the puzzle that asks the same today."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from neuron_tui.game.scoreboard.counted_answers import PuzzleVersion
from neuron_tui.game.scoreboard.figures import Figures
from neuron_tui.game.scoreboard.foreseen import Foreseen
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.puzzle import Example, Puzzle, Question
from tests.game.scoreboard.answers import counted

SAID = [(0.9, 0.5, 1.0), (0.8, 0.5, 0.0), (1.0, 0.5, 1.0), (0.6, 0.5, 1.0)]
PUZZLES = ["threshold/veto", "threshold/vote", "weights/veto", "never/stairs"]
VETO = Puzzle("The veto", ("a", "b"), (Example((1, 0), 1),), (Question((1, 1), 0),))
OTHER = replace(VETO, examples=(Example((1, 0), 0),))
TODAY = {"threshold/vote": OTHER, "weights/veto": VETO, "weights/veto-again": VETO, "never/stairs": OTHER}
ANSWERED = counted(SAID, PUZZLES, content_of(VETO))


def test_old_and_new_answers_to_one_puzzle_are_in_one_row() -> None:
    found = Figures(ANSWERED.renamed(TODAY))
    counts = {asked: total.count for asked, total in found.puzzles.items()}
    assert counts == {
        PuzzleVersion("weights/veto", content_of(VETO)): 2,
        PuzzleVersion("threshold/vote", content_of(VETO)): 1,
        PuzzleVersion("never/stairs", content_of(VETO)): 1,
    }


def test_they_count_for_the_chapter_that_the_puzzle_is_in_now() -> None:
    found = Figures(ANSWERED.renamed(TODAY))
    counts = {chapter: total.count for chapter, total in found.chapters.items()}
    assert counts == {"weights": 2, "threshold": 1, "never": 1}


def test_the_points_stay_with_their_answers() -> None:
    after = Figures(ANSWERED.renamed(TODAY))
    # 100 (1 - 4 * 0.01) and 100 for the veto; 100 (1 - 4 * 0.64) for the vote
    points = {asked.id: round(total.you.points, 6) for asked, total in after.puzzles.items()}
    assert points["weights/veto"] == 196
    assert points["threshold/vote"] == -156
    assert after.total.you.points == Figures(ANSWERED).total.you.points
    assert after.total.neuron.points == Figures(ANSWERED).total.neuron.points


def test_what_was_foreseen_moves_with_its_puzzle() -> None:
    foreseen = Foreseen(np.array([0.9]), np.array([0.5]), np.array([0]))
    moved = replace(ANSWERED, foreseen=foreseen).renamed(TODAY)
    assert [moved.ids[place].id for place in moved.foreseen.puzzles] == ["weights/veto"]


def test_where_nothing_asks_the_same_the_old_id_stays() -> None:
    assert ANSWERED.renamed({"other/new": OTHER}) is ANSWERED
    assert ANSWERED.renamed({}) is ANSWERED
