"""Puzzles from the game's own files, and matches played on them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.match.match import Match
from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron import Recording
from neuron_tui.puzzle.library.library import Folder, scan
from neuron_tui.puzzle.puzzle import Puzzle


@cache
def bundled(puzzle_id: str) -> Puzzle:
    """One of the puzzles that come with the game."""
    puzzle = scan([Folder(bundled_puzzles(), "bundled")]).find(puzzle_id).read().puzzle
    assert puzzle is not None
    return puzzle


def article() -> Puzzle:
    """The article's own puzzle: one question, two hints."""
    return bundled("article/leftmost-column")


def two_questions() -> Puzzle:
    """The article's rows, with two rows to guess: 1 1 0 -> 1 and 0 1 0 -> 0."""
    return bundled("article/ask-it-more")


def quickly(puzzle: Puzzle, iterations: int) -> Puzzle:
    """The same puzzle with another number of iterations."""
    return replace(puzzle, neuron=replace(puzzle.neuron, iterations=iterations))


def trained(match: Match) -> Match:
    """The match with its tape recorded to the end."""
    match.recording.record(match.recording.training.iterations)
    return match


def replay_of(puzzle: Puzzle) -> Replay:
    """The finished training of a puzzle, which is trained only once."""
    recording = _recording_of(puzzle)
    return Replay(puzzle, Recording(recording.training, recording.tape))  # a copy: some tests rewind theirs


@cache
def _recording_of(puzzle: Puzzle) -> Recording:
    return trained(Match.begin(puzzle)).recording
