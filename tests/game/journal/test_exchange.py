"""A journal's lines: out on one computer, in on another."""

from __future__ import annotations

import errno
import io
import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neuron_tui.game.journal.exchange import Imported, exported, header, import_from, line_of
from neuron_tui.game.journal.journal import Journal, JournalError
from neuron_tui.game.journal.kept import Answer
from neuron_tui.puzzle.text import is_blank
from tests.game.journal.answers import answer, columns, new_id, race, trial

Fields = dict[str, object]

texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
names = texts.filter(lambda name: not is_blank(name))
answers = st.builds(
    lambda player, puzzle, question, guess, right, mode, time: replace(
        answer(player, puzzle, question, mode=mode, time=time),
        guess=Fraction(guess, 100),
        right=None if right is None else Fraction(right, 100),
    ),
    names | st.just("Ann"),
    texts | st.just("a"),
    texts | st.just("0 0"),
    st.integers(0, 100),
    st.integers(0, 100) | st.none(),
    st.sampled_from(["match", "examples"]),
    st.floats(0, 1e10) | st.integers(0, 3).map(float),
)


def text_of(journal: Journal, player: str | None = None) -> str:
    return "\n".join(exported(journal, player)) + "\n"


def imported(
    journal: Journal, text: str | bytes, player: str | None = None, *, merge: bool = False
) -> Imported:
    data = text if isinstance(text, bytes) else text.encode()
    return import_from(journal, io.BytesIO(data), player, merge=merge)


@pytest.mark.slow
@settings(deadline=None)  # a busy disk is no mistake
@given(st.lists(answers, min_size=1, max_size=8))
def test_what_is_carried_over_arrives_as_it_was_and_only_once(said: list[Answer]) -> None:
    with TemporaryDirectory() as folder:
        here, there = (Journal(Path(folder) / name) for name in ("here", "there"))
        here.keep(said)
        begun = race("Bob")
        here.keep([begun, trial(begun, 0)])
        text = text_of(here)
        assert imported(there, text) == Imported(len(said), 1, 1)
        assert there.answers() == here.answers()
        assert there.races() == here.races()
        assert columns(there.counted()) == columns(here.counted())
        assert text_of(there) == text
        assert imported(there, text) == Imported(known=len(said) + 2)
        assert imported(here, text) == Imported(known=len(said) + 2)
        assert text_of(there) == text


def test_what_was_answered_under_another_name_is_known_there_too(tmp_path: Path) -> None:
    here, there, other = (Journal(tmp_path / name) for name in ("here", "there", "other"))
    here.keep([answer(puzzle="old/place", time=1.0), answer(puzzle="new/place", time=2.0)])
    text = text_of(here)
    first, _, moved = text.splitlines()
    imported(there, text)
    assert [each.attempt for each in there.answers()] == [1, 2]
    other.keep([answer(puzzle="new/place", time=5.0)])
    imported(other, f"{first}\n{moved}\n", merge=True)
    assert [each.counts for each in other.answers()] == [False, False], "a second one here, an even later one"
    other.keep([answer(puzzle="new/place", question="0 0 0", time=6.0)])
    assert text_of(there) == text


def test_what_a_half_of_a_file_brings_counts_no_more_than_the_whole(tmp_path: Path) -> None:
    here, there = Journal(tmp_path / "here"), Journal(tmp_path / "there")
    here.keep([answer(time=1.0), answer(time=2.0), answer(question="0 0 0", time=3.0)])
    first, *others = text_of(here).splitlines()
    imported(there, "\n".join([first, *others[1:]]))
    assert [time for time, *_ in columns(there.counted())] == [3.0]
    imported(there, text_of(here))
    assert columns(there.counted()) == columns(here.counted())


def test_to_answer_and_to_foresee_are_numbered_apart_in_a_file(tmp_path: Path) -> None:
    here, there = (Journal(tmp_path / f"{name}.sqlite3") for name in ("here", "there"))
    foreseen = replace(answer(puzzle="new/place", right=None, time=3), asked="neuron")
    here.keep([answer(puzzle="old/place", time=1), answer(puzzle="new/place", time=2), foreseen])
    lines = [line for line in exported(here) if "old/place" not in line]
    import_from(there, io.BytesIO("\n".join(lines).encode()))
    assert [each.attempt for each in there.answers()] == [2, 1]


