"""The runs of a match: its own, those that the player keeps, and a line that keeps the one in front."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from neuron_tui.tui.kit.cells import ELLIPSIS, fit, widest, width_of, wrapped
from neuron_tui.tui.match.panels.chooser import CHOOSE, Choice, Choices, Chooser, marked
from neuron_tui.tui.match.panels.settings_panel import SCORE_STAYS

RunLine = tuple[str, str, str]
"""A run's name, how far off it is at the end, and whether it is this one or dotted."""
SEEN = 6
"""Cells of the last of these."""
NONE_YET, KEPT = "Try something first: e or r.", "Kept until you leave the match."


def in_whole_words(text: str, width: int) -> str:
    """A text in exactly `width` cells; where it is longer, as many words as fit."""
    return fit(text if width_of(text) <= width else wrapped(text, width - 1)[0] + ELLIPSIS, width)


def runs_list(runs: Sequence[RunLine], end_called: str, last: str, chosen: int, width: int) -> Choices:
    """A line per run, and below them the `last` one, where there is something to say."""
    end = widest([end for _, end, _ in runs])
    lines = [
        [
            (in_whole_words(name, width - 4 - end - SEEN) + " ", "text"),
            (fit(off_by, end, "right") + " ", "text strong"),
            (fit(seen, SEEN), "accent"),
        ]
        for name, off_by, seen in runs
    ]
    if last:
        lines.append([(in_whole_words(last, width - 2), "accent")])
    title = "Runs" + fit(end_called, width - SEEN - 5, "right")
    note = NONE_YET if len(lines) == 1 else KEPT if len(runs) > 1 else ""
    head = ((title, "text strong"),), ((fit(SCORE_STAYS, width), "muted"),), ((fit(note, width), "muted"),)
    rows = (Choice(marked(line, index == chosen), ((0, 0),)) for index, line in enumerate(lines))
    return Choices(head, tuple(rows))


class RunsPanel(Chooser, inherit_bindings=False):
    """The runs to choose from: Enter takes one, Delete forgets it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "take or keep", key_display="Enter"),
        Binding("delete,backspace", "forget", "forget", key_display="Delete"),
        Binding("up", "choose(-1)", "the one above", key_display="\u2191", group=CHOOSE),
        Binding("down", "choose(1)", "the one below", key_display="\u2193", group=CHOOSE),
    ]

    @dataclass
    class Forgotten(Message):
        """Delete on one of them."""

        index: int

    def action_forget(self) -> None:
        self.post_message(self.Forgotten(self.chosen))
