"""However a row is written, it means the same, and its plain form is the one the game writes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.puzzle.file.plain import plain_form
from neuron_tui.puzzle.file.reader import read_puzzle
from neuron_tui.puzzle.file.writer import write_puzzle
from neuron_tui.puzzle.puzzle import Puzzle
from tests.puzzle.puzzles import puzzles

ROW = re.compile(r"(?m)^  - ([01](?: [01])*) -> (\S+)$")
ARROWS = st.sampled_from(["->", "-->", "=>", "==>", "\u2192", "\u21d2"])
BETWEEN = st.sampled_from([" ", "  ", "\t", ", ", ",", "; ", ""])


@given(puzzles(networks=True), st.data())
def test_rows_written_in_other_ways_become_plain_and_nothing_else_changes(
    puzzle: Puzzle, data: st.DataObject
) -> None:
    written = write_puzzle(puzzle)

    def otherwise(row: re.Match[str]) -> str:
        arrow, between = data.draw(ARROWS), data.draw(BETWEEN)
        digits = between.join(row[1].split())
        return f"  - {digits} {arrow} {'???' if row[2] == '?' else row[2]}"

    changed = ROW.sub(otherwise, written).encode()
    assert read_puzzle(changed).puzzle == read_puzzle(written.encode()).puzzle
    once = plain_form(changed)
    assert _words(once) == _words(written.encode()), "blanks in a row may be as many as one likes"
    assert plain_form(once) == once


def test_several_habits_in_one_file_and_one_line_are_all_written_plainly() -> None:
    written = (
        "title: x  # a title\r\n"
        "examples: [01 => 0, '1,1 --> 1']  # rows\r\n"
        "questions:\r\n"
        "  - 10 \u2192 ???\r\n"
        "neuron: {threshold: Yes, seed: 2}\r\n"
    )
    plain = (
        "title: x  # a title\r\n"
        "examples: [0 1 -> 0, '1 1 -> 1']  # rows\r\n"
        "questions:\r\n"
        "  - 1 0 -> ?\r\n"
        "neuron: {threshold: true, seed: 2}\r\n"
    )
    assert plain_form(written.encode()).decode() == plain


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_with_a_fault_is_left_as_it_is(encoding: str) -> None:
    fits = "title: x\nexamples: [01 => 0, 10 => 1]\nquestions: [11 -> 1]\n"
    assert b"[0 1 -> 0, 1 0 -> 1]" in plain_form(fits.encode(encoding))
    broken = fits.replace("10", "12").encode(encoding)
    assert plain_form(broken) == broken


def _words(data: bytes) -> list[list[str]]:
    return [line.split() for line in data.decode().splitlines()]
