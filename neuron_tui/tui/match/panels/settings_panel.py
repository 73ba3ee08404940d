"""Settings that can be changed: one is chosen, and turned one way or the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType

from neuron_tui.tui.kit.cells import Line, fit, width_of
from neuron_tui.tui.match.panels.chooser import LESS, MORE, Choice, Choices, Chooser, marked

SCORE_STAYS = "Your score stays as it is."


@dataclass(frozen=True)
class Setting:
    """One thing that can be changed: its label, its value, and whether that is new."""

    label: str
    value: str
    changed: bool = False


def setting_line(setting: Setting, chosen: bool, widths: tuple[int, int]) -> Line:
    """One setting in the widths of the label and the value; the chosen one has its arrows."""
    label_width, value_width = widths
    spans = [
        (fit(setting.label, label_width) + " ", "text" if chosen else "muted"),
        (LESS if chosen else "  ", "accent"),
        (fit(setting.value, value_width), "accent strong" if setting.changed else "text"),
        (MORE if chosen else "  ", "accent"),
    ]
    return marked(spans, chosen)


def column_widths(settings: tuple[Setting, ...], width: int) -> tuple[int, int]:
    """The cells for the labels and for the values."""
    room = width - 3 - len(LESS) - len(MORE)
    value = min(max(width_of(setting.value) for setting in settings), room - 4)
    label = min(max(width_of(setting.label) for setting in settings), room - value)
    return label, value


def settings_list(
    title: str,
    settings: tuple[Setting, ...],
    chosen: int,
    width: int,
    *,
    alone: bool = False,
    beside: Line = (),
) -> Choices:
    """A headline, and a line per setting; unless it is `alone`, what the change means and what came of it.

    The arrows of the chosen one change it, and its label takes it.
    """
    label, value = widths = column_widths(settings, width)
    arrows = ((0, 0), (3 + label, -1), (3 + label + len(LESS) + value // 2, 1))
    head: tuple[Line, ...] = (((fit(title, width), "text strong"),),)
    return Choices(
        head if alone else (*head, ((fit(SCORE_STAYS, width), "muted"),), beside),
        tuple(
            Choice(setting_line(setting, index == chosen, widths), arrows if index == chosen else ())
            for index, setting in enumerate(settings)
        ),
    )


class SettingsPanel(Chooser):
    """The settings of an experiment or a branch."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "type", "type them", key_display="Enter"),
        *Chooser.BINDINGS,
    ]
    typed: int | None = None
    """Which setting is typed, by its index."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter on what is typed says so on the line of keys."""
        return action not in ("type", "take") or (action == "type") == (self.chosen == self.typed)

    action_type = Chooser.action_take

    def watch_chosen(self, index: int) -> None:
        super().watch_chosen(index)
        self.refresh_bindings()
