"""The journal keeps what was answered, and numbers the attempts."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from neuron_tui.game.journal.journal import Journal
from neuron_tui.game.journal.problems import ImpossibleError
from tests.game.journal.answers import LATER, answer, columns, race, told_by_sqlite, trial


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "journal.sqlite3"


@pytest.fixture
def journal(path: Path) -> Journal:
    return Journal(path)


def test_a_journal_that_is_not_there_is_empty_and_reading_creates_nothing(journal: Journal) -> None:
    assert journal.players() == ()
    assert journal.answered() == {}
    assert len(journal.counted()) == len(journal.counted("Ann")) == 0
    assert journal.answers() == ()
    assert journal.races() == ()
    assert journal.attempts([answer()]) == (1,)
    assert journal.forget("Ann") == 0
    journal.check()
    assert not journal.path.parent.exists()


def test_an_answer_comes_back_as_it_was_said(journal: Journal) -> None:
    said = [answer(guess=Fraction(hundredth, 100), question=str(hundredth)) for hundredth in range(101)]
    said.append(answer(question="x", right=None))
    said.append(answer(question="y", right=Fraction(7, 10), mode="examples"))
    journal.keep(said)
    assert sorted(journal.answers(), key=lambda each: each.id) == said


def test_whenever_the_game_waits_the_one_file_holds_everything(journal: Journal, path: Path) -> None:
    journal.keep([answer()])
    journal.keep([answer(question="0 0 0")])
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    (count,) = told_by_sqlite(path, "SELECT count(*) FROM answer")
    assert count == (2,)


def test_a_teacher_can_read_it_with_any_sqlite_tool(journal: Journal, path: Path) -> None:
    journal.keep([answer(guess=Fraction(3, 20))])
    sql = 'SELECT player, puzzle, question, attempt, guess, neuron_guess, "right", hints, mode FROM answer'
    assert told_by_sqlite(path, sql) == [
        ("Ann", "article/leftmost-column", "1 0 0", 1, 0.15, 0.875, 1.0, 1, "match")
    ]


def test_only_the_first_attempt_of_a_player_at_a_question_counts(journal: Journal) -> None:
    journal.keep([answer(time=1), answer(time=2), answer("Bob", time=3)])
    journal.keep([answer(time=4), answer(question="0 0 0", time=5), answer(content="another", time=6)])
    assert [each.attempt for each in journal.answers()] == [1, 2, 1, 3, 1, 1]
    assert [time for time, *_ in columns(journal.counted("Ann"))] == [1, 5, 6]
    assert [time for time, *_ in columns(journal.counted())] == [1, 3, 5, 6]
    assert journal.answered() == {"Ann": 5, "Bob": 1}
    assert journal.players() == ("Ann", "Bob")


def test_whoever_has_seen_it_in_another_mode_has_seen_it(journal: Journal) -> None:
    journal.keep([answer(mode="examples"), answer()])
    assert [each.attempt for each in journal.answers()] == [1, 2]
    assert len(journal.counted()) == 0


def test_a_question_without_an_answer_counts_for_nothing(journal: Journal) -> None:
    journal.keep([answer(right=None)])
    assert journal.answered() == {"Ann": 1}
    assert len(journal.counted()) == 0


def test_what_is_kept_already_is_not_kept_twice(journal: Journal) -> None:
    first = answer()
    journal.keep([first])
    assert journal.attempts([first, answer()]) == (0, 2)
    journal.keep([first, answer(question="0 0 0")])
    assert journal.answered() == {"Ann": 2}


def test_forgetting_a_player_leaves_nothing_of_them_in_the_file(journal: Journal, path: Path) -> None:
    names = ("Clementine", "Bob")
    journal.keep([answer(name, f"mine/{name}", str(turn)) for turn in range(300) for name in names])
    begun = race("Clementine")
    journal.begin_race(begun)
    journal.keep_trial(trial(begun, 0))
    bobs = columns(journal.counted("Bob"))
    assert journal.forget("Clementine") == 300
    assert journal.players() == ("Bob",)
    assert journal.races() == ()
    assert columns(journal.counted()) == columns(journal.counted("Bob")) == bobs
    assert b"Clementine" not in path.read_bytes()
    assert b"Bob" in path.read_bytes()


@pytest.mark.parametrize(
    "name", ["", "Zoë", "a\0b", "caf\udce9", "x" * 10_000, "'; DROP TABLE answer; --", "🦊"]
)
def test_any_name_is_a_name(journal: Journal, name: str) -> None:
    journal.keep([answer(name), answer(name, question="0 0 0"), answer("Bob")])
    assert len(journal.counted(name)) == 2
    assert sorted(journal.answered().values()) == [1, 2]
    begun = race(name)
    journal.begin_race(begun)
    assert len(journal.races(name)) == 1
    assert journal.forget(name) == 2
    assert journal.players() == ("Bob",)


def test_a_race_is_kept_trial_by_trial(journal: Journal) -> None:
    second, first = race(begun=LATER + 9), race("Bob", begun=LATER)
    journal.begin_race(second)
    journal.begin_race(first)
    for number in (0, 1, 2):
        journal.keep_trial(trial(second, number))
    assert journal.races() == ((first, ()), (second, tuple(trial(second, number) for number in (0, 1, 2))))
    assert journal.races("Bob") == ((first, ()),)
    assert journal.players() == ("Ann", "Bob")


def test_a_trial_that_was_told_stands_as_it_was_said_first(journal: Journal) -> None:
    begun = race()
    journal.begin_race(begun)
    assert journal.keep_trial(trial(begun, 0, decision=0))
    assert journal.keep_trial(trial(begun, 0, decision=0)), "the same one once more does no harm"
    assert not journal.keep_trial(trial(begun, 0, decision=1))
    journal.begin_race(replace(begun, seed=8))
    assert journal.races() == ((begun, (trial(begun, 0, decision=0),)),)


def test_trials_after_a_gap_are_kept_all_the_same(journal: Journal) -> None:
    begun = race()
    journal.begin_race(begun)
    for number in (0, 2):
        journal.keep_trial(trial(begun, number))
    assert journal.races() == ((begun, (trial(begun, 0), trial(begun, 2))),)


def test_what_no_journal_can_keep_is_told(journal: Journal) -> None:
    begun = race()
    uses: tuple[Callable[[], object], ...] = (
        lambda: journal.keep([answer(question="0 0 0"), replace(answer(), neuron_guess=math.nan)]),
        lambda: journal.begin_race(replace(begun, seed=2**32)),
        lambda: journal.keep_trial(replace(trial(begun, 0), time=math.inf), begun),
    )
    for use in uses:
        with pytest.raises(ImpossibleError, match=r"can't be kept: its `.*` has an impossible value"):
            use()
    assert journal.answered() == {}
    assert journal.races() == ()


def test_the_one_file_holds_everything_also_while_another_program_has_it_open(
    journal: Journal, path: Path
) -> None:
    journal.keep([answer()])
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT count(*) FROM answer").fetchone() == (1,)
        journal.keep([answer(question="0 0 0")])
        assert told_by_sqlite(path, "SELECT count(*) FROM answer") == [(2,)]


def test_what_is_written_waits_for_the_disk(journal: Journal) -> None:
    found: list[tuple[int]] = []
    journal.file.write(lambda connection: found.extend(connection.execute("PRAGMA synchronous")))
    assert found == [(2,)], "2 is FULL"


def test_a_whole_copy_is_a_journal_of_its_own(journal: Journal, tmp_path: Path) -> None:
    journal.keep([answer(), answer("Bob")])
    journal.copy(tmp_path / "copy.sqlite3")
    journal.keep([answer("Carl")])
    copied = Journal(tmp_path / "copy.sqlite3")
    assert copied.answered() == {"Ann": 1, "Bob": 1}
    assert len(copied.counted()) == 2
    assert {file.name for file in tmp_path.iterdir()} == {"home", "copy.sqlite3"}
