"""The picture of who wins where: puzzles in four fields, and under them what is known elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from neuron_tui.game.proving.expectation import SEEDS
from neuron_tui.game.scoreboard.counted_answers import PuzzleVersion
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.painted import PAGE_KEYS, SCROLL_KEYS, Painted
from neuron_tui.tui.scores.field_lines import (
    Shown,
    Slot,
    arranged,
    context_lines,
    meaning_lines,
    slots_line,
)

WAITING, UNKNOWN = "\u2026", "-"


class FourFields(Painted, can_focus=True, inherit_bindings=False):
    """Puzzles in four fields by what was observed; the seeds are told as they become known."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *SCROLL_KEYS,
        *PAGE_KEYS,
    ]
    DEFAULT_CSS = """
    FourFields { &:focus { scrollbar-color: $mark; } }
    """

    @dataclass
    class Moved(Message):
        """Other puzzles are in sight."""

    def __init__(self) -> None:
        super().__init__(id="fields", classes="panel")
        self._shown: Sequence[Shown] = ()
        self._players = 1
        self._seeds: dict[PuzzleVersion, int | None] = {}
        self._arranged: list[tuple[Slot, ...]] = []
        self._below: list[Line] = []
        self.border_title = "Who wins where"
        self.border_subtitle = f"people: right answers \u00b7 neuron: right starts of {SEEDS}"

    def show(
        self, shown: Sequence[Shown], seeds: Mapping[PuzzleVersion, int | None], players: int = 1
    ) -> None:
        """Show these puzzles, which so many players have answered.

        `seeds` are how many starts came out right, as far as that is known by now.
        """
        self._shown, self._seeds, self._players = shown, dict(seeds), players
        self._again()
        self.post_message(self.Moved())

    def learn(self, asked: PuzzleVersion, right: int | None) -> None:
        """So many starts of a puzzle came out right; None where that can't be found out."""
        self._seeds[asked] = right
        self.repaint()

    def _seeds_of(self, asked: PuzzleVersion) -> str:
        if asked not in self._seeds:
            return WAITING
        right = self._seeds[asked]
        return UNKNOWN if right is None else f"{right}/{SEEDS}"

    def _again(self) -> None:
        width = self._room.width - 1  # a blank column before the scrollbar
        self._arranged = [*meaning_lines(self._players, width), *arranged(self._shown, width)]
        self._below = context_lines(width)
        self.set_rows(len(self._arranged) + len(self._below))
        self.repaint()

    def paint(self, width: int, height: int) -> list[Line]:
        """The lines in sight."""
        top, fields = self.scroll_offset.y, len(self._arranged)
        lines = [slots_line(slots, self._seeds_of, width - 1) for slots in self._arranged[top : top + height]]
        return lines + self._below[max(top - fields, 0) : max(top + height - fields, 0)]

    def lacking(self) -> list[PuzzleVersion]:
        """The puzzles in sight whose starts are not known yet."""
        top = self.scroll_offset.y
        seen = [slot for slots in self._arranged[top : top + self._room.height] for slot in slots]
        puzzles = [slot.place.version for slot in seen if isinstance(slot, Shown)]
        return [asked for asked in puzzles if asked not in self._seeds]

    def lacks(self, asked: PuzzleVersion) -> bool:
        """Whether this puzzle is in sight, and its starts are not known yet."""
        return asked in self.lacking()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Other puzzles are in sight."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        """There is more room now, or less."""
        self._again()
        self.post_message(self.Moved())
