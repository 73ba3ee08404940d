"""Whatever goes wrong is one line that says what to do, and the right exit code."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuron_tui import __version__
from neuron_tui.cli import mistake
from tests.cli.conftest import Run, assert_mistake


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out == f"neuron-tui {__version__}\n"


@pytest.mark.parametrize("command", ["play", "train", "list", "check", "new", "where"])
def test_every_command_explains_itself(run: Run, command: str) -> None:
    assert command in run("--help").out
    ran = run(command, "--help")
    assert ran.code == 0
    assert f"neuron-tui {command}" in ran.out
    assert "--puzzles DIR" in ran.out


@pytest.mark.parametrize(
    ("arguments", "see"),
    [
        (("plya",), "neuron-tui --help"),
        (("--colour",), "neuron-tui --help"),
        (("list", "--jsno"), "neuron-tui list --help"),
        (("list", "extra"), "neuron-tui list --help"),
        (("train",), "neuron-tui train --help"),
        (("new",), "neuron-tui new --help"),
        (("--puzzles",), "neuron-tui --help"),
        (("train", "leftmost", "--seed"), "neuron-tui --help"),
    ],
)
def test_wrong_usage_says_where_to_read_on(run: Run, arguments: tuple[str, ...], see: str) -> None:
    assert_mistake(run(*arguments), see, code=2)


@pytest.mark.parametrize("arguments", [(), ("play",), ("play", "article/leftmost-column")])
def test_without_a_terminal_the_game_names_train(run: Run, arguments: tuple[str, ...]) -> None:
    assert_mistake(run(*arguments), "terminal", "neuron-tui train")


def test_the_folders_in_use_are_shown_one_a_line(run: Run, home: Path) -> None:
    Path("more").mkdir()
    lines = run("where", "--puzzles", "more").out.splitlines()
    assert [line.split("  ")[0] for line in lines] == [
        "your files",
        "given puzzles",
        "your puzzles",
        "bundled puzzles",
        "settings",
        "journal",
    ]
    assert str(home / "puzzles") in lines[2]
    assert "not there yet" in lines[2]


def test_ctrl_c_is_no_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    assert mistake.exit_code_of(interrupted) == 130
    assert "error" not in capsys.readouterr().err


def test_the_unforeseen_is_one_line_and_a_report(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def stumble() -> None:
        raise ZeroDivisionError("by\nzero\x1b[31m")

    assert mistake.exit_code_of(stumble) == 1
    err = capsys.readouterr().err
    assert err.startswith("error: ")
    assert err.count("\n") == 1
    assert "ZeroDivisionError" in err
    assert err.endswith(f"the report is in {home / 'report.txt'}\n")
    assert "\x1b" not in err
    assert "in stumble\n" in (home / "report.txt").read_text()


def test_its_place_is_shown_where_that_is_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble() -> None:
        raise ZeroDivisionError

    monkeypatch.setenv("NEURON_TUI_DEBUG", "1")
    assert mistake.exit_code_of(stumble) == 1
    assert "Traceback" in capsys.readouterr().err
