"""A whole race in a real terminal, by somebody who looks at the figures and remembers."""

from __future__ import annotations

import csv
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from neuron_tui.game.race.schedule import VALUES
from tests.terminal.conftest import Start
from tests.terminal.terminal import Terminal

pytestmark = pytest.mark.slow

NAME = re.compile(" ".join(f"({one}|{other})" for one, other in VALUES))


def figure(game: Terminal) -> str:
    """The name of the figure that is asked for."""
    found = NAME.search(game.text())
    assert found is not None, game.text()
    return found[0]


def judge(game: Terminal, known: dict[str, int]) -> None:
    """Say what is known of this figure, or 0; look at the right answer, and go on."""
    game.wait_for("0 or 1?")
    name = figure(game)
    game.press(str(known.get(name, 0)))
    game.wait_for("It is ")
    told = re.search(r"It is (\d)", game.text())
    assert told is not None
    known[name] = int(told[1])
    game.press("enter")
    game.wait_for(lambda: "0 or 1?" in game.text() or "No mistake from" in game.text())


def exported(home: Path) -> list[dict[str, str]]:
    """The trials as `race --export` writes them."""
    command = Path(sys.executable).with_name("neuron-tui")
    done = subprocess.run(
        [command, "race", "--export", "-"],
        env={"NEURON_TUI_HOME": str(home), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    return list(csv.DictReader(done.stdout.splitlines()))


def test_a_whole_race_from_the_command_to_its_end(start: Start, home: Path) -> None:
    game = start("race", "type-2", "--player", "Ada", "--seed", "1")
    game.wait_for("Enter begins.")
    game.press("enter")
    known: dict[str, int] = {}
    for _ in range(40):  # one round to learn all eight, and four without a fault
        judge(game, known)
    game.wait_for("No mistake from")
    game.wait_for("This was exclusive or.")
    assert sorted(known.values()) == [0] * 4 + [1] * 4
    trials = exported(home)
    assert len(trials) == 40
    assert {trial["player"] for trial in trials} == {"Ada"}
    assert [trial["correct"] for trial in trials[8:]] == ["1"] * 32
    for trial in trials:
        assert known[f"{trial['size']} {trial['colour']} {trial['shape']}"] == int(trial["right"])
    shown = dict(re.findall(r"(you|the neuron) +(\d+) %", game.text()))
    for who, column in (("you", "correct"), ("the neuron", "neuron_correct")):
        wrong = sum(trial[column] == "0" for trial in trials)
        assert int(shown[who]) == round(100 * wrong / 40), "the table says the same as the screen"
    game.press("escape", "ctrl+q")
    assert game.wait_for_exit() == 0
    assert game.left_behind() == []


def test_what_was_told_is_kept_when_the_game_is_killed_and_the_race_goes_on(start: Start, home: Path) -> None:
    game = start("race", "type-4", "--player", "Ada")
    game.wait_for("Enter begins.")
    game.press("enter")
    known: dict[str, int] = {}
    for _ in range(4):
        judge(game, known)
    game.press("1")
    game.wait_for("It is ")
    game.signal(signal.SIGKILL)
    assert game.wait_for_exit() == -signal.SIGKILL
    assert len(exported(home)) == 5
    again = start("race", "type-4", "--player", "Ada")
    again.wait_for("You left this race")
    again.wait_for("figure  6/16")
    again.press("enter")
    judge(again, known)
    assert len(exported(home)) == 6
