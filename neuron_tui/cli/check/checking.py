"""`neuron-tui check`: every error in puzzle files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from neuron_tui.cli.mistake import MistakeError
from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.course.glossary import read_glossary
from neuron_tui.game.course.lint import CoursePuzzle, faults_of
from neuron_tui.game.files.saving import save
from neuron_tui.game.proving.expectation import SEEDS, SeedOutcome
from neuron_tui.puzzle.file.faults import Fault, Rewrite
from neuron_tui.puzzle.file.plain import plain_form
from neuron_tui.puzzle.file.reader import Reading, read_puzzle
from neuron_tui.puzzle.file.source import read_file
from neuron_tui.puzzle.library.chapter import read_chapter_file
from neuron_tui.puzzle.library.entry import PuzzleEntry, read_entry
from neuron_tui.puzzle.library.library import Folder, Library, scan
from neuron_tui.puzzle.library.names import CHAPTER_FILE, GLOSSARY_FILE, PACK_FILE, RESERVED
from neuron_tui.puzzle.library.pack import Pack, read_pack_file
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.text import plural


@dataclass(frozen=True)
class Checked:
    """A file and what is wrong with it. `puzzle` is None for a chapter.yaml and where there are errors.

    `data` are its bytes, and `rewrites` what could be written more plainly. `outcomes` are those of the ten
    starts, once they were trained. `impossible`, for a puzzle that the neuron fails: True where that is
    proved, None where it was only tried.
    """

    path: Path
    faults: tuple[Fault, ...]
    data: bytes = b""
    puzzle: Puzzle | None = None
    rewrites: tuple[Rewrite, ...] = ()
    fails: bool = False
    impossible: bool | None = None
    outcomes: tuple[SeedOutcome, ...] = ()

    @property
    def passed_over(self) -> bool:
        """Whether the game does not read it at all."""
        return any(fault.code == "folder" for fault in self.faults)


def is_bundled(path: Path) -> bool:
    """Whether a file comes with the game."""
    return path.resolve().is_relative_to(bundled_puzzles().resolve())


def check_folders(folders: Sequence[Folder], *, bundled: bool) -> list[Checked]:
    """Check all that comes with the game, or all else: the files, and that no id is taken twice.

    A pack with a glossary is checked as a course, too.
    """
    library = scan(folders)
    return _with_packs(_checked(library, lambda path: is_bundled(path) == bundled), library, bundled=bundled)


def check_path(path: Path) -> list[Checked]:
    """Check a file, or a folder with all that is in it.

    Raises MistakeError where it is not there or holds no puzzle.
    """
    if path.is_dir():
        library = scan([Folder(path, "given")])
        found = _with_packs(_checked(library), library)
        if (chapter := path / CHAPTER_FILE).exists():
            found.insert(0, _check_file(chapter))
        if not found:
            raise MistakeError(f"{path} holds no puzzles; their files end in .yaml or .yml")
        return found
    if not path.exists():
        raise MistakeError(f"{path} does not exist; name a puzzle file, or a folder of them")
    return [_check_file(path)]


def check_text(data: bytes) -> Checked:
    """Check a puzzle that stands in no file; what is told names it `-`."""
    reading = read_puzzle(data)
    faults = (*reading.faults, *_unread(reading))
    return Checked(Path("-"), faults, data, reading.puzzle, reading.rewrites)


def _unread(reading: Reading) -> tuple[Fault, ...]:
    """The note that there may be more, where a file could not be read to its end."""
    told = "the rest of this file was not read; mend this first"
    last = () if reading.whole else reading.faults[-1:]
    return tuple(replace(it, message=told, severity="note") for it in last if it.code != "file")


def _check_file(path: Path) -> Checked:
    if path.name == CHAPTER_FILE:
        faults = read_chapter_file(path).faults
    elif path.name == GLOSSARY_FILE:
        faults = read_glossary(path).faults
    elif path.name == PACK_FILE:
        faults = read_pack_file(path).faults
    else:
        return _entry_checked(read_entry(path))
    return _with_bytes(Checked(path, faults))


def _with_bytes(checked: Checked) -> Checked:
    data = read_file(checked.path)
    return checked if isinstance(data, Fault) else replace(checked, data=data)


def _checked(library: Library, wanted: Callable[[Path], bool] = lambda _: True) -> list[Checked]:
    found = []
    for chapter in library.chapters:
        found += [_with_bytes(Checked(it.path, it.faults)) for it in chapter.files if wanted(it.path)]
        found += [
            _entry_checked(entry.read())
            for entry in chapter.entries
            if wanted(entry.path) or (entry.shadowed_by and wanted(entry.shadowed_by))
        ]
    return found


def _with_packs(files: list[Checked], library: Library, *, bundled: bool = False) -> list[Checked]:
    """The same files, after what was passed over, and what is wrong with packs and their courses."""
    passed_over = [] if bundled else [Checked(path, (fault,)) for path, fault in library.passed_over]
    for pack in library.packs:
        if (pack.source == "bundled") == bundled:
            files = _with_course(files, pack, library)
            if pack.file.path in pack.files:
                files.insert(0, _with_bytes(Checked(pack.file.path, pack.file.faults)))
    return [*passed_over, *files]


def _with_course(files: list[Checked], pack: Pack, library: Library) -> list[Checked]:
    """The same files with what is wrong with a pack as a course; that is one which has a glossary."""
    path = pack.path / GLOSSARY_FILE
    if not path.is_file():
        return files
    puzzles = {checked.path: checked.puzzle for checked in files}
    own = set(pack.files)
    course = [
        CoursePuzzle(entry.id, entry.path, puzzle)
        for entry in library.entries
        if entry.path in own and (puzzle := puzzles.get(entry.path)) is not None
    ]
    glossary = read_glossary(path, pack.prefix)
    found: dict[Path, list[Fault]] = {path: list(glossary.faults)}
    for place, fault in faults_of(course, glossary, path):
        found.setdefault(place, []).append(fault)
    of_glossary = [_with_bytes(Checked(path, ()))] * bool(found[path])
    return [
        replace(checked, faults=tuple(sorted((*checked.faults, *found.get(checked.path, ())))))
        for checked in (*of_glossary, *files)
    ]


def _entry_checked(entry: PuzzleEntry) -> Checked:
    reading = entry.reading or Reading(None)
    faults = (*entry.faults, *_unread(reading))
    return _with_bytes(Checked(entry.path, faults, puzzle=entry.puzzle, rewrites=reading.rewrites))


def make_plain(files: Iterable[Checked]) -> list[Path]:
    """Write each file that could be written more plainly anew; which ones that are."""
    found = [checked for checked in files if checked.puzzle is not None and not is_bundled(checked.path)]
    plain = {checked.path: plain_form(checked.data) for checked in found}
    changed = [checked.path for checked in found if plain[checked.path] != checked.data]
    for path in changed:
        save(path.resolve(), plain[path].decode(), overwrite=True)
    return changed


def summary(files: Sequence[Checked], trained: bool) -> str:
    """How much was checked, and what came of it."""
    chapters = sum(checked.path.name == CHAPTER_FILE for checked in files)
    others = sum(checked.path.name in RESERVED or checked.passed_over for checked in files)
    checked_things = [
        plural(len(files) - others, "puzzle"),
        *([plural(chapters, "chapter")] * bool(chapters)),
    ]
    proof = f", each puzzle trained with {SEEDS} seeds" if trained else ""
    counts = Counter(fault.severity for checked in files for fault in checked.faults)
    found = ", ".join(plural(counts[kind], kind) for kind in ("error", "warning") if counts[kind])
    return f"{' and '.join(checked_things)} checked{proof}: {found or 'no faults'}."


def exit_code(files: Iterable[Checked], *, strict: bool) -> int:
    """1 where a fault is more than a warning, or if `strict` where there is one at all; else 0."""
    kinds = {fault.severity for checked in files for fault in checked.faults}
    return int("error" in kinds or (strict and "warning" in kinds))
