"""The file that a new puzzle begins with has no faults, and says what it means."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.puzzle.file.reader import FIELDS, read_puzzle
from neuron_tui.puzzle.file.template import puzzle_template


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


def test_every_key_stands_in_it() -> None:
    text = puzzle_template("A puzzle")
    assert [key for key in FIELDS if not re.search(rf"^(# )?{key}:", text, re.MULTILINE)] == []


def test_its_steps_and_panels_are_there_once_their_marks_are_removed() -> None:
    text = re.sub(r"^# (steps:|  |panels:)", r"\1", puzzle_template("A puzzle"), flags=re.MULTILINE)
    reading = read_puzzle(text.encode())
    assert reading.faults == ()
    assert reading.puzzle is not None
    assert [step.pause for step in reading.puzzle.steps] == [None, 0]
    assert reading.puzzle.panels == ("neuron", "weights")
