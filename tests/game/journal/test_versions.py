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
"""What every older file holds that counts; one more answer is a second attempt."""

RACES: dict[str, list[int]] = {"version_1": [], "version_2": [1]}
"""How many trials each race in the older files has."""


def made_of(script: Path, path: Path) -> Journal:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script.read_text(encoding="utf-8"))
    return Journal(path)


@pytest.mark.parametrize("script", OLDER, ids=[script.stem for script in OLDER])
def test_an_older_journal_is_read(script: Path, tmp_path: Path) -> None:
    journal = made_of(script, tmp_path / "journal.sqlite3")
    assert columns(journal.counted()) == COUNTED
    assert journal.answered() == {"Ann": 3, "Bob": 1}
    assert versions(journal.counted()) == ["0123456789abcdef"] * 3
    assert [len(trials) for _, trials in journal.races()] == RACES[script.stem]
    assert told_by_sqlite(journal.path, "PRAGMA user_version") == [(LATEST,)]


@pytest.mark.parametrize("script", OLDER, ids=[script.stem for script in OLDER])
def test_an_older_journal_is_written_on(script: Path, tmp_path: Path) -> None:
    journal = made_of(script, tmp_path / "journal.sqlite3")
    begun = race("Bob")
    journal.begin_race(begun)
    journal.keep_trial(trial(begun, 0))
    journal.keep([answer(), answer("Bob", question="0 0 0")])
    assert (begun, (trial(begun, 0),)) in journal.races()
    assert len(journal.races()) == len(RACES[script.stem]) + 1
    assert [each.attempt for each in journal.answers("Ann")] == [1, 2, 1, 3]
    assert journal.answered() == {"Ann": 4, "Bob": 2}
    assert len(journal.counted()) == len(COUNTED) + 1


@pytest.mark.parametrize("script", OLDER, ids=[script.stem for script in OLDER])
def test_an_older_journal_that_can_not_be_written_is_read_as_it_is(
    script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = made_of(script, tmp_path / "journal.sqlite3")
    before = journal.path.read_bytes()
    monkeypatch.setattr(os, "access", lambda *_: False)  # to an administrator every file can be written
    assert columns(journal.counted()) == COUNTED
    assert versions(journal.counted("Bob")) == ["0123456789abcdef"]
    assert [len(trials) for _, trials in journal.races()] == RACES[script.stem]
    assert journal.path.read_bytes() == before


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A journal of the version after this one, which has one more column."""
    journal = Journal(tmp_path / "journal.sqlite3")
    journal.keep([answer(time=1.0), answer("Bob", time=2.0)])
    begun = race()
    journal.begin_race(begun)
    journal.keep_trial(trial(begun, 0))
    with closing(sqlite3.connect(journal.path)) as connection, connection:
        connection.execute("ALTER TABLE answer ADD COLUMN mood TEXT")
        connection.execute("ALTER TABLE race ADD COLUMN mood TEXT")
        connection.execute("DROP TABLE page")
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
        lambda: journal.begin_race(race()),
        lambda: journal.forget("Ann"),
        journal.check,
    ):
        with pytest.raises(JournalError, match="newer version of the game; update the game"):
            refused()
    assert newer.read_bytes() == before
    assert {file.name for file in newer.parent.iterdir()} == {newer.name, "copy.sqlite3"}


def test_a_newer_journal_is_never_opened_to_be_written(newer: Path) -> None:
    """Nothing beside it, no other time of change; and where a newer game was killed, what it left stays."""
    with closing(sqlite3.connect(newer)) as killed:
        killed.execute(
            "INSERT INTO race SELECT 'left over', player, puzzle, content, seed, begun, version, '' FROM race"
        )
        killed.commit()
        left = Path(f"{newer}-wal").read_bytes()
        half_way = newer.read_bytes()
    for beside in (b"", left):
        newer.write_bytes(half_way)
        Path(f"{newer}-wal").write_bytes(beside)
        if not beside:
            Path(f"{newer}-wal").unlink()
        before = (newer.read_bytes(), newer.stat().st_mtime_ns)
        use_the_keeper(newer)
        assert len(Journal(newer).races()) == (2 if beside else 1)
        assert (newer.read_bytes(), newer.stat().st_mtime_ns) == before
        assert (Path(f"{newer}-wal").read_bytes() if beside else b"") == beside


def test_a_game_that_was_killed_just_after_it_made_the_journal_newer_is_heard(tmp_path: Path) -> None:
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
    assert path.read_bytes() == before
    assert Path(f"{path}-wal").read_bytes() == left


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
