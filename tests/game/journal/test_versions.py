"""Journals of other versions of the game: older ones are brought up to date, newer ones are left alone."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from neuron_tui.game.journal.journal import Journal, JournalError
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.game.journal.schema import LATEST
from tests.game.journal.answers import answer, columns, race, told_by_sqlite, trial, versions
from tests.game.journal.damaging import use_the_keeper, uses_of_the_journal, without_rules

OLDER = [Path(__file__).with_name(f"version_{version}.sql") for version in range(1, LATEST)]
COUNTED = [
    (1.0, 0.9, 0.875, 1.0, "article/leftmost-column"),
    (2.0, 0.15, 0.875, 1.0, "article/leftmost-column"),
    (4.0, 0.9, 0.875, 0.7, "mine/votes"),
]
"""What every older file holds that counts."""

CHANGED = (7.0, 0.0, 0.875, 1.0, "article/leftmost-column")
COPY = (13.0, 0.9, 0.875, 1.0, "mine/copy")
ALSO_COUNTED = {
    "version_3": [CHANGED],
    "version_4": [CHANGED],
    "version_5": [CHANGED],
    "version_6": [CHANGED, COPY],
    "version_7": [CHANGED, COPY, (16.0, 0.9, 0.875, 1.0, "new/place")],
}
"""What some of them hold besides: an answer to a puzzle that was changed. Others there are no first ones."""

ANSWERED = {
    "version_3": {"Ann": 6, "Bob": 4},
    "version_4": {"Ann": 6, "Bob": 4},
    "version_5": {"Ann": 7, "Bob": 4},
    "version_6": {"Ann": 9, "Bob": 5},
    "version_7": {"Ann": 9, "Bob": 7},
}
TRIALS = {"version_1": [], "version_2": [1]}
"""How many trials each race in the older files has; in the later ones three and none."""

AGAIN = f"{12:032x}"
"""From version 6 on a first answer to a copy; it is the third to what was asked."""


def made_of(script: Path, path: Path) -> Journal:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script.read_text(encoding="utf-8"))
    return Journal(path)


@pytest.mark.parametrize("script", OLDER, ids=[script.stem for script in OLDER])
@pytest.mark.parametrize("writable", [True, False])
def test_an_older_journal_is_read(
    script: Path, writable: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = made_of(script, tmp_path / "journal.sqlite3")
    table = "answer" if script.stem in ("version_1", "version_2", "version_3") else "attempts"
    numbered = dict(told_by_sqlite(journal.path, f"SELECT id, attempt FROM {table}"))
    before = journal.path.read_bytes()
    if not writable:
        monkeypatch.setattr(os, "access", lambda *_: False)  # to an administrator every file can be written
    assert columns(journal.counted()) == [*COUNTED, *ALSO_COUNTED.get(script.stem, [])]
    assert versions(journal.counted())[:3] == ["0123456789abcdef"] * 3
    assert len(journal.counted().foreseen) == (script.stem >= "version_5"), "nobody was asked for the neuron"
    assert journal.answered() == ANSWERED.get(script.stem, {"Ann": 3, "Bob": 1})
    again = {AGAIN: 3} if AGAIN in numbered else {}
    assert {each.id: each.attempt for each in journal.answers()} == numbered | again
    assert [len(trials) for _, trials in journal.races()] == TRIALS.get(script.stem, [3, 0])
    assert len(journal.tasks()) == (script.stem >= "version_6")
    if writable:
        things = told_by_sqlite(journal.path, "SELECT name FROM sqlite_master WHERE type <> 'index'")
        assert {name for (name,) in things} == {"answer", "attempts", "race", "task", "trial", "round"}
        assert told_by_sqlite(journal.path, "PRAGMA user_version") == [(LATEST,)]
    else:
        assert journal.path.read_bytes() == before


@pytest.mark.parametrize("script", OLDER, ids=[script.stem for script in OLDER])
def test_an_older_journal_is_written_on(script: Path, tmp_path: Path) -> None:
    journal = made_of(script, tmp_path / "journal.sqlite3")
    counted = len(COUNTED) + len(ALSO_COUNTED.get(script.stem, []))
    races = len(TRIALS.get(script.stem, [3, 0]))
    begun = race("Bob")
    again, new = answer(), answer("Bob", question="0 0 1")
    journal.keep([begun, trial(begun, 0), again, new])
    assert (begun, (trial(begun, 0),)) in journal.races()
    assert len(journal.races()) == races + 1
    attempts = {each.id: each.attempt for each in journal.answers()}
    assert (attempts[again.id], attempts[new.id]) == (4 if AGAIN in attempts else 3, 1)
    assert len(journal.counted()) == counted + 1
    journal.forget("Ann")
    assert b"Ann" not in journal.path.read_bytes(), "nor in what was brought up to date"


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A journal of the version after this one, which has one more column."""
    journal = Journal(tmp_path / "journal.sqlite3")
    journal.keep([answer(time=1.0), answer("Bob", time=2.0)])
    begun = race()
    journal.keep([begun, trial(begun, 0)])
    with closing(sqlite3.connect(journal.path)) as connection, connection:
        connection.execute("ALTER TABLE answer ADD COLUMN mood TEXT")
        connection.execute("ALTER TABLE race ADD COLUMN mood TEXT")
        connection.execute(f"PRAGMA user_version = {LATEST + 1}")
    return journal.path


