"""The line of keys at the bottom: what can be pressed now, as much of it as fits."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from textual import events
from textual.binding import Binding
from textual.reactive import reactive
from textual.screen import Screen

from neuron_tui.tui.kit.cells import ELLIPSIS, Line, Span, fit, width_of
from neuron_tui.tui.kit.painted import Painted

PINNED = 2
"""How many of the last entries are always there: the way back, and help."""


@dataclass(frozen=True)
class KeyEntry:
    """One thing that can be done, with the keys for it: each as (the key, how it is written)."""

    keys: tuple[tuple[str, str], ...]
    does: str

    @property
    def width(self) -> int:
        """The cells it takes, with the gap after it."""
        return sum(width_of(shown) for _, shown in self.keys) + 1 + width_of(self.does) + 2


MORE = KeyEntry((("", ELLIPSIS),), "more")
"""Shows the keys for which there was no room; it has no key itself, for help tells of them all."""


def key_entries(bindings: list[Binding]) -> list[KeyEntry]:
    """Bindings as entries; neighbours of one group share an entry and its description."""
    found = []
    for _, members in groupby(enumerate(bindings), lambda pair: pair[1].group or pair[0]):
        group = [binding for _, binding in members]
        keys = tuple((binding.key, binding.key_display or binding.key) for binding in group)
        first = group[0]
        found.append(KeyEntry(keys, first.group.description if first.group else first.description))
    return found


def fitting(found: list[KeyEntry], width: int, first: int = 0) -> tuple[list[KeyEntry], int]:
    """The entries that fit, and which one comes first when more are asked for (0 where these are all).

    The pinned last ones are always there, and before them as many as there is room for, from `first` on.
    Where some are left out, an entry tells of more.
    """
    pinned, others = found[-PINNED:], found[:-PINNED]
    room = width - 1 - sum(entry.width for entry in pinned)
    if first == 0 and sum(entry.width for entry in others) <= room:
        return found, 0
    kept: list[KeyEntry] = []
    room -= MORE.width
    for entry in others[first:]:
        room -= entry.width
        if room < 0:
            break
        kept.append(entry)
    after = first + len(kept)
    return [*kept, MORE, *pinned], after if kept and after < len(others) else 0


class KeyLine(Painted):
    """What can be pressed: the first ones that fit, and help always. (Textual's footer scrolls instead.)"""

    DEFAULT_CSS = """
    KeyLine { height: 1; dock: bottom; background: $background; }
    """

    note = reactive("", repaint=False)
    """A sentence that stands in place of the keys for a while."""

    watch_note = Painted.repaint

    _first = 0
    """The first entry that is shown."""

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _: Screen[object]) -> None:
        self._first = 0
        self.repaint()

    def _fitting(self, width: int) -> tuple[list[KeyEntry], int]:
        shown: dict[str, Binding] = {}
        for active in self.screen.active_bindings.values():
            if active.enabled and active.binding.show and active.binding.description:
                shown.setdefault(active.binding.action, active.binding)
        return fitting(key_entries(list(shown.values())), width, self._first)

    def paint(self, width: int, height: int) -> list[Line]:
        if self.note:
            return [((" " + fit(self.note, width - 1), "text"),)]
        spans: list[Span] = [(" ", "")]
        for entry in self._fitting(width)[0]:
            spans += [(shown, "accent strong") for _, shown in entry.keys]
            spans.append((f" {entry.does}  ", "muted"))
        return [tuple(spans)]

    def on_click(self, event: events.Click) -> None:
        """A click on a key presses it; one on its description presses the first key of the entry."""
        if self.note:
            return
        start = 1
        shown, following = self._fitting(self.size.width)
        for entry in shown:
            if start <= event.x < start + entry.width:
                self._press(entry, event.x - start, following)
            start += entry.width

    def _press(self, entry: KeyEntry, column: int, following: int) -> None:
        if entry is MORE:
            self._first = following
            self.repaint()
            return
        pressed, at = entry.keys[0][0], 0
        for key, shown in entry.keys:
            if at <= column < at + width_of(shown):
                pressed = key
            at += width_of(shown)
        self.app.simulate_key(pressed)
