"""The library in use: every puzzle file, read when it is first needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from neuron_tui.puzzle.library.entry import PuzzleEntry
from neuron_tui.puzzle.library.library import Chapter, Folder, Library, find_packs, scan
from neuron_tui.puzzle.puzzle import Puzzle


class Shelf:
    """The puzzles of some folders, in order. Their titles are known at once; files are read one at a time.

    `only` is the name of the pack whose puzzles they are; of all, where there is no such pack.
    """

    def __init__(self, folders: Sequence[Folder], only: str = "") -> None:
        self._folders, self.only = folders, only
        self.read_again()

    def read_again(self) -> None:
        """Scan the folders anew, and forget what was read."""
        self._seen = self._stamps()
        self.library: Library = scan(self._folders, self.only)
        self._entries = {entry.path: entry.glance() for entry in self.library.entries}

    @property
    def changed(self) -> bool:
        """Whether a file of the player's own, or of a given folder, is new, changed, or gone."""
        return self._stamps() != self._seen

    def _stamps(self) -> dict[str, tuple[int, int]]:
        """When each of these files was written, and how large it is."""
        stamps: dict[str, tuple[int, int]] = {}
        folders = [folder for folder in self._folders if folder.source != "bundled"]
        for path in (path for pack in find_packs(folders).packs for path in pack.files):
            with suppress(OSError):
                found = path.stat()
                stamps[str(path)] = found.st_mtime_ns, found.st_size
        return stamps

    def whole(self) -> Shelf:
        """The puzzles of all packs."""
        return self if self.library.only is None else Shelf(self._folders)

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[PuzzleEntry]:
        """All entries in order, each read when its turn comes."""
        return (self.read(path) for path in list(self._entries))

    def chapters(self) -> Iterator[tuple[Chapter, list[PuzzleEntry]]]:
        """Each chapter with its entries, as far as they are read by now."""
        for chapter in self.library.chapters:
            yield chapter, self.entries_of(chapter)

    def entries_of(self, chapter: Chapter) -> list[PuzzleEntry]:
        """A chapter's entries, as far as they are read by now."""
        return [self._entries[entry.path] for entry in chapter.entries]

    def read(self, path: Path) -> PuzzleEntry:
        entry = self._entries[path]
        if entry.reading is None:
            entry = self._entries[path] = entry.read()
        return entry

    def chapter_of(self, entry: PuzzleEntry) -> Chapter | None:
        """The chapter of an entry; None for a file from elsewhere."""
        if entry.path not in self._entries:
            return None
        return next((chapter for chapter in self.library.chapters if chapter.id == entry.chapter), None)

    def puzzles(self) -> dict[str, Puzzle]:
        """The puzzles that can be played, by their ids, as far as the files are read by now."""
        there = self._entries.values()
        return {entry.id: entry.puzzle for entry in there if entry.puzzle is not None and entry.playable}

    def after(self, entry: PuzzleEntry) -> PuzzleEntry | None:
        """The next puzzle that can be played; None after the last one, and for a file from elsewhere."""
        paths = iter(list(self._entries))
        for path in paths:
            if path == entry.path:
                break
        return next((self.read(path) for path in paths if self.read(path).playable), None)
