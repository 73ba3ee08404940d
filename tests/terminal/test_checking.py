"""`neuron-tui check --train` in a terminal, and Ctrl+C while its processes start and while they train."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal

pytestmark = pytest.mark.slow

COMMAND = shlex.quote(str(Path(sys.executable).with_name("neuron-tui")))
STORY = (
    f"trap : INT; (trap : INT; {COMMAND} check --train .; echo code $? >&2) | "
    "(trap '' INT; cat; echo all have ended); read -r _"
)
"""`cat` reads on until nobody is left who could write to it."""
PUZZLE = "title: Or\nexamples: [0 0 -> 0, 0 1 -> 1, 1 0 -> 1]\nquestions: [1 1 -> 1]\nneuron: {neuron}\n"
ENDLESS = "{hidden: 1, iterations: 1000000}"
SHORT = "{iterations: 50000}"


@pytest.mark.parametrize("moment", [r"Training", r"Training .* [1-9]\d?%"], ids=["starting", "training"])
def test_ctrl_c_ends_it_with_all_that_it_has_started_and_without_a_word(moment: str, tmp_path: Path) -> None:
    for number, neuron in enumerate([ENDLESS, *[SHORT] * 20]):
        (tmp_path / f"{number}.yaml").write_text(PUZZLE.format(neuron=neuron))
    with Terminal(["/bin/sh", "-c", STORY], cwd=tmp_path) as terminal:
        terminal.wait_for(lambda: re.search(moment, terminal.text()) is not None)
        terminal.press("ctrl+c")
        terminal.wait_for("all have ended")
        bar, *said = (line for line in terminal.screen() if line)
        assert bar.startswith("Training")
        assert said == ["code 130", "all have ended"]
        assert terminal.left_behind() == []


def test_a_watched_file_is_checked_whenever_it_is_saved(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(PUZZLE.format(neuron=SHORT).replace("[1 1 -> 1]", "[1 2 -> 1]"))
    command = str(Path(sys.executable).with_name("neuron-tui"))
    with Terminal([command, "check", "--watch", "a.yaml"], cwd=tmp_path) as terminal:
        terminal.wait_for("1 puzzle checked: 1 error.")
        assert "`2` is not 0 or 1" in terminal.text()
        saved = tmp_path / "a.yaml.part"
        saved.write_text(PUZZLE.format(neuron=SHORT))
        saved.replace(path)
        terminal.wait_for("1 puzzle checked: no faults.")
        terminal.press("ctrl+c")
        terminal.wait_for_exit()
        assert "Traceback" not in terminal.text()


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_what_is_wrong_has_its_colour_where_colours_are_wanted(
    tmp_path: Path, no_color: str, coloured: bool
) -> None:
    (tmp_path / "a.yaml").write_text(PUZZLE.format(neuron=SHORT).replace("[1 1 -> 1]", "[1 2 -> 1]"))
    command = str(Path(sys.executable).with_name("neuron-tui"))
    with Terminal([command, "check", "a.yaml"], cwd=tmp_path, env={"NO_COLOR": no_color}) as terminal:
        terminal.wait_for("1 puzzle checked: 1 error.")
        row = next(row for row, line in enumerate(terminal.screen()) if "^" in line)
        text, _ = terminal.colours(terminal.screen()[row].index("^"), row)
        assert (text != "default") is coloured
