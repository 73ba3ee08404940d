"""A text of one line as a value in a puzzle file."""

from __future__ import annotations

import re

_LISTED = re.compile(r"[^\W\d_][\w.'!()/;+-]*(?: [\w.'!()/;+-]+)*")
_ALONE = re.compile(r"[^\W\d_][\w.'!()/;+,?-]*(?: [\w.'!()/;+,?-]+)*")


def quoted(text: str, listed: bool = False) -> str:
    """The text as it is where YAML can't take it for anything else, else in quotation marks.

    `listed`: it is to stand in a list such as `[left, right]`, where a comma would end it.
    """
    if (_LISTED if listed else _ALONE).fullmatch(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
