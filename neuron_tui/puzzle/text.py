"""Text in sentences: which characters from outside are refused, how the rest is shown, and plurals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff]"
)
"""Control characters, line and paragraph separators, overrides of the writing direction, blanks of no
width, byte order marks inside a text, and halves of characters. Tabs and line breaks are left to the place
that asks."""

_INVISIBLE = frozenset({"Cc", "Cf", "Zl", "Zp"})


def clean(text: str) -> str:
    """The text without control and format characters; halves of characters become `�`."""
    if text.isascii() and text.isprintable():
        return text
    shown = (character for character in text if unicodedata.category(character) not in _INVISIBLE)
    return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in shown)


def clip(text: str, length: int = 40) -> str:
    """The cleaned text, cut to at most `length` characters, for use inside a sentence."""
    text = clean(text[: 4 * length]) if len(text) > 4 * length else clean(text)
    return text if len(text) <= length else text[: length - 1] + "…"


def is_blank(text: str) -> bool:
    """Whether nothing of the text could be seen."""
    return not clean(text).strip()


def spreadsheet_text(text: str) -> str:
    """The text on one line, cleaned; an apostrophe keeps a spreadsheet from running it as a formula."""
    shown = clean(" ".join(text.split()))
    return f"'{shown}" if shown.startswith(("=", "+", "-", "@")) else shown


def capital(text: str) -> str:
    """A text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def some(names: Sequence[str], most: int) -> str:
    """The first few names, and how many more there are: a, b and 3 more."""
    left = len(names) - most
    return ", ".join(names[:most]) + (f" and {left:,} more" if left > 0 else "")


def plural(count: int, thing: str) -> str:
    """A count with its noun: 1 example, 4 examples."""
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"
