"""The tasks of the bundled puzzles: enough of them, and of every kind. `check --train` proves each in CI."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from neuron_tui.puzzle.task import KINDS
from tests.bundled.test_bundled_puzzles import FILES, puzzle_in

WITH_TASKS = [file for file in FILES if puzzle_in(file).task]


def test_every_chapter_has_some_and_every_kind_is_met() -> None:
    assert len(WITH_TASKS) >= 20
    puzzles, tasks = (Counter(file.parent for file in files) for files in (FILES, WITH_TASKS))
    for chapter, many in puzzles.items():
        assert 2 <= tasks[chapter] <= many / 2, chapter.name
    assert {task.do for file in WITH_TASKS if (task := puzzle_in(file).task)} == set(KINDS)


@pytest.mark.parametrize("file", WITH_TASKS, ids=lambda file: file.stem)
def test_its_hint_is_a_short_sentence(file: Path) -> None:
    task = puzzle_in(file).task
    assert task is not None
    assert 0 < len(task.hint) <= 76, "one line above a picture"
    assert task.hint.endswith((".", "?"))
