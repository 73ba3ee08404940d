"""The journal keeps what was answered, and says which attempt each answer was."""

from __future__ import annotations

import io
import os
import sqlite3
import stat
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neuron_tui.game.journal.exchange import header, import_from, line_of
from neuron_tui.game.journal.journal import Journal
from neuron_tui.game.journal.kept import Answer
from tests.game.journal.answers import LATER, answer, columns, race, told_by_sqlite, trial, versions

Kept = list[Answer]


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
    assert journal.forget("Ann") == 0
    journal.check()
    assert not journal.path.parent.exists()


@pytest.mark.skipif(os.name == "nt", reason="needs the rights of Unix")
@pytest.mark.parametrize(
    ("folder_mode", "umask", "file_mode"),
    [
        pytest.param(0o755, 0o022, 0o644, id="the usual"),
        pytest.param(0o700, 0o022, 0o600, id="a folder of one's own"),
        pytest.param(0o2775, 0o022, 0o664, id="a folder for a group"),
        pytest.param(0o2770, 0o002, 0o660, id="a folder for a group alone"),
        pytest.param(0o1777, 0o022, 0o644, id="where everybody touches only their own"),
        pytest.param(0o1777, 0o077, 0o600, id="the same, and a careful player"),
    ],
)
def test_who_may_write_into_the_folder_may_write_the_journal(
    path: Path, folder_mode: int, umask: int, file_mode: int
) -> None:
    path.parent.mkdir()
    path.parent.chmod(folder_mode)
    before = os.umask(umask)
    try:
        journal = Journal(path)
        journal.keep([answer()])
        beside = journal.write(
            lambda _: {other.name: mode_of(other) for other in path.parent.iterdir() if other != path}
        )
    finally:
        os.umask(before)
    assert mode_of(path) == file_mode
    assert beside == {f"{path.name}-wal": file_mode, f"{path.name}-shm": file_mode}


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_an_answer_comes_back_as_it_was_said(journal: Journal) -> None:
    said = [answer(guess=Fraction(hundredth, 100), question=str(hundredth)) for hundredth in range(101)]
    said.append(answer(question="x", right=None))
    said.append(answer(question="y", right=Fraction(7, 10), mode="examples"))
    journal.keep(said)
    assert sorted(journal.answers(), key=lambda each: each.id) == said


def test_the_one_file_holds_everything_also_while_another_program_has_it_open(
    journal: Journal, path: Path
) -> None:
    journal.keep([answer()])
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT count(*) FROM answer").fetchone() == (1,)
        journal.keep([answer(question="0 0 0")])
        assert told_by_sqlite(path, "SELECT count(*) FROM answer") == [(2,)]


def test_a_teacher_can_read_it_with_any_sqlite_tool(journal: Journal, path: Path) -> None:
    journal.keep([answer(guess=Fraction(3, 20))])
    sql = 'SELECT player, puzzle, question, attempt, guess, neuron_guess, "right", hints, mode FROM attempts'
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


def test_to_foresee_the_neuron_is_another_question_than_to_answer(journal: Journal) -> None:
    said = answer(time=1)
    foreseen = replace(answer(right=None, time=1), asked="neuron")
    journal.keep([said, foreseen, replace(said, id="c", time=2), replace(foreseen, id="d", time=2)])
    journal.keep([replace(foreseen, id="e", puzzle="new/place", time=3)])
    assert [each.attempt for each in journal.answers()] == [1, 1, 2, 2, 3]
    assert (len(journal.counted()), len(journal.counted().foreseen)) == (1, 1)


def test_under_another_name_a_puzzle_is_the_same_one(journal: Journal) -> None:
    journal.keep([answer(puzzle="old/place", time=1), answer(puzzle="mine/copy", time=2)])
    again = answer(puzzle="new/place", time=3)
    journal.keep([again, replace(again, id="b", player="Bob"), replace(again, id="c", content="changed")])
    assert [each.attempt for each in journal.answers("Ann")] == [1, 2, 3, 1]
    assert [each.attempt for each in journal.answers("Bob")] == [1]
    assert [puzzle for *_, puzzle in columns(journal.counted("Ann"))] == ["old/place", "new/place"]
    assert versions(journal.counted("Ann")) == [again.content, "changed"]


def test_whoever_has_seen_it_in_another_mode_has_seen_it(journal: Journal) -> None:
    journal.keep([answer(mode="examples"), answer()])
    assert [each.attempt for each in journal.answers()] == [1, 2]
    assert len(journal.counted()) == 0


def test_a_question_without_an_answer_counts_only_where_the_neuron_was_asked_for(journal: Journal) -> None:
    before_that = answer(right=None)
    about_it = replace(answer(question="0 1 0", right=None, guess=Fraction(4, 5)), asked="neuron")
    journal.keep([before_that, about_it, replace(about_it, id="b", mode="examples")])
    assert journal.answered() == {"Ann": 3}
    counted = journal.counted()
    assert len(counted) == 0
    assert (counted.foreseen.guesses.tolist(), counted.foreseen.outputs.tolist()) == ([0.8], [0.875])
    assert {each.asked for each in journal.answers() if each.foresees} == {"neuron"}


def test_what_is_kept_already_is_not_kept_twice(journal: Journal) -> None:
    first = answer()
    journal.keep([first])
    journal.keep([first, answer(question="0 0 0")])
    assert journal.answered() == {"Ann": 2}


