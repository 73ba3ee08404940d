"""A maker in a real terminal: from a table on paper to a puzzle that is played, with a crash in between."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.test_playing import at_home

pytestmark = pytest.mark.slow


def test_a_table_on_paper_becomes_a_puzzle_although_the_game_is_killed(start: Start, home: Path) -> None:
    with start() as game:
        at_home(game).press("n")
        game.wait_for("Type the rows of your table")
        game.type("0010" + "1111" + "1011")
        game.wait_for(lambda: "to learn from" in game.screen()[6])
        game.signal(signal.SIGKILL)
        game.wait_for_exit()
    with start() as game:
        at_home(game).press("n")
        game.wait_for("as you left it")
        assert "3 ■     □     ■     1" in game.screen()[5]
        game.click_on("+ a row to learn from")
        game.type("0110")
        game.press("down")
        game.type("1001")
        game.wait_for("Fair: the shortest rule that")
        game.press("s")
        game.wait_for("Esc table")  # the field of the title has the keys now
        game.type("The radio")
        game.wait_for("The radio")
        game.press("enter")
        game.wait_for("the-radio.yaml")
        game.press("enter")
        game.wait_for(lambda: "▸   The radio" in game.text())
        game.press("enter")
        game.wait_for("press 0 or 1")
        assert game.screen()[0].startswith(" The radio")
    assert (home / "puzzles" / "the-radio.yaml").is_file()