def test_a_newer_journal_is_read_as_far_as_it_can_be_and_stays_as_it_is(newer: Path, tmp_path: Path) -> None:
    before = newer.read_bytes()
    journal = Journal(newer)
    assert [time for time, *_ in columns(journal.counted())] == [1, 2]
    assert [time for time, *_ in columns(journal.counted("Bob"))] == [2]
    assert journal.answered() == {"Ann": 1, "Bob": 1}
    assert len(journal.races()[0][1]) == 1
    journal.copy(tmp_path / "copy.sqlite3")
    for refused in (
        lambda: journal.keep([answer()]),
        lambda: journal.forget("Ann"),
        journal.check,
    ):
        with pytest.raises(JournalError, match="newer version of the game; update the game"):
            refused()
    assert newer.read_bytes() == before
    assert {file.name for file in newer.parent.iterdir()} == {newer.name, "copy.sqlite3"}


def test_a_newer_journal_is_never_opened_to_be_written(newer: Path) -> None:
    before = (newer.read_bytes(), newer.stat().st_mtime_ns)
    use_the_keeper(newer)
    assert (newer.read_bytes(), newer.stat().st_mtime_ns) == before
    assert list(newer.parent.iterdir()) == [newer]


def test_what_a_newer_game_that_was_killed_left_beside_the_file_is_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    Journal(path).keep([answer()])
    before = path.read_bytes()
    with closing(sqlite3.connect(path)) as killed:
        killed.execute("CREATE TABLE mood (mood)")
        killed.execute(f"PRAGMA user_version = {LATEST + 1}")
        left = Path(f"{path}-wal").read_bytes()
    path.write_bytes(before)
    Path(f"{path}-wal").write_bytes(left)
    use_the_keeper(path)
    assert Journal(path).answered() == {"Ann": 1}
    with closing(sqlite3.connect(path)) as newer:
        assert newer.execute("SELECT count(*) FROM mood").fetchone() == (0,)


@pytest.mark.parametrize(
    "strange",
    ["UPDATE answer SET guess = NULL", "UPDATE answer SET player = 7", "UPDATE race SET seed = 'seven'"],
)
def test_what_this_game_takes_for_damage_may_be_right_in_a_newer_journal(newer: Path, strange: str) -> None:
    without_rules(newer, strange)
    before = newer.read_bytes()
    use_the_keeper(newer)
    for use in uses_of_the_journal(newer):
        with suppress(JournalError):
            use()
    assert newer.read_bytes() == before
    assert not [file for file in newer.parent.iterdir() if "damaged" in file.name]


def test_the_game_plays_on_beside_a_newer_journal(newer: Path) -> None:
    keeper = Keeper(newer, "Ann")
    assert "update the game" in keeper.notice()
    assert keeper.keep([answer(question="0 0 0")]) == ""  # it was said already
    assert keeper.answered() == {"Ann": 2, "Bob": 1}
    assert "update the game" in keeper.close()


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE bookmark (address)")
    before = path.read_bytes()
    journal = Journal(path)
    for refused in (journal.players, journal.counted, lambda: journal.keep([answer()])):
        with pytest.raises(JournalError, match="another program's database; move it away"):
            refused()
    assert path.read_bytes() == before


def test_an_empty_file_is_a_fresh_journal(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    path.touch()
    journal = Journal(path)
    assert journal.answered() == {}
    assert len(journal.counted()) == 0
    journal.keep([answer()])
    assert journal.answered() == {"Ann": 1}
    assert journal.notice() == ""
