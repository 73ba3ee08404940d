"""What the arguments of several commands mean: folders, a puzzle, a seed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import chain, count
from pathlib import Path
from shlex import quote

import click

from neuron_tui.cli.mistake import MistakeError
from neuron_tui.folders import bundled_puzzles, own_puzzles
from neuron_tui.game.files.saving import make_folder, safe_name, save
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.file.code import CodeError, is_code, puzzle_of_code
from neuron_tui.puzzle.file.writer import write_puzzle
from neuron_tui.puzzle.library.entry import PuzzleEntry, read_entry
from neuron_tui.puzzle.library.library import Folder, PuzzleNotFoundError, scan
from neuron_tui.puzzle.library.names import SUFFIXES
from neuron_tui.puzzle.puzzle import MAX_SEED, Puzzle

FROM_FRIENDS = "from-friends"
"""The chapter of puzzles that came as a code."""
FOLDERS = "NEURON_TUI_PUZZLES"
"""The environment variable with more folders of puzzles, separated as in `PATH`."""


def folders_in_use(given: Sequence[Path]) -> list[Folder]:
    """All folders of puzzles, those first whose puzzles win: given ones, the player's own, the bundled.

    Raises MistakeError where `--puzzles` names one that is not there; one of the environment is passed over.
    """
    in_environment = filter(None, os.environ.get(FOLDERS, "").split(os.pathsep))
    for path in given:
        if not path.is_dir():
            raise MistakeError(f"--puzzles names {path}, which is not a folder; create it or name another")
    named = [Path(part).expanduser() for part in in_environment]
    return [
        *(Folder(path, "given") for path in (*given, *named)),
        Folder(own_puzzles(), "own"),
        Folder(bundled_puzzles(), "bundled"),
    ]


def choose(text: str, folders: Sequence[Folder]) -> PuzzleEntry:
    """The puzzle that is meant by an id, a part of an id, the path of a file, or a code; perhaps broken.

    Raises MistakeError where there is none, or more than one.
    """
    if is_code(text):
        return _received(text, folders)
    if not text.strip():
        raise MistakeError("no puzzle is named by an empty text; see all with `neuron-tui list`")
    path = Path(text)
    if text.lower().endswith(SUFFIXES) or path.is_file():
        if not path.exists():
            raise MistakeError(f"there is no file {text}; `neuron-tui new NAME` writes one to begin with")
        return _listed(path, folders) or read_entry(path)
    try:
        return scan(folders).find(text).read()
    except PuzzleNotFoundError as problem:
        if path.is_dir():
            raise MistakeError(f"{text} is a folder; name one of the puzzle files in it") from problem
        raise MistakeError(str(problem)) from problem


def _received(code: str, folders: Sequence[Folder]) -> PuzzleEntry:
    """The puzzle of a friend's code: one that is here already, or else a new file among the player's own.

    Raises MistakeError for a damaged code, or where the file can't be written.
    """
    try:
        puzzle = puzzle_of_code(code)
    except CodeError as problem:
        raise MistakeError(str(problem)) from problem
    content, ids = content_of(puzzle), set()
    for entry in scan(folders).entries:
        ids.add(entry.id)
        known = entry if entry.shadowed_by else entry.read()
        if known.puzzle is not None and content_of(known.puzzle) == content:
            return known
    name = safe_name(puzzle.title) or "puzzle"
    names = chain([name], (f"{name}-{number}" for number in count(2)))
    free = next(name for name in names if f"{FROM_FRIENDS}/{name}" not in ids)
    path = own_puzzles() / FROM_FRIENDS / f"{free}.yaml"
    make_folder(path.parent)
    save(path, write_puzzle(puzzle))
    click.echo(f"Kept as {path}", err=True)
    return _listed(path, folders) or read_entry(path)


def _listed(path: Path, folders: Sequence[Folder]) -> PuzzleEntry | None:
    """The puzzle in the folders that this file is, for it must have one id, by path and by name."""
    alike = (
        entry for entry in scan(folders).entries if entry.path.name == path.name and not entry.shadowed_by
    )
    real = os.path.realpath(path)
    return next((entry.read() for entry in alike if os.path.realpath(entry.path) == real), None)


def puzzle_of(entry: PuzzleEntry) -> Puzzle:
    """The puzzle of an entry that has been read. Raises MistakeError with the first fault of a broken one."""
    if entry.puzzle is not None:
        return entry.puzzle
    first = next(fault for fault in entry.faults if fault.severity == "error")
    place = f"{entry.path}:{first.line}:{first.column}"
    raise MistakeError(f"{place}: {first.message} (all faults: `neuron-tui check {quote(str(entry.path))}`)")


def seed_within(seed: int) -> int:
    """The seed itself. Raises click.UsageError where it is out of the bounds that puzzle files have too."""
    if not 0 <= seed <= MAX_SEED:
        raise click.UsageError(f"--seed must be from 0 to {MAX_SEED:,}, not {seed:,}")
    return seed
