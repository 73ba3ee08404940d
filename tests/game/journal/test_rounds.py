"""A round of a small game that was played: kept, carried over, and forgotten."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from neuron_tui import __version__
from neuron_tui.game.journal.exchange import Imported, exported, import_from, kept_in, line_of
from neuron_tui.game.journal.journal import Journal
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.game.journal.kept import NEVER, KeptRound
from tests.game.journal.answers import LATER, answer, new_id, told_by_sqlite


def a_round(player: str = "Ann", time: float = LATER) -> KeptRound:
    """A masked round, after which the network was as good sooner than the player had thought."""
    return KeptRound(new_id(), player, "catch", "masked", 10, 0.4, 1_000, 310, 7, time, __version__)


def test_a_round_comes_back_as_it_was_played_in_the_order_of_time(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.sqlite3")
    later, first = a_round(time=LATER + 60), replace(a_round(), points=-1.0, passed=NEVER)
    unguessed = replace(a_round("Bob"), look="open", guess=None, passed=None, points=1)
    journal.keep([later, first, unguessed])
    assert journal.rounds("Ann") == (first, later)
    assert journal.rounds() == (first, unguessed, later)
    assert journal.players() == ("Ann", "Bob")
    assert journal.answered() == {}
    told = told_by_sqlite(journal.path, "SELECT player, look, guess, passed FROM round ORDER BY points")
    assert told == [("Ann", "masked", 1_000, 0), ("Ann", "masked", 1_000, 310), ("Bob", "open", None, None)]


def test_a_round_is_held_where_there_is_no_file(tmp_path: Path) -> None:
    path = tmp_path / "home" / "journal.sqlite3"
    path.mkdir(parents=True)
    keeper, kept = Keeper(path, "Ann"), a_round()
    assert keeper.keep([kept]), "it says that it can't be kept"
    assert keeper.rounds("Ann") == (kept,)
    assert keeper.rounds("Bob") == ()
    path.rmdir()
    assert keeper.close() == ""
    assert Journal(path).rounds() == (kept,)


def test_a_round_that_cannot_be_is_told_and_left_out() -> None:
    keeper = Keeper(None, "Ann")
    assert "A round" in keeper.keep([replace(a_round(), points=float("nan")), kept := a_round()])
    assert keeper.rounds() == (kept,)


def test_a_round_is_carried_over_once(tmp_path: Path) -> None:
    here, there = Journal(tmp_path / "here"), Journal(tmp_path / "there")
    mine = a_round()
    here.keep([mine, a_round("Bob")])
    text = "\n".join(exported(here, "Ann"))
    assert json.loads(text.splitlines()[-1]) == {
        "kind": "round",
        "id": mine.id,
        "player": "Ann",
        "game": "catch",
        "look": "masked",
        "games": 10,
        "points": 0.4,
        "guess": 1_000,
        "passed": 310,
        "seed": 7,
        "time": LATER,
        "version": __version__,
    }
    assert import_from(there, io.BytesIO(text.encode())) == Imported(rounds=1)
    assert there.rounds() == (mine,)
    assert import_from(there, io.BytesIO(text.encode())) == Imported(known=1)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("look", "upside down"),
        ("games", 0),
        ("games", 1.5),
        ("points", "many"),
        ("points", None),
        ("guess", -1),
        ("passed", 0.5),
        ("seed", -1),
        ("mood", "good"),
    ],
)
def test_every_field_of_a_round_is_checked(name: str, value: object) -> None:
    kept = a_round()
    line = json.loads(line_of(kept))
    assert kept_in(json.dumps(line | {"guess": None}).encode()) == replace(kept, guess=None)
    with pytest.raises(ValueError, match=f"`{name}`"):
        kept_in(json.dumps(line | {name: value}).encode())


def test_two_people_of_one_name_are_told_apart_by_their_rounds_too(tmp_path: Path) -> None:
    here, there = Journal(tmp_path / "here"), Journal(tmp_path / "there")
    here.keep([a_round()])
    there.keep([answer()])
    text = "\n".join(exported(here))
    with pytest.raises(Exception, match="--merge"):
        import_from(there, io.BytesIO(text.encode()))
    assert import_from(there, io.BytesIO(text.encode()), merge=True).rounds == 1


def test_forgetting_a_player_forgets_the_rounds(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.sqlite3")
    journal.keep([answer("Clementine"), a_round("Clementine"), kept := a_round("Bob")])
    journal.forget("Clementine")
    assert journal.rounds() == (kept,)
    assert b"Clementine" not in journal.path.read_bytes()
