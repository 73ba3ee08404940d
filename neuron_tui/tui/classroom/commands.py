"""What can be done on the screen of a class, and what its help says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from neuron_tui.game.classroom.words import ABOUT_HEADS
from neuron_tui.tui.kit.command import Command

if TYPE_CHECKING:
    from neuron_tui.tui.classroom.screen import ClassScreen

PAGE = 10
"""Pupils that a page goes on."""
ACROSS, DOWN = Binding.Group("puzzle"), Binding.Group("pupil")


def _filled(screen: ClassScreen) -> bool:
    return screen.view is not None and len(screen.view.room.columns) > 0


CLASS_COMMANDS: tuple[Command[ClassScreen], ...] = (
    Command(
        "pupil before", "up", "pupil", lambda s: s.move(-1, 0), _filled, "the pupil above", "\u2191", DOWN
    ),
    Command("pupil", "down", "pupil", lambda s: s.move(1, 0), _filled, "the pupil below", "\u2193", DOWN),
    Command(
        "puzzle before", "left", "puzzle", lambda s: s.move(0, -1), _filled, "the puzzle before", "\u2190",
        ACROSS,
    ),
    Command(
        "puzzle", "right", "puzzle", lambda s: s.move(0, 1), _filled, "the next puzzle", "\u2192", ACROSS
    ),
    Command(
        "page up", "pageup", "a page up", lambda s: s.move(-PAGE, 0), _filled, shown="PgUp", listed=False
    ),
    Command(
        "page down", "pagedown", "a page down", lambda s: s.move(PAGE, 0), _filled, shown="PgDn", listed=False
    ),
    Command("sort", "enter", "sort", lambda s: s.sort(), _filled, "sort by the next figure", "Enter"),
    Command("save", "s", "save as a page", lambda s: s.save(), _filled, "save as a page for a browser"),
    Command(
        "words", "tab", "words", lambda s: s.turn_to_words(), lambda s: not s.small, "to the words, and back",
        "Tab", listed=False,
    ),
    Command("leave", "escape", "back", lambda s: s.leave(), shown="Esc"),
)  # fmt: skip
CLASS_HELP = f"""
    Everybody in the journal is a pupil, and each puzzle of the chapters that somebody has begun has a column.
    Up and down choose a pupil, left and right a puzzle; what is below tells the two.

    {ABOUT_HEADS}

    "neuron-tui journal import" brings in what pupils answered elsewhere, and "neuron-tui class" prints
    all this as text, as data or as a page.
    """
