"""Packs on home: the command palette has each as the whole course."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from textual.app import SystemCommand

from neuron_tui.puzzle.library.library import Library
from neuron_tui.tui.kit.cells import visible

HIDDEN = "All others are hidden. Ctrl+P, then All puzzles, shows them."
"""Said when one pack becomes the whole course."""
_NO_MARKUP = str.maketrans("[]", "()")
"""The command palette would read a style in square brackets."""


def pack_commands(library: Library, play: Callable[[str], None]) -> Iterator[SystemCommand]:
    """For the palette: `play` a pack by its name as the whole course; or, without a name, all puzzles."""
    there = [pack for pack in library.packs if pack.puzzles]
    for pack in there if len(there) > 1 else ():
        if pack != library.only:
            title = visible(pack.title).translate(_NO_MARKUP)
            yield SystemCommand(f"Only {title}", "this pack as the whole course", partial(play, pack.name))
    if library.only is not None:
        yield SystemCommand("All puzzles", "those of every pack", partial(play, ""))
