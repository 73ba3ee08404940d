"""The command line run in this process, away from the player's own files."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from neuron_tui.cli import main

ARTICLE = """\
title: {title}
inputs: [left, middle, right]
examples: [0 0 1 -> 0, 1 1 1 -> 1, 1 0 1 -> 1, 0 1 1 -> 0]
questions: [1 0 0 -> 1]
"""


@dataclass(frozen=True)
class Ran:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A player's home of its own, and a working folder beside it."""
    for name in list(os.environ):
        if name.startswith("NEURON_TUI"):
            monkeypatch.delenv(name)
    monkeypatch.delenv("ACCESSIBLE", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("NEURON_TUI_HOME", str(tmp_path / "home"))
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return tmp_path / "home"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command as `neuron-tui` with these arguments would."""

    def run(*arguments: object) -> Ran:
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run


def write(path: Path, text: str = ARTICLE, title: str = "A puzzle") -> Path:
    """Write a puzzle file, and the folders it stands in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace("{title}", title), encoding="utf-8")
    return path


def assert_mistake(ran: Ran, *words: str, code: int = 1) -> None:
    """One line on standard error that begins `error:` and holds these words; nothing on standard output."""
    assert ran.code == code
    assert ran.out == ""
    assert ran.err.startswith("error: ")
    assert ran.err.endswith("\n")
    assert ran.err.count("\n") == 1
    for word in words:
        assert word in ran.err
