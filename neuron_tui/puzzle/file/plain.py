"""A puzzle file in its plain form: what is understood is written as the docs have it."""

from __future__ import annotations

import re

from neuron_tui.puzzle.file.reader import read_puzzle
from neuron_tui.puzzle.file.source import text_of

_LINE = re.compile(r"(\r\n|\r|\n)")


def plain_form(data: bytes) -> bytes:
    """The file with all its rewrites made, in UTF-8; the same bytes where none is needed or it has errors.

    Comments, the order, and line ends stay. It reads back to the same puzzle.
    """
    reading = read_puzzle(data)
    text = text_of(data)
    if reading.puzzle is None:
        return data
    parts = _LINE.split(text)
    for rewrite in reversed(reading.rewrites):
        line, start = 2 * (rewrite.line - 1), rewrite.column - 1
        parts[line] = parts[line][:start] + rewrite.text + parts[line][start + rewrite.length :]
    plain = "".join(parts).encode()
    if not reading.rewrites and data.endswith(plain):  # a byte order mark may stay
        return data
    assert read_puzzle(plain).puzzle == reading.puzzle, "the plain form means the same"
    return plain