def test_forgetting_a_player_leaves_nothing_of_them_in_the_file(journal: Journal, path: Path) -> None:
    names = ("Clementine", "Bob")
    journal.keep([answer(name, f"mine/{name}", str(turn)) for turn in range(300) for name in names])
    begun = race("Clementine")
    journal.keep([begun, trial(begun, 0)])
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
    journal.keep([answer(name), answer(name, question="0 0 0"), answer("Bob"), race(name)])
    assert len(journal.counted(name)) == len(journal.answers(name)) == 2
    assert sorted(journal.answered().values()) == [1, 2]
    assert len(journal.races(name)) == 1
    assert journal.forget(name) == 2
    assert journal.players() == ("Bob",)


def test_a_race_is_kept_trial_by_trial(journal: Journal) -> None:
    second, first = race(begun=LATER + 9), race("Bob", begun=LATER)
    journal.keep([second])
    journal.keep([first])
    for number in (0, 1, 3):  # a gap is no hindrance
        journal.keep([trial(second, number)])
    assert journal.races() == ((first, ()), (second, tuple(trial(second, number) for number in (0, 1, 3))))
    assert journal.races("Bob") == ((first, ()),)
    assert journal.players() == ("Ann", "Bob")


def test_a_trial_that_was_answered_stays_as_it_was_said_first(journal: Journal) -> None:
    begun = race()
    said = trial(begun, 0, decision=0)
    assert journal.keep([begun, said]) == frozenset()
    assert journal.keep([said]) == frozenset(), "the same one once more does no harm"
    assert list(journal.keep([trial(begun, 0, decision=1), trial(begun, 1)])) == [begun.id]
    journal.keep([replace(begun, seed=8)])
    assert journal.races() == ((begun, (said,)),)


def test_a_whole_copy_is_a_journal_of_its_own(journal: Journal, tmp_path: Path) -> None:
    journal.keep([answer(), answer("Bob")])
    journal.copy(tmp_path / "copy.sqlite3")
    journal.keep([answer("Carl")])
    copied = Journal(tmp_path / "copy.sqlite3")
    assert copied.answered() == {"Ann": 1, "Bob": 1}
    assert len(copied.counted()) == 2
    assert {file.name for file in tmp_path.iterdir()} == {"home", "copy.sqlite3"}


def test_what_is_written_waits_for_the_disk(journal: Journal) -> None:
    found = journal.write(lambda connection: connection.execute("PRAGMA synchronous").fetchone())
    assert found == (2,), "2 is FULL"


def question(each: Answer) -> tuple[str, ...]:
    return (each.player, each.content, each.question, f"{each.right is None}")


def counting(answers: Iterable[Answer], player: str | None) -> Kept:
    """What counts, worked out from the answers alone, in the order of time; all times differ."""
    asked: Counter[tuple[str, ...]] = Counter()
    found = []
    for each in sorted(answers, key=lambda each: each.time):
        asked[question(each)] += 1
        if replace(each, attempt=asked[question(each)]).counts and player in (None, each.player):
            found.append(each)
    return found


def keep(journal: Journal, there: Kept, new: Kept) -> Kept:
    journal.keep(new)
    return [*there, *new]


def bring_in(journal: Journal, there: Kept, new: Kept) -> Kept:
    import_from(journal, io.BytesIO("\n".join([header(), *map(line_of, new)]).encode()), merge=True)
    return [*there, *new]


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[Callable[[Journal, Kept, Kept], Kept], Kept]]:
    """What happens to a journal: up to four acts, each with one to four answers, no two at the same time."""
    clock = iter(draw(st.permutations(range(16))))
    new = st.builds(
        lambda player, puzzle, asked, guess, right, mode, content: answer(
            player,
            puzzle,
            asked,
            guess=Fraction(guess, 100),
            right=right,
            mode=mode,
            time=float(next(clock)),
            content=content,
        ),
        st.sampled_from(["Ann", "Bob"]),
        st.sampled_from(["a", "b", "c"]),
        st.sampled_from(["0 0", "0 1"]),
        st.integers(0, 100),
        st.sampled_from([Fraction(0), Fraction(1), Fraction(7, 10), None]),
        st.sampled_from(["match", "match", "examples"]),
        st.sampled_from(["0123456789abcdef", "fedcba9876543210"]),
    )
    act = st.tuples(st.sampled_from([keep, bring_in]), st.lists(new, min_size=1, max_size=4))
    return draw(st.lists(act, min_size=1, max_size=4))


@settings(deadline=None)  # a busy disk is no mistake
@given(histories())
def test_whatever_happens_to_a_journal_the_first_answers_in_matches_count(
    history: list[tuple[Callable[[Journal, Kept, Kept], Kept], Kept]],
) -> None:
    with TemporaryDirectory() as folder:
        journal = Journal(Path(folder) / "journal.sqlite3")
        there: Kept = []
        for act, new in history:
            there = act(journal, there, new)
            assert {each.id for each in journal.answers()} == {each.id for each in there}
            for player in (None, "Ann", "Bob"):
                expected = counting(there, player)
                assert columns(journal.counted(player)) == [
                    (each.time, float(each.guess), each.neuron_guess, float(each.right or 0), each.puzzle)
                    for each in expected
                ]
                assert versions(journal.counted(player)) == [each.content for each in expected]
            assert journal.answered() == Counter(each.player for each in there)
