"""Who wins where: the puzzles in four fields, and under them what is known from elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from neuron_tui.game.proving.expectation import SEEDS
from neuron_tui.game.scoreboard.fields import CONTEXT, TITLES, Field, in_fields
from neuron_tui.game.scoreboard.ranking import ScoreRow
from neuron_tui.tui.kit.cells import Line, fit, wrapped
from neuron_tui.tui.kit.painted import PAGE_KEYS, SCROLL_KEYS, Painted
from neuron_tui.tui.scores.calibration import short
from neuron_tui.tui.scores.titles import title_cells

BETWEEN = " \u2502 "
PEOPLE_WIDTH, STARTS_WIDTH = 8, 7
WAITING, UNKNOWN, EMPTY = "\u2026", "-", "none so far"
WIDE = 70
"""From this width on there are two fields side by side."""


@dataclass(frozen=True)
class FieldHead:
    """The line over a field: how many puzzles are in it."""

    field: Field
    puzzles: int


Slot = ScoreRow | FieldHead | str
"""What is on a line of a field; an empty text where nothing is."""


def arranged(puzzles: Mapping[Field, Sequence[ScoreRow]], width: int) -> list[tuple[Slot, ...]]:
    """What is on each line, from the left: in one column, or in two where the width allows."""
    fields: list[list[Slot]] = []
    for field, inside in puzzles.items():
        fields.append([FieldHead(field, len(inside)), *inside, *([] if inside else [EMPTY]), ""])
    if width < WIDE:
        return [(slot,) for field in fields for slot in field]
    pairs = [zip_longest(fields[0], fields[1], fillvalue=""), zip_longest(fields[2], fields[3], fillvalue="")]
    return [slots for pair in pairs for slots in pair]


def slots_line(slots: tuple[Slot, ...], starts_of: Callable[[str], str], width: int) -> Line:
    """One line of the fields, `width` cells wide; `starts_of` tells the starts of what a puzzle asks."""
    if len(slots) == 1:
        return slot_line(slots[0], starts_of, width)
    if not any(slots):
        return ()
    each = (width - len(BETWEEN)) // 2
    left, right = (slot_line(slot, starts_of, each) for slot in slots)
    return (*left, (BETWEEN, "faint"), *right)


def slot_line(slot: Slot, starts_of: Callable[[str], str], width: int) -> Line:
    """A puzzle with how many answers of people were right and how many starts of the neuron, or a head."""
    room = max(width - PEOPLE_WIDTH - STARTS_WIDTH, 1)
    if isinstance(slot, str):
        return ((fit(slot, width), "muted"),)
    if isinstance(slot, ScoreRow):
        you = slot.total.you
        return (
            (title_cells(slot, room), "text"),
            (fit(f"{short(you.right)}/{short(you.sided)}", PEOPLE_WIDTH, "right"), "text"),
            (fit(starts_of(slot.content), STARTS_WIDTH, "right"), "accent"),
        )
    if not slot.puzzles:
        return ((fit(TITLES[slot.field], width), "text strong"),)
    return (
        (fit(f"{TITLES[slot.field]}: {slot.puzzles:,}", room), "text strong"),
        (fit("people", PEOPLE_WIDTH, "right"), "muted"),
        (fit("neuron", STARTS_WIDTH, "right"), "muted"),
    )


def meaning_lines(players: int, width: int) -> list[tuple[Slot, ...]]:
    """Whose answers these are, and what it means to be right; a blank line under it."""
    whose = "" if players < 2 else "Both players. " if players == 2 else f"All {players:,} players. "
    lines = wrapped(f"{whose}Right: in more than half of the answers.", max(width, 1))
    return [*((line,) for line in lines), ("",)]


def context_lines(width: int) -> list[Line]:
    """What is known of people and learning machines in general."""
    return [((line, "muted"),) for line in wrapped(CONTEXT, max(width, 1))]


class FourFields(Painted, can_focus=True, inherit_bindings=False):
    """Puzzles in four fields by what was observed; right starts are filled in as they become known."""

    BINDINGS: ClassVar[list[BindingType]] = [*SCROLL_KEYS, *PAGE_KEYS]
    DEFAULT_CSS = """
    FourFields { &:focus { scrollbar-color: $mark; } }
    """

    @dataclass
    class Moved(Message):
        """Other puzzles are in sight."""

    def __init__(self) -> None:
        super().__init__(id="fields", classes="panel")
        self._fields = in_fields(())
        self._players = 1
        self._starts: dict[str, int | None] = {}
        self._arranged: list[tuple[Slot, ...]] = []
        self._below: list[Line] = []
        self.border_title = "Who wins where"
        self.border_subtitle = f"people: right answers \u00b7 neuron: right starts of {SEEDS}"

    def show(self, puzzles: Sequence[ScoreRow], players: int) -> None:
        """Show these puzzles, which this many players have answered."""
        self._fields, self._players = in_fields(puzzles), players
        self._arrange()

    def learn(self, content: str, right: int | None) -> None:
        """Show how many starts of this content came out right; None where that can't be found out."""
        self._starts[content] = right
        self.repaint()

    def _starts_of(self, content: str) -> str:
        if content not in self._starts:
            return WAITING
        right = self._starts[content]
        return UNKNOWN if right is None else f"{right}/{SEEDS}"

    def _arrange(self) -> None:
        width = self._room.width - 1  # a blank column before the scrollbar
        self._arranged = [*meaning_lines(self._players, width), *arranged(self._fields, width)]
        self._below = context_lines(width)
        self.set_rows(len(self._arranged) + len(self._below))
        self.repaint()
        self.post_message(self.Moved())

    def paint(self, width: int, height: int) -> list[Line]:
        """The lines in sight."""
        top, fields = self.scroll_offset.y, len(self._arranged)
        in_sight = self._arranged[top : top + height]
        lines = [slots_line(slots, self._starts_of, width - 1) for slots in in_sight]
        return lines + self._below[max(top - fields, 0) : max(top + height - fields, 0)]

    def lacking(self) -> list[ScoreRow]:
        """The puzzles in sight whose starts are not known yet."""
        top = self.scroll_offset.y
        seen = (slot for slots in self._arranged[top : top + self._room.height] for slot in slots)
        return [slot for slot in seen if isinstance(slot, ScoreRow) and slot.content not in self._starts]

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Other puzzles are in sight."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        """There is more room now, or less."""
        self._arrange()
