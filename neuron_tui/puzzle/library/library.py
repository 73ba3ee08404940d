"""All puzzles there are: the files of several folders as chapters and entries, found by id."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from neuron_tui.puzzle.file.source import read_file
from neuron_tui.puzzle.library.chapter import ChapterFile, read_chapter_file
from neuron_tui.puzzle.library.chapter_end import ChapterEnd
from neuron_tui.puzzle.library.entry import PuzzleEntry, Source
from neuron_tui.puzzle.library.find_packs import Found, PassedOver
from neuron_tui.puzzle.library.names import (
    CHAPTER_FILE,
    Order,
    file_name,
    is_puzzle_file,
    order,
    plain_name,
    title_from,
)
from neuron_tui.puzzle.library.pack import Pack
from neuron_tui.puzzle.puzzle import Panel
from neuron_tui.puzzle.text import clip, some

LOOSE_TITLE = "Your puzzles"
"""The title over puzzles that are in no chapter."""

_OLD_IDS = re.compile(rb"""\bwas["']?\s*:""")
"""Found in every file with old ids; the others need not be parsed."""
_PRECEDENCE: tuple[Source, ...] = ("given", "own", "bundled")
_SHOWN = 5
_Place = tuple[tuple[Order, ...], Order]
"""Sorts chapters: by their packs, then within the pack."""
_IN_NO_CHAPTER: Order = (2, 0, "")
"""The place of the puzzles that are in no chapter."""


@dataclass(frozen=True)
class Folder:
    """A folder of puzzles: files, and sub-folders that are chapters."""

    path: Path
    source: Source


@dataclass(frozen=True)
class Chapter:
    """A chapter and its puzzles, in order. `id` is empty for the puzzles that are in no chapter.

    `files` are the chapter.yaml files of all its folders, the one whose title counts first. `number` is its
    place among the chapters of its pack, from 1; `pack` is None in a folder of puzzles itself.
    """

    id: str
    title: str
    about: str
    entries: tuple[PuzzleEntry, ...]
    files: tuple[ChapterFile, ...] = ()
    number: int = 0
    pack: Pack | None = None
    end: ChapterEnd | None = None

    @property
    def panels(self) -> tuple[Panel, ...]:
        """What is shown while the neuron learns its puzzles; empty for all."""
        return next((file.panels for file in self.files if file.panels), ())

    @property
    def names(self) -> tuple[str, ...]:
        """What it can be called: its id, the end of it, or its title."""
        return self.id, self.id.rpartition("/")[2], self.title

    def whereabouts(self, entry: PuzzleEntry) -> str:
        """Its title with its number, and which of how many puzzles this one is; empty where it is none."""
        paths = [other.path for other in self.entries]
        if entry.path not in paths:
            return ""
        number = f"{self.number}. " if self.id else ""
        return f"{number}{self.title} \u00b7 {paths.index(entry.path) + 1} of {len(paths)}"


class PuzzleNotFoundError(LookupError):
    """No puzzle, or more than one, matches; the message says what to do."""


@dataclass(frozen=True)
class Library:
    """All chapters in order, the puzzles in no chapter after them, and then the packs that were found in
    folders of puzzles.

    `only` is the one of the `packs` whose chapters they are; where it is None, all are there.
    """

    chapters: tuple[Chapter, ...]
    packs: tuple[Pack, ...] = ()
    only: Pack | None = None
    passed_over: tuple[PassedOver, ...] = ()

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
        moved = None if exact or "/" not in wanted else formerly(wanted, playable)
        for entries in (exact, named, [moved] if moved else [], holding):
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


def formerly(wanted: str, entries: Iterable[PuzzleEntry]) -> PuzzleEntry | None:
    """The first puzzle that had this id before, read; None where there is none.

    The files are searched, which takes a moment where there are very many.
    """
    for entry in entries:
        data = read_file(entry.path)
        if isinstance(data, bytes) and _OLD_IDS.search(data):
            known = entry.read()
            if known.playable and known.puzzle is not None and wanted in known.puzzle.was:
                return known
    return None


