"""Who wins where as a picture: the puzzles in four fields, and under them what is known elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from neuron_tui.game.expectation import SEEDS
from neuron_tui.game.numbers import plural
from neuron_tui.game.scores.fields import CONTEXT, FIELDS, TITLES, Field, Place
from neuron_tui.widgets.cells import Line, Run, fit, wrapped
from neuron_tui.widgets.painted import SCROLL_KEYS, Painted

WAITING, UNKNOWN = "\u2026", "-"
BETWEEN = 3
PEOPLE_WIDTH, SEEDS_WIDTH = 11, 10
EMPTY = "none so far"


@dataclass(frozen=True)
class Shown:
    """A puzzle as it stands in its field."""

    place: Place
    name: str


def entry_line(shown: Shown, seeds: str, width: int) -> Line:
    """One puzzle: its name, how many answers of people were right, and how many of the neuron's seeds."""
    you = shown.place.standing.you
    return (
        (fit(shown.name, max(width - PEOPLE_WIDTH - SEEDS_WIDTH, 1)), "text"),
        (fit(f"{you.right:,} of {you.sided:,}", PEOPLE_WIDTH, "right"), "text"),
        (fit(seeds, SEEDS_WIDTH, "right"), "accent"),
    )


def field_lines(field: Field, entries: Sequence[Line], width: int) -> list[Line]:
    """One field: its title with how many puzzles are in it, and a line for each."""
    title = f"{TITLES[field]}: {plural(len(entries), 'puzzle')}" if entries else TITLES[field]
    room = max(width - PEOPLE_WIDTH - SEEDS_WIDTH, 0)
    head: list[Run] = [(fit(title, room if entries else width), "text strong")]
    if entries:
        head.append((fit("people", PEOPLE_WIDTH, "right"), "muted"))
        head.append((fit("neuron", SEEDS_WIDTH, "right"), "muted"))
    return [tuple(head), *(entries or [((fit(EMPTY, width), "muted"),)])]


def beside(left: Sequence[Line], right: Sequence[Line], width: int) -> list[Line]:
    """Two fields side by side, the shorter one filled up; each is `width` cells wide."""
    blank: Line = ((" " * width, ""),)
    lines = []
    for place in range(max(len(left), len(right))):
        first = left[place] if place < len(left) else blank
        second = right[place] if place < len(right) else blank
        lines.append((*first, (" \u2502 ", "faint"), *second))
    return lines


WIDE = 70
"""From this width on two fields stand beside each other."""


def all_lines(
    shown: Sequence[Shown], seeds_of: Callable[[str], str], width: int
) -> tuple[list[Line], dict[int, list[str]]]:
    """All lines, and which puzzles stand on which of them."""
    two = width >= WIDE
    each = (width - BETWEEN) // 2 if two else width
    fields: list[list[Line]] = []
    ids: list[list[str]] = []
    for field in FIELDS:
        inside = [one for one in shown if one.place.field == field]
        entries = [entry_line(one, seeds_of(one.place.id), each) for one in inside]
        fields.append(field_lines(field, entries, each))
        ids.append([one.place.id for one in inside])
    lines: list[Line] = []
    where: dict[int, list[str]] = {}
    for pair in ((0, 1), (2, 3)) if two else ((0,), (1,), (2,), (3,)):
        for index in pair:
            for place, puzzle in enumerate(ids[index], len(lines) + 1):
                where.setdefault(place, []).append(puzzle)
        block = beside(fields[pair[0]], fields[pair[1]], each) if two else fields[pair[0]]
        lines += [*block, ()]
    lines += [((fit(line, width), "muted"),) for line in wrapped(" ".join(CONTEXT), width)]
    return lines, where


class FourFields(Painted, can_focus=True, inherit_bindings=False):
    """Puzzles in four fields by what was observed; the seeds are told as they become known."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *SCROLL_KEYS,
        Binding("pageup", "page_up", "a page up", show=False, key_display="PgUp"),
        Binding("pagedown", "page_down", "a page down", show=False, key_display="PgDn"),
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
        self._seeds: dict[str, int | None] = {}
        self._made: tuple[int, list[Line], dict[int, list[str]]] | None = None
        self.border_title = "Who wins where"
        self.border_subtitle = f"people: right answers \u00b7 neuron: right starts of {SEEDS}"

    def show(self, shown: Sequence[Shown], seeds: Mapping[str, int | None]) -> None:
        """Show these puzzles; `seeds` are how many starts came out right, as far as that is known by now."""
        self._shown, self._seeds = shown, dict(seeds)
        self._again()
        self.post_message(self.Moved())

    def learn(self, puzzle: str, right: int | None) -> None:
        """So many starts of a puzzle came out right; None where that can't be found out."""
        self._seeds[puzzle] = right
        self._again()

    def _seeds_of(self, puzzle: str) -> str:
        if puzzle not in self._seeds:
            return WAITING
        right = self._seeds[puzzle]
        return UNKNOWN if right is None else f"{right} of {SEEDS}"

    def _again(self) -> None:
        self._made = None
        self.set_rows(len(self._lines_at(self._room.width)[0]))
        self.repaint()

    def _lines_at(self, width: int) -> tuple[list[Line], dict[int, list[str]]]:
        if self._made is None or self._made[0] != width:
            self._made = (width, *all_lines(self._shown, self._seeds_of, width))
        return self._made[1], self._made[2]

    def paint(self, width: int, height: int) -> list[Line]:
        """The lines in sight."""
        top = self.scroll_offset.y
        return self._lines_at(width)[0][top : top + height]

    def lacking(self) -> list[str]:
        """The puzzles in sight whose starts are not known yet."""
        if self._room.area == 0:
            return []
        _, where = self._lines_at(self._room.width)
        top = self.scroll_offset.y
        seen = [puzzle for line in range(top, top + self._room.height) for puzzle in where.get(line, [])]
        return [puzzle for puzzle in seen if puzzle not in self._seeds]

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Other puzzles are in sight."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        """There is more room now, or less."""
        self._again()
        self.post_message(self.Moved())
