"""Line by line in a terminal that can do nothing but write lines."""

from __future__ import annotations

import pytest

from tests.terminal.conftest import Start

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(("key", "code"), [("ctrl+c", 130), ("ctrl+d", 0)])
def test_a_dumb_terminal_is_written_line_by_line_and_left_in_order(key: str, code: int, start: Start) -> None:
    terminal = start("play", "leftmost", columns=60, rows=50, TERM="dumb")
    terminal.wait_for("Your guess, from 0 to 1?")
    terminal.type("0.9")
    terminal.press("enter", "enter")
    terminal.wait_for("You both got it: it is 1.")
    terminal.wait_for("An empty line goes on.")
    assert "> 0.9" in terminal.screen()
    assert "Points: you plus 96, neuron plus 100." in terminal.text()
    terminal.press(key)
    assert terminal.wait_for_exit() == code
    assert "Goodbye. Everything you answered is kept." in terminal.text()
    assert terminal.left_behind() == []
