"""Whatever a file holds and whatever is typed: lines that anyone can read, in every encoding."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.game.modes import Mode, offers
from neuron_tui.plain.conversation import Conversation
from neuron_tui.plain.game import GOODBYE, Session
from neuron_tui.puzzle.file.reader import Reading
from neuron_tui.puzzle.library.entry import PuzzleEntry
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.puzzle.puzzle import Puzzle
from tests.plain.learner import typed_solution
from tests.puzzle.puzzles import puzzles

COMMANDS = (
    "0.9", "1", "0", "50%", "1/3", "2", "yes", "help", "hint", "table", "rows", "row 1", "row ???",
    "weight A", "step", "task", "learn", "words", "weights", "go 1", "go x", "microscope", "microscope 1 1",
    "off 1", "off", "code", "draw", "draw #", "flip 1 1", "show 1", "show", "change 1", "A 2", "A x",
    "threshold 1", "hidden neurons 1", "iterations 3", "goal", "reset", "done", "lesson", "home",
    "again", "list", "end 1", "enough", "guesses", "question", "match", "9" * 5_000,
)  # fmt: skip
MODES: tuple[Mode, ...] = ("match", "examples", "race")
TYPED = st.one_of(st.sampled_from(COMMANDS), st.text(max_size=20).map(lambda text: " ".join(text.split())))


@pytest.mark.slow
@settings(max_examples=10)
@given(
    puzzles(networks=True),
    st.lists(TYPED, max_size=25),
    st.sampled_from(["utf-8", "latin-1", "ascii"]),
    st.sampled_from(MODES),
)
def test_every_puzzle_is_said_in_lines(puzzle: Puzzle, typed: list[str], encoding: str, mode: Mode) -> None:
    puzzle = replace(puzzle, neuron=replace(puzzle.neuron, iterations=min(puzzle.neuron.iterations, 20)))
    mode = mode if offers(puzzle, mode) else "match"
    entry = PuzzleEntry("any", "", Path("any.yaml"), "given", reading=Reading(puzzle, ()))
    questions = ["0.9", ""] * len(puzzle.asked())
    lines = [*typed[:3], *questions, "", "", "", *typed_solution(puzzle), "", *typed]
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding)  # strict: what it lacks is a fault
    source = io.StringIO("".join(f"{line}\n" for line in lines))
    Session(Conversation(source, out), Shelf([]), Keeper(None, "anyone")).play(
        entry, mode if offers(puzzle, mode) else "match"
    )
    out.seek(0)
    said = out.read().splitlines()
    assert said[-1] == GOODBYE
    prose = [line for line in said if not line.startswith((" ", "inputs", "targets", "asked", "#"))]
    assert max(map(len, prose)) <= 100
    assert all(line.isprintable() for line in said)
