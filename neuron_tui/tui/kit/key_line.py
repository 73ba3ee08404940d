"""The line of keys at the bottom: what can be pressed now, as much of it as fits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

from textual import events
from textual.binding import Binding
from textual.reactive import reactive
from textual.timer import Timer

from neuron_tui.tui.kit.cells import Line, Span, fit, width_of
from neuron_tui.tui.kit.looks import in_ascii, keys_in_ascii
from neuron_tui.tui.kit.painted import Painted

NOTE_SECONDS = 8
"""How long a note takes the place of the keys."""
PINNED = 2
"""How many of the last entries are always there, on the right: the way back, and help."""
NARROW = 80
"""In fewer columns there is not enough room."""
ARROWS = {"left", "right", "up", "down"}


@dataclass(frozen=True)
class KeyEntry:
    """One thing that can be done, with the keys for it: each as (the key, how it is written)."""

    keys: tuple[tuple[str, str], ...]
    does: str

    @property
    def width(self) -> int:
        """The cells it takes, with the gap after it."""
        return sum(width_of(shown) for _, shown in self.keys) + 1 + width_of(self.does) + 2

    @property
    def has_arrows(self) -> bool:
        """Whether it is about arrow keys alone."""
        return ARROWS.issuperset(key for key, _ in self.keys)

    def has(self, key: str) -> bool:
        return any(key in keys.split(",") for keys, _ in self.keys)

    def key_at(self, column: int) -> str:
        """The key that is written in this column, or the first one."""
        for key, shown in self.keys:
            if column < width_of(shown):
                return key
            column -= width_of(shown)
        return self.keys[0][0]


def key_entries(bindings: list[Binding], *, ascii: bool = False) -> list[KeyEntry]:
    """Bindings as entries; neighbours of one group share an entry and its description."""
    found = []
    for _, members in groupby(enumerate(bindings), lambda pair: pair[1].group or pair[0]):
        group = [binding for _, binding in members]
        keys = tuple((binding.key, binding.key_display or binding.key) for binding in group)
        if ascii:
            keys = tuple(_spelled(*key, later=place > 0) for place, key in enumerate(keys))
        first = group[0]
        found.append(KeyEntry(keys, first.group.description if first.group else first.description))
    return found


def _spelled(key: str, shown: str, *, later: bool) -> tuple[str, str]:
    """A key without arrows; between words stands a stroke."""
    named = keys_in_ascii(shown)
    return key, "/" * (later and len(named) > 1) + named


def placed(found: list[KeyEntry], width: int) -> list[tuple[int, KeyEntry]]:
    """The entries that there is room for, each with the column it begins in.

    From the left come as many as fit, and at the right end the pinned ones: help, and then the way back.
    Where it is narrow, arrow keys before Enter give way to what comes after: they are tried without a word.
    """
    pinned = found[: -PINNED - 1 : -1]
    offered = found[:-PINNED]
    if width < NARROW:
        pinned = [replace(entry, does=entry.does.rpartition(" ")[2]) for entry in pinned]
    end = max(width + 1 - sum(entry.width for entry in pinned), 1)
    if width < NARROW and sum(entry.width for entry in offered) >= end:
        enter = next((at for at, entry in enumerate(offered) if entry.has("enter")), 0)
        offered = [entry for entry in offered[:enter] if not entry.has_arrows] + offered[enter:]
    places, column = [], 1
    for entry in offered:
        if column + entry.width > end:
            break
        places.append((column, entry))
        column += entry.width
    for entry in pinned:
        places.append((end, entry))
        end += entry.width
    return places


class KeyLine(Painted):
    """What can be pressed: the first ones that fit, and help always. (Textual's footer scrolls instead.)"""

    DEFAULT_CSS = """
    KeyLine { height: 1; dock: bottom; background: $background; }
    """

    note = reactive("", repaint=False)
    """A sentence that stands in place of the keys for a while."""
    _forgetting: Timer | None = None

    watch_note = Painted.repaint

    def tell(self, note: str, seconds: float = NOTE_SECONDS) -> None:
        """Say something in place of the keys, until its time is over or it is taken back."""
        if self._forgetting is not None:
            self._forgetting.stop()
        self.note, self._forgetting = note, self.set_timer(seconds, self.forget)

    def forget(self) -> None:
        """Show the keys again."""
        self.note = ""

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.repaint())

    def _placed(self, width: int) -> list[tuple[int, KeyEntry]]:
        shown: dict[str, Binding] = {}
        for active in self.screen.active_bindings.values():
            if active.enabled and active.binding.show and active.binding.description:
                shown.setdefault(active.binding.action, active.binding)
        return placed(key_entries(list(shown.values()), ascii=in_ascii(self.app)), width)

    def paint(self, width: int, height: int) -> list[Line]:
        if self.note:
            return [((" " + fit(self.note, width - 1), "text"),)]
        spans: list[Span] = []
        column = 0
        for start, entry in self._placed(width):
            spans.append((" " * (start - column), ""))
            spans += [(shown, "accent strong") for _, shown in entry.keys]
            spans.append((f" {entry.does}  ", "muted"))
            column = start + entry.width
        return [tuple(spans)]

    def on_click(self, event: events.Click) -> None:
        """A click on a key presses it; one on its description presses the first key of the entry."""
        for start, entry in [] if self.note else self._placed(self.size.width):
            if start <= event.x < start + entry.width:
                self.app.simulate_key(entry.key_at(event.x - start))
