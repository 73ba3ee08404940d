"""A fault in the game itself, in a real terminal: one sentence, a report, and nothing lost."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal
from tests.terminal.test_playing import at_home, at_verdict

pytestmark = pytest.mark.slow

BROKEN = """
import sys
from neuron_tui.cli import main
from neuron_tui.tui.home.screen import HomeScreen
from neuron_tui.tui.match.sharing import Sharing

def broken(*_):
    {}["no such [bold]thing"]

async def broken_worker(self):
    broken()

Sharing.card = broken
HomeScreen.find = lambda self: self.run_worker(broken_worker(self), group="broken")
sys.exit(main())
"""


def start(home: Path) -> Terminal:
    """The game, of which two keys are broken."""
    env = {"NEURON_TUI_HOME": str(home), "HOME": str(home)}
    return Terminal([sys.executable, "-c", BROKEN], columns=100, rows=24, env=env)


def assert_crashed(game: Terminal, home: Path) -> None:
    assert game.wait_for_exit() == 1
    assert game.left_behind() == []
    report = home / "report.txt"
    said = (
        "error: something went wrong in the game itself (KeyError: 'no such [bold]thing'); the report is in"
    )
    assert " ".join(game.text().split()).replace("/ ", "/").startswith(f"{said} ")
    assert report.name in game.text()
    assert "Traceback" not in game.text()
    written = report.read_text()
    assert written.startswith("neuron-tui ")
    assert written.endswith("KeyError: 'no such [bold]thing'\n")
    assert "in broken\n" in written


def test_a_fault_in_a_key_loses_nothing_that_was_answered(home: Path) -> None:
    with start(home) as game:
        at_verdict(game).press("s")
        assert_crashed(game, home)
    scores = [str(Path(sys.executable).with_name("neuron-tui")), "scores", "--json"]
    told = subprocess.run(scores, env={"NEURON_TUI_HOME": str(home)}, capture_output=True, check=True)
    assert json.loads(told.stdout)["questions"] == 1


def test_a_fault_in_a_worker_is_told_the_same_way(home: Path) -> None:
    with start(home) as game:
        at_home(game).press("/")
        assert_crashed(game, home)


def test_a_report_that_cannot_be_written_is_not_promised(home: Path) -> None:
    (home / "report.txt").mkdir()
    with start(home) as game:
        at_home(game).press("/")
        assert game.wait_for_exit() == 1
        assert "NEURON_TUI_DEBUG=1 shows where" in " ".join(game.text().split())
