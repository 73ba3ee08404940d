"""Who wins where in cells: the puzzles in four fields, two beside each other where there is room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from neuron_tui.game.scoreboard.counted_answers import PuzzleVersion
from neuron_tui.game.scoreboard.fields import CONTEXT, FIELDS, TITLES, Field, PuzzleInField
from neuron_tui.tui.kit.cells import Line, fit, wrapped
from neuron_tui.tui.scores.calibration import short
from neuron_tui.tui.scores.titled import titled

BETWEEN = " \u2502 "
PEOPLE_WIDTH, SEEDS_WIDTH = 8, 7
EMPTY = "none so far"
WIDE = 70
"""From this width on two fields stand beside each other."""


@dataclass(frozen=True)
class Shown:
    """A puzzle in its field, what it is called, and whether this is an earlier version of it."""

    place: PuzzleInField
    name: str
    earlier: bool = False


@dataclass(frozen=True)
class Head:
    """Stands over a field: how many puzzles are in it."""

    field: Field
    puzzles: int


Slot = Shown | Head | str
"""What stands on a line of a field; an empty text where nothing does."""


def arranged(shown: Sequence[Shown], width: int) -> list[tuple[Slot, ...]]:
    """What stands on each line, from the left: in one column, or in two where the width allows."""
    fields: list[list[Slot]] = []
    for field in FIELDS:
        inside: list[Slot] = [one for one in shown if one.place.field == field]
        fields.append([Head(field, len(inside)), *(inside or [EMPTY]), ""])
    if width < WIDE:
        return [(slot,) for field in fields for slot in field]
    pairs = [zip_longest(fields[0], fields[1], fillvalue=""), zip_longest(fields[2], fields[3], fillvalue="")]
    return [slots for pair in pairs for slots in pair]


def slots_line(slots: tuple[Slot, ...], seeds_of: Callable[[PuzzleVersion], str], width: int) -> Line:
    """One line of the fields, `width` cells wide."""
    if len(slots) == 1:
        return slot_line(slots[0], seeds_of, width)
    if not any(slots):
        return ()
    each = (width - len(BETWEEN)) // 2
    left, right = (slot_line(slot, seeds_of, each) for slot in slots)
    return (*left, (BETWEEN, "faint"), *right)


def slot_line(slot: Slot, seeds_of: Callable[[PuzzleVersion], str], width: int) -> Line:
    """A puzzle with how many answers of people were right and how many starts of the neuron, or a head."""
    room = max(width - PEOPLE_WIDTH - SEEDS_WIDTH, 1)
    if isinstance(slot, str):
        return ((fit(slot, width), "muted"),)
    if isinstance(slot, Shown):
        you = slot.place.total.you
        return (
            (titled(slot.name, slot.earlier, room), "text"),
            (fit(f"{short(you.right)}/{short(you.sided)}", PEOPLE_WIDTH, "right"), "text"),
            (fit(seeds_of(slot.place.version), SEEDS_WIDTH, "right"), "accent"),
        )
    if not slot.puzzles:
        return ((fit(TITLES[slot.field], width), "text strong"),)
    return (
        (fit(f"{TITLES[slot.field]}: {slot.puzzles:,}", room), "text strong"),
        (fit("people", PEOPLE_WIDTH, "right"), "muted"),
        (fit("neuron", SEEDS_WIDTH, "right"), "muted"),
    )


def meaning_lines(players: int, width: int) -> list[tuple[Slot, ...]]:
    """Perspective answers these are, and what it means to be right; a blank line under it."""
    whose = "" if players < 2 else "Both players. " if players == 2 else f"All {players:,} players. "
    lines = wrapped(f"{whose}Right: in more than half of the answers.", max(width, 1))
    return [*((line,) for line in lines), ("",)]


def context_lines(width: int) -> list[Line]:
    """What is known of people and learning machines in general."""
    return [((line, "muted"),) for line in wrapped(" ".join(CONTEXT), max(width, 1))]
