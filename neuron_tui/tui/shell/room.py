"""How much room the terminal has: for all panels of a screen, for one at a time, or for none."""

from __future__ import annotations

from textual.geometry import Size

USUAL = Size(80, 24)
"""From this size on, panels stand beside each other."""
SMALLEST = Size(60, 20)
"""From this size on, one panel at a time is seen."""


def has_room(size: Size, least: Size) -> bool:
    return size.width >= least.width and size.height >= least.height
