"""A task that was done: kept, carried over, and forgotten."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from neuron_tui.game.journal.exchange import Imported, exported, header, import_from, kept_in, line_of
from neuron_tui.game.journal.journal import Journal
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.game.journal.kept import KeptTask
from neuron_tui.game.journal.match_answers import kept_task
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.task import Task
from tests.game.journal.answers import LATER, answer, told_by_sqlite
from tests.game.matches import article

TASK = Task("teach", 2, (1, 3))


def done(player: str = "Ann", count: int = 2, time: float = LATER) -> KeptTask:
    """The article's task as a match would give it."""
    return kept_task(article(), "article/leftmost-column", TASK, count, player, time)


def test_a_task_comes_back_as_it_was_done_in_the_order_of_time(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.sqlite3")
    best, first = done(time=LATER + 60), done(count=3)
    journal.keep([best, first, done("Bob", 4)])
    assert journal.tasks("Ann") == (first, best)
    assert (best.puzzle, best.content, best.do) == (
        "article/leftmost-column",
        content_of(article()),
        "teach",
    )
    assert [(task.count, task.par, task.stars) for task in journal.tasks()] == [
        (3, 2, 2),
        (4, 2, 1),
        (2, 2, 3),
    ]
    assert journal.players() == ("Ann", "Bob")
    assert journal.answers() == ()
    told = told_by_sqlite(journal.path, "SELECT player, do, count FROM task ORDER BY count")
    assert told == [("Ann", "teach", 2), ("Ann", "teach", 3), ("Bob", "teach", 4)]


def test_whoever_has_done_a_task_has_played_its_puzzle(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.sqlite3")
    journal.keep([done()])
    assert Keeper(journal.path, "Ann").played() == {("article/leftmost-column", content_of(article()))}
    assert Keeper(journal.path, "Bob").played() == frozenset()


def test_a_task_is_held_where_there_is_no_file(tmp_path: Path) -> None:
    path = tmp_path / "home" / "journal.sqlite3"
    path.mkdir(parents=True)
    keeper, kept = Keeper(path, "Ann"), done()
    assert keeper.keep([kept]), "it says that it can't be kept"
    assert keeper.tasks("Ann") == (kept,)
    path.rmdir()
    assert keeper.close() == ""
    assert Journal(path).tasks() == (kept,)


def test_a_task_is_carried_over_once(tmp_path: Path) -> None:
    here, there = Journal(tmp_path / "here"), Journal(tmp_path / "there")
    mine, kept = done(), answer()
    here.keep([kept, mine, done("Bob")])
    text = "\n".join(exported(here, "Ann"))
    assert json.loads(text.splitlines()[-1]) | {"id": ""} == {
        "kind": "task",
        "id": "",
        "player": "Ann",
        "puzzle": "article/leftmost-column",
        "content": content_of(article()),
        "do": "teach",
        "count": 2,
        "par": 2,
        "stars": 3,
        "time": LATER,
        "version": mine.version,
    }
    assert import_from(there, io.BytesIO(text.encode())) == Imported(answers=1, tasks=1)
    assert there.tasks() == (mine,)
    assert import_from(there, io.BytesIO(text.encode())) == Imported(known=2)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("do", "dance"),
        ("count", -1),
        ("count", 1.5),
        ("par", 0),
        ("stars", 0),
        ("stars", 4),
        ("mood", "good"),
    ],
)
def test_every_field_of_a_task_is_checked(name: str, value: object) -> None:
    line = json.loads(line_of(done()))
    assert kept_in(json.dumps(line).encode()) == replace(done(), id=line["id"])
    with pytest.raises(ValueError, match=f"`{name}`"):
        kept_in(json.dumps(line | {name: value}).encode())


def test_two_people_of_one_name_are_told_apart_by_their_tasks_too(tmp_path: Path) -> None:
    here, there = Journal(tmp_path / "here"), Journal(tmp_path / "there")
    here.keep([done()])
    there.keep([answer()])
    text = "\n".join([header(), line_of(done())])
    with pytest.raises(Exception, match="--merge"):
        import_from(there, io.BytesIO(text.encode()))
    assert import_from(there, io.BytesIO(text.encode()), merge=True).tasks == 1


def test_forgetting_a_player_forgets_the_tasks(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.sqlite3")
    journal.keep([answer("Clementine"), done("Clementine"), done("Bob")])
    journal.forget("Clementine")
    assert [task.player for task in journal.tasks()] == ["Bob"]
    assert b"Clementine" not in journal.path.read_bytes()
