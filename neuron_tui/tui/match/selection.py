"""What is selected in a match: a row, a weight, and the hidden neurons that are switched off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from neuron_tui.tui.kit.picture import Picture
from neuron_tui.tui.match.layout import name_panels

if TYPE_CHECKING:
    from neuron_tui.tui.match.screen import MatchScreen


class Selection:
    """Moves the selection of the screen, by key or by mouse, within what the run on the screen has."""

    def __init__(self, screen: MatchScreen) -> None:
        self._screen = screen

    def select_row(self, row: int) -> None:
        """Select a row of the table, or the nearest one there is."""
        self._screen.selected = min(max(row, 0), len(self._screen.replay.rows) - 1)

    def next_row(self, steps: int) -> None:
        """Go down the table by so many rows, or up where negative, as far as it goes."""
        told, asked = self._screen.replay.puzzle.in_order()
        order = told + asked
        self.select_row(order[min(max(order.index(self._screen.selected) + steps, 0), len(order) - 1)])

    @property
    def has_named_weights(self) -> bool:
        """Whether the weights can be told apart by their names: not in pictures, nor in a hidden layer."""
        replay = self._screen.replay
        return not replay.is_network and replay.puzzle.picture is None

    def weight_there(self, weight: int | None) -> int | None:
        """The weight itself, or None where the run on the screen has no such weight."""
        names = self._screen.replay.weight_names
        return weight if self.has_named_weights and weight is not None and weight < len(names) else None

    def next_weight(self) -> None:
        """Select the first weight; then the next instead, and after the last one none."""
        weight = self._screen.weight
        self._screen.weight = 0 if weight is None else weight + 1

    @property
    def can_switch_off(self) -> bool:
        """Whether hidden neurons can be switched off: in a training, and not in the player's hand."""
        replay = self._screen.replay
        return self._screen.awake and replay.is_network and replay.step == "iteration"

    def press(self, place: int) -> None:
        """Select a weight, or let it go; with a hidden layer, switch a hidden neuron off or on."""
        screen = self._screen
        if not screen.replay.is_network:
            screen.weight = None if place == screen.weight else place
        elif self.can_switch_off:
            self.switch_off(screen.replay.off ^ {place})

    def switch_off_next(self) -> None:
        """Switch off the first hidden neuron; then the next instead, and after the last one none."""
        replay = self._screen.replay
        off, hidden = replay.off, len(replay.output_input_names) - replay.model.threshold
        place = max(off) + 1 if off else 0
        self.switch_off(frozenset({place} if place < hidden else ()))

    def switch_off(self, off: frozenset[int]) -> None:
        """Show the network without these hidden neurons. Neither the tape nor the score changes."""
        if off == self._screen.replay.off:
            return
        self._screen.replay.switch(off)
        for picture in self._screen.query(Picture):
            picture.repaint()
        name_panels(self._screen)  # a branch and the run that it left are without it both
        self._screen.show()
