"""The columns that are read at once always say what the answers say."""

from __future__ import annotations

import heapq
import io
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from fractions import Fraction
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neuron_tui.game.journal import lines
from neuron_tui.game.journal.answer import Answer
from neuron_tui.game.journal.exchange import import_from
from neuron_tui.game.journal.journal import Journal
from tests.game.journal.answers import answer, columns, versions

Kept = list[Answer]


def expected(answers: Iterable[Answer], player: str | None) -> list[tuple[float, float, float, float, str]]:
    """What counts, worked out from the answers alone; all times differ."""
    return [
        (each.time, float(each.guess), each.neuron_guess, float(each.right or 0), each.puzzle)
        for each in counting(answers, player)
    ]


def counting(answers: Iterable[Answer], player: str | None) -> list[Answer]:
    """The answers that count, in the order of time."""
    in_order = sorted(answers, key=lambda each: each.time)
    return [each for each in in_order if each.counts and player in (None, each.player)]


def question(each: Answer) -> tuple[str, ...]:
    return (each.player, each.puzzle, each.content, each.question)


def keep(journal: Journal, there: Kept, new: Kept) -> Kept:
    journal.keep(new)
    for each in new:
        attempt = 1 + sum(question(other) == question(each) for other in there)
        there = [*there, replace(each, attempt=attempt)]
    return there


def bring_in(journal: Journal, there: Kept, new: Kept) -> Kept:
    written = "\n".join([lines.header(), *map(lines.written, new)])
    import_from(journal, io.BytesIO(written.encode()))
    asked = {question(each) for each in new}
    untouched = [each for each in there if question(each) not in asked]
    for its in asked:
        here = sorted((each for each in there if question(each) == its), key=lambda each: each.attempt)
        coming = [each for each in new if question(each) == its]
        attempts = heapq.merge(in_turn(here), in_turn(coming))
        by_id = {each.id: each for each in (*here, *coming)}
        untouched += [replace(by_id[id], attempt=number) for number, (_, id) in enumerate(attempts, 1)]
    return untouched


def in_turn(attempts: Kept) -> list[tuple[float, str]]:
    """Attempts in their order; each as late as the latest until then, for a clock may have gone back."""
    latest = accumulate((each.time for each in attempts), max)
    return [(time, each.id) for time, each in zip(latest, attempts, strict=True)]


def forget(journal: Journal, there: Kept, new: Kept) -> Kept:
    journal.forget(new[0].player)
    return [each for each in there if each.player != new[0].player]


def meddle(journal: Journal, there: Kept, new: Kept) -> Kept:
    """A teacher removes all answers to a question with a tool of their own."""
    if there:
        with closing(sqlite3.connect(journal.path)) as connection, connection:
            connection.execute("DELETE FROM answer WHERE question = ?", (new[0].question,))
    return [each for each in there if each.question != new[0].question]


