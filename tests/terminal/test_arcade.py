"""A game that nobody explains, in a real terminal: from the command to the journal, and home again."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.conftest import Start

pytestmark = pytest.mark.slow


def rounds(home: Path) -> list[dict[str, object]]:
    """The rounds as `journal export` writes them."""
    command = Path(sys.executable).with_name("neuron-tui")
    done = subprocess.run(
        [command, "journal", "export", "-"],
        env={"NEURON_TUI_HOME": str(home), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return [line for line in lines if line.get("kind") == "round"]


def test_a_game_is_played_from_home_and_has_a_name_afterwards(start: Start, home: Path) -> None:
    game = start("arcade", NEURON_TUI_PLAYER="Ada")
    game.wait_for("You play ten games.")
    assert "Catch" not in game.text()
    game.press("enter")
    game.wait_for("game 1 of 10")
    assert "Catch" not in game.text()
    game.press(*"1111111")
    game.wait_for("over: ")
    game.press("end")
    game.wait_for("After how many games")
    game.press("enter", "end")
    game.wait_for("You said after 300 games")
    game.press("escape")
    game.wait_for("\u2022 Catch")
    game.press("ctrl+q")
    assert game.wait_for_exit() == 0
    [kept] = rounds(home)
    assert (kept["player"], kept["game"], kept["look"], kept["games"]) == ("Ada", "catch", "masked", 1)
    assert kept["points"] in (1, -1)
    assert kept["guess"] == 300
    assert kept["passed"] is not None


def test_a_panel_that_moves_leaves_nothing_where_it_was(start: Start) -> None:
    """Only a terminal can tell: Textual itself may think that it has painted the old place over."""
    game = start("arcade", "catch", columns=100, rows=30)
    game.wait_for("game 1 of 10")
    game.press(*"1111111")
    game.wait_for("over: ")
    game.press("end")
    game.wait_for("After how many games")
    game.press("enter", "end")
    game.wait_for("You said after 300 games")
    game.press("enter")
    game.wait_for("or arrows")
    game.press(*"1111111")
    game.wait_for("over: ")
    assert game.text().count("Points a game") == 1
