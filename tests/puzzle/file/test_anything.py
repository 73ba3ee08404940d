"""Whatever a file holds, reading it gives a puzzle or faults in order, and never fails."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.puzzle.file import tree
from neuron_tui.puzzle.file.reader import read_puzzle
from neuron_tui.puzzle.file.writer import write_puzzle
from neuron_tui.puzzle.library.chapter import read_chapter
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.text import REFUSED
from tests.puzzle.puzzles import puzzles
from tests.puzzle.sources import ARTICLE, puzzle_file


def check(data: bytes) -> None:
    """The promises that hold for every file."""
    reading = read_puzzle(data)
    assert list(reading.faults) == sorted(reading.faults)
    assert len(reading.faults) <= 101
    assert (reading.puzzle is None) == any(fault.severity == "error" for fault in reading.faults)
    for fault in (*reading.faults, *read_chapter(Path("chapter.yaml"), data).faults):
        assert fault.line >= 1
        assert fault.column >= 1
        assert fault.message
        assert "\n" not in fault.message
        assert REFUSED.search(fault.message) is None
    if reading.puzzle is not None:
        assert REFUSED.search(repr(reading.puzzle)) is None
        assert read_puzzle(write_puzzle(reading.puzzle).encode()).puzzle == reading.puzzle


@given(st.binary())
def test_any_bytes(data: bytes) -> None:
    check(data)


@given(st.text())
def test_any_text(text: str) -> None:
    check(text.encode("utf-8", "surrogatepass"))


@given(st.text(st.sampled_from("ab01:- \n[]{},&*!|>'\"#%@\\?<\t~."), max_size=40))
def test_any_marks_that_mean_something(text: str) -> None:
    check(text.encode())
    check(puzzle_file(rule=text).encode())


@given(st.data())
def test_a_file_that_was_changed_anywhere(data: st.DataObject) -> None:
    source = data.draw(
        st.sampled_from([ARTICLE, puzzle_file(hint="[&a Look., *a]", neuron="\n  seed: 1")])
    ).encode()
    for _ in range(data.draw(st.integers(1, 4))):
        begin = data.draw(st.integers(0, len(source)))
        end = data.draw(st.integers(begin, min(begin + 20, len(source))))
        piece = data.draw(
            st.one_of(
                st.binary(max_size=4),
                st.sampled_from(
                    [b"\t", b"- ", b": ", b"\n", b"'", b'"', b"*a", b"!!x ", b"---\n", b"2", b"\\e", b" "]
                ),
            )
        )
        source = source[:begin] + piece + source[end:]
    check(source)


@pytest.mark.slow
@given(puzzles(), st.data())
def test_a_written_puzzle_with_two_lines_exchanged(puzzle: Puzzle, data: st.DataObject) -> None:
    lines = write_puzzle(puzzle).split("\n")
    one, two = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    lines[one], lines[two] = lines[two], lines[one]
    check("\n".join(lines).encode())


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader])
@given(text=st.text(st.sampled_from("ab01:- \n[]{},&*!|>'\"#%@\\?<\t~."), max_size=40))
def test_both_loaders(loader: type, text: str) -> None:
    before, tree.Loader = tree.Loader, loader
    try:
        check(text.encode())
        check(ARTICLE.encode())
    finally:
        tree.Loader = before
