"""Finding packs: in a folder of puzzles, and anywhere below it."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from neuron_tui.puzzle.file.faults import Fault, Severity
from neuron_tui.puzzle.file.source import read_file, text_of
from neuron_tui.puzzle.library.entry import Source
from neuron_tui.puzzle.library.names import PACK_FILE, SUFFIXES, is_puzzle_file, order
from neuron_tui.puzzle.library.pack import Pack, PackFile, read_pack_file
from neuron_tui.puzzle.text import clean

MAX_DEPTH = 4
"""So many folders below a folder of puzzles may a chapter be."""
MAX_FOLDERS = 1_000
"""So many are looked into: a whole disk is no folder of puzzles."""

PassedOver = tuple[Path, Fault]
"""What is not played although it may have been meant to be, and why."""
_ROWS = re.compile(r"\b(?:example|question)s?[\"']?\s*[:=\uff1a]")
"""Every file that is meant to be a puzzle has such a key, or one that is nearly it."""


class _Listing(NamedTuple):
    """The names of the sub-folders and of the files in a folder, hidden ones left out."""

    folders: Sequence[str] = ()
    files: Sequence[str] = ()
    in_pack: bool = False
    """Whether a pack.yaml stands there, or in a folder above."""


@dataclass
class Found:
    """The packs of some folders of puzzles, those first whose files win; and what was passed over."""

    packs: list[Pack] = field(default_factory=list)
    passed_over: list[PassedOver] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)
    _left: int = MAX_FOLDERS

    def look_into(self, folder: Path, source: Source) -> None:
        """Find the pack that a folder of puzzles is, and those below it; each folder is looked into once."""
        self._left = MAX_FOLDERS + 1
        listing = self._listed(folder)
        if source == "given" and not folder.is_dir():
            self._pass_over(folder, "is no folder; create it, or name another")
        named = source == "given" and PACK_FILE in listing.files
        self._walk(folder, source, (folder.absolute().name,) if named else (), listing, 0)
        if self._left <= 0:
            self._pass_over(
                folder, f"has more than {MAX_FOLDERS:,} folders in it; name the one that the puzzles are in"
            )

    def _walk(
        self, folder: Path, source: Source, parts: tuple[str, ...], listing: _Listing, depth: int
    ) -> None:
        real = os.path.realpath(folder)
        if real in self._seen:
            return
        self._seen.add(real)
        names, files, in_pack = listing
        self._tell_other_endings(folder, files)
        below = {name: self._listed(folder / name, in_pack) for name in sorted(names, key=order)}
        with_puzzles = [name for name in below if any(map(is_puzzle_file, below[name].files))]
        if depth == MAX_DEPTH:
            for name in with_puzzles:
                self._pass_over(folder / name, f"is more than {MAX_DEPTH} folders deep; move it up")
            return
        chapters = [name for name in with_puzzles if PACK_FILE not in below[name].files]
        whole = depth == 0 or PACK_FILE in files
        if whole or chapters:
            path = folder / PACK_FILE
            file = read_pack_file(path, tuple(chapters)) if PACK_FILE in files else PackFile(path)
            folders = [(folder / name, tuple(below[name].files)) for name in chapters]
            loose = [(folder, tuple(files))] * whole
            self.packs.append(Pack(folder, source, parts, file, (*folders, *loose)))
        for name, inside in below.items():
            self._walk(folder / name, source, (*parts, name), inside, depth + 1)

    def _listed(self, folder: Path, in_pack: bool = False) -> _Listing:
        """What is in a folder. What can't be examined, such as a link to itself, counts as a file."""
        self._left -= 1
        if self._left <= 0:
            return _Listing()
        _, folders, files = next(os.walk(folder), ("", [], []))
        shown = [name for name in files if name[0] != "."]
        if in_pack := in_pack or PACK_FILE in files:
            shown = [name for name in shown if not is_puzzle_file(name) or self._is_one(folder / name)]
        return _Listing([name for name in folders if name[0] != "."], shown, in_pack)

    def _is_one(self, file: Path) -> bool:
        """Whether a file in a pack, which holds other files as well, is meant to be a puzzle."""
        data = read_file(file)
        if isinstance(data, Fault) or _ROWS.search(text_of(data)):
            return True
        self._pass_over(file, "has no `examples`; a puzzle needs them", "note")
        return False

    def _tell_other_endings(self, folder: Path, files: Sequence[str]) -> None:
        for name in files:
            stem = name.lower().removesuffix(".txt")
            if stem != name.lower() and stem.endswith(SUFFIXES):
                self._pass_over(folder / name, f"ends in .txt; rename it to {clean(name[: len(stem)])}")

    def _pass_over(self, path: Path, why: str, severity: Severity = "warning") -> None:
        message = f"`{clean(path.name)}` is passed over, for it {why}"
        self.passed_over.append((path, Fault(1, 1, "folder", message, severity)))
