"""Looking into a training in a real terminal: the timeline, the views, the hand, and out again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from neuron_tui.tui.kit.tape.timescale import Timescale
from tests.terminal.conftest import Start
from tests.terminal.terminal import Terminal
from tests.terminal.test_playing import at_verdict, iteration

pytestmark = pytest.mark.slow


def test_the_program_that_is_copied_says_what_the_game_says(start: Start, tmp_path: Path) -> None:
    game = at_verdict(start())
    game.press("c")
    game.wait_for("for iteration in range(10_000):")
    game.press("ctrl+c")
    game.wait_for("Sent to the clipboard.")
    program = tmp_path / "copied.py"
    program.write_text(game.clipboard, encoding="utf-8")
    ran = subprocess.run([sys.executable, "-I", program], capture_output=True, text=True, check=True)
    assert ran.stdout == "1 0 0 -> 0.99993704\n", "the article's own digits"


def test_the_timeline_is_dragged_and_the_microscope_shows_that_iteration(start: Start) -> None:
    game = at_verdict(start(columns=100, rows=30))
    game.press("p")
    game.wait_for(lambda: iteration(game) == 10_000)
    game.hold(60, 27)
    for column in (50, 40, 30):
        game.move(column, 27)
        wanted = Timescale(10_000).iteration_at(column / 99)
        game.wait_for(lambda wanted=wanted: iteration(game) == wanted)
    game.press("m")
    game.wait_for("Microscope")
    game.wait_for("+ adjustment")
    assert iteration(game) == wanted
    game.press("escape")
    game.wait_for("Guesses")


def test_quitting_with_the_weights_in_hand_leaves_the_terminal_as_it_was(start: Start) -> None:
    game = at_verdict(start())
    game.press("w")
    game.wait_for("let it take over from here")
    game.press("right", "right", "left")
    game.wait_for("turn 3 of 3")
    game.press("ctrl+q")
    assert game.wait_for_exit() == 0
    assert game.left_behind() == []
    assert "Traceback" not in game.text()


def test_a_view_is_there_again_after_the_window_was_too_small(start: Start) -> None:
    game = at_verdict(start())
    for key, covered in (("m", "Guesses"), ("w", "You both got it")):
        game.press(key)
        game.wait_for(lambda covered=covered: covered not in game.text())
        before = settled(game)
        game.resize(50, 20)
        game.wait_for("make the window larger")
        game.resize(120, 40)
        game.wait_for(lambda: " of " in game.text() and "larger" not in game.text())
        game.resize(80, 24)
        game.wait_for(lambda before=before: game.text() == before)
        game.press("escape")
        game.wait_for(covered)


def settled(game: Terminal) -> str:
    """The screen once nothing more comes."""
    while game.listen(0.5):
        pass
    return game.text()
