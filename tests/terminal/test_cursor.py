"""The terminal's cursor stands on what is selected, for whoever uses a magnifier or a screen reader."""

from __future__ import annotations

import pytest

from tests.terminal.conftest import Start
from tests.terminal.terminal import Terminal
from tests.terminal.test_playing import at_home

pytestmark = pytest.mark.slow


def stands_on(game: Terminal, mark: str) -> bool:
    """Whether the cursor is where this stands first on the screen."""
    return mark in game.text() and game.cursor == game.find(mark)


def test_the_cursor_follows_what_moves_from_home_to_the_table_of_a_new_puzzle(start: Start) -> None:
    game = at_home(start())
    for key, title in (("down", "Ask it more"), ("down", "Does it smile?"), ("up", "Ask it more")):
        game.press(key)
        game.wait_for(lambda title=title: stands_on(game, f"▸   {title}"))
    game.press("up", "enter")
    game.wait_for("press 0 or 1")
    game.wait_for(lambda: stands_on(game, "▸"))  # the row to guess
    game.press("1", "left")
    game.wait_for(lambda: "you 0.85" in game.text() and stands_on(game, "▲"))
    game.press("enter", "space")
    game.wait_for("Space play")
    game.press(".")
    game.wait_for(lambda: stands_on(game, "┃"))
    game.press("up")
    game.wait_for(lambda: stands_on(game, "▸"))
    game.press("escape", "escape")
    at_home(game).press("n")
    game.wait_for("Your table")
    game.press("0", "1", "left")
    game.wait_for(lambda: "□" in game.text() and game.cursor == game.find("■"))
    game.press("tab")  # to the title, in whose field the cursor is
    game.type("Mine")
    game.wait_for("Mine")
    game.wait_for(lambda: game.cursor == (game.find("Mine")[0] + 5, game.find("Mine")[1]))  # beyond its block
    assert not game.shows_cursor


def test_the_cursor_is_seen_where_the_player_wants_to(start: Start) -> None:
    assert at_home(start(NEURON_TUI_CURSOR="1")).shows_cursor
