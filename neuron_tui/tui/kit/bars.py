"""Bars in cells."""

from __future__ import annotations


def bar(value: float, limit: float, width: int) -> tuple[str, str, str]:
    """A signed bar from the middle of `width` cells, to half a cell: what stands left, the middle, right."""
    half = (width - 1) // 2
    halves = min(round(abs(value) / limit * half * 2), half * 2)
    whole, odd = divmod(halves, 2)
    if value < 0:
        return ("\u257a" * odd + "\u2501" * whole).rjust(half), "\u2502", " " * half
    return " " * half, "\u2502", ("\u2501" * whole + "\u2578" * odd).ljust(half)
