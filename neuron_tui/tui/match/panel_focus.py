"""Which panel has the keys, and which panel or view has the whole screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.widget import Widget

from neuron_tui.game.course.panels import ALL, Panels
from neuron_tui.puzzle.puzzle import Panel
from neuron_tui.tui.kit.command import Command, under
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.kit.picture import Picture
from neuron_tui.tui.kit.tape.commands import awake
from neuron_tui.tui.match.panels.plane import PlanePanel

if TYPE_CHECKING:
    from neuron_tui.tui.match.screen import MatchScreen

PANELS = ("words", "neuron", "s-curve", "error", "predictions", "weights", "plane")
"""The panels by their ids, in the order in which Tab goes round."""
SHARING: tuple[Panel, ...] = ("error", "predictions", "weights", "plane")
"""Panels that share one place where there is no room for all: the one that Tab went to is seen."""
SHARING_FOURTH: tuple[Panel, ...] = ("weights", "plane")
"""Of four pictures these share the last place."""
ONE_AT_A_TIME = ("puzzle", "speech", *PANELS[1:], "guesses")
"""The panels that a small terminal shows one at a time. The words are in the panel that speaks."""
SHARED = ("iteration", "recorded", "reached", "selected", "linear")
"""The reactive values of the screen that every picture has, too."""


def _nothing() -> None:
    pass


class PanelFocus:
    """Goes round the panels, and gives one panel or one view at a time the whole screen."""

    def __init__(self, screen: MatchScreen, introduced: Panels) -> None:
        self._screen = screen
        self.introduced = introduced
        """What the course has come to with this puzzle."""
        self._note = ""
        """What was last said of a panel."""
        self._closed: Callable[[], None] = _nothing
        """What is to be done when the view that is open is closed."""

    @property
    def panel(self) -> Widget | None:
        """The panel that the keys go to: the one with the whole screen, or the one that Tab went to."""
        here = self._screen.maximized or self._screen.focused
        return here if here is not None and (here.id in PANELS or here.has_class("view")) else None

    @property
    def shown(self) -> tuple[Panel, ...]:
        """The panels that are seen while the neuron learns."""
        return ALL if self._screen.all_panels else self.introduced.shown

    def share_new(self) -> None:
        """Of the panels that share a place, show one that is new, or else the first."""
        seen = (*self.introduced.new, *self.shown, "weights")
        there = [name for name in seen if not self._screen.has_class(f"-no-{name}")]
        for sharing in (SHARING_FOURTH, SHARING):
            self.share(next((name for name in there if name in sharing), "weights"))

    def keep_sharing(self) -> None:
        """Show another one where the size has no room for the one that was seen."""
        there = [name for name in SHARING if not self._screen.has_class(f"-no-{name}")]
        if all(self._named(name).has_class("-behind") for name in there):
            self.share_new()

    def share(self, name: str) -> None:
        """Of the panels that share a place, show this one."""
        for other in SHARING:
            self._named(other).set_class(other != name, "-behind")
        if name in SHARING_FOURTH:
            for other in SHARING_FOURTH:
                self._named(other).set_class(other != name, "-second")

    def next(self, steps: int) -> None:
        """Go round the panels; where one has the whole screen, the next one takes its place.

        A view is no panel: it stays until it is closed.
        """
        here = self.panel
        if here is not None and here.has_class("view"):
            return
        names = [name for name in PANELS if self._can_go_to(name)]
        if not names:
            return
        at = names.index(here.id) + steps if here is not None and here.id in names else min(steps, 0)
        self._go_to(names[at % len(names)])

    def _ring(self) -> Sequence[str]:
        """The panels that Tab goes round in a small terminal: those of a training, or of a guess."""
        screen = self._screen
        if not screen.awake or screen.reads:
            return ("puzzle",) if screen.has_class("-speechless") else ("puzzle", "speech")
        learns = [name for name in PANELS[1:] if not screen.has_class(f"-no-{name}")]
        return [*learns, "puzzle", *(["guesses"] if screen.match.guesses else [])]

    @property
    def turns(self) -> bool:
        """Whether a small terminal has other panels to turn to."""
        screen = self._screen
        return screen.small and screen.maximized is None and len(self._ring()) > 1

    def turn(self, panels: int) -> None:
        """In a small terminal, turn to another panel."""
        ring = self._ring()
        at = ring.index(self._screen.front) + panels if self._screen.front in ring else 0
        self._screen.front = ring[at % len(ring)]
        panel = self._named(self._screen.front)
        self._screen.set_focus(panel if isinstance(panel, Picture) else self._screen.column.aside)

    def _named(self, name: str) -> Widget:
        return self._screen.query_one(f"#{name}")

    def _can_go_to(self, name: str) -> bool:
        panel = self._named(name)
        if self._screen.maximized is not None:
            return isinstance(panel, Picture)
        hidden = isinstance(panel, Picture) and not self._named("neuron").display
        return panel.allow_focus() and not hidden and not self._screen.has_class(f"-no-{name}")

    def _go_to(self, name: str) -> None:
        panel = self._named(name)
        if name in SHARING:
            self.share(name)
        if self._screen.maximized is not None:
            self._screen.maximize(panel, container=False)
        self._screen.set_focus(panel)
        if self._line.note and self._line.note == self._note:
            self._say()

    def zoom(self) -> None:
        """Give a panel the whole screen, or put it back."""
        if self._screen.maximized is not None:
            self.close()
            return
        pictures = (panel for name in PANELS if isinstance(panel := self._named(name), Picture))
        self.open(self.panel if isinstance(self.panel, Picture) else next(pictures))

    def zoom_clicked(self, widget: Widget | None) -> None:
        """Two clicks on a panel zoom it."""
        if isinstance(widget, Picture) and widget.id in PANELS:
            self._screen.set_focus(widget)
            self.zoom()

    def open(self, widget: Widget) -> None:
        """Give a panel or a view the whole screen."""
        self._screen.maximize(widget, container=False)
        self._screen.set_focus(widget)
        self._screen.show()
        self._screen.refresh_bindings()

    async def open_view(self, view: Picture, closed: Callable[[], None] = _nothing) -> None:
        """Put a picture that is no panel on the whole screen; it is removed when it is `closed`."""
        self.close()
        screen = self._screen
        await screen.query(".view").remove()  # one that was closed a moment ago may be there still
        view.add_class("panel", "view")
        for name in SHARED:
            view.set_reactive(getattr(Picture, name), getattr(screen, name))
        await screen.mount(view)
        for name in SHARED:
            view.watch(screen, name, partial(setattr, view, name))
        self.open(view)
        self._closed = closed

    def close(self) -> bool:
        """Put everything back in its place. Returns whether anything had the whole screen."""
        opened = self._screen.maximized
        if opened is None:
            return False
        self._line.forget()
        self._screen.minimize()
        self._screen.set_focus(None)
        if opened.has_class("view"):
            opened.remove()
        closed, self._closed = self._closed, _nothing
        closed()
        self._screen.show()
        self._screen.refresh_bindings()
        return True

    @property
    def _line(self) -> KeyLine:
        return self._screen.query_one(KeyLine)

    def explain(self) -> None:
        """Say in one line what the panel shows, or show the keys again."""
        if self._line.note:
            self._line.forget()
            return
        if self.panel is None:
            self.next(1)
        self._say()

    def _say(self) -> None:
        """Say what the panel shows, for a while."""
        panel = self.panel
        self._note = panel.about if isinstance(panel, Picture) else "Words: what is happening, and why."
        self._line.tell(self._note)


def zoomed(screen: MatchScreen) -> bool:
    return screen.maximized is not None and screen.maximized.id in PANELS


def _turn_plane(screen: MatchScreen, steps: int) -> None:
    screen.query_one(PlanePanel).turn(steps)


def _can_turn_plane(screen: MatchScreen) -> bool:
    plane = screen.query_one(PlanePanel)
    return screen.awake and plane.display and len(plane.choices) > 1


def _turn_axis(screen: MatchScreen) -> None:
    screen.linear = not screen.linear


ZOOMED_COMMANDS: tuple[Command[MatchScreen], ...] = under(
    "Go on",
    Command("unzoom", "z", "zoom out", lambda s: s.panels.zoom(), zoomed, palette=False),
    Command("next zoomed", "tab", "next panel", lambda s: s.panels.next(1), zoomed, "", "Tab", palette=False),
)
PANEL_COMMANDS: tuple[Command[MatchScreen], ...] = under(
    "Panels",
    Command(
        "zoom", "z", "zoom", lambda s: s.panels.zoom(), awake, "a panel on the whole screen, or back",
        listed=False,
    ),
    Command("next panel", "tab", "the next panel", lambda s: s.panels.next(1), shown="Tab", listed=False),
    Command(
        "panel before", "shift+tab", "the panel before", lambda s: s.panels.next(-1), shown="Shift+Tab",
        listed=False,
    ),
    Command("explain", "i", "what a panel shows", lambda s: s.panels.explain(), awake, listed=False),
    Command(
        "plane on", "right_square_bracket", "the plane of other inputs", lambda s: _turn_plane(s, 1),
        _can_turn_plane, shown="]", listed=False,
    ),
    Command(
        "plane back", "left_square_bracket", "the plane of the inputs before", lambda s: _turn_plane(s, -1),
        _can_turn_plane, shown="[", listed=False,
    ),
    Command("axis", "l", "iterations evenly spaced, or not", _turn_axis, awake, listed=False),
)  # fmt: skip
