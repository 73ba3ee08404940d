"""What a shell is offered while somebody types a command."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from neuron_tui.cli.completion import SHELLS
from neuron_tui.game.journal.journal import Journal
from tests.cli.conftest import Run, assert_mistake, write
from tests.game.journal.answers import answer

Typed = Callable[[str], list[str]]
COMMAND = Path(sys.executable).parent / "neuron-tui"


@pytest.fixture
def offered(run: Run, monkeypatch: pytest.MonkeyPatch) -> Typed:
    """What bash is told after these words, the last of which is still being typed."""

    def offered(line: str) -> list[str]:
        monkeypatch.setenv("_NEURON_TUI_COMPLETE", "bash_complete")
        monkeypatch.setenv("COMP_WORDS", f"neuron-tui {line}")
        monkeypatch.setenv("COMP_CWORD", str(len(line.split(" "))))
        ran = run()
        assert (ran.code, ran.err) == (0, "")
        return ran.out.split()

    return offered


def test_commands_and_their_choices_are_completed(offered: Typed) -> None:
    assert offered("tr") == ["plain,train"]
    assert offered("completion ") == ["plain,bash", "plain,zsh", "plain,fish"]
    assert offered("help puzzle-f") == ["plain,puzzle-files"]
    assert offered("help whe") == ["plain,where"]


@pytest.mark.parametrize("command", ["play", "train", "code", "race", "share"])
def test_puzzles_are_completed_by_their_ids_or_the_last_part_of_it(offered: Typed, command: str) -> None:
    assert "plain,article/leftmost-column" in offered(f"{command} article/")
    assert offered(f"{command} LEFTM") == ["plain,leftmost-column"]
    assert offered(f"{command} ./x") == ["file,./x"]


def test_so_are_those_of_a_folder_that_is_given(offered: Typed) -> None:
    write(Path("mine/zebra.yaml"))
    assert offered("--puzzles mine play zeb") == ["plain,zebra"]
    assert offered("--puzzles nowhere play zeb") == ["file,zeb"]


@pytest.mark.parametrize(
    "words", ["--player ", "scores --player ", "race --player ", "forget ", "journal export x --player "]
)
def test_players_are_completed_from_the_journal(offered: Typed, home: Path, words: str) -> None:
    assert offered(f"{words}a") == []
    Journal(home / "journal.sqlite3").keep([answer(), answer("Bob")])
    assert offered(f"{words}a") == ["plain,Ann"]
    (home / "journal.sqlite3").write_bytes(b"damaged" * 1000)
    assert offered(f"{words}a") == []
    assert [file.name for file in home.iterdir()] == ["journal.sqlite3"], "a look repairs nothing"


def test_other_shells_are_named(run: Run) -> None:
    assert_mistake(run("completion", "tcsh"), *SHELLS, code=2)


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_is_told_whom_to_ask(run: Run, shell: str) -> None:
    script = run("completion", shell).out
    assert f"_NEURON_TUI_COMPLETE={shell}_complete" in script


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_completes_without_loading_numpy(home: Path) -> None:
    typed = "COMP_WORDS=(neuron-tui play leftm) COMP_CWORD=2; _neuron_tui_completion neuron-tui"
    script = f'eval "$(neuron-tui completion bash)"; {typed}; echo "$COMPREPLY"'
    path = f"{COMMAND.parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        ["bash", "--norc", "-c", script],
        capture_output=True,
        text=True,
        env={**os.environ, "PATH": path, "PYTHONPROFILEIMPORTTIME": "1"},
    )
    assert ran.stdout == "leftmost-column\n"
    assert "click" in ran.stderr
    assert "numpy" not in ran.stderr


def test_packs_are_completed_by_their_names(offered: Typed) -> None:
    write(Path("given") / "class-9" / "first" / "lamp.yaml")
    assert offered("--puzzles given --only c") == ["plain,class-9", "plain,course"]
