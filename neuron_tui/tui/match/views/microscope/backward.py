"""The weight by which the last neuron's errors are sent back to a hidden one."""

from __future__ import annotations

from neuron_tui.game.explain.numbers import signed
from neuron_tui.game.microscope.explanation import TIMES
from neuron_tui.game.microscope.one_neuron import Part
from neuron_tui.game.microscope.slide import Place
from neuron_tui.tui.match.views.microscope.sheet import Sheet, tail

SAID = (
    f"error = sent back {TIMES} weight to the last neuron",
    f"sent back {TIMES} weight to the last",
    f"{TIMES} weight to last",
    TIMES,
)
"""What it is for, the longest first."""


def backward_weight(sheet: Sheet, part: Part, end: int) -> None:
    """The weight with its mark, before a cell, and before it what it is for."""
    place = Place("outgoing")
    text, decimals = sheet.slide.text(place), sheet.slide.digits.room.decimals("outgoing")
    width = len(signed(part.reach().outgoing_weight, decimals))
    room = end - 3 - width
    sheet.write(next((said for said in SAID if len(said) <= room), "").rjust(room) + " ", "muted")
    sheet.number(place, text, width, tail(text, decimals))
