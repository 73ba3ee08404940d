"""What can be the matter with the journal's file, and what becomes of it."""

from __future__ import annotations

import os
import random
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

import pytest

from neuron_tui.game.journal import tables
from neuron_tui.game.journal.journal import Journal, JournalError
from neuron_tui.game.journal.keeper import Keeper
from tests.game.journal.answers import answer, columns, race, told_by_sqlite, trial
from tests.game.journal.damaging import (
    flipped,
    use_the_keeper,
    uses_of_the_journal,
    whole,
    without_rules,
)

TODAY = date(2026, 11, 25)
NOON = 1_795_608_000.0
"""That day's noon, so that it is that day nearly everywhere."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "journal.sqlite3"


@pytest.fixture
def journal(path: Path) -> Journal:
    """A journal with 300 answers."""
    journal = Journal(path, lambda: TODAY, patience=0.05)
    journal.keep([answer(question=str(turn), time=float(turn)) for turn in range(300)])
    return journal


def names(path: Path) -> set[str]:
    return {file.name for file in path.parent.iterdir()}


def random_bytes(path: Path) -> None:
    path.write_bytes(random.Random(4).randbytes(50_000))


def a_text(path: Path) -> None:
    path.write_text("Dear diary, today I met a neuron.\n", encoding="utf-8")


def cut_in_the_middle(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def cut_off_center(path: Path) -> None:
    os.truncate(path, 4096 * 3 + 1000)


def a_ruined_page(path: Path) -> None:
    """The page where the table of answers begins, which is found out only when it is read."""
    ((page,),) = told_by_sqlite(path, "SELECT rootpage FROM sqlite_master WHERE name = 'answer'")
    assert isinstance(page, int)
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(random.Random(5).randbytes(4096))


HARMS = [random_bytes, a_text, cut_in_the_middle, cut_off_center, a_ruined_page]
Harm = Callable[[Path], None]


@pytest.mark.parametrize("harm", HARMS)
def test_a_damaged_journal_is_set_aside_and_a_fresh_one_begun(
    journal: Journal, path: Path, harm: Harm
) -> None:
    harm(path)
    ruined = path.read_bytes()
    journal.keep([answer()])
    aside = path.with_name("journal-damaged-2026-11-25.sqlite3")
    assert (
        journal.notice() == f"The journal was damaged; it is kept as {aside}, and a new one takes its place."
    )
    assert journal.notice() == ""
    assert aside.read_bytes() == ruined
    assert journal.answered() == {"Ann": 1}
    assert names(path) == {path.name, aside.name}


def test_what_stands_beside_a_damaged_file_is_set_aside_with_it(journal: Journal, path: Path) -> None:
    """A game that was killed has left answers there, which may be all that can be saved."""
    beside = Path(f"{path}-wal")
    with closing(sqlite3.connect(path)) as killed:
        killed.execute("UPDATE answer SET seconds = 1")
        killed.commit()
        left = beside.read_bytes()
    beside.write_bytes(left)
    random_bytes(path)
    journal.answers()
    journal.keep([answer()])
    aside = path.with_name("journal-damaged-2026-11-25.sqlite3")
    assert Path(f"{aside}-wal").read_bytes() == left
    assert not beside.exists()
    assert journal.answered() == {"Ann": 1}


@pytest.mark.parametrize("harm", [random_bytes, cut_in_the_middle, a_ruined_page])
def test_reading_finds_the_damage_too(journal: Journal, path: Path, harm: Harm) -> None:
    harm(path)
    assert journal.answers() == ()
    assert "journal-damaged-2026-11-25.sqlite3" in journal.notice()
    assert len(journal.counted()) == 0


def test_what_was_set_aside_is_never_overwritten(journal: Journal, path: Path) -> None:
    for turn in range(3):
        path.write_text(f"no journal {turn}")
        journal.keep([answer()])
    aside = [path.with_name(f"journal-damaged-2026-11-25{number}.sqlite3") for number in ("", "-2", "-3")]
    assert [file.read_text() for file in aside] == ["no journal 0", "no journal 1", "no journal 2"]
    assert journal.answered() == {"Ann": 1}


def untouched(_: Path) -> None:
    """No damage at all."""


def not_there(path: Path) -> None:
    path.unlink()
    path.parent.rmdir()


@pytest.mark.parametrize("harm", [untouched, not_there])
def test_many_games_may_begin_at_once(journal: Journal, path: Path, harm: Harm) -> None:
    harm(path)
    before = journal.answered()
    assert at_once(path) == [""] * 8
    assert journal.answered() == before | {f"player {number}": 1 for number in range(8)}


@pytest.mark.parametrize("harm", HARMS)
def test_two_games_on_a_damaged_journal_set_it_aside_once(path: Path, journal: Journal, harm: Harm) -> None:
    games = [Journal(path, lambda: TODAY) for _ in range(2)]
    for number, game in enumerate(games):
        game.keep([answer(f"player {number}", question="before")])
    harm(path)
    for number, game in enumerate(games):
        game.keep([answer(f"player {number}")])
    assert ["journal-damaged-" in game.notice() for game in games] == [True, False]
    assert len(names(path)) == 2
    assert journal.answered() == {"player 0": 1, "player 1": 1}


def test_what_was_written_while_the_file_was_set_aside_is_written_again(path: Path, journal: Journal) -> None:
    found: list[int] = []

    def work(connection: sqlite3.Connection) -> None:
        tables.put(connection, [answer("Bob")])
        found.append(len(tables.answered(connection)))
        if len(found) == 1:
            path.rename(path.with_name("elsewhere"))

    journal.write(work)
    assert found == [2, 1], "first beside Ann's, then in the fresh file"
    assert journal.answered() == {"Bob": 1}


def at_once(path: Path) -> list[str]:
    """Eight games keep an answer each at the same moment; gives what they are told."""
    games = [Journal(path) for _ in range(8)]
    ready = threading.Barrier(len(games))

    def play(number: int) -> None:
        ready.wait()
        games[number].keep([answer(f"player {number}")])

    threads = [threading.Thread(target=play, args=(number,)) for number in range(len(games))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [game.notice() for game in games]


def test_a_folder_at_its_place_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    path.mkdir()
    for use in (Journal(path).players, lambda: Journal(path).keep([answer()])):
        with pytest.raises(JournalError, match=r"journal\.sqlite3 is a folder; move it away"):
            use()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")
def test_a_pipe_at_its_place_is_never_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    os.mkfifo(path)
    for use in (Journal(path).counted, lambda: Journal(path).keep([answer()])):
        with pytest.raises(JournalError, match="is not a file; move it away"):
            use()


def test_a_file_where_its_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    journal = Journal(tmp_path / "home" / "journal.sqlite3")
    assert journal.players() == ()
    with pytest.raises(JournalError, match=r"home can't be used.*NEURON_TUI_HOME"):
        journal.keep([answer()])


def test_a_journal_may_be_a_link_to_a_file_elsewhere(journal: Journal, path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.sqlite3"
    link.symlink_to(path)
    linked = Journal(link, lambda: TODAY)
    linked.keep([answer()])
    assert journal.answered() == linked.answered() == {"Ann": 301}
    random_bytes(path)
    linked.keep([answer()])
    assert path.with_name("journal-damaged-2026-11-25.sqlite3").exists()
    assert linked.answered() == {"Ann": 1}


@pytest.fixture
def locked(journal: Journal) -> Iterator[sqlite3.Connection]:
    """Another program that writes into the journal and does not end."""
    with closing(sqlite3.connect(journal.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


def test_while_another_program_holds_the_journal_it_can_be_read(
    journal: Journal, locked: sqlite3.Connection
) -> None:
    with pytest.raises(JournalError, match=r"another program holds .*journal\.sqlite3; close that program"):
        journal.keep([answer()])
    assert journal.answered() == {"Ann": 300}
    assert len(journal.counted()) == 300
    locked.rollback()
    journal.keep([answer()])
    assert journal.answered() == {"Ann": 301}


def test_a_game_that_has_waited_once_in_vain_waits_no_more(path: Path, locked: sqlite3.Connection) -> None:
    patience = 1.0
    keeper = Keeper(path, "Ann", patience=patience)
    locked.execute("COMMIT")
    locked.execute("PRAGMA locking_mode = EXCLUSIVE")
    locked.execute("BEGIN EXCLUSIVE")
    told = keeper.notice()
    assert told == f"Your answers can't be kept: another program holds {path}; close that program."
    begun = time.monotonic()
    for turn in range(10):
        assert keeper.keep([answer(question=f"new {turn}")]) == ""
        assert keeper.answered() == {"Ann": turn + 1}
    assert keeper.close() == told
    assert time.monotonic() - begun < 10 * patience, "as long as if half of them had waited again"
    locked.close()
    assert keeper.close() == ""
    assert Journal(path).answered() == {"Ann": 310}


def test_the_game_plays_on_and_says_once_what_is_the_matter(
    journal: Journal, path: Path, tmp_path: Path
) -> None:
    keeper = Keeper(path, "Ann", lambda: NOON)
    assert keeper.notice() == ""
    moved = tmp_path / "moved.sqlite3"
    path.rename(moved)
    path.mkdir()
    told = keeper.keep([answer("Bob", time=1.0)])
    assert told == f"Your answers can't be kept: {path} is a folder; move it away."
    assert keeper.keep([answer("Bob", time=2.0), answer("Bob", question="0 0 0", time=3.0)]) == ""
    assert keeper.answered() == {"Bob": 3}
    assert [time for time, *_ in columns(keeper.counted("Bob"))] == [1.0, 3.0]
    path.rmdir()
    random_bytes(path)
    told = keeper.keep([answer("Bob", question="1 1 1", time=4.0)])
    assert told.startswith("The journal was damaged; it is kept as ")
    assert "journal-damaged-2026-11-25" in told
    assert [each.attempt for each in Journal(path).answers("Bob")] == [1, 2, 1, 1]
    assert keeper.answered() == {"Bob": 4}
    assert keeper.close() == ""


def test_when_something_else_is_the_matter_it_is_said_again(path: Path) -> None:
    keeper = Keeper(path, "Ann")
    path.mkdir(parents=True)
    assert "is a folder" in keeper.notice()
    assert keeper.keep([answer()]) == ""
    path.rmdir()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE bookmark (address)")
    assert "another program's database" in keeper.keep([answer()])
    assert keeper.keep([answer()]) == ""
    path.unlink()
    assert keeper.keep([]) == ""
    assert Journal(path).answered() == {"Ann": 3}
    path.unlink()
    path.mkdir()
    assert "is a folder" in keeper.keep([answer()])
    assert "is a folder" in keeper.close()


@pytest.mark.parametrize(
    "meddling",
    [
        "UPDATE answer SET guess = NULL WHERE rowid = 3",
        "UPDATE answer SET guess = 'often'",
        "UPDATE answer SET time = 9e999",
        "UPDATE answer SET player = NULL WHERE rowid = 7",
        "UPDATE answer SET hints = x'00ff'",
        "UPDATE race SET seed = 4294967296",
        "UPDATE race SET begun = 'today'",
        "UPDATE trial SET row = NULL",
        "PRAGMA user_version = -1",
    ],
)
def test_values_that_no_game_writes_are_damage(journal: Journal, path: Path, meddling: str) -> None:
    begun = race()
    journal.keep([begun, trial(begun, 0)])
    without_rules(path, meddling)
    keeper = Keeper(path, "Ann", lambda: NOON)
    journal.races()
    journal.answers()
    assert keeper.keep([answer("Bob")]) == ""
    assert "journal-damaged-2026-11-25.sqlite3" in journal.notice()
    assert keeper.answered() == {"Bob": 1}


def test_a_table_s_definition_that_is_no_text_any_more_is_damage(journal: Journal, path: Path) -> None:
    """SQLite quotes it in what it says, and Python can't read that."""
    before = path.read_bytes()
    assert before.count(b"CREATE TABLE race (") == 1
    path.write_bytes(before.replace(b"CREATE TABLE race (", b"CREATE TA\xc2LE race ("))
    assert Keeper(path, "Ann", lambda: NOON).keep([answer()]) != ""
    assert names(path) == {path.name, "journal-damaged-2026-11-25.sqlite3"}


@pytest.fixture(scope="module")
def undamaged(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A journal's bytes."""
    return whole(tmp_path_factory.mktemp("undamaged") / "journal.sqlite3")


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(60))
def test_with_any_bits_flipped_the_game_plays_on(undamaged: bytes, tmp_path: Path, seed: int) -> None:
    path = tmp_path / "journal.sqlite3"
    path.write_bytes(flipped(undamaged, random.Random(seed)))
    plays_on(path)


def plays_on(path: Path) -> None:
    """Every use of the same damaged file: the keeper never raises, the journal only what it says."""
    damaged = path.read_bytes()
    use_the_keeper(path)
    for use in uses_of_the_journal(path):
        path.write_bytes(damaged)
        for suffix in ("-wal", "-shm"):
            Path(f"{path}{suffix}").unlink(missing_ok=True)
        with suppress(JournalError):
            use()
