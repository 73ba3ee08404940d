"""The whole course line by line: all that is asked, all steps, all tasks, and how each line is written."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.plain.conversation import Conversation
from neuron_tui.plain.game import Session
from neuron_tui.plain.spoken import spoken
from neuron_tui.puzzle.library.library import Folder
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.puzzle.task import MOST_STARS
from tests.plain.learner import Learner
from tests.plain.lines import unfit

BUNDLED = [Folder(bundled_puzzles(), "bundled")]
COMMANDS = ("words", "weights", "rows", "table", "microscope 2 1", "go 1", "help")


@pytest.mark.slow
@pytest.mark.parametrize("chapter", [chapter.id for chapter in Shelf(BUNDLED).library.chapters])
def test_a_chapter_can_be_played_by_who_hears_it(chapter: str, tmp_path: Path) -> None:
    shelf = Shelf(BUNDLED)
    here = next(entries for found, entries in shelf.chapters() if found.id == chapter)
    entries = [shelf.read(entry.path) for entry in here]
    keeper = Keeper(tmp_path / "journal.sqlite3", "listener")
    heard = io.StringIO()
    learner = Learner(entries, heard, COMMANDS, until=shelf.after(entries[-1]))
    Session(Conversation(learner, heard), shelf, keeper).play(entries[0])
    lines = heard.getvalue().splitlines()

    puzzles = [entry.puzzle for entry in entries if entry.puzzle is not None]
    answered = Keeper(tmp_path / "journal.sqlite3", "listener")
    assert sum(answered.answered().values()) == sum(len(puzzle.asked()) for puzzle in puzzles)
    said = " ".join(lines)
    assert [step for puzzle in puzzles for step in puzzle.steps if spoken(step.shown) not in said] == []
    assert "is behind you. You can now say:" in said
    stars = [task.stars for task in answered.tasks()]
    assert stars == [MOST_STARS for puzzle in puzzles if puzzle.task is not None]

    assert unfit(lines) == []
