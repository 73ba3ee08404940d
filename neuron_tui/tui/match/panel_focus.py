"""A screen of panels: one at a time can have it all, and each says in a line what it shows."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.events import Click
from textual.reactive import reactive
from textual.widget import Widget

from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.kit.picture import Picture
from neuron_tui.tui.kit.tape.playback import PlaybackScreen

PANEL_KEYS: list[BindingType] = [
    Binding("z", "zoom", "zoom", tooltip="open a panel, or close"),
    Binding("tab", "next_panel(1)", "the next panel", show=False, key_display="Tab"),
    Binding("shift+tab", "next_panel(-1)", "the panel before", show=False, key_display="Shift+Tab"),
    Binding("i", "about", "what a panel shows", show=False),
    Binding("l", "axis", "even iterations, or not", show=False),
]


NOTE_SECONDS = 8
"""So long a note stands in place of the keys."""
SHARED = ("iteration", "recorded", "reached", "selected", "linear")
"""The values of the screen that every picture has, too."""


class PanelsScreen(PlaybackScreen):
    """Knows its panels by their ids, in the order in which Tab goes round."""

    ALLOW_IN_MAXIMIZED_VIEW = "Heading, #foot"
    ESCAPE_TO_MINIMIZE = False
    PANELS: ClassVar[tuple[str, ...]] = ()
    SHARING: ClassVar[tuple[str, ...]] = ()
    """Panels that share one place where there is no room for all: the one that Tab went to is seen."""

    selected = reactive(0, repaint=False)
    linear = reactive(False, repaint=False)

    def on_mount(self) -> None:
        """Of the panels that share a place, one is seen."""
        self._share(self.SHARING[0])

    def _share(self, name: str) -> None:
        """Of the panels that share a place, show this one."""
        for other in self.SHARING:
            self.query_one(f"#{other}").set_class(other != name, "-behind")

    @property
    def panel(self) -> Widget | None:
        """The panel that the keys go to: what has the whole screen, or that Tab went to."""
        here = self.maximized or self.focused
        return here if here is not None and (here.id in self.PANELS or here.has_class("view")) else None

    def action_next_panel(self, steps: int) -> None:
        """Go round the panels; where one has the whole screen, the next one takes its place.

        A view is no panel: it stays until it is closed.
        """
        here = self.panel
        if here is not None and here.has_class("view"):
            return
        names = [name for name in self.PANELS if self._can_go_to(name)]
        at = names.index(here.id) + steps if here is not None and here.id in names else min(steps, 0)
        self._go_to(names[at % len(names)])

    def _can_go_to(self, name: str) -> bool:
        panel = self.query_one(f"#{name}")
        return panel.allow_focus() and (self.maximized is None or isinstance(panel, Picture))

    def _go_to(self, name: str) -> None:
        panel = self.query_one(f"#{name}")
        if name in self.SHARING:
            self._share(name)
        if self.maximized is not None:
            self.maximize(panel, container=False)
        self.set_focus(panel)
        self._tell_about()

    def action_zoom(self) -> None:
        """Give a panel the whole screen, or put it back."""
        if self.maximized is not None:
            self.close()
            return
        panel = self.panel
        if panel is None or not isinstance(panel, Picture):
            panel = next(self.query_one(f"#{name}") for name in self.PANELS if self._is_picture(name))
        self.open(panel)

    @on(Click)
    def _double_clicked(self, event: Click) -> None:
        """Two clicks on a panel give it the whole screen, or put it back."""
        if event.chain == 2 and isinstance(event.widget, Picture) and event.widget.id in self.PANELS:
            self.set_focus(event.widget)
            self.action_zoom()

    def _is_picture(self, name: str) -> bool:
        return isinstance(self.query_one(f"#{name}"), Picture)

    def open(self, widget: Widget) -> None:
        """Give a panel or a view the whole screen."""
        self.maximize(widget, container=False)
        self.set_focus(widget)
        self.refresh_bindings()

    async def open_view(self, view: Picture) -> None:
        """Put a picture that is no panel on the whole screen; it is gone when it is closed."""
        self.close()
        await self.query(".view").remove()  # one that was closed a moment ago may be there still
        view.add_class("panel", "view")
        for name in SHARED:
            view.set_reactive(getattr(Picture, name), getattr(self, name))
        await self.mount(view)
        for name in SHARED:
            view.watch(self, name, partial(setattr, view, name))
        self.open(view)

    def close(self) -> bool:
        """Put everything back in its place. Returns whether anything had the whole screen."""
        self.query_one(KeyLine).note = ""
        opened = self.maximized
        if opened is None:
            return False
        self.minimize()
        self.set_focus(None)
        if opened.has_class("view"):
            opened.remove()
        self.refresh_bindings()
        return True

    def action_about(self) -> None:
        """Say in one line what the panel shows, or show the keys again."""
        line = self.query_one(KeyLine)
        if line.note:
            line.note = ""
            return
        if self.panel is None:
            self.action_next_panel(1)
        line.note = note = self._about()
        self.set_timer(NOTE_SECONDS, lambda: self._forget(note))

    def _forget(self, note: str) -> None:
        """Show the keys again, unless another note stands there by now."""
        line = self.query_one(KeyLine)
        if line.note == note:
            line.note = ""

    def _tell_about(self) -> None:
        line = self.query_one(KeyLine)
        if line.note:
            line.note = self._about()

    def _about(self) -> str:
        panel = self.panel
        return panel.about if isinstance(panel, Picture) else "Words: what is happening, and why."

    def action_axis(self) -> None:
        """Iterations evenly spaced, or the first ones with more room."""
        self.linear = not self.linear
