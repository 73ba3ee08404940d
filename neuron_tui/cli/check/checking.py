"""`neuron-tui check`: every error in puzzle files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from neuron_tui.cli.mistake import MistakeError
from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.course.glossary import read_glossary
from neuron_tui.game.course.lint import CoursePuzzle, faults_of
from neuron_tui.game.proving.expectation import SEEDS
from neuron_tui.puzzle.file.faults import Fault
from neuron_tui.puzzle.library.chapter import read_chapter_file
from neuron_tui.puzzle.library.entry import PuzzleEntry, read_entry
from neuron_tui.puzzle.library.library import Folder, Library, scan
from neuron_tui.puzzle.library.names import CHAPTER_FILE, GLOSSARY_FILE
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.text import clean, plural


@dataclass(frozen=True)
class Checked:
    """A file and what is wrong with it. `puzzle` is None for a chapter.yaml and where there are errors.

    `note` is what is said although nothing is wrong. `impossible`, for a puzzle that the neuron fails: True
    where that is proved, None where it was only tried.
    """

    path: Path
    faults: tuple[Fault, ...]
    puzzle: Puzzle | None = None
    bundled: bool = False
    note: str = ""
    fails: bool = False
    impossible: bool | None = None

    def lines(self) -> Iterator[str]:
        """All that there is to say of the file."""
        for fault in self.faults:
            yield clean(fault.describe(str(self.path)))
        if self.note:
            yield clean(f"{self.path}: {self.note}")


def check_folders(folders: Sequence[Folder]) -> list[Checked]:
    """Check all that the folders hold, that no id is taken twice, and the course as a whole."""
    files = _checked(scan(folders))
    for folder in folders:
        if folder.source == "bundled":
            files = _with_course(files, folder)
    return files


def check_paths(paths: Iterable[Path]) -> list[Checked]:
    """Check files, and folders with all that is in them.

    Raises MistakeError where a path is not there or holds no puzzle.
    """
    return [checked for path in paths for checked in _check_path(path)]


def _check_path(path: Path) -> list[Checked]:
    if path.is_dir():
        folder = Folder(path, "given")
        found = _with_course(_checked(scan([folder])), folder)
        if (chapter := path / CHAPTER_FILE).exists():
            found.insert(0, _check_file(chapter))
        if not found:
            raise MistakeError(f"{path} holds no puzzles; their files end in .yaml or .yml")
        return found
    if not path.exists():
        raise MistakeError(f"{path} does not exist; name a puzzle file, or a folder of them")
    return [_check_file(path)]


def _check_file(path: Path) -> Checked:
    if path.name == CHAPTER_FILE:
        return Checked(path, read_chapter_file(path).faults)
    if path.name == GLOSSARY_FILE:
        return Checked(path, read_glossary(path).faults)
    return _entry_checked(read_entry(path))


def _checked(library: Library) -> list[Checked]:
    found = []
    for chapter in library.chapters:
        found += [Checked(file.path, file.faults) for file in chapter.files]
        found += [_entry_checked(entry.read()) for entry in chapter.entries]
    return found


def _with_course(files: Sequence[Checked], folder: Folder) -> list[Checked]:
    """The same files with what is wrong with a folder as a course; that is one which has a glossary."""
    path = folder.path / GLOSSARY_FILE
    if not path.is_file():
        return list(files)
    puzzles = {checked.path: checked.puzzle for checked in files}
    course = [
        CoursePuzzle(entry.id, entry.path, puzzle)
        for entry in scan([folder]).entries
        if (puzzle := puzzles.get(entry.path)) is not None
    ]
    glossary = read_glossary(path)
    found: dict[Path, list[Fault]] = {path: list(glossary.faults)}
    for place, fault in faults_of(course, glossary, path):
        found.setdefault(place, []).append(fault)
    of_glossary = [Checked(path, ())] * bool(found[path])
    return [
        replace(checked, faults=tuple(sorted((*checked.faults, *found.get(checked.path, ())))))
        for checked in (*of_glossary, *files)
    ]


def _entry_checked(entry: PuzzleEntry) -> Checked:
    bundled = entry.path.resolve().is_relative_to(bundled_puzzles().resolve())
    return Checked(entry.path, entry.faults, entry.puzzle, bundled)


def summary(files: Sequence[Checked], trained: bool) -> str:
    """How much was checked, and what came of it."""
    chapters = sum(checked.path.name == CHAPTER_FILE for checked in files)
    glossaries = sum(checked.path.name == GLOSSARY_FILE for checked in files)
    checked_things = [
        plural(len(files) - chapters - glossaries, "puzzle"),
        *([plural(chapters, "chapter")] * bool(chapters)),
    ]
    proof = f", each puzzle trained with {SEEDS} seeds" if trained else ""
    faults = [fault for checked in files for fault in checked.faults]
    errors = sum(fault.severity == "error" for fault in faults)
    tally = ((errors, "error"), (len(faults) - errors, "warning"))
    found = ", ".join(plural(count, thing) for count, thing in tally if count)
    return f"{' and '.join(checked_things)} checked{proof}: {found or 'no faults'}."


def has_errors(files: Iterable[Checked]) -> bool:
    """Whether a fault is more than a warning."""
    return any(fault.severity == "error" for checked in files for fault in checked.faults)
