"""The place on the screen that a step of a lesson speaks of, and the mark on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from neuron_tui.puzzle.condition import Condition, EventCondition
from neuron_tui.tui.kit.glyphs import POINTED
from neuron_tui.tui.kit.table.table import Table
from neuron_tui.tui.match.panels.neuron_panel import NeuronPanel

if TYPE_CHECKING:
    from neuron_tui.tui.match.screen import MatchScreen


@dataclass(frozen=True)
class Place:
    """A panel by its id, empty for none; and in it the row or the weight that is meant, by its index."""

    panel: str = ""
    row: int | None = None
    weight: int | None = None


def place_of(condition: Condition | None) -> Place:
    """Where to look for what a condition asks for."""
    if condition is None:
        return Place()
    match condition.event if isinstance(condition, EventCondition) else condition.measure:
        case "guessed" | "guess":
            return Place("guesses")
        case "selected" | "output" | "sum":
            return Place("puzzle", row=condition.of)
        case "wrong selected":
            return Place("puzzle")
        case "weight selected" | "weight":
            return Place("neuron", weight=condition.of)
        case "moved most selected":
            return Place("neuron")
        case "error" | "iteration":
            return Place("error")
        case _:
            return Place()


def point_at(screen: MatchScreen, place: Place) -> None:
    """Mark this place, and no other one."""
    if place.panel and not screen.query_one(f"#{place.panel}").has_class("-pointed"):
        screen.front = place.panel
    for panel in screen.query(".panel"):
        pointed = panel.id == place.panel
        panel.set_class(pointed, "-pointed")
        shown = panel.border_title or ""
        title = f"{POINTED} " * pointed + shown.removeprefix(f"{POINTED} ")
        if title != shown:  # every change is a repaint
            panel.border_title = title
    for table in screen.query(Table):
        table.pointed = place.row
    screen.query_one(NeuronPanel).pointed = place.weight
