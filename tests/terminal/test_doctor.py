"""`neuron-tui doctor` measures the terminal that it is asked in."""

from __future__ import annotations

import pytest

from tests.terminal.conftest import Start


@pytest.mark.slow
def test_a_narrow_terminal_without_a_name_is_not_well(start: Start) -> None:
    terminal = start("doctor", columns=50, rows=90, TERM="")
    terminal.wait_for("not well.")
    said = " ".join(" ".join(terminal.screen()).split())
    assert "NOT WELL terminal has no name" in said
    assert "NOT WELL size 50 x 90 cells Make the window at least" in said
