"""Text as the journal can keep it: what no database takes is written out instead."""

from __future__ import annotations


def stored(text: str) -> str:
    r"""The same text, with half characters and NUL written as `\udc80` and `\x00`.

    A system's user name and the name of a puzzle's file may hold them. Different texts stay different.
    """
    if text.isascii() and "\0" not in text:
        return text
    return text.replace("\0", "\\x00").encode("utf-8", "backslashreplace").decode("utf-8")
