"""A screen on which one of the neuron's weights can be selected, to say which of them is meant."""

from __future__ import annotations

from textual import on
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from neuron_tui.tui.match.open_views import InsideScreen
from neuron_tui.tui.match.panels.neuron_panel import NeuronPanel

WEIGHT_KEYS: list[BindingType] = [
    Binding("n", "next_weight", "next weight", tooltip="select a weight"),
]


class WeightScreen(InsideScreen):
    """One weight or none, by key or by mouse. Networks and pictures have none."""

    weight: reactive[int | None] = reactive(None, repaint=False)
    """The index of the weight that is selected."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The weights can be told apart by their names, or not."""
        return self._selectable if action == "next_weight" else super().check_action(action, parameters)

    @property
    def _selectable(self) -> bool:
        return not self.replay.is_network and self.replay.puzzle.picture is None

    def validate_weight(self, weight: int | None) -> int | None:
        """None, where the run in front has no such weight."""
        there = self._selectable and weight is not None and weight < len(self.replay.weight_names)
        return weight if there else None

    def replay_changed(self) -> None:
        """Another run is in front: it may have a weight less."""
        super().replay_changed()
        self.weight = self.validate_weight(self.weight)

    def action_next_weight(self) -> None:
        """Select the first weight; then the next instead, and after the last one none."""
        self.weight = 0 if self.weight is None else self.weight + 1

    @on(NeuronPanel.Pressed)
    def _weight_pressed(self, message: NeuronPanel.Pressed) -> None:
        """A click selects a weight, and a click on the one that is selected lets it go."""
        self.weight = None if message.place == self.weight else message.place
