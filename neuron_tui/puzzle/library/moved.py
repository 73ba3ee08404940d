"""Puzzles that had other ids before, which their files list under `was`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from neuron_tui.puzzle.file.source import read_file
from neuron_tui.puzzle.library.entry import Entry

_SPEAKS_OF_IT = re.compile(rb"""\bwas["']?\s*:""")
"""What stands in every file with old ids; in the others there is no need to understand them."""


def formerly(wanted: Collection[str], entries: Iterable[Entry]) -> dict[str, Entry]:
    """The puzzles that had the wanted ids before, by those ids; where two claim one, the first in order.

    Files that are not read yet are looked through, which takes a moment where there are very many.
    """
    found: dict[str, Entry] = {}
    for entry in entries:
        if len(found) == len(wanted):
            break
        known = entry if entry.reading is not None or not _may_have_moved(entry) else entry.read()
        if known.playable and known.puzzle is not None:
            for old in known.puzzle.was:
                if old in wanted:
                    found.setdefault(old, known)
    return found


def _may_have_moved(entry: Entry) -> bool:
    data = read_file(entry.path)
    return isinstance(data, bytes) and _SPEAKS_OF_IT.search(data) is not None
