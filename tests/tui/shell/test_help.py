"""Help begins with every key of the screen, its meaning whole, by what it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from textual.binding import Binding

import neuron_tui.tui
from neuron_tui.game.arcade.games.catch import CATCH
from neuron_tui.tui.arcade.screen import ArcadeScreen
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


@pytest.mark.parametrize("screen", list(screens()), ids=lambda screen: screen.__name__)
def test_keys_that_do_the_same_have_room_beside_each_other_under_their_own_names(
    screen: type[object],
) -> None:
    together: dict[tuple[str, str], set[str]] = {}
    for command in screen.__dict__.get("GAME_COMMANDS", ()):
        shown = command.shown or command.key
        together.setdefault((command.purpose, command.about or command.title), set()).add(shown)
    for what, shown in together.items():
        assert len(" ".join(shown)) + len("()") <= KEY_WIDTH, what
        for key in shown:
            assert not re.fullmatch(r"[a-z_]{2,}([+,][a-z_]+)*", key), "a name of Textual's"


async def test_all_keys_that_do_the_same_now_are_written(tmp_path: Path) -> None:
    async with playing(tmp_path) as player:
        screen = ArcadeScreen(CATCH, player.app.counting.keeper, lambda: 3)
        player.app.open_from_home(screen)
        await player.until(lambda: player.says("game 1 of 10"))
        await player.press("question_mark")
        assert "1 2 3 a key of the game" in player.part("#page")
        assert "\u2190 \u2192 \u2191 \u2193 the same keys" in player.part("#page")


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
