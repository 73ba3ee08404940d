"""Help begins with every key of the screen, its meaning whole, by what it is for."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from textual.binding import Binding

import neuron_tui.tui
from neuron_tui.tui.match.commands import MATCH_COMMANDS
from neuron_tui.tui.shell.game_screen import GameScreen
from neuron_tui.tui.shell.help import DOES_WIDTH, KEY_WIDTH, WAITING
from neuron_tui.tui.shell.shell import Shell
from tests.tui.story import playing, write


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
            assert len(binding.tooltip or binding.description) <= 2 * DOES_WIDTH, binding
            assert len(binding.key_display or binding.key) + len("()") < KEY_WIDTH, binding


async def test_every_key_of_a_match_is_under_a_heading(tmp_path: Path) -> None:
    write(tmp_path, "quick.yaml")
    async with playing(tmp_path, size=(80, 110)) as player:
        await player.train()
        assert player.lines[-1].endswith("? all keys  Esc back ")
        await player.click("? all keys")
        page = player.part("#page")
        headings = ["Guess", "Go on", "Play the training", "Panels", "Try out", "Look inside", "Everywhere"]
        places = [page.index(f" {heading} ") for heading in headings]
        assert places == sorted(places)
        for command in MATCH_COMMANDS:
            assert (command.about or command.title) in page, command.name
        assert "(h)" in page
        assert WAITING in page
