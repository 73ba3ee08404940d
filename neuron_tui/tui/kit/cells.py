"""Lines of the screen as data: spans of text, each in a style.

A picture is a pure function from data and a size to such lines; a widget only paints them.
A style is a name such as "one" or "muted", or several at once, such as "one strong".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import takewhile

from rich.cells import cell_len

Span = tuple[str, str]
Line = tuple[Span, ...]

ELLIPSIS = "\u2026"
SHORTEST_CLIPPED = 4
"""A name that is cut to fewer cells than this has none to spare for an ellipsis."""

_UNSURE = dict.fromkeys([*range(0xFE00, 0xFE10), *range(0x1F3FB, 0x1F400)], "") | {
    0x1F1E6 + place: chr(ord("A") + place) for place in range(26)
}
"""Terminals disagree how wide these are: variation selectors and skin tones go, flags become letters."""


@lru_cache(maxsize=4096)
def visible(text: str) -> str:
    """Text as it can be laid out in cells: one line, with neither control nor invisible format characters."""
    flat = " ".join(text.translate(_UNSURE).split())
    return "".join(
        character
        for character in flat
        if unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )


@lru_cache(maxsize=4096)
def fit(text: str, width: int, align: str = "left") -> str:
    """Text in exactly `width` cells: clipped with an ellipsis, or filled up with spaces."""
    text = visible(text)
    if cell_len(text) > width:
        text = _start_of(text, width - 1) + ELLIPSIS if width else ""
    blank = " " * (width - cell_len(text))
    return blank + text if align == "right" else text + blank


def cut(name: str, width: int) -> str:
    """A name in exactly `width` cells; where these are very few, its first letters."""
    if width >= SHORTEST_CLIPPED or width_of(visible(name)) <= width:
        return fit(name, width)
    return fit(_start_of(visible(name), width), width)


def _start_of(text: str, width: int) -> str:
    kept = ""
    for character in text:
        if cell_len(kept + character) > width:
            break
        kept += character
    return kept


def width_of(text: str) -> int:
    """How many cells a text takes as it is. Text from a file goes through `visible` first."""
    return cell_len(text)


def width_of_line(line: Iterable[Span]) -> int:
    return width_of("".join(text for text, _ in line))


def cells_changed(before: Line, after: Line) -> int:
    """How many cells of a line have to be painted anew, from its beginning: those after them are the same."""
    width = width_of_line(after)
    if width_of_line(before) != width:
        return max(width, width_of_line(before))
    for (old, old_style), (new, style) in zip(reversed(before), reversed(after), strict=False):
        if (old, old_style) == (new, style):
            width -= width_of(new)
        elif old_style == style and len(old) == width_of(old) and len(new) == width_of(new):
            alike = takewhile(lambda pair: pair[0] == pair[1], zip(old[::-1], new[::-1], strict=False))
            return width - len(list(alike))
        else:
            return width
    return 0


def widest(names: Iterable[str]) -> int:
    return max(width_of(visible(name)) for name in names)


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of at most `width` cells, broken between words."""
    lines: list[str] = []
    for word in visible(text).split(" "):
        kept = word if width_of(word) <= width else fit(word, width)
        if lines and width_of(lines[-1]) + 1 + width_of(kept) <= width:
            lines[-1] += " " + kept
        else:
            lines.append(kept)
    return lines


def window_start(around: int, count: int, of: int) -> int:
    """The first of `count` rows or columns in sight, with one in their middle as far as the ends allow."""
    return max(min(around - count // 2, of - count), 0)


def cells_of(text: str) -> list[str]:
    """Text as a list with an item per cell: combining characters stay with the one before them."""
    cells: list[str] = []
    for character in text:
        width = cell_len(character)
        if width == 0 and cells:
            cells[-1 if cells[-1] else -2] += character
        else:
            cells += [character, ""][:width]
    return cells
