"""A puzzle that is written to a file is the same puzzle when the file is read; not all can be written."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from neuron_tui.puzzle.file.reader import read_puzzle
from neuron_tui.puzzle.file.writer import write_puzzle
from neuron_tui.puzzle.puzzle import Example, Puzzle
from tests.puzzle.puzzles import puzzles
from tests.puzzle.sources import ARTICLE


@pytest.mark.slow
@given(puzzles(networks=True, starts=True))
def test_a_written_puzzle_reads_back_the_same(puzzle: Puzzle) -> None:
    reading = read_puzzle(write_puzzle(puzzle).encode())
    assert reading.puzzle == puzzle
    assert not [fault for fault in reading.faults if fault.severity == "error"]
    assert reading.rewrites == ()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"title": ""}, "title is empty"),
        ({"title": "Two\nlines"}, "title must be one line"),
        ({"title": "red \x1b[31m"}, "control character"),
        ({"rule": "half \ud800"}, "surrogates"),
        ({"questions": ()}, "questions"),
        ({"input_names": ("left", "left", "right")}, "twice"),
        ({"examples": (Example((0, 0, 2), 1),)}, "not 0 or 1"),
        ({"lesson": " blank around "}, "begins or ends blank"),
    ],
)
def test_a_puzzle_that_no_file_may_hold_is_not_written(change: dict[str, Any], words: str) -> None:
    article = read_puzzle(ARTICLE.encode()).puzzle
    assert article is not None
    with pytest.raises(ValueError, match=words):
        write_puzzle(replace(article, **change))
