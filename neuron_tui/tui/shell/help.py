"""Help for the screen one is on: every key, and what is seen there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import zip_longest

from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen

from neuron_tui.tui.kit.cells import fit
from neuron_tui.tui.kit.text_panel import MARK
from neuron_tui.tui.shell.page import PageScreen

KEY_WIDTH, DOES_WIDTH = 10, 25
"""Two such columns have room on the page beside its scrollbar."""


MARKING = (
    "Drag with the mouse to mark text that is said, and Ctrl+C copies it. "
    "With Shift held down, the terminal itself marks whatever is there."
)


def help_page(screen: Screen[object]) -> PageScreen:
    """The page for a screen: the keys that work now, what the screen shows, and the keys of other times."""
    held = screen.focused.BINDINGS if screen.focused else []
    works = {(active.binding.key, active.binding.action) for active in screen.active_bindings.values()}
    now: list[Binding] = []
    later: list[Binding] = []
    for binding in (*held, *screen.BINDINGS, *screen.app.BINDINGS):
        if isinstance(binding, Binding):
            keys = binding.key.split(",")
            (now if any((key, binding.action) in works for key in keys) else later).append(binding)
    pairs = _pairs(now)
    seen = [_paragraph(part) for part in (screen.HELP or "").split("\n\n")]
    others = [pair for pair in _pairs(later) if pair not in pairs]
    at_other_times = [Content("Keys of other moments"), _table(others)] if others else []
    return PageScreen("Help", [_table(pairs), *seen, MARKING, *at_other_times])


def _paragraph(written: str) -> str:
    """A paragraph without its line ends, except before `-` in a list."""
    return "\n".join(" ".join(line.split()) for line in re.split(r"\n(?=- )", written))


def _pairs(bindings: Iterable[Binding]) -> list[tuple[str, str]]:
    """What the keys do, each with how the key is written, without the ones that come twice."""
    pairs = [
        (binding.key_display or binding.key, binding.tooltip or binding.description) for binding in bindings
    ]
    return list(dict.fromkeys(pairs))


def _table(pairs: list[tuple[str, str]]) -> Content:
    """Keys in two columns."""
    keys = [
        Content.assemble((fit(shown, KEY_WIDTH), MARK), fit(does, DOES_WIDTH - 1) + " ")
        for shown, does in pairs
    ]
    half = (len(keys) + 1) // 2
    rows = zip_longest(keys[:half], keys[half:], fillvalue=Content(""))
    return Content("\n").join(Content.assemble(*row) for row in rows)
