"""The real command in a process of its own."""

from __future__ import annotations

import contextlib
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from neuron_tui import __version__

pytestmark = pytest.mark.slow

COMMAND = [str(Path(sys.executable).parent / "neuron-tui")]
MODULE = [sys.executable, "-m", "neuron_tui"]


def ran(command: list[str], *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*command, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        env={**os.environ, **environment},
        timeout=60,
    )


@pytest.mark.parametrize("command", [COMMAND, MODULE], ids=["neuron-tui", "python -m neuron_tui"])
def test_both_ways_to_start_it_are_the_same(command: list[str]) -> None:
    assert ran(command, "--version").stdout == f"neuron-tui {__version__}\n"
    wrong = ran(command, "trian")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr.startswith("error: ")
    assert "neuron-tui --help" in wrong.stderr


def test_without_a_terminal_the_game_names_train() -> None:
    done = ran(COMMAND)
    assert done.returncode == 1
    assert done.stderr.startswith("error: ")
    assert "neuron-tui train" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_leaves_early_is_no_mistake() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [*COMMAND, "list"], stdout=writing, stderr=subprocess.PIPE, text=True, timeout=60
        )
    finally:
        os.close(writing)
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_line_too() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*COMMAND, "list"], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
    assert done.returncode == 1
    assert done.stderr.startswith("error: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="closes streams the way a Unix shell does")
@pytest.mark.parametrize(("closed", "code"), [("list >&-", 0), (">&-", 1), ("<&-", 1), ("trian 2>&-", 2)])
def test_closed_streams_are_borne(closed: str, code: int) -> None:
    done = ran(["sh", "-c", f"{shlex.quote(COMMAND[0])} {closed}"])
    assert done.returncode == code
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_in_a_terminal_a_mistake_is_told_before_the_game_takes_the_screen(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("title: x\n")
    for puzzle, words in (("never-heard-of", "neuron-tui list"), (str(broken), "broken.yaml:1:1: ")):
        shown, code = pexpect.run(
            shlex.join([*COMMAND, "play", puzzle]), withexitstatus=True, encoding="utf-8", timeout=60
        )
        assert code == 1
        assert shown.startswith("error: ")
        assert words in shown
        assert "\x1b" not in shown


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_sheets_never_fill_a_terminal_with_html() -> None:
    command = shlex.join([*COMMAND, "print", "leftmost"])
    shown, code = pexpect.run(command, withexitstatus=True, encoding="utf-8", timeout=60)
    assert (code, shown.count("\n")) == (1, 1)
    assert "--output sheets.html" in shown


def test_what_a_terminals_encoding_cannot_show_becomes_question_marks_as_wide(tmp_path: Path) -> None:
    puzzle = "title: 赤\nexamples: [0 -> 1]\nquestions: [1 -> 0]\n"
    (tmp_path / "a.yaml").write_text(puzzle, encoding="utf-8")
    done = ran(COMMAND, "train", str(tmp_path / "a.yaml"), PYTHONIOENCODING="latin-1")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("?? (a)\n")


def test_ctrl_c_ends_a_training_quietly() -> None:
    """Standard error is a terminal here, so that the bar tells when the training has begun."""
    pty = pytest.importorskip("pty")
    terminal, theirs = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, "check", "--bundled", "--train"], stdout=subprocess.PIPE, stderr=theirs
    ) as proving:
        os.close(theirs)
        shown = b""
        while b"Training" not in shown:
            shown += os.read(terminal, 1024)
        proving.send_signal(signal.SIGINT)
        assert proving.stdout is not None
        assert proving.stdout.read() == b""
        assert proving.wait(timeout=60) == 130
    with contextlib.suppress(OSError):  # Linux says so when the other end of a terminal is closed
        while more := os.read(terminal, 1024):
            shown += more
    os.close(terminal)
    assert b"Traceback" not in shown
    assert b"error" not in shown


QUICK = "import sys, neuron_tui.cli; neuron_tui.cli.main({arguments!r}); print('\\n'.join(sys.modules))"


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(argument: str) -> None:
    done = ran([sys.executable, "-c", QUICK.format(arguments=[argument])])
    loaded = {name.partition(".")[0] for name in done.stdout.splitlines()}
    assert "click" in loaded
    assert loaded.isdisjoint({"numpy", "textual", "rich", "yaml", "platformdirs"})


def test_training_never_loads_the_screen() -> None:
    done = ran([sys.executable, "-c", QUICK.format(arguments=["train", "article/leftmost-column"])])
    loaded = {name.partition(".")[0] for name in done.stdout.splitlines()}
    assert "numpy" in loaded
    assert "textual" not in loaded
