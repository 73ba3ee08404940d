"""Help for the screen one is on: what is seen, and every key."""

from __future__ import annotations

from textual.binding import Binding
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen

from neuron_tui.screens.page import PageScreen
from neuron_tui.widgets.cells import fit
from neuron_tui.widgets.words import Paragraph

KEY_WIDTH = 9


def help_page(screen: Screen[object]) -> PageScreen:
    """The page for a screen: what it shows, then its keys and the ones that work everywhere."""
    said: list[Paragraph] = [" ".join(part.split()) for part in (screen.HELP or "").split("\n\n")]
    said.append(Content("\n").join([*_keys(screen), *_keys(screen.app)]))
    return PageScreen("Help", said)


def _keys(node: DOMNode) -> list[Content]:
    """A line for each thing that the keys of a screen or of the app can do."""
    lines: dict[str, list[str]] = {}
    for _, binding in node._bindings:
        if binding.description and not binding.system:
            keys = lines.setdefault(binding.tooltip or binding.description, [])
            keys.append(_name(binding))
    return [
        Content.assemble((fit(" ".join(dict.fromkeys(keys)), KEY_WIDTH), "bold $mark"), what)
        for what, keys in lines.items()
    ]


def _name(binding: Binding) -> str:
    """A key as it is written on a keyboard."""
    names = {"question_mark": "?", "f1": "F1", "f2": "F2", "f5": "F5", "ctrl+q": "Ctrl+Q", "ctrl+p": "Ctrl+P"}
    return binding.key_display or names.get(binding.key, binding.key)
