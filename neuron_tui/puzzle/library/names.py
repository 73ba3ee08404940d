"""From the names of files and folders to ids, titles and their order."""

from __future__ import annotations

import re
from pathlib import PurePath

from neuron_tui.puzzle.text import capital, clean

CHAPTER_FILE = "chapter.yaml"
PACK_FILE = "pack.yaml"
GLOSSARY_FILE = "glossary.yaml"
RESERVED = {
    CHAPTER_FILE: "describes a chapter",
    PACK_FILE: "describes a pack",
    GLOSSARY_FILE: "explains the terms",
}
"""The files beside the puzzles, and what each does; no puzzle has such a name."""
SUFFIXES = (".yaml", ".yml")

_PREFIX = re.compile(r"([0-9]+)-")
_UNNAMED = "unnamed"

Order = tuple[int, int, str]


def is_puzzle_file(name: str) -> bool:
    """Whether a file of this name is taken for a puzzle; hidden ones, and those beside puzzles, are not."""
    lower = name.lower()
    return lower.endswith(SUFFIXES) and not name.startswith(".") and lower not in RESERVED


def order(name: str) -> Order:
    """A key that sorts names: those with a number prefix first, by the number, then by name."""
    prefix = _PREFIX.match(name)
    return (0, int(prefix[1]), name[prefix.end() :]) if prefix else (1, 0, name)


def plain_name(name: str) -> str:
    """A folder's name without its number prefix and without characters that can't be shown."""
    prefix = _PREFIX.match(name)
    return clean(name[prefix.end() :] if prefix else name).strip() or _UNNAMED


def file_name(name: str) -> str:
    """A puzzle file's name without number prefix and suffix."""
    stem = name[: name.rindex(".")] if name.lower().endswith(SUFFIXES) else name
    return plain_name(stem)


def title_from(name: str) -> str:
    """A title made from a plain name: `leftmost-column` becomes `Leftmost column`."""
    words = " ".join(name.replace("-", " ").replace("_", " ").split())
    return capital(words) or name


def shown_path(path: PurePath) -> str:
    """A path as it may be shown in a sentence."""
    return clean(str(path))
