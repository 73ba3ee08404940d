"""Bars in cells."""

from __future__ import annotations

from neuron_tui.tui.kit.cells import Line


def bar(value: float, limit: float, width: int, style: str) -> Line:
    """A signed bar from the middle of `width` cells, to half a cell; as long as its half at the limit."""
    half = (width - 1) // 2
    halves = min(round(abs(value) / limit * half * 2), half * 2)
    whole, odd = divmod(halves, 2)
    blank = " " * half
    left, right = blank, ("\u2501" * whole + "\u2578" * odd).ljust(half)
    if value < 0:
        left, right = ("\u257a" * odd + "\u2501" * whole).rjust(half), blank
    return (left, style), ("\u2502", "faint"), (right + " " * ((width - 1) % 2), style)
