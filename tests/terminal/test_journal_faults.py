"""The journal among real processes, real signals, full disks and folders that can't be written."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from neuron_tui.game.journal.journal import Journal
from neuron_tui.game.journal.keeper import Keeper
from tests.game.journal.answers import answer, told_by_sqlite

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="needs Unix signals and limits")]

CHECKOUT = Path(__file__).parents[2]
NOBODY = 65_534


@contextmanager
def playing(path: Path, player: str, *options: str, **env: str) -> Iterator[subprocess.Popen[str]]:
    """A game that keeps answers and prints their ids; it is ended in any case."""
    command = [sys.executable, "-m", "tests.game.journal.playing", str(path), player, *options]
    its_env = os.environ | env
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT, env=its_env) as game:
        try:
            yield game
        finally:
            game.kill()


def printed(game: subprocess.Popen[str]) -> list[str]:
    """All the lines until it ends."""
    assert game.stdout is not None
    return [line.rstrip("\n") for line in game.stdout]


def ids(journal: Journal) -> list[str]:
    return [each.id for each in journal.answers()]


def check_attempts(journal: Journal) -> None:
    """Every player has two attempts at each question, numbered without a gap; the file is whole."""
    asked: dict[tuple[str, str], list[int]] = {}
    for each in journal.answers():
        asked.setdefault((each.player, each.question), []).append(each.attempt)
    assert all(sorted(attempts) == list(range(1, len(attempts) + 1)) for attempts in asked.values())
    assert sum(1 for each in journal.answers() if each.counts) == len(journal.counted())
    assert told_by_sqlite(journal.path, "PRAGMA integrity_check") == [("ok",)]


def test_what_was_kept_outlives_being_killed_at_any_moment(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.sqlite3")
    rng = random.Random(11)
    shown: list[str] = []
    for _ in range(12):
        with playing(journal.path, "Ann") as game:
            assert game.stdout is not None
            for _ in range(rng.randrange(1, 40)):
                shown.append(game.stdout.readline().strip())
            for _ in range(rng.randrange(20_000)):  # a moment that is not always the same
                pass
            game.send_signal(signal.SIGKILL)
            shown += printed(game)
        kept = ids(journal)
        assert set(shown) <= set(kept)
        assert len(kept) - len(shown) <= 12  # the ones that were kept and not yet printed
    check_attempts(journal)


def test_two_games_at_once_lose_nothing(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.sqlite3")
    with (
        playing(journal.path, "Ann", "--answers", "60") as one,
        playing(journal.path, "Ann", "--answers", "60") as other,
        playing(journal.path, "Bob", "--answers", "60") as third,
    ):
        shown = [*printed(one), *printed(other), *printed(third)]
    assert not [line for line in shown if line.startswith("error")]
    assert sorted(ids(journal)) == sorted(shown)
    assert journal.answered() == {"Ann": 120, "Bob": 60}
    check_attempts(journal)


def test_copies_made_while_a_game_keeps_answers_are_whole(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.sqlite3")
    with playing(journal.path, "Ann") as game:
        assert game.stdout is not None
        for number in range(5):
            shown = [game.stdout.readline().strip() for _ in range(10)]
            journal.copy(tmp_path / f"copy-{number}")
            copied = Journal(tmp_path / f"copy-{number}")
            assert set(shown) <= set(ids(copied))
            check_attempts(copied)


def test_a_limit_on_the_files_size_is_told_and_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    with playing(path, "Ann", "--largest", "100000") as game:
        *shown, last = printed(game)
    assert (
        last == f"error: the journal can't be written: the disk of {path} is full or failing; make room on it"
    )
    assert len(shown) > 10
    assert set(shown) <= set(ids(Journal(path)))
    check_attempts(Journal(path))


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of half a mebibyte."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(place)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no file system can be made here")
    yield place
    subprocess.run(["umount", str(place)], check=True)  # fails where a file is still open


def test_on_a_full_disk_the_game_plays_on_and_keeps_it_all_once_there_is_room(tiny_disk: Path) -> None:
    path = tiny_disk / "journal.sqlite3"
    keeper = Keeper(path, "Ann")
    assert keeper.keep([answer(question="before")]) == ""
    filler = tiny_disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(1024))
    told = keeper.keep([answer(question="0")])
    assert told == f"Your answers can't be kept: the disk of {path} is full or failing; make room on it."
    assert [keeper.keep([answer(question=str(turn))]) for turn in range(1, 30)] == [""] * 29
    assert keeper.answered() == {"Ann": 31}
    assert len(keeper.counted()) == 31
    assert Journal(path).answered() == {"Ann": 1}
    filler.unlink()
    assert keeper.keep([answer(question="after")]) == ""
    assert Journal(path).answered() == {"Ann": 32}
    check_attempts(Journal(path))


def test_a_file_system_that_is_read_only_is_told(tiny_disk: Path) -> None:
    path = tiny_disk / "journal.sqlite3"
    Journal(path).keep([answer()])
    subprocess.run(["mount", "-o", "remount,ro", str(tiny_disk)], check=True)
    keeper = Keeper(path, "Ann")
    told = f"the file system of {tiny_disk} is read-only; move all your files with NEURON_TUI_HOME."
    assert keeper.notice() == f"Your answers can't be kept: {told}"
    assert keeper.keep([answer(question="0 0 0")]) == ""
    assert keeper.answered() == {"Ann": 2}


@pytest.mark.skipif(not shutil.which("cc") or sys.platform != "linux", reason="needs a compiler")
@pytest.mark.parametrize("why", ["ENOLCK", "ENOTSUP"])
def test_a_file_system_that_refuses_locks_is_told(tmp_path: Path, why: str) -> None:
    library, source = tmp_path / "no_locks.so", Path(__file__).with_name("no_locks.c")
    subprocess.run(["cc", "-shared", "-fPIC", f"-DWHY={why}", source, "-o", library], check=True)
    path = tmp_path / "journal.sqlite3"
    Journal(path).keep([answer()])
    with playing(path, "Ann", "--answers", "1", LD_PRELOAD=str(library)) as game:
        assert printed(game) == [
            f"error: the journal can't be written: the file system of {tmp_path} refuses locks; "
            "move all your files with NEURON_TUI_HOME"
        ]


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that every user may enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def reading(path: Path, copy: Path) -> list[str]:
    """What a game says that may not write: counts, what it is told, what it says when it is to keep more."""
    copy.mkdir()
    copy.chmod(0o777)
    user = ["--user", str(NOBODY)] if os.getuid() == 0 else []
    with playing(path, "Ann", "--reading", "--copy", str(copy / "copy"), *user) as game:
        return printed(game)


@pytest.mark.parametrize("left_over", [False, True], ids=["at rest", "after a game was killed"])
@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o555, 0o444), (0o555, 0o666), (0o777, 0o444)])
def test_a_journal_that_may_only_be_read_is_read(
    shared: Path, folder_mode: int, file_mode: int, left_over: bool
) -> None:
    path = shared / "home" / "journal.sqlite3"
    with playing(path, "Ann", "--answers", "30") as game:
        kept = len(printed(game))
    if left_over:
        killed_in_the_middle(path)
        kept += 1
    for file in path.parent.iterdir():
        file.chmod(file_mode)
    path.parent.chmod(folder_mode)
    before = path.read_bytes()
    counts, notice, told, answered = reading(path, shared / "copies")
    counted = 16 if left_over else 15
    assert counts == f"({kept}, {counted}, {kept}, {kept}) 1 0 {kept}"
    assert notice.startswith("Your answers can't be kept: you may not write ")
    assert notice.endswith("; change its permissions, or move all your files with NEURON_TUI_HOME.")
    assert told == "''"
    assert answered == f"{{'Ann': {kept + 1}}}"
    assert path.read_bytes() == before
    path.parent.chmod(0o755)


KILLED = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute(
    "INSERT INTO answer SELECT 'last', player, puzzle, content, 'last', guess, neuron_guess, right, hints,"
    " seconds, mode, time + 99, version, asked, 0 FROM answer LIMIT 1"
)
os.kill(os.getpid(), signal.SIGKILL)
"""