def test_who_has_played_on_two_computers_has_one_first_attempt(tmp_path: Path) -> None:
    laptop, desk = Journal(tmp_path / "laptop"), Journal(tmp_path / "desk")
    laptop.keep([answer(time=10.0), answer(time=30.0), answer("Bob", time=5.0)])
    desk.keep([answer(time=20.0, guess=Fraction(1, 2)), answer(question="0 0 0", time=25.0)])
    imported(desk, text_of(laptop), merge=True)
    assert [(each.player, each.time, each.attempt) for each in desk.answers()] == [
        ("Bob", 5.0, 1),
        ("Ann", 10.0, 1),
        ("Ann", 20.0, 2),
        ("Ann", 25.0, 1),
        ("Ann", 30.0, 3),
    ]
    assert [time for time, *_ in columns(desk.counted("Ann"))] == [10.0, 25.0]
    imported(laptop, text_of(desk))
    assert laptop.answers() == desk.answers()
    assert columns(laptop.counted()) == columns(desk.counted())


def test_two_people_of_one_name_do_not_silently_become_one(tmp_path: Path) -> None:
    teacher, *pupils = (Journal(tmp_path / name) for name in ("teacher", "1", "2", "3"))
    for number, pupil in enumerate(pupils):
        pupil.keep([answer("student", time=float(number)), race("student")])
    first, second, third = map(text_of, pupils)
    assert imported(teacher, first) == Imported(1, 1)
    with pytest.raises(JournalError, match="`student` is in the journal already, with other answers"):
        imported(teacher, second)
    assert teacher.answered() == {"student": 1}
    assert imported(teacher, second, "Bob") == Imported(1, 1)
    with pytest.raises(JournalError, match="`Bob` is in the journal already"):
        imported(teacher, third, "bob")
    assert imported(teacher, third, "bob", merge=True) == Imported(1, 1)
    assert teacher.answered() == {"Bob": 2, "student": 1}
    assert [begun.player for begun, _ in teacher.races()].count("Bob") == 2
    pupils[0].keep([answer("student", question="0 0 0")])
    assert imported(teacher, text_of(pupils[0])) == Imported(1, known=2), "the same person plays on"
    with pytest.raises(JournalError, match="holds 2 players"):
        imported(pupils[0], text_of(teacher), "Ann")


def test_who_is_written_in_other_letters_there_is_the_same_player(tmp_path: Path) -> None:
    here, there = Journal(tmp_path / "here"), Journal(tmp_path / "there")
    here.keep([answer("ANN")])
    there.keep([answer("Ann", question="0 0 0")])
    imported(there, text_of(here), merge=True)
    assert there.answered() == {"Ann": 2}


def test_one_player_can_be_carried_over_alone(tmp_path: Path) -> None:
    here, there = Journal(tmp_path / "here"), Journal(tmp_path / "there")
    here.keep([answer(), answer("Bob"), race("Bob")])
    assert imported(there, text_of(here, "Ann")) == Imported(answers=1)
    assert there.players() == ("Ann",)


def test_the_first_line_says_what_the_file_is_and_each_other_line_what_it_holds(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal")
    begun = race()
    journal.keep([answer(), begun, trial(begun, 0)])
    first, *others = map(json.loads, text_of(journal).splitlines())
    assert (first["format"], first["version"]) == ("neuron-tui journal", 4)
    assert [line["kind"] for line in others] == ["answer", "race", "trial"]
    assert (others[0]["player"], others[0]["guess"], others[0]["right"]) == ("Ann", 0.9, 1.0)


def test_a_file_from_before_the_neuron_was_asked_for_brings_no_points_for_it(tmp_path: Path) -> None:
    earlier = {name: value for name, value in ANSWER.items() if name != "asked"} | {"right": None}
    first = json.dumps({**json.loads(header()), "version": 1})
    journal = Journal(tmp_path / "journal")
    assert imported(journal, "\n".join([first, json.dumps(earlier)])) == Imported(answers=1)
    assert (len(journal.counted()), len(journal.counted().foreseen)) == (0, 0)


def test_nothing_can_be_exported_from_a_journal_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="there is nothing in"):
        text_of(Journal(tmp_path / "journal"))


class BadDisk(io.BytesIO):
    """A file that can be read only to a part."""

    def readline(self, size: int | None = -1, /) -> bytes:
        if self.tell() > 100:
            raise OSError(errno.EIO, "Input/output error")
        return super().readline(size)


