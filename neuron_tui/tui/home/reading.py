"""Reading all puzzle files while the player does something else, and what is told of them then."""

from __future__ import annotations

import asyncio
import time

from neuron_tui.puzzle.library.library import Library
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.puzzle.text import plural
from neuron_tui.tui.kit.cells import visible

SLICE_SECONDS = 0.002
"""How long puzzle files are read in one go. A key takes many turns of the loop, so each is short."""


async def read_all(shelf: Shelf) -> None:
    """Read every puzzle file, in slices short enough that no key has to wait."""
    begun = time.monotonic()
    for _ in shelf:
        if time.monotonic() - begun > SLICE_SECONDS:
            await asyncio.sleep(0)
            begun = time.monotonic()


def how_many(shelf: Shelf) -> str:
    """How many puzzles there are, and how many of them have faults, once all are read."""
    broken = sum(not entry.playable for entry in shelf)
    faulty = f", {broken} with faults" if broken else ""
    return f"{plural(len(shelf), 'puzzle')}{faulty}."


def passed_over(library: Library) -> str:
    """What is not read although it may have been meant to be; empty where there is nothing."""
    messages = [visible(fault.message) for _, fault in library.passed_over if fault.severity != "note"]
    more = f" And {len(messages) - 1} more: `neuron-tui check`." if len(messages) > 1 else ""
    return f"{messages[0]}.{more}" if messages else ""
