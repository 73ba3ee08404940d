"""Help for the screen one is on: every key, and what is seen there."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen

from neuron_tui.screens.page import PageScreen
from neuron_tui.widgets.cells import fit

KEY_WIDTH, DOES_WIDTH = 8, 24


def help_page(screen: Screen[object]) -> PageScreen:
    """The page for a screen: its keys and the ones that work everywhere, then what it shows."""
    held = screen.focused.BINDINGS if screen.focused else []
    keys = [_key(*pair) for pair in _pairs([*held, *screen.BINDINGS, *screen.app.BINDINGS])]
    half = (len(keys) + 1) // 2
    rows = zip_longest(keys[:half], keys[half:], fillvalue=Content(""))
    table = Content("\n").join(Content.assemble(*row) for row in rows)
    seen = [" ".join(part.split()) for part in (screen.HELP or "").split("\n\n")]
    return PageScreen("Help", [table, *seen])


def _pairs(bindings: Iterable[BindingType]) -> list[tuple[str, str]]:
    """What the keys do, each with how the key is written, without the ones that come twice."""
    pairs = [
        (binding.key_display or binding.key, binding.tooltip or binding.description)
        for binding in bindings
        if isinstance(binding, Binding)
    ]
    return list(dict.fromkeys(pairs))


def _key(shown: str, does: str) -> Content:
    return Content.assemble((fit(shown, KEY_WIDTH), "bold $mark"), fit(does, DOES_WIDTH - 1) + " ")