def killed_in_the_middle(path: Path) -> None:
    """Leave an answer beside the file, as a game does that was killed before the file held everything."""
    subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    assert path.with_name(path.name + "-wal").stat().st_size > 0


def test_a_file_that_may_not_be_read_is_told(shared: Path) -> None:
    path = shared / "home" / "journal.sqlite3"
    Journal(path).keep([answer()])
    path.chmod(0)
    path.parent.chmod(0o777)
    (told,) = reading(path, shared / "copies")
    assert told.startswith(
        f"error: the journal can't be read: you may not read {path}; change its permissions"
    )


def test_a_folder_that_may_not_be_entered_is_told(shared: Path) -> None:
    path = shared / "home" / "journal.sqlite3"
    Journal(path).keep([answer()])
    path.parent.chmod(0o700 if os.getuid() == 0 else 0)
    (told,) = reading(path, shared / "copies")
    path.parent.chmod(0o755)
    assert told.startswith("error: the journal can't be read: you may not ")
    assert "Traceback" not in told


def exporting(home: Path, output: int) -> subprocess.Popen[str]:
    """`neuron-tui journal export -`, its lines written there."""
    Journal(home / "journal.sqlite3").keep([answer(question=str(turn)) for turn in range(3_000)])
    return subprocess.Popen(
        [sys.executable, "-m", "neuron_tui", "journal", "export", "-"],
        stdout=output,
        stderr=subprocess.PIPE,
        text=True,
        cwd=CHECKOUT,
        env={**os.environ, "NEURON_TUI_HOME": str(home)},
    )


def test_a_reader_of_an_export_may_leave_early(tmp_path: Path) -> None:
    with exporting(tmp_path, subprocess.PIPE) as game:
        assert game.stdout is not None
        assert game.stderr is not None
        assert "neuron-tui journal" in game.stdout.readline()
        game.stdout.close()
        assert game.stderr.read() == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_export_onto_a_full_disk_does_not_blame_the_journal(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full, exporting(tmp_path, full.fileno()) as game:
        assert game.stderr is not None
        told = game.stderr.read()
    assert told == "error: standard output can't be written (no space left on device)\n"
    assert game.returncode == 1
