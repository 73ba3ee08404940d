"""Help: every key of every screen, with its meaning whole."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest
from textual.binding import Binding

import neuron_tui.tui
from neuron_tui.tui.shell.game_screen import GameScreen
from neuron_tui.tui.shell.help import DOES_WIDTH, KEY_WIDTH
from neuron_tui.tui.shell.shell import Shell


def screens() -> Iterator[type[object]]:
    """Every screen of the game, and the app itself."""
    for module in walk_packages(neuron_tui.tui.__path__, "neuron_tui.tui."):
        import_module(module.name)
    waiting: list[type[object]] = [GameScreen]
    while waiting:
        screen = waiting.pop()
        yield screen
        waiting += screen.__subclasses__()
    yield Shell


@pytest.mark.parametrize("screen", list(screens()), ids=lambda screen: screen.__name__)
def test_what_a_key_does_is_told_whole(screen: type[object]) -> None:
    for binding in Binding.make_bindings(screen.__dict__.get("BINDINGS", ())):
        if binding.tooltip or binding.description:
            assert len(binding.tooltip or binding.description) < DOES_WIDTH, binding
            assert len(binding.key_display or binding.key) < KEY_WIDTH, binding
