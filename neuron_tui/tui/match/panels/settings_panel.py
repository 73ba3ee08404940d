"""Settings that can be changed: one is chosen, and turned one way or the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.message import Message
from textual.reactive import reactive

from neuron_tui.tui.kit.cells import Line, fit, width_of
from neuron_tui.tui.kit.glyphs import SELECTED
from neuron_tui.tui.match.panels.chooser import LESS, MORE, Chooser


@dataclass(frozen=True)
class Setting:
    """One thing that can be changed: its label, its value, and whether that is new."""

    label: str
    value: str
    changed: bool = False


@dataclass(frozen=True)
class Settings:
    """What the panel shows: a headline, a line under it, a quieter one with keys, and the settings."""

    title: str
    note: str
    keys: Line
    settings: tuple[Setting, ...]


def setting_line(setting: Setting, chosen: bool, widths: tuple[int, int]) -> Line:
    """One setting in the widths of the label and the value; the chosen one has its arrows."""
    label_width, value_width = widths
    back = " selected" if chosen else ""
    style = "accent strong" if setting.changed else "text"
    return (
        (f"{SELECTED} " if chosen else "  ", "accent" + back),
        (fit(setting.label, label_width) + " ", ("text" if chosen else "muted") + back),
        (LESS if chosen else "  ", "accent" + back),
        (fit(setting.value, value_width), style + back),
        (MORE if chosen else "  ", "accent" + back),
    )


def column_widths(settings: tuple[Setting, ...], width: int) -> tuple[int, int]:
    """The cells for the labels and for the values."""
    room = width - 3 - len(LESS) - len(MORE)
    value = min(max(width_of(setting.value) for setting in settings), room - 4)
    label = min(max(width_of(setting.label) for setting in settings), room - value)
    return label, value


class SettingsPanel(Chooser):
    """The settings of an experiment or a branch."""

    @dataclass
    class Changed(Message):
        """A setting is turned on by some steps, or back where negative."""

        index: int
        steps: int

    @dataclass
    class Taken(Message):
        """Enter on a setting."""

        index: int

    shown: reactive[Settings] = reactive(Settings("", "", (), ()), repaint=False)

    def watch_shown(self) -> None:
        self.changed()

    @property
    def count(self) -> int:
        """How many settings there are."""
        return len(self.shown.settings)

    def head(self, width: int) -> list[Line]:
        """The headline, and what it says."""
        shown = self.shown
        return [
            ((fit(shown.title, width), "text strong"),),
            ((fit(shown.note, width), "muted"),),
            shown.keys,
        ]

    def rows(self, width: int) -> Sequence[Line]:
        """The settings."""
        settings = self.shown.settings
        widths = column_widths(settings, width)
        return [setting_line(setting, index == self.chosen, widths) for index, setting in enumerate(settings)]

    def change(self, index: int, steps: int) -> None:
        """Turn a setting."""
        self.post_message(self.Changed(index, steps))

    def take(self, index: int) -> None:
        """Take a setting as it is."""
        self.post_message(self.Taken(index))

    def pressed(self, index: int, column: int, again: bool) -> None:
        """The arrows of a chosen setting turn it, and its label takes it."""
        label, value = column_widths(self.shown.settings, self._room.width)
        if again and column < 3 + label:
            self.take(index)
        elif again:
            self.action_change(-1 if column < 3 + label + len(LESS) + value // 2 else 1)
