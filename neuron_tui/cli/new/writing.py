"""The file of a new puzzle: where it goes, and what a table becomes."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import click

from neuron_tui.cli.help import text_on
from neuron_tui.cli.mistake import MistakeError
from neuron_tui.game.builder.of_table import fair_puzzle
from neuron_tui.game.files.saving import make_folder, safe_name, save
from neuron_tui.puzzle.file.writer import write_puzzle
from neuron_tui.puzzle.from_table.cells import read_table
from neuron_tui.puzzle.from_table.made import Wishes
from neuron_tui.puzzle.library.names import RESERVED, file_name, is_puzzle_file, plain_name
from neuron_tui.puzzle.puzzle import MAX_LINE_LENGTH
from neuron_tui.puzzle.text import clean, clip

SCHEMA_FILE = "neuron-tui.schema.json"
_ENDING = re.compile(r"(?i)\.(?:ya?ml|json|toml|txt|csv|tsv)$")
"""Of the file that somebody has in mind; puzzles end in .yaml."""


def write_new(name: str, folder: Path, text: Callable[[str], str]) -> Path:
    """Write a puzzle called `name`, or `chapter/name`, into a folder; returns the file.

    `text` gives what stands in it from the title.
    Raises MistakeError where the name is none, or a puzzle is there already.
    """
    *chapters, title = _ENDING.sub("", name).split("/")
    title = clean(title).strip()
    if len(chapters) > 1 or ".." in (title, *chapters) or "" in (title, *chapters):
        raise MistakeError(f"`{name}` is not a name; write NAME or CHAPTER/NAME, such as `mine/two-of-three`")
    place = _chapter_folder(folder, _stem(chapters[0])) if chapters else folder
    path = place / f"{_stem(title)}.yaml"
    if len(title) > MAX_LINE_LENGTH:
        raise MistakeError(f"a title has at most {MAX_LINE_LENGTH:,} characters; choose a shorter name")
    if path.name in RESERVED:
        raise MistakeError(f"{path.name} is the file that {RESERVED[path.name]}; choose another name")
    if (there := _same_id(path)) is not None:
        raise MistakeError(f"{there} is there already; choose another name")
    editors_read = f"# yaml-language-server: $schema={'../' * len(chapters)}{SCHEMA_FILE}\n"
    written = editors_read + text(title)
    try:
        make_folder(place)
        save(path, written)
    except FileExistsError as problem:
        raise MistakeError(f"{problem.filename} is there already; choose another name") from problem
    except OSError as problem:
        raise MistakeError(
            f"{path} can't be written ({problem.strerror}); name a folder that can with --puzzles,"
            " or move all your files with NEURON_TUI_HOME"
        ) from problem
    _write_schema(folder / SCHEMA_FILE)
    return path


def _write_schema(path: Path) -> None:
    """What this version of the game reads, beside the puzzles, so that their first line finds it."""
    with suppress(OSError):  # an editor then offers nothing, and the puzzle can be played
        save(path, text_on("puzzle-schema"), overwrite=True)


def puzzle_of_table(title: str, called: str, data: bytes, wishes: Wishes) -> str:
    """The text of a puzzle made of a table; what was done is said, and stands in comments at its top.

    Raises MistakeError where none can be made of it.
    """
    try:
        made = fair_puzzle(title, read_table(data), wishes)
        puzzle = write_puzzle(made.puzzle)
    except ValueError as problem:
        raise MistakeError(f"{clip(called)}: {problem}") from problem
    for note in made.notes:
        click.echo(clip(note, 200), err=True)
    notes = [f"Made of {clip(called)}. Give it a rule, a hint, and a better title.", *made.notes]
    return "".join(f"# {clip(note, 200)}\n" for note in notes) + puzzle


def _chapter_folder(folder: Path, chapter: str) -> Path:
    """The sub-folder that is this chapter already, whatever its number prefix, or else a new one."""
    same = (path for path in _inside(folder) if path.is_dir() and plain_name(path.name) == chapter)
    return next(same, folder / chapter)


def _same_id(path: Path) -> Path | None:
    """A puzzle file in the same folder that has the same id, whatever its number prefix and suffix."""
    others = (other for other in _inside(path.parent) if is_puzzle_file(other.name))
    return next((other for other in others if file_name(other.name) == file_name(path.name)), None)


def _inside(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _stem(title: str) -> str:
    """The name of a title's file or folder. Raises MistakeError where nothing is left."""
    name = safe_name(title)
    if not name:
        raise MistakeError(f"`{title}` holds no letter and no digit; choose another name")
    return name
