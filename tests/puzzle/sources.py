"""Puzzle files for the tests, written as text, with `▲` before each place where a fault is expected."""

from __future__ import annotations

from neuron_tui.puzzle.file.reader import read_puzzle

ARTICLE = """\
title: The leftmost column
inputs: [left, middle, right]        # optional names
output: answer                       # optional name
examples:
  - 0 0 1 -> 0
  - 1 1 1 -> 1
  - 1 0 1 -> 1
  - 0 1 1 -> 0
questions:
  - 1 0 0 -> 1
rule: The output is always the value of the leftmost input.
hint: Cover the columns one at a time.   # or a list of up to three, from gentle to plain
lesson: What the player reads before (optional, a few short paragraphs).
afterwards: What the player reads after the verdict (optional).
neuron: {threshold: false, iterations: 10000, seed: 1, learning_rate: 1}
expect: learns                       # or fails, or depends
author: anyone
format: 2                            # optional
"""

MARK = "▲"


def puzzle_file(**fields: str | None) -> str:
    """A small good file with some of its values replaced, added, or (None) left out."""
    good = {
        "title": "Two switches",
        "examples": "\n  - 0 0 -> 0\n  - 0 1 -> 0\n  - 1 0 -> 1",
        "questions": "\n  - 1 1 -> 1",
    }
    return "".join(
        f"{key}:{value if value.startswith(chr(10)) else ' ' + value}\n"
        for key, value in {**good, **fields}.items()
        if value is not None
    )


def marked_places(source: str) -> tuple[str, list[tuple[int, int]]]:
    """The source without its marks, and the line and column (from 1) of each of them."""
    places = []
    for number, line in enumerate(source.split("\n"), start=1):
        before = 0
        for piece in line.split(MARK)[:-1]:
            before += len(piece)
            places.append((number, before + 1))
    return source.replace(MARK, ""), places


def check_faults(source: str, *words: str) -> None:
    """The file has exactly the marked faults, in order, and each one's message holds its words."""
    text, places = marked_places(source)
    reading = read_puzzle(text.encode())
    assert [(fault.line, fault.column) for fault in reading.faults] == places, reading.faults
    assert (reading.puzzle is None) == any(fault.severity == "error" for fault in reading.faults)
    assert len(words) == len(places)
    for word, fault in zip(words, reading.faults, strict=True):
        assert word in fault.message
