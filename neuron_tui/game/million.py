"""What a measured speed means: in words, and against brains."""

from __future__ import annotations

from collections.abc import Sequence

from neuron_tui.neuron.throughput import COUNTS

BRAINS = (("a bee", 960_000), ("a mouse", 71_000_000), ("a human", 86_000_000_000))
"""Whose brain, and how many neurons it has."""
SOURCES = """\
Numbers of neurons: a honey bee 960,000 (Menzel and Giurfa 2001, Trends in Cognitive Sciences 5), a mouse 71
million (Herculano-Houzel, Mota and Lent 2006, PNAS 103), a human 86 billion (Azevedo and others 2009,
Journal of Comparative Neurology 513)."""
Measured = tuple[int, float]
"""So many neurons side by side, and how many were adjusted in a second then."""


def in_words(number: float) -> str:
    """A large number as one says it: 120 million, 3.4 billion, 950 thousand."""
    for size, name in ((1e9, "billion"), (1e6, "million"), (1e3, "thousand")):
        if number >= size * 0.9995:
            value = number / size
            return f"{value:.0f} {name}" if value >= 10 else f"{value:.1f} {name}"
    return f"{number:.0f}"


def duration(seconds: float) -> str:
    """A time as one says it: 8 ms, 0.6 seconds, 12 minutes."""
    if seconds < 0.1:
        return f"{seconds * 1_000:.1f} ms" if seconds < 0.01 else f"{seconds * 1_000:.0f} ms"
    if seconds < 90:
        return f"{seconds:.1f} seconds" if seconds < 10 else f"{seconds:.0f} seconds"
    return f"{seconds / 60:.0f} minutes" if seconds < 5_400 else f"{seconds / 3_600:.1f} hours"


def said(measured: Sequence[Measured]) -> list[str]:
    """What there is to say, the most important first."""
    if not measured:
        return ["Measuring on your computer. It takes a few seconds."]
    count, best = max(measured, key=lambda pair: pair[1])
    found = [
        f"Your computer adjusts {in_words(best)} neurons of this kind in a second, "
        f"with {count:,} side by side."
    ]
    alone = next((speed for side_by_side, speed in measured if side_by_side == 1), None)
    if alone is not None and count > 1:
        found.append(f"One neuron alone would be adjusted {in_words(alone)} times.")
    if len(measured) < len(COUNTS):
        return found
    most, last = max(measured)
    brains = "".join(f"\n{whose}: {duration(neurons / last)}" for whose, neurons in BRAINS)
    return [
        *found,
        f"With {most:,} side by side, to adjust each neuron of a brain once would take, for{brains}",
        "Counted, not compared: a neuron in a brain is no sum with an S-curve.",
    ]
