"""Which panels of the scoreboard are seen together, by the room there is."""

from __future__ import annotations

from dataclasses import dataclass

from textual.geometry import Size

WIDE, TALL, ROOMY, TALL_ENOUGH = 144, 44, 40, 30


@dataclass(frozen=True)
class View:
    """Panels that are seen together, by their ids, and what they are called together."""

    name: str
    panels: tuple[str, ...]


_WORDS = View("In words", ("words", "calibration"))
_COURSE = View("Points over time", ("course",))
_TABLE = View("Table", ("ranking",))
_FIELDS = View("Who wins where", ("fields",))


def views(size: Size) -> tuple[View, ...]:
    """The views that a terminal of this size has; together they show every panel."""
    if size.width >= WIDE and size.height >= TALL:
        return (View("All", ("words", "calibration", "course", "ranking", "fields")),)
    if size.height >= ROOMY:
        return (
            View("In words", ("words", "calibration", "course")),
            View("Table and who wins where", ("ranking", "fields")),
        )
    if size.height >= TALL_ENOUGH:
        return View("In words", ("words", "calibration", "course")), _TABLE, _FIELDS
    return _WORDS, _COURSE, _TABLE, _FIELDS


NOTHING = (View("Scores", ("words",)),)
"""While there is nothing to show but words."""
