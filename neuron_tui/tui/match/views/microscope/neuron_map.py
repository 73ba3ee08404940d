"""The network on one line, to choose the neuron under the microscope by a click."""

from __future__ import annotations

from dataclasses import dataclass

from neuron_tui.game.microscope.one_neuron import LAST, Part
from neuron_tui.tui.match.views.microscope.sheet import CHOSEN, Sheet

ARROW = "\u2192"
MOST_APART = 12
"""With more hidden neurons there is no room between them."""
ALL_ON = "in here all are on"


@dataclass(frozen=True)
class Tab:
    """The cells from `start` to before `end` that stand for a neuron."""

    start: int
    end: int
    neuron: int


def map_lines(part: Part) -> int:
    """The lines that it takes: none for a neuron that is alone."""
    return int(part.replay.is_network)


def neuron_map(sheet: Sheet, part: Part, width: int) -> list[Tab]:
    """The way through the network on one line, with the chosen neuron marked. Many stand close together.

    Where something is switched off, there is a note that nothing is in here.
    """
    tabs: list[Tab] = []
    close = part.neurons[-2] >= MOST_APART
    sheet.write(f" inputs {ARROW} hidden", "muted")
    for neuron in part.neurons:
        if neuron == LAST:
            sheet.write(f" {ARROW}", "muted")
        here, start = neuron == part.neuron, sheet.x
        name = ("last" if neuron == LAST else f"{neuron + 1}") + " " * (not close)
        sheet.write(f"{CHOSEN if here else ' '}{name}", "accent strong selected" if here else "text")
        tabs.append(Tab(start, sheet.x, neuron))
    if part.replay.off and sheet.x + len(ALL_ON) + 2 < width:
        sheet.write(ALL_ON.rjust(width - sheet.x - 1), "muted")
    sheet.end()
    return tabs
