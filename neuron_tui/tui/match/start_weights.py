"""A small dialog in which the player types the weights that an experiment begins with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from neuron_tui.game.explain.numbers import signed
from neuron_tui.game.lab.typed_weight import TypedWeightError, typed_weights
from neuron_tui.puzzle.text import some
from neuron_tui.tui.kit.cells import visible
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.kit.text_field import TextField
from neuron_tui.tui.shell.framed import Dialog

SHOWN = 16
"""The most weights that are named."""


class StartWeightsScreen(Dialog[tuple[float, ...] | None]):
    """Asks for a number per weight, in their order; closes with them, empty for the puzzle's own, or None."""

    DEFAULT_CSS = "StartWeightsScreen #said { color: $wrong; }"
    HELP = """
    Type a number for each weight, in this order, with blanks or commas between them: 0.5, \u22122 or 1/2.
    The neuron learns again at once, and begins with them. With an empty line it begins as in the match.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "begin with them", key_display="Enter"),
        Binding("escape", "dismiss", "back", key_display="Esc"),
        Binding("f1", "app.help", "all keys", key_display="F1"),
    ]

    def __init__(self, names: Sequence[str], now: Sequence[float], *, yours: bool) -> None:
        """`now`: those that it begins with, in the order of the names; `yours`: the player typed them."""
        super().__init__()
        self._names, self._now, self._yours = names, now, yours

    def compose(self) -> ComposeResult:
        with Vertical(classes="frame") as frame:
            frame.border_title = "Start weights"
            names = some([visible(name) for name in self._names], SHOWN)
            yield Static(f"A number for each weight: {names}.", classes="quiet", markup=False)
            typed = " ".join(f"{weight:.10g}" for weight in self._now) if self._yours else ""
            yield TextField(typed, " ".join(map(signed, self._now)), select_on_focus=False)
            yield Static(id="said", markup=False)
            yield Static("Leave it empty to begin as in the match.", classes="quiet", markup=False)
        yield KeyLine()

    @on(Input.Changed)
    def _typed(self) -> None:
        self.query_one("#said", Static).update("")

    def action_take(self) -> None:
        try:
            weights = typed_weights(self.query_one(TextField).value, len(self._names))
        except TypedWeightError as problem:
            self.query_one("#said", Static).update(str(problem))
        else:
            self.dismiss(weights)
