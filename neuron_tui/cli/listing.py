"""`neuron-tui list`: all chapters and their puzzles, as columns or as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from neuron_tui.cli.columns import aligned
from neuron_tui.puzzle.library.entry import PuzzleEntry
from neuron_tui.puzzle.library.library import Chapter, Library
from neuron_tui.puzzle.text import clean, clip, plural

MARK = "!"
"""Stands before a puzzle whose file has faults."""
TITLE_LENGTH = 40


def as_columns(library: Library) -> str:
    """Each chapter's title, and under it a line for each of its puzzles."""
    chapters = [(chapter, [entry.read() for entry in chapter.entries]) for chapter in library.chapters]
    lines = iter(aligned([_cells(entry) for _, entries in chapters for entry in entries] or [[]]))
    blocks = [[_heading(chapter), *(next(lines) for _ in entries)] for chapter, entries in chapters]
    return "\n\n".join("\n".join(block) for block in blocks)


def _heading(chapter: Chapter) -> str:
    of_pack = f"{chapter.pack.title} \u00b7 " if chapter.pack else ""
    return clean(of_pack + chapter.title)


def _cells(entry: PuzzleEntry) -> list[str]:
    puzzle, faults = entry.puzzle, entry.faults
    size = ["", "", ""]
    if puzzle is not None:
        size = [
            plural(len(puzzle.input_names), "input"),
            plural(len(puzzle.examples), "example"),
            plural(len(puzzle.questions), "question") if puzzle.questions else "a task",
        ]
    expect = (puzzle and puzzle.expect) or ""
    problems = plural(len(faults), "fault") if faults else ""
    return [MARK if faults else " ", entry.id, clip(entry.title, TITLE_LENGTH), *size, expect, problems]


def as_json(library: Library) -> str:
    """An array with an object per puzzle; what is unknown about a broken file is null."""
    return json.dumps([_object(entry.read()) for entry in library.entries], indent=2)


def _object(entry: PuzzleEntry) -> dict[str, str | int | Sequence[str] | None]:
    puzzle = entry.puzzle
    return {
        "id": entry.id,
        "title": entry.title,
        "chapter": entry.chapter or None,
        "path": str(entry.path.absolute()),
        "inputs": len(puzzle.input_names) if puzzle else None,
        "examples": len(puzzle.examples) if puzzle else None,
        "questions": len(puzzle.questions) if puzzle else None,
        "expect": puzzle.expect if puzzle else None,
        "hidden": puzzle.neuron.hidden if puzzle else None,
        "noisy": puzzle.noisy if puzzle else None,
        "picture": "x".join(map(str, puzzle.picture)) if puzzle and puzzle.picture else None,
        "difficulty": puzzle.difficulty if puzzle else None,
        "tags": puzzle.tags if puzzle else None,
        "was": puzzle.was if puzzle else None,
        "problems": [fault.describe(str(entry.path)) for fault in entry.faults],
    }
