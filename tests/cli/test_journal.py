"""`neuron-tui journal` and `neuron-tui forget`: the journal in the player's own hands."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from neuron_tui.cli.serve.visitors import folder_of
from neuron_tui.folders import settings_file
from neuron_tui.game.journal.journal import Journal
from tests.cli.conftest import Run, assert_mistake, write
from tests.game.journal.answers import answer, race
from tests.game.journal.test_rounds import a_round


@pytest.fixture
def journal(home: Path) -> Journal:
    """A journal with two answers of Ann's and one answer and a race of Bob's."""
    journal = Journal(home / "journal.sqlite3")
    journal.keep([answer(), answer(question="0 0 0"), answer("Bob"), race("Bob")])
    return journal


class Person(io.StringIO):
    """Standard input with a person at it."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("command", [("journal",), ("journal", "copy"), ("journal", "import"), ("forget",)])
def test_every_command_explains_itself(run: Run, command: tuple[str, ...]) -> None:
    assert command[0] in run("--help").out
    ran = run(*command, "--help")
    assert ran.code == 0
    assert f"neuron-tui {' '.join(command)}" in ran.out


def test_standard_input_and_output_serve_as_files(
    run: Run, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = run("journal", "export", "-").out
    monkeypatch.setenv("NEURON_TUI_HOME", str(tmp_path / "elsewhere"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    assert run("journal", "import", "-").out == "3 answers, 1 race new.\n"
    assert Journal(tmp_path / "elsewhere" / "journal.sqlite3").answers() == journal.answers()


def test_where_shows_the_journals_file(run: Run, home: Path) -> None:
    assert run("where").out.splitlines()[-1].split() == [
        "journal",
        str(home / "journal.sqlite3"),
        *["(not", "there", "yet)"],
    ]
    Journal(home / "journal.sqlite3").keep([answer()])
    assert run("where").out.splitlines()[-1].endswith("journal.sqlite3")


def test_where_shows_the_file_of_the_settings(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert f"settings         {home / 'settings.json'} (not there yet)" in run("where").out
    monkeypatch.delenv("NEURON_TUI_HOME")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "configuration"))
    assert settings_file().is_relative_to(home)
    assert settings_file().name == "settings.json"


def test_a_folder_where_the_journal_should_be_is_told(run: Run, home: Path) -> None:
    (home / "journal.sqlite3").mkdir(parents=True)
    assert run("where").out.endswith("(a folder stands there; move it away)\n")
    assert_mistake(run("journal", "copy", "copy"), "is a folder; move it away")


def test_a_copy_is_whole_and_never_written_over_a_file(run: Run, journal: Journal) -> None:
    assert run("journal", "copy", "copy.sqlite3").out == "copy.sqlite3\n"
    assert Journal(Path("copy.sqlite3")).answers() == journal.answers()
    before = Path("copy.sqlite3").read_bytes()
    assert_mistake(run("journal", "copy", "copy.sqlite3"), "is there already; choose another name")
    assert_mistake(run("journal", "copy", journal.path), "is there already")
    assert_mistake(run("journal", "copy", "nowhere/copy"), "there is no such folder")
    assert Path("copy.sqlite3").read_bytes() == before


def test_with_no_journal_there_is_nothing_to_copy_export_or_forget(run: Run, home: Path) -> None:
    assert_mistake(run("journal", "copy", "copy"), "there is nothing in")
    assert_mistake(run("journal", "export", "lines"), "there is nothing in")
    assert_mistake(run("journal", "export", "lines", "--player", "Ann"), "the journal is empty")
    assert_mistake(run("forget", "Ann", "--yes"), "the journal is empty")
    assert list(Path().iterdir()) == []
    assert not home.exists()


def test_a_journal_moves_to_another_computer(
    run: Run, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("journal", "export", "all.jsonl").out == "4 lines in all.jsonl\n"
    assert run("journal", "export", "ann.jsonl", "--player", "Ann").out == "2 lines in ann.jsonl\n"
    monkeypatch.setenv("NEURON_TUI_HOME", str(tmp_path / "elsewhere"))
    assert run("journal", "import", "ann.jsonl").out == "2 answers new.\n"
    assert run("journal", "import", "all.jsonl").out == "1 answer, 1 race new; 2 lines known already.\n"
    assert run("journal", "import", "all.jsonl").out == "0 answers new; 4 lines known already.\n"
    assert Journal(tmp_path / "elsewhere" / "journal.sqlite3").answers() == journal.answers()


def test_two_people_of_one_name_are_told_apart_at_the_import(
    run: Run, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("journal", "export", "ann.jsonl", "--player", "ann")
    monkeypatch.setenv("NEURON_TUI_HOME", str(tmp_path / "elsewhere"))
    there = Journal(tmp_path / "elsewhere" / "journal.sqlite3")
    there.keep([answer("Ann", question="1 1 1")])
    assert_mistake(
        run("journal", "import", "ann.jsonl"),
        "nothing was imported: `Ann` is in the journal already, with other answers; "
        "add --merge if this is the same person, or --player NAME to give another name",
    )
    assert run("journal", "import", "ann.jsonl", "--player", "Ann B").out == "2 answers new.\n"
    assert there.answered() == {"Ann": 1, "Ann B": 2}


def test_an_export_is_never_written_over_a_file(run: Run, journal: Journal) -> None:
    Path("lines").write_text("mine")
    assert_mistake(run("journal", "export", "lines"), "lines is there already; choose another name")
    assert Path("lines").read_text() == "mine"
    assert_mistake(run("journal", "export", "other", "--player", "Carl"), "`Carl`", "`Ann`, `Bob`")
    assert not Path("other").exists()


def test_a_broken_file_is_told_with_its_line(run: Run, journal: Journal) -> None:
    run("journal", "export", "lines")
    with Path("lines").open("a") as lines:
        lines.write('{"kind": "answer"}\n')
    assert_mistake(run("journal", "import", "lines"), "nothing was imported: line 6: `id` is missing")
    assert_mistake(run("journal", "import", "nowhere"), "nowhere")
    assert journal.answered() == {"Ann": 2, "Bob": 1}


def test_a_damaged_journal_is_told_and_the_fresh_one_used(run: Run, journal: Journal) -> None:
    run("journal", "export", "lines")
    journal.path.write_text("Dear diary,")
    ran = run("journal", "import", "lines")
    assert (ran.code, ran.out) == (0, "3 answers, 1 race new.\n")
    assert ran.err.count("\n") == 1
    assert "journal-damaged-" in ran.err
    journal.path.write_text("Dear diary,")
    assert_mistake(run("journal", "copy", "copy"), "journal-damaged-", "there is nothing in")


def test_forgetting_asks_first(run: Run, journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Person("n\n"))
    asked = run("forget", "Bob")
    assert asked.code == 0
    assert "Forget 1 answer and 1 race of Bob for good?" in asked.out
    assert asked.out.endswith("Nothing was forgotten.\n")
    assert journal.players() == ("Ann", "Bob")
    monkeypatch.setattr(sys, "stdin", Person("y\n"))
    assert run("forget", "Bob").out.endswith("1 answer and 1 race of Bob are forgotten.\n")
    assert journal.players() == ("Ann",)
    assert run("forget", "Ann", "--yes").out == "2 answers and 0 races of Ann are forgotten.\n"
    assert journal.players() == ()


def test_all_that_is_forgotten_is_named(run: Run, journal: Journal) -> None:
    journal.keep([a_round("Cleo"), a_round("Cleo")])
    for visitor in ("cleo", "Ann"):
        write(folder_of(visitor) / "puzzles" / "made-in-a-browser.yaml")
    assert run("forget", "Cleo", "--yes").out == "0 answers, 0 races and 2 rounds of Cleo are forgotten.\n"
    assert journal.rounds() == ()
    assert [folder_of(visitor).exists() for visitor in ("Cleo", "Ann")] == [False, True]


def test_where_nobody_can_be_asked_nothing_is_forgotten(
    run: Run, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    assert_mistake(run("forget", "Ann"), "--yes")
    assert journal.players() == ("Ann", "Bob")


def test_an_unknown_player_is_told_who_there_is(run: Run, journal: Journal) -> None:
    assert_mistake(run("forget", "anna", "--yes"), "`anna` is nobody", "`Ann`, `Bob`")
    journal.keep([answer(f"player {number:02}") for number in range(20)])
    assert_mistake(run("forget", "Carl", "--yes"), "`Ann`, `Bob`, `player 00`", "and 10 more")


def test_names_are_shown_without_what_could_mislead(run: Run, journal: Journal) -> None:
    journal.keep([answer("Eve\x1b[31m\n")])
    assert_mistake(run("forget", "x", "--yes"), "`Ann`, `Bob`, `Eve[31m`")
    assert run("forget", "Eve\x1b[31m\n", "--yes").out == "1 answer and 0 races of Eve[31m are forgotten.\n"


def test_journal_alone_says_what_it_can_do(run: Run) -> None:
    ran = run("journal")
    assert (ran.code, ran.err) == (0, "")
    assert {"copy", "export", "import"} <= set(ran.out.split())


def test_a_copy_is_no_text_for_standard_output(run: Run, journal: Journal) -> None:
    assert_mistake(run("journal", "copy", "-"), "name a file")
    assert not Path("-").exists()


def test_a_player_whose_name_can_not_be_seen_is_not_imported(run: Run, journal: Journal) -> None:
    text = run("journal", "export", "-", "--player", "Ann").out.replace('"Ann"', '" "')
    Path("blank.jsonl").write_text(text, encoding="utf-8")
    assert_mistake(run("journal", "import", "blank.jsonl"), "`player` must be a text")
    assert journal.players() == ("Ann", "Bob")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that can't be read")
def test_a_file_that_cannot_be_read_is_told_and_the_journal_not_blamed(run: Run, journal: Journal) -> None:
    assert_mistake(run("journal", "import", "/proc/self/mem"), "/proc/self/mem can't be read (input/output")
    assert_mistake(run("journal", "import", "."), ". can't be read (is a directory)")
    assert journal.answered() == {"Ann": 2, "Bob": 1}
