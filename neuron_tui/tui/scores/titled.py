"""What a puzzle is called, in so many cells; that it is an earlier version is never cut off."""

from __future__ import annotations

from neuron_tui.tui.kit.cells import fit, visible, width_of

EARLIER = (" (an earlier version)", " (earlier)")
"""The longer one where there is room."""


def titled(name: str, earlier: bool, width: int) -> str:
    """The name in exactly so many cells."""
    if not earlier:
        return fit(name, width)
    for mark in EARLIER:
        if width_of(visible(name)) + len(mark) <= width:
            return fit(name + mark, width)
    return fit(fit(name, max(width - len(EARLIER[1]), 1)) + EARLIER[1], width)
