"""Puzzle files of the kinds in which nobody can be sure, as text."""

from __future__ import annotations

from neuron_tui.puzzle.file.reader import read_puzzle
from neuron_tui.puzzle.puzzle import Puzzle

ODDS = """\
title: What are the odds
inputs: [bell]
output: door
noisy: true
examples: [1 -> 1, 1 -> 1, 1 -> 0, 1 -> 1]
questions: [1 -> 3/4]
rule: The door opens three times of four.
expect: learns
"""
TWINS = """\
title: The twins
inputs: [left, middle, right]
examples: [1 1 0 -> 1, 0 0 1 -> 0, 1 1 1 -> 1, 0 0 0 -> 0]
questions: [1 0 0 -> ?, 0 1 0 -> ?]
neuron: {threshold: true}
expect: learns
"""
STRANGERS = """\
title: Two strangers
inputs: [ann, bob]
noisy: true
examples: [1 0 -> 1, 1 0 -> 1, 1 0 -> 1, 1 0 -> 0, 0 1 -> 0, 0 1 -> 1, 0 1 -> 0, 0 1 -> 0]
questions: [1 0 -> 3/4, 0 1 -> 1/4, 1 1 -> ?]
expect: learns
"""


def puzzle_in(source: str) -> Puzzle:
    """The puzzle of a file without faults."""
    reading = read_puzzle(source.encode())
    assert reading.faults == ()
    assert reading.puzzle is not None
    return reading.puzzle
