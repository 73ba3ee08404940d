"""From a path to a file's text: a regular file of bounded size, in UTF-8, without hidden characters."""

from __future__ import annotations

import re
import stat
from bisect import bisect_right
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from neuron_tui.puzzle.file.faults import Fault, FaultList
from neuron_tui.puzzle.text import REFUSED

MAX_BYTES = 2**20
"""No puzzle file is larger."""

_LINE_BREAK = re.compile("\r\n|\r|\n")
_TAB_OR_REFUSED = re.compile(f"\t+|{REFUSED.pattern}")
_TOLD = re.compile(rf"(?m)(?:^|(?<=\r)) *(?P<tabs>\t[ \t]*)(?=[^\s#])|(?P<other>{REFUSED.pattern})")
"""Tabs stand where they like, except before the first word of a line, where YAML wants spaces."""
_REFUSED_INDENTATION = re.compile(f"(?m)^ *(?:\t|{REFUSED.pattern})")
_KINDS = {
    b"PK\x03\x04": "this is a zip archive; unpack it",
    b"\x1f\x8b": "this is a packed file; unpack it",
    b"%PDF": "this is a PDF document; copy the rows out of it into a text file",
    **dict.fromkeys(
        [b"\x89PNG", b"\xff\xd8\xff", b"GIF8"], "this is a picture; a puzzle is written in plain text"
    ),
    b"SQLite format 3": "this is a database; a puzzle is written in plain text",
}
"""How files of another kind begin."""
_CONTROL = re.compile(rb"[\0-\x08\x0e-\x1f]")
_MOST_CONTROL = 15
"""A text of so many bytes has at most one like these."""
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UTF8_MARK = b"\xef\xbb\xbf"


def read_file(path: Path) -> bytes | Fault:
    """The bytes of a regular file, at most one more than a puzzle file may have; else what is the matter."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe could be waited for without end
            return Fault(1, 1, "file", "this is not a file that holds text; put a text file in its place")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return Fault(1, 1, "file", "this file is not there any more; look again which puzzles there are")
    except PermissionError:
        return Fault(1, 1, "file", "this file may not be read; allow yourself to read it")
    except (OSError, ValueError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else None
        return Fault(
            1, 1, "file", f"this file can't be read ({reason or 'its name is none'}); put a text file here"
        )


class Lines:
    """Where the lines of a text begin. Line breaks are LF, CR LF and CR, as in YAML."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in _LINE_BREAK.finditer(text))]

    def of(self, text: str) -> list[str]:
        """The lines of the text itself, without their breaks."""
        ends = [*self._starts[1:], len(text)]
        return [text[start:end].rstrip("\r\n") for start, end in zip(self._starts, ends, strict=True)]

    def place(self, index: int) -> tuple[int, int]:
        """Line and column (from 1) of the text's character `index` (from 0)."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1


@dataclass(frozen=True)
class SourceText:
    """A file's text with every refused character replaced by one that does no harm, so that places stay.

    `mended` are the lines that held such a character, `shifted` is the first that began with one.
    """

    text: str
    mended: frozenset[int] = frozenset()
    shifted: int | None = None

    def may_mislead(self, line: int) -> bool:
        """Whether what YAML finds wrong on a line may only follow from a character replaced so far."""
        return line in self.mended or (self.shifted is not None and self.shifted <= line)


def decode(data: bytes, faults: FaultList) -> SourceText | None:
    """The text of a file, or None where there is none to read.

    Each refused character is reported and replaced; tabs before the first word of a line are one fault, and
    so are all bytes that are no UTF-8.
    """
    if len(data) > MAX_BYTES:
        message = "this file is larger than 1 MiB; a puzzle needs a few lines, so shorten it"
        faults.add(Fault(1, 1, "file", message))
        return None
    if told := _other_kind(data):
        faults.add(Fault(1, 1, "file", told))
        return None
    text = text_of(data)
    if _TAB_OR_REFUSED.search(text) is None:
        return SourceText(text)
    lines = Lines(text)
    mended: set[int] = set()
    refused = _TOLD.finditer(text)
    told_bytes = False
    for found in refused:
        run = found["tabs"] or found["other"]
        if "\udc80" <= run[0] <= "\udcff":
            if told_bytes:  # the whole file has one encoding
                continue
            told_bytes = True
        if faults.full:
            faults.count(1 + sum(1 for _ in refused))
            break
        line, column = lines.place(found.end() - len(run))
        mended.add(line)
        faults.add(Fault(line, column, "character", refusal(run[0]), length=len(run)))
    indentation = _REFUSED_INDENTATION.search(text)
    shifted = lines.place(indentation.start())[0] if indentation else None
    return SourceText(_TAB_OR_REFUSED.sub(_harmless, text), frozenset(mended), shifted)


def text_of(data: bytes) -> str:
    """The text of a file in UTF-8, or in UTF-16 that says so; bytes that are neither become surrogates."""
    if data.startswith(_UTF16_MARKS):
        return data.decode("utf-16", "replace")
    return data.removeprefix(_UTF8_MARK).decode("utf-8", "surrogateescape")


def _other_kind(data: bytes) -> str:
    """What a file that is no text is, and what to do; empty for text."""
    for begins, told in _KINDS.items():
        if data.startswith(begins):
            return told
    if data.startswith(_UTF16_MARKS) or len(_CONTROL.findall(data)) * _MOST_CONTROL < len(data) or not data:
        return ""
    halves = data[::2].count(0), data[1::2].count(0)
    if min(halves) * _MOST_CONTROL < max(halves):
        return "this file is written in UTF-16; save it as UTF-8"
    with suppress(UnicodeDecodeError):
        if b"\0" not in data and data.decode():
            return ""
    return "this is no text file; a puzzle is written in plain text"


def _harmless(found: re.Match[str]) -> str:
    """As many characters as were refused: a letter for bytes that meant one, else spaces."""
    run = found.group()
    return "\ufffd" if "\udc80" <= run <= "\udcff" else " " * len(run)


def refusal(character: str) -> str:
    """Why a character is not allowed in a puzzle file, and what to do."""
    code = ord(character)
    if character == "\t":
        return "this is a tab; write spaces instead"
    if 0xDC80 <= code <= 0xDCFF:
        return f"the byte 0x{code - 0xDC00:02X} is not UTF-8; save the file as UTF-8"
    if 0xD800 <= code <= 0xDFFF:
        return f"U+{code:04X} is half a character; write the whole character"
    if 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069:
        return f"U+{code:04X} turns the writing direction around unseen; remove it"
    if code in {0x85, 0x2028, 0x2029}:
        return f"U+{code:04X} is a line break that few editors show; write an ordinary line break"
    if code in {0x200B, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF} or 0xFFF9 <= code <= 0xFFFB:
        return f"U+{code:04X} is an unseen mark, not a letter; remove it"
    return f"U+{code:04X} is a control character; remove it"
