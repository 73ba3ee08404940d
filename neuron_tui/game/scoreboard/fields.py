"""Who wins where: puzzles in four fields, by what was observed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from neuron_tui.game.scoreboard.head_to_head import HeadToHead, Side
from neuron_tui.game.scoreboard.ranking import ScoreRow

Field = Literal["both", "people", "neuron", "neither"]
TITLES: dict[Field, str] = {
    "both": "Both right",
    "people": "Only people",
    "neuron": "Only the neuron",
    "neither": "Neither",
}

CONTEXT = (
    "In a study of 2020, 44 people and three learning programs saw the same examples of four patterns: the "
    "people did about as well on each of them and stopped improving after 20 examples. "
    "The programs needed more examples, caught up on two of the patterns, and stayed behind on the two where "
    "inputs have to be combined (Kühl and others 2020, arXiv 2012.03661)."
)
"""What is known of people and learning machines in general."""


def _mostly_right(side: Side) -> bool:
    """Whether more than half of the answers were on the right side."""
    return 2 * side.right > side.sided


def field_of(total: HeadToHead) -> Field:
    """The field of a puzzle. People, and the neuron, are right where more than half of their answers are."""
    people, neuron = _mostly_right(total.you), _mostly_right(total.neuron)
    if people:
        return "both" if neuron else "people"
    return "neuron" if neuron else "neither"


def in_fields(rows: Iterable[ScoreRow]) -> dict[Field, list[ScoreRow]]:
    """The puzzles of each field, the most answered first.

    A puzzle whose right answers are all a half has no right side, and is left out.
    """
    fields: dict[Field, list[ScoreRow]] = {field: [] for field in TITLES}
    for row in sorted(rows, key=lambda row: (-row.total.count, row.id, row.content)):
        if row.total.you.sided:
            fields[field_of(row.total)].append(row)
    return fields
