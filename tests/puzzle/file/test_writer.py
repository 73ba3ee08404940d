"""A puzzle that is written to a file is the same puzzle when the file is read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.puzzle.file.reader import read_puzzle
from neuron_tui.puzzle.file.template import puzzle_template
from neuron_tui.puzzle.file.writer import write_puzzle
from neuron_tui.puzzle.puzzle import Example, Puzzle
from tests.puzzle.puzzles import puzzles
from tests.puzzle.sources import ARTICLE


def article() -> Puzzle:
    puzzle = read_puzzle(ARTICLE.encode()).puzzle
    assert puzzle is not None
    return puzzle


@pytest.mark.slow
@given(puzzles(networks=True))
def test_a_written_puzzle_reads_back_the_same(puzzle: Puzzle) -> None:
    reading = read_puzzle(write_puzzle(puzzle).encode())
    assert reading.puzzle == puzzle
    assert reading.faults == ()


def test_the_articles_puzzle_is_written_as_a_person_would() -> None:
    without_notes = "".join(line.split("  ")[0] + "\n" for line in ARTICLE.splitlines() if line[0] != " ")
    written = write_puzzle(article())
    assert "".join(f"{line}\n" for line in written.splitlines() if line[0] != " ") == without_notes
    assert "  - 0 0 1 -> 0\n  - 1 1 1 -> 1\n" in written


def test_long_texts_are_wrapped_and_short_lines_kept() -> None:
    long = "A neuron adds up what reaches it, each input times its weight. " * 4
    puzzle = replace(article(), lesson=f"{long.strip()}\n\nThat is all.", rule="First line.\nSecond line.")
    written = write_puzzle(puzzle)
    assert max(map(len, written.splitlines())) <= 100
    assert "rule: |\n  First line.\n  Second line.\n" in written
    assert read_puzzle(written.encode()).puzzle == puzzle


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
    with pytest.raises(ValueError, match=words):
        write_puzzle(replace(article(), **change))


@given(st.text())
def test_a_new_puzzle_has_no_fault_whatever_it_is_called(title: str) -> None:
    reading = read_puzzle(puzzle_template(title).encode())
    assert reading.faults == ()
    assert reading.puzzle is not None


def test_a_new_puzzle_explains_each_of_its_keys() -> None:
    text = puzzle_template("My first: puzzle")
    reading = read_puzzle(text.encode())
    assert reading.puzzle is not None
    assert reading.puzzle.title == "My first: puzzle"
    assert reading.puzzle.expect == "learns"
    assert len(reading.puzzle.hints) == 2
    for key in (
        "title",
        "inputs",
        "output",
        "examples",
        "questions",
        "rule",
        "hint",
        "lesson",
        "neuron",
        "expect",
    ):
        before = text.split(f"\n{key}:")[0].splitlines()[-1]
        assert before.startswith("#") or key in {"output", "lesson"}, key
