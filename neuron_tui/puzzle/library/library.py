"""All puzzles there are: the files of several folders as chapters and entries, found by id."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from neuron_tui.puzzle.file.source import read_file
from neuron_tui.puzzle.library.chapter import ChapterFile, read_chapter_file
from neuron_tui.puzzle.library.chapter_end import ChapterEnd
from neuron_tui.puzzle.library.entry import PuzzleEntry, Source
from neuron_tui.puzzle.library.names import (
    CHAPTER_FILE,
    Order,
    file_name,
    is_puzzle_file,
    order,
    plain_name,
    title_from,
)
from neuron_tui.puzzle.puzzle import Panel
from neuron_tui.puzzle.text import clip, some

LOOSE_TITLE = "Your puzzles"
"""The title over puzzles that are in no chapter."""

_OLD_IDS = re.compile(rb"""\bwas["']?\s*:""")
"""Found in every file with old ids; the others need not be parsed."""
_PRECEDENCE: tuple[Source, ...] = ("given", "own", "bundled")
_SHOWN = 5


@dataclass(frozen=True)
class Folder:
    """A folder of puzzles: files, and sub-folders that are chapters."""

    path: Path
    source: Source


@dataclass(frozen=True)
class Chapter:
    """A chapter and its puzzles, in order. `id` is empty for the puzzles that are in no chapter.

    `files` are the chapter.yaml files of all its folders, the one whose title counts first. `number` is its
    place among the chapters, from 1.
    """

    id: str
    title: str
    about: str
    entries: tuple[PuzzleEntry, ...]
    files: tuple[ChapterFile, ...] = ()
    number: int = 0
    end: ChapterEnd | None = None

    @property
    def panels(self) -> tuple[Panel, ...]:
        """What is shown while the neuron learns its puzzles; empty for all."""
        return next((file.panels for file in self.files if file.panels), ())


class PuzzleNotFoundError(LookupError):
    """No puzzle, or more than one, matches; the message says what to do."""


@dataclass(frozen=True)
class Library:
    """All chapters in order, the puzzles in no chapter last."""

    chapters: tuple[Chapter, ...]

    @property
    def entries(self) -> tuple[PuzzleEntry, ...]:
        """All entries in order, those included whose id another file has."""
        return tuple(entry for chapter in self.chapters for entry in chapter.entries)

    def find(self, text: str) -> PuzzleEntry:
        """The puzzle with this id; else the only one whose id ends in it, after the chapter; else the one
        that had this id before; else the only one whose id contains the text, in upper or lower case.

        Raises PuzzleNotFoundError where none fits, or several.
        """
        wanted = text.strip()
        playable = [entry for entry in self.entries if entry.shadowed_by is None]
        folded = wanted.casefold()
        exact = [entry for entry in playable if entry.id == wanted]
        named = [entry for entry in playable if entry.id.rpartition("/")[2] == wanted]
        holding = [entry for entry in playable if folded in entry.id.casefold()]
        moved = [] if exact or "/" not in wanted else [*formerly({wanted}, playable).values()]
        for entries in (exact, named, moved, holding):
            if wanted and len(entries) == 1:
                return entries[0]
        if wanted and holding:
            fitting = [entry.id for entry in holding]
            raise PuzzleNotFoundError(
                f"`{clip(wanted)}` fits {len(fitting)} puzzles: {some(fitting, _SHOWN)}; write more of the id"
            )
        near = difflib.get_close_matches(folded[:100], [entry.id for entry in playable], n=3, cutoff=0.4)
        closest = f"the closest: {', '.join(near)}; " if near else ""
        raise PuzzleNotFoundError(
            f"no puzzle is called `{clip(wanted)}`; {closest}see all with `neuron-tui list`"
        )


