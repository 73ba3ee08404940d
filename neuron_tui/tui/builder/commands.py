"""What can be done while a puzzle is made, in the order of the key line; and what its help says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from neuron_tui.tui.builder.words import FORMULA
from neuron_tui.tui.kit.command import Command

if TYPE_CHECKING:
    from neuron_tui.tui.builder.screen import BuilderScreen


def _at_table(screen: BuilderScreen) -> bool:
    """Whether letters are commands; else they belong to a field."""
    return screen.at_table


def _on_picture(screen: BuilderScreen) -> bool:
    return screen.at_table and screen.has_pad


def _at_formula(screen: BuilderScreen) -> bool:
    return screen.focused is not None and screen.focused.id == FORMULA


def _in_field(screen: BuilderScreen) -> bool:
    return not screen.at_table


# Tab and Esc have priority: what is typed right after them is meant for where they lead.
BUILDER_COMMANDS: tuple[Command[BuilderScreen], ...] = (
    Command(
        "draw", "tab", "draw", lambda s: s.to_pad(), _on_picture, "draw the row's picture", "Tab",
        priority=True,
    ),
    Command(
        "words", "tab", "words", lambda s: s.to_words(), _at_table, "title, hint, rule, formula", "Tab",
        priority=True,
    ),
    Command("fill", "enter", "fill in rows", lambda s: s.fill(), _at_formula, "fill in rows", "Enter"),
    Command("go on saving", "enter", "save", lambda s: s.save(), lambda s: s.titling, shown="Enter"),
    Command(
        "next", "tab", "next", lambda s: s.to_field(), _in_field, "the next field", "Tab", priority=True
    ),
    Command(
        "below", "enter,down", "next", lambda s: s.to_field(), _in_field, "the field below", "Enter \u2193",
        listed=False,
    ),
    Command(
        "before", "shift+tab", "before", lambda s: s.to_field(back=True), about="the field before",
        shown="Shift+Tab", listed=False, priority=True,
    ),
    Command(
        "above", "up", "before", lambda s: s.to_field(back=True), _in_field, "the field above", "\u2191",
        listed=False,
    ),
    Command("save", "s", "save", lambda s: s.save(), _at_table, "save it as a puzzle"),
    Command(
        "undo", "backspace", "take back", lambda s: s.step(back=True), _at_table, "take a change back",
        "Backsp",
    ),
    Command(
        "redo", "ctrl+y", "do again", lambda s: s.step(back=False), _at_table, "do it again",
        "Ctrl+Y", listed=False,
    ),
    Command("anew", "a", "begin anew", lambda s: s.begin_anew(), _at_table, "another one, from nothing"),
    Command(
        "to table", "escape", "table", lambda s: s.to_table(), _in_field, "back to the table", "Esc",
        priority=True,
    ),
    Command("leave", "escape", "back", lambda s: s.leave(), _at_table, "back; the draft is kept", "Esc"),
)  # fmt: skip
BUILDER_HELP = """
Make a puzzle of your own. Type 0 and 1: they fill a row cell by cell, and then begin the next one.
The rows above the line are seen by everybody, those below it are to be guessed, and you say what is
right there; ? is for a row that nobody can know.

Enter turns a cell. On the names above the table, type another name. Del removes the row of
the cursor, or on a name its input; + adds one. Shift and an arrow key take a row up or down; beyond
the line it becomes a row to guess. A click turns a cell, and dragging paints.

A table that you copied from a spreadsheet, with its names, can be pasted.

The neuron learns your rows at every change: its outputs stand beside them. On the right is what it
came to from ten different starts, and whether the rows are enough to know what is asked.

Rows can be little pictures: type their size, such as 3x3, among the words. Then Tab goes from a row to
its picture, where arrow keys and Enter draw, or the mouse, and Esc to its answer.

Tab goes to the words. An empty line parts paragraphs, and two hints. A formula such as A and not B
fills in the answers, and rows where there are none.

“noisy” lets equal rows have different answers: then Enter on an answer below the line goes through
shares such as 3/4. “names decide” is for rows that several rules fit.

s saves the puzzle among your own. Whatever you do is kept as a draft at once, and n on home goes on
with it. Backspace takes changes back, also that you began anew.
"""