@dataclass
class _Gathered:
    """A chapter being put together, from the folders of highest precedence to the lowest."""

    place: _Place
    pack: Pack | None
    files: list[ChapterFile] = field(default_factory=list)
    entries: list[tuple[Order, PuzzleEntry]] = field(default_factory=list)

    def chapter(self, chapter_id: str, number: int) -> Chapter:
        """The finished chapter. The first title and the first text about it count."""
        in_none = self.pack.title if self.pack else LOOSE_TITLE
        default = in_none if self.place[1] == _IN_NO_CHAPTER else title_from(chapter_id.rpartition("/")[2])
        title = next((file.title for file in self.files if file.title), default)
        about = next((file.about for file in self.files if file.about), "")
        end = next((file.end for file in self.files if file.end), None)
        entries = tuple(entry for _, entry in sorted(self.entries, key=lambda pair: pair[0]))
        return Chapter(chapter_id, title, about, entries, tuple(self.files), number, self.pack, end)


def scan(folders: Sequence[Folder], only: str = "") -> Library:
    """List all puzzles of the folders by their names; of the files, only those beside them are opened.

    Where two files have one id, a given folder's wins over the player's own, and that over a bundled one;
    within a kind the folder that comes first, within a folder the first name. A folder that is not there or
    can't be read counts as empty. The place of a chapter is the first that any of its folders has.

    `only` is the name of a pack; where there is such a one, nothing else is listed.
    """
    found = find_packs(folders)
    chosen = next((pack for pack in found.packs if pack.name == only), None)
    gathered: dict[str, _Gathered] = {}
    winners: dict[str, Path] = {}
    for pack in found.packs if chosen is None else [chosen]:
        for path, names in pack.folders:
            _gather(pack, path, names, gathered, winners)
    numbers = Counter[tuple[Order, ...]]()
    chapters = []
    for chapter_id, chapter in sorted(gathered.items(), key=lambda item: item[1].place):
        pack_place, _ = chapter.place
        numbers[pack_place] += 1
        chapters.append(chapter.chapter(chapter_id, numbers[pack_place]))
    return Library(tuple(chapters), tuple(found.packs), chosen, tuple(found.passed_over))


def find_packs(folders: Sequence[Folder]) -> Found:
    """The packs in all of the folders, those first whose files win."""
    found = Found()
    for folder in sorted(folders, key=lambda folder: _PRECEDENCE.index(folder.source)):
        found.look_into(folder.path, folder.source)
    return found


def _gather(
    pack: Pack,
    path: Path,
    names: Sequence[str],
    gathered: dict[str, _Gathered],
    winners: dict[str, Path],
) -> None:
    """Put the puzzle files of one folder into their chapter; `winners` has the file that has an id first."""
    puzzles = sorted(filter(is_puzzle_file, names), key=order)
    if not puzzles:
        return
    in_none = path == pack.path
    chapter_id = pack.prefix.removesuffix("/") if in_none else pack.prefix + plain_name(path.name)
    place = pack.place, _IN_NO_CHAPTER if in_none else pack.place_of(path.name)
    chapter = gathered.setdefault(chapter_id, _Gathered(place, pack if pack.parts else None))
    chapter.place = min(chapter.place, place)
    chapter.pack = chapter.pack if pack.parts else None
    if not in_none and CHAPTER_FILE in names:
        chapter.files.append(read_chapter_file(path / CHAPTER_FILE))
    for name in puzzles:
        file = path / name
        entry_id = f"{chapter_id}/{file_name(name)}" if chapter_id else file_name(name)
        winner = winners.setdefault(entry_id, file)
        shadow = None if winner is file else winner
        entry = PuzzleEntry(entry_id, chapter_id, file, pack.source, shadow, pack.prefix)
        chapter.entries.append((order(name), entry))
