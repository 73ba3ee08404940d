"""`neuron-tui journal` for whoever gathers the answers of a class: many files, other names, made-up ones."""

from __future__ import annotations

import io
import json
import sqlite3
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from neuron_tui.game.journal.journal import Journal
from tests.cli.conftest import Run, assert_mistake
from tests.cli.test_journal import Person
from tests.game.journal.answers import answer, race
from tests.game.journal.test_rounds import a_round


@pytest.fixture
def journal(home: Path) -> Journal:
    """The teacher's journal, with an answer of their own."""
    journal = Journal(home / "journal.sqlite3")
    journal.keep([answer("Ms Gray")])
    return journal


def handed_in(run: Run, monkeypatch: pytest.MonkeyPatch, name: str, *, player: str, times: int = 1) -> None:
    """What a pupil answers at home, so many questions, and exports to `name`."""
    with monkeypatch.context() as at_home:
        at_home.setenv("NEURON_TUI_HOME", str(Path(name).absolute().with_suffix("")))
        own = Journal(Path(name).with_suffix("") / "journal.sqlite3")
        own.keep([answer(player, question=f"{name} {turn}") for turn in range(times)])
        Path(name).unlink(missing_ok=True)
        assert run("journal", "export", name).code == 0


def test_many_files_are_imported_and_a_bad_one_does_not_hinder_the_others(
    run: Run, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed_in(run, monkeypatch, "a.jsonl", player="anna")
    handed_in(run, monkeypatch, "b.jsonl", player="Anna", times=2)
    handed_in(run, monkeypatch, "c.jsonl", player="Carl")
    Path("broken.jsonl").write_text("Dear teacher,")
    ran = run("journal", "import", "a.jsonl", "broken.jsonl", "gone.jsonl", "b.jsonl", "c.jsonl")
    assert ran.code == 1
    assert ran.out == "a.jsonl: anna: 1 answer new.\nc.jsonl: Carl: 1 answer new.\n"
    broken, gone, other_anna, last = ran.err.splitlines()
    assert broken.startswith("broken.jsonl: nothing was imported: line 1: this is not an exported journal")
    assert gone.startswith("gone.jsonl: gone.jsonl can't be read (no such file")
    assert other_anna.startswith("b.jsonl: nothing was imported: `anna` is in the journal already")
    assert last == "error: 3 of 5 files could not be imported"
    assert journal.answered() == {"Carl": 1, "Ms Gray": 1, "anna": 1}


def test_a_class_has_a_prefix_and_a_player_keeps_the_name_given_here(
    run: Run, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed_in(run, monkeypatch, "a.jsonl", player="anna")
    assert run("journal", "import", "a.jsonl", "--prefix", "7b-").out == "1 answer new.\n"
    assert run("journal", "rename", "7b-anna", "7b-Anna Berger", "--yes").code == 0
    handed_in(run, monkeypatch, "a.jsonl", player="anna", times=3)
    ran = run("journal", "import", "a.jsonl")
    assert ran.out == "3 answers new; 1 line known already.\n`anna` is `7b-Anna Berger` here.\n"
    assert journal.answered() == {"7b-Anna Berger": 4, "Ms Gray": 1}
    assert run("journal", "rename", "7b-Anna Berger", "anna", "--yes").code == 0
    assert (
        run("journal", "import", "a.jsonl", "--prefix", "7b-").out
        == "0 answers new; 4 lines known already.\n"
    )


def test_several_files_become_one_players(
    run: Run, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed_in(run, monkeypatch, "laptop.jsonl", player="user")
    handed_in(run, monkeypatch, "school.jsonl", player="pi", times=2)
    assert run("journal", "import", "laptop.jsonl", "school.jsonl", "--player", "Dora").code == 0
    assert journal.answered() == {"Dora": 3, "Ms Gray": 1}


def test_names_that_differ_in_capitals_only_are_told(run: Run, journal: Journal, tmp_path: Path) -> None:
    journal.keep([answer("ann"), answer("Ann")])
    lines = run("journal", "export", "-").out
    Path("all.jsonl").write_text(lines, encoding="utf-8")
    journal.path.unlink()
    out = run("journal", "import", "all.jsonl").out
    assert "`ann` and `Ann` differ in capitals only; `neuron-tui journal merge` makes one player" in out


def test_an_import_waits_for_another_one(run: Run, journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    handed_in(run, monkeypatch, "a.jsonl", player="anna")
    monkeypatch.setattr("neuron_tui.game.journal.journal.PATIENCE", 0.1)  # of everything else
    with closing(sqlite3.connect(journal.path, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        free = threading.Timer(1.0, other.rollback)
        free.start()
        ran = run("journal", "import", "a.jsonl")
        free.join()
    assert (ran.out, ran.code) == ("1 answer new.\n", 0)


def test_a_player_is_renamed_after_asking(
    run: Run, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.keep([answer("ann", id="1st"), race("ann"), a_round("ann"), answer("Bob")])
    monkeypatch.setattr(sys, "stdin", Person("n\n"))
    asked = run("journal", "rename", "Ann", "Anna Berger")
    assert "Rename ann (1 answer, 1 race and 1 round) to Anna Berger?" in asked.out
    assert asked.out.endswith("Nothing was changed.\n")
    monkeypatch.setattr(sys, "stdin", Person("y\n"))
    renamed = run("journal", "rename", "ann", "Anna\x1b  Berger")
    assert renamed.out.endswith("ann is Anna Berger from now on: 1 answer, 1 race and 1 round.\n")
    assert [each.id for each in journal.answers("Anna Berger")] == ["1st"]
    assert journal.players() == ("Anna Berger", "Bob", "Ms Gray")
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert_mistake(run("journal", "rename", "Bob", "Rob"), "nothing was changed; add --yes")
    assert_mistake(run("journal", "rename", "Bob", "ms gray", "--yes"), "`Ms Gray` is in the journal already")
    assert_mistake(run("journal", "rename", "Bob", " ", "--yes"), "NEW must hold a letter", code=2)
    assert_mistake(run("journal", "rename", "Cid", "Sid", "--yes"), "`Cid` is nobody in the journal")
    assert run("journal", "rename", "Bob", "bob", "--yes").code == 0, "the same name in other letters"


def test_several_players_become_one_and_their_first_answer_counts(run: Run, journal: Journal) -> None:
    journal.keep([answer("ann", time=3.0), answer("Ann", time=1.0), answer("pi", time=2.0), answer("Bob")])
    ran = run("journal", "merge", "ann", "pi", "Ann", "--yes")
    assert ran.out == "All of ann, pi is Ann's now: 3 answers and 0 races.\n"
    assert [(each.time, each.attempt) for each in journal.answers("Ann")] == [(1.0, 1), (2.0, 2), (3.0, 3)]
    assert journal.answered() == {"Ann": 3, "Bob": 1, "Ms Gray": 1}
    assert_mistake(run("journal", "merge", "Bob", "bob", "--yes"), "name two players")
    assert_mistake(run("journal", "merge", "Bob", "Rob", "--yes"), "`Rob` is nobody in the journal")


def test_an_export_with_made_up_names_says_the_same_of_the_same_people(run: Run, journal: Journal) -> None:
    journal.keep([answer("Ann", time=1.0), race("Ann"), answer("Bob", time=2.0)])
    text = run("journal", "export", "-", "--pseudonym").out
    assert not any(name in text for name in ("Ann", "Bob", "Gray"))
    named, made_up = (
        [json.loads(line) for line in told.splitlines()[1:]]
        for told in (run("journal", "export", "-").out, text)
    )
    both = {(one.pop("player"), other.pop("player")) for one, other in zip(named, made_up, strict=True)}
    assert named == made_up
    assert len(both) == len(dict(both)) == len({other for _, other in both}) == 3
    journal.keep([answer("Ann", question="later"), answer("Carl")])
    run("journal", "rename", "Ann", "Anna Berger", "--yes")
    again = run("journal", "export", "-", "--pseudonym", "--player", "Anna Berger").out
    names = {json.loads(line)["player"] for line in again.splitlines()[1:]}
    assert names == {dict(both)["Ann"]}
