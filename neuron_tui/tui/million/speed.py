"""How many neurons are adjusted in a second, against how many stand side by side, in powers of ten."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from neuron_tui.game.million import BRAINS, Measured, in_words
from neuron_tui.tui.kit.chart import Axis, Chart, Mark, Series

ACROSS = Axis(-0.2, 6.2, ((0, "1"), (1, "10"), (2, "100"), (3, "1k"), (4, "10k"), (5, "100k"), (6, "1M")))
UP = Axis(3.5, 9.5, ((4, "10k"), (5, "100k"), (6, "1M"), (7, "10M"), (8, "100M"), (9, "1G")))


def chart_of(measured: Sequence[Measured]) -> Chart:
    """The curve so far. The axes are the same from the start, so that nothing jumps."""
    x = np.array([math.log10(count) for count, _ in measured])
    y = np.array([math.log10(speed) for _, speed in measured])
    marks = [
        Mark(across, up, "\u25cf", "accent strong", in_words(speed) if place == len(measured) - 1 else "")
        for place, (across, up, (_, speed)) in enumerate(zip(x, y, measured, strict=True))
    ]
    ends = np.array([ACROSS.low, ACROSS.high])
    brains = [(whose, math.log10(neurons)) for whose, neurons in BRAINS if math.log10(neurons) <= UP.high]
    behind = [Series(ends, np.full(2, up), "muted", dotted=True) for _, up in brains]
    labels = [Mark(0.6, up + 0.15, " ", "muted", whose, behind=True) for whose, up in brains]
    return Chart(ACROSS, UP, (*behind, Series(x, y, "accent")), (*labels, *marks))
