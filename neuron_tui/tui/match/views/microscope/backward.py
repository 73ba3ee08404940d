"""The weight through which errors are propagated back to a hidden neuron."""

from __future__ import annotations

from neuron_tui.game.explain.numbers import signed
from neuron_tui.game.microscope.equation import TIMES
from neuron_tui.game.microscope.one_neuron import OneNeuron
from neuron_tui.game.microscope.slide import NumberPlace
from neuron_tui.tui.match.views.microscope.writing import PageWriter, tail

SAID = (
    f"error = sent back {TIMES} weight to the last neuron",
    f"sent back {TIMES} weight to the last",
    f"{TIMES} weight to last",
    TIMES,
)
"""What it is for, the longest first."""


def backward_weight(writer: PageWriter, neuron: OneNeuron, end: int) -> None:
    """The weight with its mark, before a cell, and before it what it is for."""
    place = NumberPlace("outgoing")
    text, decimals = writer.slide.text(place), writer.slide.decimals
    width = len(signed(neuron.reach().outgoing_weight, decimals))
    room = end - 3 - width
    writer.write(next((said for said in SAID if len(said) <= room), "").rjust(room) + " ", "muted")
    writer.number(place, text, width, tail(text, decimals))
