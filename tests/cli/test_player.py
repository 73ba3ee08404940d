"""Who plays: `--player`, before or after the sub-command, and the names that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuron_tui.game.journal.journal import Journal
from tests.cli.conftest import Run
from tests.game.journal.answers import answer


@pytest.fixture
def journal(home: Path) -> Journal:
    """A journal with an answer of Ann's and one of Bob's."""
    journal = Journal(home / "journal.sqlite3")
    journal.keep([answer(), answer("Bob")])
    return journal


def test_the_name_stands_before_or_after_the_command(run: Run, journal: Journal) -> None:
    for arguments in (("--player", "Bob", "scores"), ("scores", "--player", "Bob")):
        ran = run(*arguments)
        assert "Bob" in ran.out
        assert "Ann" not in ran.out
    assert "Bob" in run("--player", "Ann", "scores", "--player", "Bob").out, "the nearer one counts"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("", "must hold a letter", id="empty"),
        pytest.param(" \t", "must hold a letter", id="blank"),
        pytest.param("\x1b\x07", "must hold a letter", id="control characters"),
        pytest.param("x" * 61, "at most 60 characters", id="too long"),
    ],
)
def test_a_name_that_is_none_is_told_in_a_line(run: Run, journal: Journal, name: str, told: str) -> None:
    ran = run("scores", "--player", name)
    assert ran.code == 2
    assert told in ran.err
    assert ran.err.count("\n") == 1


def test_who_plays_by_the_environment_is_nobody_that_a_report_is_about(
    run: Run, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEURON_TUI_PLAYER", "Bob")
    out = run("scores").out
    assert "Ann" in out
    assert "Bob" in out


def test_control_characters_in_a_name_are_left_out(run: Run, journal: Journal) -> None:
    assert "Bob" in run("scores", "--player", "B\x1bob").out
