"""What is kept, shared and shown of a game, in a real terminal: also of one that was killed."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from neuron_tui.game.journal.journal import Journal
from tests.game.journal.answers import answer
from tests.terminal.conftest import Start
from tests.terminal.test_playing import at_home, at_verdict, in_training

pytestmark = pytest.mark.slow


def command(home: Path, *arguments: str) -> str:
    """What a command prints."""
    done = subprocess.run(
        [str(Path(sys.executable).with_name("neuron-tui")), *arguments],
        env=os.environ | {"NEURON_TUI_HOME": str(home)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_a_verdict_that_was_seen_is_kept_when_the_game_is_killed(start: Start, home: Path) -> None:
    at_verdict(start("--player", "Ann")).signal(signal.SIGKILL)
    (ann,) = json.loads(command(home, "scores", "--json"))["players"]
    assert (ann["player"], ann["questions"], ann["counted"]) == ("Ann", 1, 1)
    assert ann["points"] == pytest.approx(96)  # 100 * (1 - 4 * 0.1^2)
    assert ann["neuron"]["points"] == pytest.approx(100, abs=0.01)
    game = at_home(start("--player", "Ann"))
    game.wait_for("Ann and one neuron")
    game.wait_for("points  you 96  neuron 100")
    game.wait_for("✓ The leftmost column")


def test_what_both_have_answered_is_kept_before_the_end_is_seen(start: Start, home: Path) -> None:
    game = in_training(start())
    game.press("space")
    game.wait_for(lambda: json.loads(command(home, "scores", "--json"))["questions"] == 1)
    assert "the answer is 1" not in game.text()
    game.signal(signal.SIGKILL)
    assert json.loads(command(home, "scores", "--json"))["questions"] == 1


def test_a_result_card_is_sent_to_the_clipboard_and_printed_after_the_game(start: Start) -> None:
    game = at_verdict(start())
    game.press("s")
    game.wait_for("Sent to the clipboard: your result card.")
    assert "I scored +96 and the neuron +100" in game.clipboard
    assert game.clipboard.startswith("neuron-tui: The leftmost column\narticle/leftmost-column, 4 examples\n")
    game.press("ctrl+q")
    game.wait_for_exit()
    for line in filter(None, game.clipboard.splitlines()):
        assert line in game.text()


@pytest.fixture
def other_program(home: Path) -> Iterator[sqlite3.Connection]:
    """A program that can keep the journal locked for as long as it likes."""
    path = home / "journal.sqlite3"
    Journal(path).keep([answer("Bob")])
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        yield connection


def test_while_the_journal_stays_locked_the_game_plays_on(
    start: Start, other_program: sqlite3.Connection
) -> None:
    other_program.execute("BEGIN EXCLUSIVE")
    game = start()
    game.wait_for("Your answers can't be kept: another program holds")
    game = at_verdict(game)
    game.press("ctrl+q")
    assert game.wait_for_exit() == 0
    assert "Your answers can't be kept: another program holds" in game.text()
    assert game.left_behind() == []


def test_ctrl_c_ends_a_game_that_waits_for_the_journal_as_it_leaves(
    start: Start, other_program: sqlite3.Connection
) -> None:
    game = at_home(start())
    game.press("enter")
    game.wait_for("press 0 or 1")
    other_program.execute("BEGIN EXCLUSIVE")
    game.press("1", "enter", "ctrl+q")
    game.wait_for(lambda: not game.left_behind())
    game.press("ctrl+c")
    assert game.wait_for_exit() in (-signal.SIGINT, 0)  # the latter if it was quicker
    assert "Traceback" not in game.text()


def test_two_games_at_once_keep_what_each_of_two_players_answered(start: Start, home: Path) -> None:
    first, second = in_training(start("--player", "Ann")), in_training(start("--player", "Bob"))
    for game in (first, second):
        game.press("end")
    for game in (first, second):
        game.wait_for("You both got it")
    found = json.loads(command(home, "scores", "--json"))
    assert [(player["player"], player["counted"]) for player in found["players"]] == [("Ann", 1), ("Bob", 1)]
    assert found["questions"] == 2
    assert "Bob" not in command(home, "scores", "--player", "Ann")
