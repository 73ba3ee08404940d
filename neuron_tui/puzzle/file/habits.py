"""What people write who have another format in mind: one line tells, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Collection

from neuron_tui.puzzle.file.faults import Fault

_HABITS = (
    (r"(?:```|~~~).*", "this line belongs to Markdown; remove it"),
    (
        r"(<{7}|={7}|>{7}|\|{7})( .*)?",
        "git could not merge here and left this line; keep one of the versions, and remove such lines",
    ),
    (r"(?i) *(<!doctype|<html).*", "this is a web page; save the file itself instead of the page around it"),
    (r" *(KEY) *=.*", "write `title: ...`, with a colon instead of `=`"),
    (r" *(KEY)\uff1a.*", "`\uff1a` is a full-width colon; write `: `, as in `title: ...`"),
    (r" *(KEY):[^\s\d/].*", "a blank is missing after the colon; write `title: ...`"),
    (r" *(formula): *\w+ *(?P<place>:).*", "write `=` between the output and its formula, not a colon"),
    (r" *- +[\[\"'] *[01].*[,;].*", "write a row as `- 0 0 1 -> 0`, without brackets and quotation marks"),
    (r"(KEY): +[^\"'\[{|>].*?(?P<place>:)(?!\S).*", "put quotation marks around a text with a colon"),
    (r" *([*\u2022\u2013]|\d+[.)]) +[01][01 ,;]*[-=\u2192].*", "begin a row with `- `, as in `- 0 0 1 -> 0`"),
)
_OF_A_TABLE = re.compile(r"[^:,;\t]+(?:[,;\t][^:,;\t]+)+")
_TABLE = "this looks like a table; make a puzzle of it with `neuron-tui new NAME --from TABLE`"


def habit(text: str, keys: Collection[str], last: int | None = None) -> Fault | None:
    """The first line, up to line `last`, that is written as another format has it.

    `keys` are those of this one.
    """
    known = "|".join(map(re.escape, keys)) or "(?!)"
    habits = [(re.compile(pattern.replace("KEY", known)), message) for pattern, message in _HABITS]
    lines = re.split("\r\n|\r|\n", text)
    if keys and (last is None or last == 1) and _OF_A_TABLE.fullmatch(lines[0]):
        return Fault(1, 1, "yaml", _TABLE, length=len(lines[0]))
    for number, line in enumerate(lines[:last], start=1):
        for pattern, message in habits:
            if found := pattern.fullmatch(line):
                start, end = found.span("place" if "place" in pattern.groupindex else 0)
                start += len(found[0]) - len(found[0].lstrip()) if start == 0 else 0
                return Fault(number, start + 1, "yaml", message, length=max(end - start, 1))
    return None
