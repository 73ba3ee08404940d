"""`neuron-tui check`: all the faults of puzzle files, and the proof of what they expect."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from neuron_tui.cli.columns import counted
from neuron_tui.cli.mistake import MistakeError
from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.expectation import SEEDS, SeedOutcome, expectation, outcomes
from neuron_tui.game.proof import is_impossible
from neuron_tui.puzzle.fault import Fault
from neuron_tui.puzzle.library import (
    Entry,
    Folder,
    Library,
    read_chapter_file,
    read_entry,
    scan,
)
from neuron_tui.puzzle.names import CHAPTER_FILE
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.text import clean

_EXPECT_KEY = re.compile(rb"^expect[ \t]*:[ \t]*", re.MULTILINE)


@dataclass(frozen=True)
class Checked:
    """A file and what is wrong with it. `puzzle` is None for a chapter.yaml and where there are errors."""

    path: Path
    faults: tuple[Fault, ...]
    puzzle: Puzzle | None = None
    bundled: bool = False
    note: str = ""
    fails: bool = False
    """Whether it is known that no start learns it, as its file says."""

    def lines(self) -> Iterator[str]:
        """All that there is to say of the file."""
        for fault in self.faults:
            yield clean(fault.describe(str(self.path)))
        if self.note:
            yield clean(f"{self.path}: {self.note}")


def check_folders(folders: Sequence[Folder]) -> list[Checked]:
    """Check all that the folders hold, and that no id is taken twice."""
    return _checked(scan(folders))


def check_paths(paths: Iterable[Path]) -> list[Checked]:
    """Check files, and folders with all that is in them.

    Raises MistakeError where a path is not there or holds no puzzle.
    """
    return [checked for path in paths for checked in _check_path(path)]


def _check_path(path: Path) -> list[Checked]:
    if path.is_dir():
        found = _checked(scan([Folder(path, "given")]))
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
        return Checked(path, read_chapter_file(path).reading.faults)
    return _entry_checked(read_entry(path))


def _checked(library: Library) -> list[Checked]:
    found = []
    for chapter in library.chapters:
        found += [Checked(file.path, file.reading.faults) for file in chapter.files]
        found += [_entry_checked(entry.read()) for entry in chapter.entries]
    return found


def _entry_checked(entry: Entry) -> Checked:
    bundled = entry.path.resolve().is_relative_to(bundled_puzzles().resolve())
    return Checked(entry.path, entry.faults, entry.puzzle, bundled)


def prove(checked: Checked, on_seed: Callable[[], object]) -> Checked:
    """The same with the proof of what its puzzle expects; `on_seed` is called after each training."""
    if checked.puzzle is None:
        return checked
    found = outcomes(checked.puzzle)
    for _ in found:
        on_seed()
    result, expected = expectation(found), checked.puzzle.expect
    if expected == result:
        return replace(checked, fails=result == "fails")
    learned = f"the neuron learned it with {sum(outcome.learned for outcome in found)} of {SEEDS} seeds"
    if expected is None and not checked.bundled:
        note = f"note: {learned}; `expect: {result}` would say so"
        return Checked(checked.path, checked.faults, checked.puzzle, checked.bundled, note)
    line, column = _place_of_expect(checked.path)
    wrong = f"expect says {expected}, but" if expected else "a bundled puzzle must say what it expects:"
    message = f"{wrong} {learned}{_first_miss(found)}; write `expect: {result}`"
    return Checked(
        checked.path, (*checked.faults, Fault(line, column, message)), checked.puzzle, checked.bundled
    )


def _first_miss(found: Sequence[SeedOutcome]) -> str:
    """The first seed that did not do it, if there is one, and what came out right all the same."""
    missed = next((outcome for outcome in found if not outcome.learned), None)
    if missed is None:
        return ""
    return (
        f" (seed {missed.seed}: {missed.examples_right} of {counted(missed.examples, 'example')} "
        f"and {missed.questions_right} of {counted(missed.questions, 'question')} right)"
    )


def _place_of_expect(path: Path) -> tuple[int, int]:
    """Line and column of the value of `expect`; the beginning of the file where there is none."""
    data = path.read_bytes()
    found = _EXPECT_KEY.search(data)
    if found is None:
        return 1, 1
    return data.count(b"\n", 0, found.start()) + 1, found.end() - found.start() + 1


def summary(files: Sequence[Checked], trained: bool) -> str:
    """How much was checked, and what came of it."""
    chapters = sum(checked.path.name == CHAPTER_FILE for checked in files)
    checked_things = [
        counted(len(files) - chapters, "puzzle"),
        *([counted(chapters, "chapter")] * bool(chapters)),
    ]
    proof = f", each puzzle trained with {SEEDS} seeds" if trained else ""
    faults = [fault for checked in files for fault in checked.faults]
    errors = sum(fault.severity == "error" for fault in faults)
    tally = ((errors, "error"), (len(faults) - errors, "warning"))
    found = ", ".join(counted(count, thing) for count, thing in tally if count)
    told = f"{' and '.join(checked_things)} checked{proof}: {found or 'no faults'}."
    return "\n".join([told, *_proved([checked.puzzle for checked in files if checked.fails])])


def _proved(puzzles: Sequence[Puzzle | None]) -> Iterator[str]:
    """How many of the puzzles that no start learned are proved to be beyond one neuron."""
    if puzzles:
        proved = sum(puzzle is not None and is_impossible(puzzle) is True for puzzle in puzzles)
        never = counted(len(puzzles), "puzzle")
        yield f"Learned by no start: {never}, {proved:,} of them proved to be beyond one neuron."


def has_errors(files: Iterable[Checked]) -> bool:
    """Whether a fault is more than a warning."""
    return any(fault.severity == "error" for checked in files for fault in checked.faults)
