"""What is in a pack that somebody sends, a folder or a zip file: only texts, not too many, none outside."""

from __future__ import annotations

import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO

from neuron_tui.puzzle.file.source import MAX_BYTES
from neuron_tui.puzzle.library.names import PACK_FILE, SUFFIXES, is_puzzle_file
from neuron_tui.puzzle.text import clean, clip

MAX_FILES = 5_000
"""So many may be in it, of whatever kind."""
MAX_TOTAL = 20 * 2**20
"""Bytes of all that is kept of it."""
KEPT = (*SUFFIXES, ".md")

Files = dict[PurePosixPath, bytes]
_Entry = tuple[str, Callable[[], IO[bytes]]]
"""The name of a file, and what opens it."""


class PackError(ValueError):
    """It can't be taken for a pack; the message says why."""


def pack_files(source: Path) -> Files:
    """The texts in a folder or a zip file, by their paths in the pack; what is hidden or no text is left out.

    A single folder around all of it is taken away. Raises PackError, also for a path that leads outside, for
    links, and where there is too much; OSError where the source can't be read.
    """
    if source.is_dir():
        return _with_chapters(_kept(_in_folder(source)))
    try:
        with zipfile.ZipFile(source) as archive:
            return _with_chapters(_without_top(_kept(_in_zip(archive))))
    except PackError:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError) as problem:
        reason = str(problem).strip(". ").lower() or "it is damaged"
        raise PackError(f"it can't be unpacked ({clip(reason, 80)})") from problem


def _in_folder(folder: Path) -> Iterator[_Entry]:
    for path, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name[0] != ".")
        for name in sorted(names):
            file = Path(path) / name
            if file.is_file() and not file.is_symlink():
                yield file.relative_to(folder).as_posix(), partial(_open, file)


def _open(file: Path) -> IO[bytes]:
    return file.open("rb")


def _in_zip(archive: zipfile.ZipFile) -> Iterator[_Entry]:
    for entry in archive.infolist():
        if not entry.filename:
            raise PackError("a file in it has no name")
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise PackError(f"`{clip(entry.filename)}` is a link; put the file itself there")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise PackError("it is packed in an unusual way; make an ordinary zip file")
        if not entry.is_dir():
            yield entry.filename, partial(archive.open, entry)


def _kept(entries: Iterator[_Entry]) -> Files:
    files: Files = {}
    total = 0
    for count, (name, open_it) in enumerate(entries, 1):
        if count > MAX_FILES:
            raise PackError(f"it has more than {MAX_FILES:,} files")
        path = _path_of(name)
        if any(part.startswith((".", "__MACOSX")) for part in path.parts) or not name.lower().endswith(KEPT):
            continue
        with open_it() as opened:
            files[path] = data = opened.read(MAX_BYTES + 1)
        total += len(data)
        if len(data) > MAX_BYTES:
            raise PackError(f"`{clip(name)}` is larger than 1 MiB")
        if total > MAX_TOTAL:
            raise PackError(f"its texts are larger than {MAX_TOTAL // 2**20} MiB")
    return files


def _path_of(name: str) -> PurePosixPath:
    """Where a file belongs. Raises PackError where that may be outside of the pack, or is no name."""
    parts = name.replace("\\", "/").split("/")
    if "" in parts or ".." in parts or ":" in name:
        raise PackError(f"`{clip(name)}` leads outside of the pack")
    if clean(name) != name or any(len(part.encode()) > 200 for part in parts):
        raise PackError(f"`{clip(name)}` is no name for a file")
    return PurePosixPath(*parts)


def _without_top(files: Files) -> Files:
    """The same files without the one folder that is around them all; the folder of a chapter stays."""
    tops = {path.parts[0] for path in files}
    if len(tops) != 1 or any(len(path.parts) == 1 for path in files):
        return files
    inside = {PurePosixPath(*path.parts[1:]): data for path, data in files.items()}
    a_chapter = any(len(path.parts) == 1 and is_puzzle_file(path.name) for path in inside)
    return files if a_chapter and PurePosixPath(PACK_FILE) not in inside else inside


def _with_chapters(files: Files) -> Files:
    """The same files. Raises PackError where no puzzle is among them, or no chapter."""
    puzzles = [path for path in files if is_puzzle_file(path.name)]
    if not puzzles:
        raise PackError("there is no puzzle in it")
    if PurePosixPath(PACK_FILE) not in files and not any(len(path.parts) > 1 for path in puzzles):
        raise PackError("its puzzles are in no chapter; put them into folders, or a pack.yaml beside them")
    return files
