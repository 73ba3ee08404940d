"""From a copy of the source to the first verdict, as a stranger would do it who has only Python."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal

CHECKOUT = Path(__file__).parents[2]
NOT_IN_A_DOWNLOAD = shutil.ignore_patterns(
    ".git", ".venv", "__pycache__", ".*_cache", "dist", "build", "seen"
)


def source(into: Path) -> Path:
    """A copy of what the repository holds; of all files where there is no repository, as in an sdist."""
    if (CHECKOUT / ".git").exists():
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=CHECKOUT, capture_output=True, check=True)
        for name in listed.stdout.decode().split("\0")[:-1]:
            if (CHECKOUT / name).is_file():
                (into / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(CHECKOUT / name, into / name)
    else:
        shutil.copytree(CHECKOUT, into, ignore=NOT_IN_A_DOWNLOAD)
    return into


@pytest.mark.slow
def test_from_install_to_verdict(tmp_path: Path) -> None:
    copy = source(tmp_path / "neuron-tui")
    install = f"{sys.executable} -m venv .venv && .venv/bin/pip install --quiet . && .venv/bin/neuron-tui"
    home = tmp_path / "home"
    home.mkdir()
    env = {"HOME": str(home), "NEURON_TUI_HOME": str(home), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    with Terminal(["/bin/sh", "-c", install], cwd=copy, env=env) as game:
        game.wait_for("to play.", timeout=300)
        assert "The leftmost column" in game.text()
        game.press("enter")
        game.wait_for("press 0 or 1")
        game.press("1", "enter")
        game.wait_for("of 10,000")
        game.press("end")
        game.wait_for("You both got it")
        game.wait_for("neuron 0.9999")
        game.press("ctrl+q")
        assert game.wait_for_exit() == 0
        assert game.left_behind() == []

    def said(*command: str) -> str:
        """What a command says outside the source, where only the installed wheel can be found."""
        program, *arguments = command
        run = subprocess.run(
            [copy / ".venv/bin" / program, *arguments],
            cwd=home,
            env={"NEURON_TUI_HOME": str(home)},
            capture_output=True,
            text=True,
            check=True,
        )
        return run.stdout

    assert Path(said("python", "-c", "import neuron_tui; print(neuron_tui.__file__)")).is_relative_to(
        copy / ".venv"
    )
    bundled = {file for file in copy.glob("puzzles/*/*.yaml") if file.name != "chapter.yaml"}
    assert len(json.loads(said("neuron-tui", "list", "--json"))) == len(bundled)
    assert said("neuron-tui", "help", "puzzle-files") == (copy / "docs/puzzle-files.md").read_text("utf-8")
    trained = json.loads(said("neuron-tui", "train", "article/leftmost-column", "--json"))
    assert f"{trained['questions'][0]['output']:.8f}" == "0.99993704"
