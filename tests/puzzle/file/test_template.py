"""The file that a new puzzle begins with has no faults, and says what it means."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.puzzle.file.reader import read_puzzle
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
