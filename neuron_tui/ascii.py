"""ASCII characters in the place of others, for fonts, terminals and encodings that lack these.

Each takes as many cells as the one that it replaces, so that whatever was laid out stays as it is. What is
seen in one picture differs there, too: on and off, right and wrong, you and the neuron.
"""

from __future__ import annotations

import unicodedata

HANDLER = "neuron_tui.ascii"
"""The name under which `replacement` is registered as an error handler of encodings."""

_LIKE = {
    "-": "·‐‑–—−─╌┄╍╸╺▔",
    "=": "━═",
    "|": "│║╏├┤▏▎▍▌▋▊▉▐▕▮",
    "!": "┃",
    "S": "Σ",
    "2": "²",
    "'": "‘’",
    "/": "⁄",
    "+": "±┌┐└┘┏┓┗┛╔╗╚╝╭╮╰╯┬┴┼▖▗▘▝▙▛▜▟✓✔",
    ":": "┆░▃",
    "#": "■█",
    ".": "□▂☆",
    "_": "▁",
    "o": "▄○",
    "O": "▅",
    "8": "▆",
    "@": "▇◆",
    '"': "▀“”",
    "%": "▒◐",
    "X": "▓",
    "*": "●•★",
    "x": "✗×",
    "^": "▲↑",
    "A": "△",
    "v": "▽↓",
    ">": "▸►▷→⇒⟶➔➜›≥",
    "<": "◂◁←‹≤",
    "&": "◇",
    "~": "…≈",
    " ": "½\u00a0",
    "?": "\ufffd",
    "/ ": "🔎",
    ": ": "：",
}
"""Those in the order of their ASCII characters. Of ▁ to █ each looks higher than the one before."""


BRAILLE = range(0x2800, 0x2900)


def _stroke(dots: int) -> str:
    """A character like the dots of a braille cell, which are bits as in Unicode's "Braille Patterns"."""
    left = [dots >> bit & 1 for bit in (0, 1, 2, 6)]
    right = [dots >> bit & 1 for bit in (3, 4, 5, 7)]
    rows = [row for row in range(4) if left[row] or right[row]]
    if not rows:
        return " "
    if sum(left) + sum(right) > 5:
        return "#"
    if rows[-1] - rows[0] > 1:  # steep
        if not any(left) or not any(right):
            return "|"
        lean = _middle(left) - _middle(right)
        return "|" if abs(lean) < 1 else "/" if lean > 0 else "\\"
    return "'" if rows[-1] < 2 else "-" if rows[0] < 2 else "_" if rows[0] == 3 else "."


def _middle(dots: list[int]) -> float:
    """The mean row of the dots in a column."""
    return sum(row for row, dot in enumerate(dots) if dot) / sum(dots)


class _Table(dict[int, str]):
    """For `str.translate`: also curves, and letters without their accents; all else stays as it is."""

    def __missing__(self, code: int) -> str:
        if code in BRAILLE:
            self[code] = stroke = _stroke(code - BRAILLE.start)
            return stroke
        letter = unicodedata.normalize("NFD", chr(code))[0]
        self[code] = found = letter if letter.isascii() and letter.isprintable() else chr(code)
        return found


_TABLE = _Table({ord(glyph): plain for plain, glyphs in _LIKE.items() for glyph in glyphs})


def ascii_like(text: str) -> str:
    """The text in ASCII, as wide as before; letters of other scripts stay."""
    return text if text.isascii() else text.translate(_TABLE)


def replacement(problem: UnicodeError) -> tuple[str, int]:
    """For `codecs.register_error`: what an encoding lacks in ASCII; `?` for letters of other scripts."""
    if not isinstance(problem, UnicodeEncodeError):
        raise problem
    missing = ascii_like(problem.object[problem.start : problem.end])
    return "".join(map(_known, missing)), problem.end


def _known(character: str) -> str:
    if character.isascii():
        return character
    wide = unicodedata.east_asian_width(character) in "WF"
    return "" if unicodedata.category(character) in ("Mn", "Me", "Cf") else "??" if wide else "?"
