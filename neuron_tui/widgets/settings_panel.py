"""A short list of things that can be changed: one is chosen, and turned one way or the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive

from neuron_tui.widgets.cells import Line, fit, width_of
from neuron_tui.widgets.painted import Painted

LESS, MORE = "\u25c2 ", " \u25b8"
HEAD = 3
"""Lines above the settings, which stay when they scroll."""


@dataclass(frozen=True)
class Setting:
    """One thing that can be changed: what it is, how it stands, and whether that is new."""

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
    ink = "accent strong" if setting.changed else "text"
    return (
        ("\u25b8 " if chosen else "  ", "accent" + back),
        (fit(setting.label, label_width) + " ", ("text" if chosen else "muted") + back),
        (LESS if chosen else "  ", "accent" + back),
        (fit(setting.value, value_width), ink + back),
        (MORE if chosen else "  ", "accent" + back),
    )


def column_widths(settings: tuple[Setting, ...], width: int) -> tuple[int, int]:
    """The cells for the labels and for the values."""
    room = width - 3 - len(LESS) - len(MORE)
    value = min(max(width_of(setting.value) for setting in settings), room - 4)
    label = min(max(width_of(setting.label) for setting in settings), room - value)
    return label, value


class SettingsPanel(Painted, can_focus=True, inherit_bindings=False):
    """The settings; Up and Down choose, Left and Right change, and so does the mouse."""

    DEFAULT_CSS = """
    SettingsPanel { height: auto; &:focus { scrollbar-color: $mark; } }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "change(-1)", "change", key_display="\u2190", group=Binding.Group("change")),
        Binding(
            "right,enter", "change(1)", "the other way", key_display="\u2192", group=Binding.Group("change")
        ),
        Binding("up", "choose(-1)", "the one above", key_display="\u2191", group=Binding.Group("choose")),
        Binding("down", "choose(1)", "the one below", key_display="\u2193", group=Binding.Group("choose")),
    ]

    @dataclass
    class Changed(Message):
        """A setting is turned on by so many steps, or back where negative."""

        index: int
        steps: int

    @dataclass
    class Chosen(Message):
        """Another setting is looked at."""

        index: int

    shown: reactive[Settings] = reactive(Settings("", "", (), ()), repaint=False)
    chosen = reactive(0, repaint=False)

    def watch_shown(self) -> None:
        """Something was changed."""
        self.set_rows(HEAD + len(self.shown.settings))
        self.call_after_refresh(self._keep_in_sight)
        self.repaint()

    def validate_chosen(self, index: int) -> int:
        """It stays within the list."""
        return max(min(index, len(self.shown.settings) - 1), 0)

    def watch_chosen(self, index: int) -> None:
        """Light up another one, scroll to it, and tell."""
        self._keep_in_sight()
        self.repaint()
        self.post_message(self.Chosen(index))

    def _keep_in_sight(self) -> None:
        """Scroll to the chosen setting where it is out of sight."""
        top, height = self.scroll_offset.y, self.content_size.height - HEAD
        if height > 0 and not top <= self.chosen < top + height:
            above = self.chosen < top
            self.scroll_to(
                y=self.chosen if above else self.chosen - height + 1, animate=False, immediate=True
            )

    def paint(self, width: int, height: int) -> list[Line]:
        """The headline and the settings in sight."""
        settings = self.shown.settings
        if not settings:
            return []
        widths = column_widths(settings, width)
        top = self.scroll_offset.y
        lines: list[Line] = [
            ((fit(self.shown.title, width), "text strong"),),
            ((fit(self.shown.note, width), "muted"),),
            self.shown.keys,
        ]
        for index, setting in enumerate(settings[top : top + height - HEAD], top):
            lines.append(setting_line(setting, index == self.chosen, widths))
        return lines

    def action_choose(self, steps: int) -> None:
        """Look at another one."""
        self.chosen += steps

    def action_change(self, steps: int) -> None:
        """Turn the chosen one."""
        self.post_message(self.Changed(self.chosen, steps))

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked; its arrows turn it."""
        at = event.get_content_offset(self)
        if at is None or at.y < HEAD:
            return
        index = at.y - HEAD + self.scroll_offset.y
        if index >= len(self.shown.settings):
            return
        was, self.chosen = self.chosen, index
        label, value = column_widths(self.shown.settings, self.content_size.width)
        if at.x >= 3 + label and was == index:
            self.action_change(-1 if at.x < 3 + label + len(LESS) + value // 2 else 1)
