"""What every line that is said must be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from neuron_tui.plain.conversation import WIDTH

KEYS = re.compile(
    r"\b(?:Press |press (?:\w|the full stop)\b)|[\u2190\u2192]"
    r"|\b(?:arrows|(?:up|down|left|right) arrow|Enter|Esc|Escape|Tab|Space|PgDn|Ctrl|F\d+)\b"
)


def unfit(lines: Sequence[str]) -> list[str]:
    """The lines that are too long, name a key, or hold an escape code, a box or another glyph."""
    return [line for line in lines if len(line) > WIDTH or KEYS.search(line) or not all(map(_is_plain, line))]


def _is_plain(character: str) -> bool:
    return " " <= character <= "~" or unicodedata.category(character).startswith("L")
