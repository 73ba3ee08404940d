"""The network on one line, to choose the neuron under the microscope by a click."""

from __future__ import annotations

from dataclasses import dataclass

from neuron_tui.game.microscope.one_neuron import LAST, OneNeuron
from neuron_tui.tui.match.views.microscope.writing import CHOSEN, PageWriter

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


def map_lines(one: OneNeuron) -> int:
    """The lines that it takes: none for a neuron that is alone."""
    return int(one.replay.is_network)


def neuron_map(writer: PageWriter, one: OneNeuron, width: int) -> list[Tab]:
    """The way through the network on one line, with the chosen neuron marked. Many stand close together.

    Where something is switched off, there is a note that nothing is in here.
    """
    tabs: list[Tab] = []
    close = one.neurons[-2] >= MOST_APART
    writer.write(f" inputs {ARROW} hidden", "muted")
    for neuron in one.neurons:
        if neuron == LAST:
            writer.write(f" {ARROW}", "muted")
        here, start = neuron == one.neuron, writer.x
        name = ("last" if neuron == LAST else f"{neuron + 1}") + " " * (not close)
        writer.write(f"{CHOSEN if here else ' '}{name}", "accent strong selected" if here else "text")
        tabs.append(Tab(start, writer.x, neuron))
    if one.replay.off and writer.x + len(ALL_ON) + 2 < width:
        writer.write(ALL_ON.rjust(width - writer.x - 1), "muted")
    writer.end()
    return tabs
