"""The line of keys at the bottom: what can be pressed now, as much of it as fits."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from textual import events
from textual.binding import Binding
from textual.reactive import reactive
from textual.screen import Screen

from neuron_tui.widgets.cells import Line, Run, fit, width_of
from neuron_tui.widgets.painted import Painted

PINNED = 2
"""How many of the last entries are always there: the way back, and help."""


@dataclass(frozen=True)
class Entry:
    """One thing that can be done, with the keys for it: each as (the key, how it is written)."""

    keys: tuple[tuple[str, str], ...]
    does: str

    @property
    def width(self) -> int:
        """The cells it takes, with the gap after it."""
        return sum(width_of(shown) for _, shown in self.keys) + 1 + width_of(self.does) + 2


def entries(bindings: list[Binding]) -> list[Entry]:
    """Bindings as entries; neighbours of one group share an entry and its description."""
    found = []
    for _, members in groupby(enumerate(bindings), lambda pair: pair[1].group or pair[0]):
        group = [binding for _, binding in members]
        keys = tuple((binding.key, binding.key_display or binding.key) for binding in group)
        first = group[0]
        found.append(Entry(keys, first.group.description if first.group else first.description))
    return found


def fitting(found: list[Entry], width: int) -> list[Entry]:
    """The entries that fit: the pinned last ones, and before them as many as there is room for."""
    pinned = found[-PINNED:]
    room = width - 1 - sum(entry.width for entry in pinned)
    kept = []
    for entry in found[:-PINNED]:
        room -= entry.width
        if room < 0:
            break
        kept.append(entry)
    return kept + pinned


class KeyLine(Painted):
    """What can be pressed: the first ones that fit, and help always. (Textual's footer scrolls instead.)"""

    DEFAULT_CSS = """
    KeyLine { height: 1; dock: bottom; background: $background; }
    """

    note = reactive("", repaint=False)
    """A sentence that stands in place of the keys for a while."""

    def watch_note(self) -> None:
        """Say it, or show the keys again."""
        self.repaint()

    def on_mount(self) -> None:
        """Follow what the screen's keys can do."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _: Screen[object]) -> None:
        self.repaint()

    def _entries(self, width: int) -> list[Entry]:
        shown: dict[str, Binding] = {}
        for active in self.screen.active_bindings.values():
            if active.enabled and active.binding.show and active.binding.description:
                shown.setdefault(active.binding.action, active.binding)
        return fitting(entries(list(shown.values())), width)

    def paint(self, width: int, height: int) -> list[Line]:
        """The keys that work now, or the note."""
        if self.note:
            return [((" " + fit(self.note, width - 1), "text"),)]
        runs: list[Run] = [(" ", "")]
        for entry in self._entries(width):
            runs += [(shown, "accent strong") for _, shown in entry.keys]
            runs.append((f" {entry.does}  ", "muted"))
        return [tuple(runs)]

    def on_click(self, event: events.Click) -> None:
        """A click on a key presses it; one on its description presses the first key of the entry."""
        if self.note:
            return
        start = 1
        for entry in self._entries(self.size.width):
            if start <= event.x < start + entry.width:
                at = start
                pressed = entry.keys[0][0]
                for key, shown in entry.keys:
                    if at <= event.x < at + width_of(shown):
                        pressed = key
                    at += width_of(shown)
                self.app.simulate_key(pressed)
            start += entry.width
