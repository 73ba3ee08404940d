"""Players are known by their names, in capital letters or small ones."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def known_as(name: str, known: Iterable[str]) -> str | None:
    """How the player of this name is written among those who are known; None where nobody is meant.

    The very same name comes first: journals of earlier versions may hold both `Ann` and `ann`.
    """
    there = sorted(known)
    if name in there:
        return name
    return next((each for each in there if folded(each) == folded(name)), None)


def folded(name: str) -> str:
    """The name as it is compared with others."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
