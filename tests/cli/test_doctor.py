"""`neuron-tui doctor`: what is well, what is not, and what to do about it."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from neuron_tui.game.journal.journal import Journal
from tests.cli.conftest import Ran, Run, write
from tests.game.journal.answers import answer


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the tests are run in: no multiplexer, no other computer, a locale that is there."""
    for name in ("TMUX", "STY", "SSH_CONNECTION", "NO_COLOR", "COLORTERM", "LC_CTYPE", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "500")


def findings(ran: Ran) -> dict[str, dict[str, Any]]:
    """What was found in each matter; where there are several, the last that is not well."""
    found = sorted(json.loads(ran.out)["found"], key=lambda finding: finding["well"] is False)
    return {finding["about"]: finding for finding in found}


def all_files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_where_nothing_was_begun_all_is_well_and_nothing_is_begun(run: Run, home: Path) -> None:
    ran = run("doctor")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("\nAll is well.\n")
    assert f"{home} (not there yet)" in ran.out
    assert not home.exists()


def test_the_journal_is_counted_and_its_players_are_not_named(run: Run, home: Path) -> None:
    Journal(home / "journal.sqlite3").keep([answer("Waldemar"), answer("Waldemar", question="0 0 0")])
    ran = run("doctor")
    assert ran.code == 0
    assert "journal.sqlite3, version 8, 2 answers" in ran.out
    assert "Waldemar" not in ran.out


def test_answers_that_a_running_game_keeps_beside_the_file_count_and_stay_there(run: Run, home: Path) -> None:
    Journal(home / "journal.sqlite3").keep([answer()])
    with closing(sqlite3.connect(home / "journal.sqlite3")) as game:
        game.execute("DELETE FROM answer")
        game.commit()
        before = all_files(home)
        assert (home / "journal.sqlite3-wal") in before
        assert "version 8, 0 answers" in run("doctor").out
        assert all_files(home) == before


def test_what_is_not_well_is_told_with_what_to_do_and_left_as_it_is(run: Run, home: Path) -> None:
    write(home / "journal.sqlite3", "no database")
    write(home / "settings.json", "[")
    write(home / "draft.json", "{}")
    write(home / "puzzles" / "a.yaml", "title: A\n")
    write(home / "puzzles" / "b.yaml.txt", "title: B\n")
    before = all_files(home)
    ran = run("doctor", "--json")
    assert (ran.code, json.loads(ran.out)["well"]) == (1, False)
    found = findings(ran)
    for about, what, do in (
        ("journal", "is damaged", "sets it aside"),
        ("settings", "can't be read", "remove it"),
        ("draft", "can't be read", "remove it"),
        ("your puzzles", "0 puzzles, 1 file with errors, 1 file passed over", "neuron-tui check"),
    ):
        assert found[about]["well"] is False
        assert what in found[about]["said"]
        assert do in found[about]["do"]
    assert all_files(home) == before


def test_a_journal_cut_short_or_of_another_program_is_found_out(run: Run, home: Path) -> None:
    file = home / "journal.sqlite3"
    Journal(file).keep([answer(question=f"{number:010b}") for number in range(200)])
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2 // 4096 * 4096])
    assert "is damaged" in findings(run("doctor", "--json"))["journal"]["said"]
    file.unlink()
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE recipe (name)")
    assert "another program" in findings(run("doctor", "--json"))["journal"]["said"]


def test_a_journal_that_was_set_aside_is_told_after_its_notice_is_gone(run: Run, home: Path) -> None:
    write(home / "journal.sqlite3", "not a journal")
    assert "damaged" in run("class").err
    assert run("class").err == ""
    ran = run("doctor", "--json")
    (aside,) = home.glob("journal-damaged-*")
    assert ran.code == 0, "nothing is wrong with what is in use"
    found = findings(ran)["damaged journal"]
    assert found["said"] == str(aside)
    assert "import again" in found["do"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_not_well(run: Run, home: Path) -> None:
    home.mkdir()
    home.chmod(0o500)
    assert "may not write" in findings(run("doctor", "--json"))["your files"]["said"]


def test_a_folder_where_a_file_stands_is_not_well(run: Run, home: Path) -> None:
    write(home, "a file")
    assert "is no folder" in findings(run("doctor", "--json"))["your files"]["said"]


def test_what_the_environment_names_and_is_not_there_is_not_well(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEURON_TUI_PUZZLES", "/no/such/folder")
    monkeypatch.setenv("LC_ALL", "xx_YY.UTF-8")
    monkeypatch.setenv("TMUX", "/tmp/tmux")
    ran = run("doctor", "--json")
    found = findings(ran)
    assert ran.code == 1
    assert found["given puzzles"]["said"] == "/no/such/folder is no folder"
    assert "xx_YY.UTF-8" in found["locale"]["said"]
    assert "set-clipboard" in found["tmux"]["do"]
    assert found["colours"]["said"] == "256"
    assert run("doctor").out.endswith("\n2 things are not well.\n")