def test_where_the_lines_cannot_be_read_the_journal_is_not_to_blame(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal")
    with pytest.raises(OSError, match="Input/output error"):
        import_from(journal, BadDisk("\n".join(GOOD).encode()))
    assert journal.players() == ()


ANSWER: Fields = json.loads(line_of(answer()))
RACE: Fields = json.loads(line_of(race()))
TRIAL: Fields = json.loads(line_of(trial(race(id=str(RACE["id"])), 0)))
GOOD = [header(), *map(json.dumps, (ANSWER, RACE, TRIAL))]


def refused(tmp_path: Path, text: str | bytes) -> str:
    """What is said of a file; nothing of it may be in the journal afterwards."""
    journal = Journal(tmp_path / "journal")
    journal.keep([answer("Bob")])
    with pytest.raises(JournalError) as told:
        imported(journal, text)
    assert journal.players() == ("Bob",)
    assert journal.races() == ()
    assert str(told.value).startswith("nothing was imported: line ")
    return str(told.value)


@pytest.mark.parametrize(
    ("first", "words"),
    [
        ("", "not an exported journal"),
        ("Dear diary,", "not an exported journal"),
        ("[]", "not an exported journal"),
        ('{"format": "other", "version": 1}', "not an exported journal"),
        ('{"format": "neuron-tui journal"}', "`version` must be a whole number"),
        ('{"format": "neuron-tui journal", "version": true}', "`version` must be a whole number"),
        (
            '{"format": "neuron-tui journal", "version": 5}',
            "format 5, and this game knows 4; update the game",
        ),
    ],
)
def test_a_file_that_begins_otherwise_is_refused(tmp_path: Path, first: str, words: str) -> None:
    told = refused(tmp_path, "\n".join([first, *GOOD[1:]]))
    assert "line 1: " in told or not first
    assert words in told


WRONG: list[tuple[Fields, str, list[object]]] = [
    (ANSWER, "id", ["", "a b", "x" * 65, 7, None, "../../etc", "-rf", "-"]),
    (ANSWER, "guess", [-0.01, 1.01, "0.5", None, True, float("nan"), float("inf"), []]),
    (ANSWER, "right", [2, "1", False]),
    (ANSWER, "player", [None, 7, "x" * 1001, "a\0b", "\ud800", ["Ann"]]),
    (ANSWER, "hints", [-1, 0.5, 10**30, True]),
    (ANSWER, "time", [float("-inf"), 1e300, 10**400, "now"]),
    (ANSWER, "attempt", [0, -1, 1.5, 10**7, None]),
    (ANSWER, "mode", ["", "cheating", None, []]),
    (ANSWER, "asked", ["", "nothing", None, []]),
    (ANSWER, "kind", ["player", None, [], {}]),
    (RACE, "seed", [-1, 2**32, 2**63, 1.5]),
    (RACE, "id", ["-", "--help"]),
    (TRIAL, "row", [-1, 8, "000"]),
    (TRIAL, "decision", [2, -1, None, True, 0.5]),
    (TRIAL, "race", ["", "never-begun"]),
    (ANSWER, "mood", ["good"]),
    (RACE, "mood", ["good"]),
    (TRIAL, "mood", ["good"]),
]


@pytest.mark.parametrize(
    ("fields", "name", "value"),
    [(fields, name, value) for fields, name, values in WRONG for value in values],
)
def test_every_field_is_checked(tmp_path: Path, fields: Fields, name: str, value: object) -> None:
    broken = json.dumps(fields | {name: value})
    told = refused(tmp_path, "\n".join([*GOOD[:3], broken, *GOOD[3:]]))
    assert "line 4: " in told
    assert ("race of this trial" if value == "never-begun" else f"`{name}`") in told


@pytest.mark.parametrize("fields", [ANSWER, RACE, TRIAL], ids=["answer", "race", "trial"])
def test_every_field_must_be_there(tmp_path: Path, fields: Fields) -> None:
    for name in fields.keys() - {"asked"}:
        broken = json.dumps({other: value for other, value in fields.items() if other != name})
        assert f"line 5: `{name}`" in refused(tmp_path, "\n".join([*GOOD, broken]))


HARMS: list[tuple[Callable[[bytes], bytes], str]] = [
    (lambda line: line[:50], "only a part of one"),
    (lambda line: line.replace(b"Ann", b"\xff\xfe"), "not UTF-8"),
    (lambda _: b"[" * 60_000, "only a part of one"),
    (lambda _: b'"' + b"x" * 70_000 + b'"', "longer than 65,536 bytes"),
    (lambda _: b"7", "not a JSON object"),
    (lambda _: b"9" * 5_000, "only a part of one"),
]


@pytest.mark.parametrize(("harm", "words"), HARMS)
def test_a_broken_line_is_told_with_its_number(
    tmp_path: Path, harm: Callable[[bytes], bytes], words: str
) -> None:
    whole = [line.encode() for line in GOOD]
    told = refused(tmp_path, b"\n".join([*whole, b"", harm(whole[1])]))
    assert "line 6: " in told
    assert words in told


def test_empty_lines_and_windows_line_ends_are_no_mistake(tmp_path: Path) -> None:
    assert imported(Journal(tmp_path / "journal"), "\r\n".join(["", *GOOD, "", ""])) == Imported(1, 1, 1)


def test_an_id_that_is_there_keeps_its_answer(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal")
    kept = answer(id=new_id())
    journal.keep([kept])
    other = line_of(replace(kept, player="Mallory", guess=Fraction(0)))
    assert imported(journal, f"{header()}\n{other}\n") == Imported(known=1)
    assert journal.answers() == (kept,)