def formerly(wanted: Collection[str], entries: Iterable[PuzzleEntry]) -> dict[str, PuzzleEntry]:
    """The puzzles that had the wanted ids before, by those ids; where two claim one, the first in order.

    Files that are not read yet are searched, which takes a moment where there are very many.
    """
    found: dict[str, PuzzleEntry] = {}
    for entry in entries:
        if len(found) == len(wanted):
            break
        known = entry if entry.reading is not None or not _may_have_moved(entry) else entry.read()
        if known.playable and known.puzzle is not None:
            for old in known.puzzle.was:
                if old in wanted:
                    found.setdefault(old, known)
    return found


def _may_have_moved(entry: PuzzleEntry) -> bool:
    data = read_file(entry.path)
    return isinstance(data, bytes) and _OLD_IDS.search(data) is not None


@dataclass
class _Gathered:
    """A chapter being put together, from the folders of highest precedence to the lowest."""

    place: Order
    files: list[ChapterFile] = field(default_factory=list)
    entries: list[tuple[Order, PuzzleEntry]] = field(default_factory=list)

    def chapter(self, chapter_id: str, number: int) -> Chapter:
        """The finished chapter. The first title and the first text about it count."""
        default = title_from(chapter_id) if chapter_id else LOOSE_TITLE
        title = next((file.title for file in self.files if file.title), default)
        about = next((file.about for file in self.files if file.about), "")
        end = next((file.end for file in self.files if file.end), None)
        entries = tuple(entry for _, entry in sorted(self.entries, key=lambda pair: pair[0]))
        return Chapter(chapter_id, title, about, entries, tuple(self.files), number, end)


def scan(folders: Sequence[Folder]) -> Library:
    """List all puzzles of the folders by their names; of the files, only chapter.yaml ones are opened.

    Where two files have one id, a given folder's wins over the player's own, and that over a bundled one;
    within a kind the folder that comes first, within a folder the first name. A folder that is not there or
    can't be read counts as empty. The place of a chapter is the first that any of its folders has.
    """
    gathered: dict[str, _Gathered] = {}
    winners: dict[str, Path] = {}
    for source, path, chapter_id, place in _chapter_folders(folders):
        _, names = _listing(path)
        puzzles = sorted(filter(is_puzzle_file, names), key=order)
        if not puzzles:
            continue
        chapter = gathered.setdefault(chapter_id, _Gathered(place))
        chapter.place = min(chapter.place, place)
        if chapter_id and CHAPTER_FILE in names:
            chapter.files.append(read_chapter_file(path / CHAPTER_FILE))
        for name in puzzles:
            file = path / name
            entry_id = f"{chapter_id}/{file_name(name)}" if chapter_id else file_name(name)
            winner = winners.setdefault(entry_id, file)
            entry = PuzzleEntry(entry_id, chapter_id, file, source, None if winner is file else winner)
            chapter.entries.append((order(name), entry))
    in_order = sorted(gathered.items(), key=lambda item: item[1].place)
    numbered = enumerate(in_order, 1)
    return Library(tuple(chapter.chapter(chapter_id, number) for number, (chapter_id, chapter) in numbered))


def _chapter_folders(folders: Sequence[Folder]) -> Iterator[tuple[Source, Path, str, Order]]:
    """Each folder once, those first whose files win, as its chapters: source, path, id, place in the order.

    The folder itself holds the puzzles in no chapter, which come last.
    """
    seen: set[str] = set()
    for folder in sorted(folders, key=lambda folder: _PRECEDENCE.index(folder.source)):
        real = os.path.realpath(folder.path)
        if real not in seen:
            seen.add(real)
            sub_folders, _ = _listing(folder.path)
            for name in sorted(sub_folders, key=order):
                yield folder.source, folder.path / name, plain_name(name), order(name)
            yield folder.source, folder.path, "", (2, 0, "")


def _listing(folder: Path) -> tuple[list[str], list[str]]:
    """The names of the sub-folders and of the files in a folder, hidden ones left out.

    What can't be examined, such as a link to itself, counts as a file.
    """
    _, folders, files = next(os.walk(folder), ("", [], []))
    return [name for name in folders if name[0] != "."], [name for name in files if name[0] != "."]
