"""Which panels of the scoreboard are on the screen, and which of them has the keys."""

from __future__ import annotations

from textual import on
from textual.events import Resize
from textual.geometry import Size
from textual.widget import Widget

from neuron_tui.tui.kit.text_panel import Words
from neuron_tui.tui.scores.four_fields import FourFields
from neuron_tui.tui.scores.table import ScoreTable
from neuron_tui.tui.scores.view_line import Views
from neuron_tui.tui.scores.views import NOTHING, View, views
from neuron_tui.tui.shell.game_screen import GameScreen


class ScoresLayout(GameScreen[None]):
    """A screen with the scoreboard's panels, of which it shows as many together as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self._views: tuple[View, ...] = ()
        self._seen = 0

    @property
    def nothing_yet(self) -> bool:
        """Whether there are only words to show. Overridden by the screen that knows."""
        return False

    @property
    def panels(self) -> tuple[str, ...]:
        """The ids of the panels in sight."""
        return self._views[self._seen].panels if self._views else ()

    @on(Resize)
    def _resized(self, event: Resize) -> None:
        self.lay_out(event.size)

    def lay_out(self, size: Size) -> None:
        """Show the panels that have room together, those among them that were seen before."""
        before = self._views[self._seen].panels[0] if self._views else "words"
        self._views = NOTHING if self.nothing_yet else views(size)
        self._see(next((place for place, view in enumerate(self._views) if before in view.panels), 0))

    def _see(self, index: int, hold: int = 0) -> None:
        """Show a view, and give the keys to this one of its panels that take them."""
        self._seen = index
        panels = self._views[index].panels
        for name in ("words", "calibration", "course", "ranking", "fields"):
            self.query_one(f"#{name}").set_class(name not in panels, "-away")
        self.query_one("#upper").set_class(not {"words", "course"} & set(panels), "-away")
        self.query_one("#lower").set_class(not {"ranking", "fields"} & set(panels), "-away")
        self.set_class(panels == ("words",), "-nothing")
        self.set_class(panels == ("course",), "-one")
        self.set_class(panels == ("words", "calibration", "course"), "-three")
        self.set_class(panels == ("ranking", "fields"), "-both")
        self.set_class(len(panels) == 5, "-all")
        bar = self.query_one(Views)
        bar.show([view.name for view in self._views], index)
        bar.set_class(len(self._views) == 1, "-away")
        self._take_hold(hold)
        self.call_after_refresh(self._take_hold, hold)  # how long the words are is known by then
        self.refresh_bindings()

    def _holdable(self) -> list[Widget]:
        """The panels in sight that have keys of their own."""
        held: tuple[tuple[str, Widget], ...] = (
            ("words", self.query_one(Words)),
            ("ranking", self.query_one(ScoreTable)),
            ("fields", self.query_one(FourFields)),
        )
        return [panel for name, panel in held if name in self.panels and panel.focusable]

    def _take_hold(self, place: int) -> None:
        """Give the keys to a panel in sight, unless one has them already, or the screen was closed."""
        held = [] if self.dismissed else self._holdable()
        if self.focused is None or self._away(self.focused):
            self.set_focus(held[place] if held else None)

    def _away(self, widget: Widget) -> bool:
        """Whether a widget is not in sight."""
        return any(node.has_class("-away") for node in widget.ancestors_with_self)

    def action_view(self, steps: int) -> None:
        """On to the next panel that takes keys, and after the last to the next view."""
        held = self._holdable()
        place = held.index(self.focused) + steps if self.focused in held else -1
        if 0 <= place < len(held):
            self.set_focus(held[place])
            return
        self.set_focus(None)
        self._see((self._seen + steps) % len(self._views), 0 if steps > 0 else -1)

    @on(Views.Chosen)
    def _view_chosen(self, message: Views.Chosen) -> None:
        self.set_focus(None)
        self._see(message.index)