ACTS = (keep, keep, bring_in, forget, meddle)


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[Callable[[Journal, Kept, Kept], Kept], Kept]]:
    """What happens to a journal: up to six acts, each with one to four answers, no two at the same time."""
    clock = iter(draw(st.lists(st.integers(0, 10_000), min_size=24, max_size=24, unique=True)))
    new = st.builds(
        lambda player, puzzle, asked, guess, right, mode, content: answer(
            player,
            puzzle,
            asked,
            guess=Fraction(guess, 100),
            right=right,
            mode=mode,
            time=next(clock) / 8,
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
    act = st.tuples(st.sampled_from(ACTS), st.lists(new, min_size=1, max_size=4))
    return draw(st.lists(act, min_size=1, max_size=6))


@settings(deadline=None)  # a busy disk is no mistake
@given(histories())
def test_whatever_happens_to_a_journal_its_columns_are_its_answers(
    history: list[tuple[Callable[[Journal, Kept, Kept], Kept], Kept]],
) -> None:
    with TemporaryDirectory() as folder:
        journal = Journal(Path(folder) / "journal.sqlite3")
        there: Kept = []
        for act, new in history:
            there = act(journal, there, new)
            assert sorted(journal.answers(), key=lambda each: each.id) == sorted(
                there, key=lambda each: each.id
            )
            for player in (None, "Ann", "Bob"):
                assert columns(journal.counted(player)) == expected(there, player)
                contents = [each.content for each in counting(there, player)]
                assert versions(journal.counted(player)) == contents
            counts = {name: sum(each.player == name for each in there) for name in ("Ann", "Bob")}
            assert journal.answered() == {name: count for name, count in counts.items() if count}


@settings(deadline=None)  # a busy disk is no mistake
@given(st.permutations([answer(question=str(turn), time=float(turn)) for turn in range(5)]))
def test_the_order_in_which_answers_come_makes_no_difference(shuffled: Kept) -> None:
    with TemporaryDirectory() as folder:
        journal = Journal(Path(folder) / "journal.sqlite3")
        for each in shuffled:
            journal.keep([each])
        assert [time for time, *_ in columns(journal.counted("Ann"))] == [0, 1, 2, 3, 4]


MANY = 2_500


def many(journal: Journal) -> Kept:
    """More answers than two pages hold, at even seconds."""
    answers = [answer(question=str(turn), puzzle=f"p{turn % 7}", time=2.0 * turn) for turn in range(MANY)]
    journal.keep(answers)
    return answers


@pytest.mark.parametrize("second", [-1, 1, 1999, 2001, 4001, 9999])
def test_where_the_clock_went_back_an_answer_finds_its_place(tmp_path: Path, second: int) -> None:
    journal = Journal(tmp_path / "journal.sqlite3")
    kept = many(journal)
    late = [answer(question="late", time=float(second)), answer(question="later", time=20_000.0)]
    journal.keep(late)
    assert columns(journal.counted("Ann")) == expected([*kept, *late], "Ann")
    journal.keep([answer(question="latest", time=30_000.0)])
    assert len(journal.counted()) == MANY + 3


def sizes(journal: Journal) -> list[int]:
    """How many answers each page holds."""
    with closing(sqlite3.connect(journal.path)) as connection:
        lengths = connection.execute("SELECT length(records) FROM page ORDER BY number").fetchall()
    return [length // 36 for (length,) in lengths]


def test_after_a_clock_that_went_back_one_page_alone_is_written(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.sqlite3")
    kept = many(journal)
    assert sizes(journal) == [1000, 1000, 500]
    for batch in range(11):
        late = [answer(question=f"{batch} {turn}", time=2.0 * batch + 1) for turn in range(100)]
        journal.keep(late)
        kept += late
        assert sizes(journal) == ([1100 + 100 * batch, 1000, 500] if batch < 10 else [1000, 1000, 1000, 600])
        by_time = sorted(kept, key=lambda each: each.time)
        assert columns(journal.counted("Ann")) == expected(by_time, "Ann")


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE page SET records = substr(records, 1, 1000) WHERE number = 1",
        "UPDATE page SET records = substr(records, 1, 3600) WHERE number = 2",
        "UPDATE page SET records = 'text' WHERE number = 2",
        "UPDATE page SET records = 7 WHERE number = 0",
        "UPDATE page SET records = zeroblob(36000) WHERE number = 1",
        "UPDATE page SET records = randomblob(36000) WHERE number = 0",
        "DELETE FROM page WHERE number = 1",
        "DELETE FROM page",
        "DELETE FROM puzzle",
        "UPDATE player SET counted = 7",
    ],
)
@pytest.mark.parametrize("writing", [False, True], ids=["read", "written to"])
def test_columns_that_were_harmed_are_made_anew(tmp_path: Path, harm: str, writing: bool) -> None:
    journal = Journal(tmp_path / "journal.sqlite3")
    kept = many(journal)
    with closing(sqlite3.connect(journal.path)) as connection, connection:
        connection.execute(harm)
    if writing:
        kept.append(answer(question="one more", time=10_000.0))
        journal.keep(kept[-1:])
    assert columns(journal.counted("Ann")) == expected(kept, "Ann")
    assert columns(journal.counted()) == expected(kept, None)
