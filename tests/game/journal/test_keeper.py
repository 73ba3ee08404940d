"""The keeper: what the game knows of its players, whether it could be written or not."""

from __future__ import annotations

import math
import re
import threading
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from neuron_tui.game.journal.journal import Journal
from neuron_tui.game.journal.keeper import LOST, Keeper
from neuron_tui.game.journal.kept import Answer
from tests.game.journal.answers import LATER, answer, columns, race, trial, versions
from tests.game.journal.test_rounds import a_round


def in_the_way(path: Path) -> None:
    """Put something at the journal's place that nothing can be written into."""
    path.mkdir(parents=True)


def test_with_no_file_it_all_counts_for_this_game(tmp_path: Path) -> None:
    keeper = Keeper(None, "Ann")
    begun = race()
    assert keeper.notice() == keeper.keep([answer(time=1.0), answer(time=2.0), answer("Bob", time=0.0)]) == ""
    assert keeper.keep([begun]) == keeper.keep([trial(begun, 0)]) == ""
    assert keeper.answered() == {"Ann": 2, "Bob": 1}
    assert [time for time, *_ in columns(keeper.counted("Ann"))] == [1.0]
    assert [time for time, *_ in columns(keeper.counted())] == [0.0, 1.0]
    assert keeper.races() == ((begun, (trial(begun, 0),)),)
    assert keeper.races("Bob") == ()
    assert keeper.close() == ""


def test_what_is_held_back_counts_together_with_what_is_written(tmp_path: Path) -> None:
    path = tmp_path / "home" / "journal.sqlite3"
    keeper = Keeper(path, "Ann")
    keeper.keep([answer(time=1.0), answer(puzzle="mine/votes", question="x", time=5.0)])
    with_folder = path.with_name("elsewhere")
    path.rename(with_folder)
    in_the_way(path)
    keeper.keep([answer(question="0 0 0", time=3.0), answer(puzzle="mine/new", time=9.0, content="new")])
    path.rmdir()
    with_folder.rename(path)
    assert columns(keeper.counted()) == [
        (1.0, 0.9, 0.875, 1.0, "article/leftmost-column"),
        (3.0, 0.9, 0.875, 1.0, "article/leftmost-column"),
        (5.0, 0.9, 0.875, 1.0, "mine/votes"),
        (9.0, 0.9, 0.875, 1.0, "mine/new"),
    ]
    assert versions(keeper.counted())[2:] == ["0123456789abcdef", "new"]
    assert keeper.answered() == {"Ann": 4}
    assert Journal(path).answered() == {"Ann": 2}
    assert keeper.close() == ""
    assert Journal(path).answered() == {"Ann": 4}
    assert columns(Journal(path).counted()) == columns(keeper.counted())


def test_a_second_attempt_is_one_also_while_it_is_held_back(tmp_path: Path) -> None:
    path = tmp_path / "home" / "journal.sqlite3"
    Journal(path).keep([answer(time=1.0)])
    keeper = Keeper(path, "Ann")
    moved = path.rename(path.with_name("elsewhere"))
    in_the_way(path)
    assert keeper.keep([answer(time=2.0)]) != ""
    path.rmdir()
    moved.rename(path)
    assert [time for time, *_ in columns(keeper.counted())] == [1.0]
    assert keeper.answered() == {"Ann": 2}


def test_a_race_goes_on_whether_it_can_be_written_or_not(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    keeper = Keeper(path, "Ann")
    first, second = race(begun=LATER), race(begun=LATER + 1)
    keeper.keep([first])
    keeper.keep([trial(first, 0)])
    moved = path.rename(path.with_name("elsewhere"))
    in_the_way(path)
    assert keeper.keep([trial(first, 1)]) != ""
    assert keeper.keep([second]) == ""
    assert keeper.keep([trial(second, 0)]) == ""
    path.rmdir()
    moved.rename(path)
    expected = ((first, (trial(first, 0), trial(first, 1))), (second, (trial(second, 0),)))
    assert keeper.races() == expected
    assert keeper.close() == ""
    assert Journal(path).races() == expected


def test_of_two_games_on_one_race_the_first_to_answer_keeps_it_and_the_other_is_told_once(
    tmp_path: Path,
) -> None:
    path = tmp_path / "journal.sqlite3"
    one, other = Keeper(path, "Ann"), Keeper(path, "Ann")
    begun = race()
    one.keep([begun])
    assert other.races() == ((begun, ()),)
    first = trial(begun, 0, decision=0)
    assert one.keep([first]) == ""
    assert other.keep([trial(begun, 0, decision=1)]) == LOST
    assert other.keep([trial(begun, 1)]) == "", "no trial of one game follows upon the other's"
    assert one.keep([trial(begun, 1, decision=0)]) == ""
    assert one.races() == other.races() == ((begun, (first, trial(begun, 1, decision=0))),)
    assert other.keep([trial(begun, 2)]) == "", "by now it is known how the race stands"
    assert len(one.races()[0][1]) == 3


def test_what_was_held_back_goes_where_another_game_went_on_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    one, other = Keeper(path, "Ann"), Keeper(path, "Ann")
    begun = race()
    one.keep([begun])
    moved = path.rename(path.with_name("elsewhere"))
    in_the_way(path)
    one.keep([trial(begun, 0, decision=0)])
    one.keep([trial(begun, 1, decision=0)])
    path.rmdir()
    moved.rename(path)
    other.races()
    assert other.keep([trial(begun, 0)]) == ""
    assert one.close() == LOST
    assert one.races() == ((begun, (trial(begun, 0),)),), "no trial of one game follows upon the other's"
    assert one.close() == ""


def test_a_race_that_was_forgotten_does_not_come_back(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    keeper = Keeper(path, "Ann")
    begun = race()
    keeper.keep([begun])
    keeper.keep([trial(begun, 0)])
    Journal(path).forget("Ann")
    assert keeper.keep([trial(begun, 1)]) == LOST
    assert keeper.keep([trial(begun, 2)]) == keeper.keep([answer("Bob")]) == keeper.close() == ""
    assert keeper.races() == Journal(path).races() == ()
    assert Journal(path).answered() == {"Bob": 1}
    again = race()
    assert keeper.keep([again]) == keeper.keep([trial(again, 0)]) == ""
    assert Journal(path).races() == ((again, (trial(again, 0),)),)


IMPOSSIBLE = [
    replace(answer(), neuron_guess=math.nan),
    replace(answer(), guess=Fraction(3, 2)),
    replace(answer(), right=Fraction(-1)),
    replace(answer(), time=math.inf),
    replace(answer(), seconds=-1e300),
    replace(answer(), hints=10**5000),
]


@pytest.mark.parametrize("impossible", IMPOSSIBLE)
@pytest.mark.parametrize("kept", [True, False], ids=["in a file", "in memory"])
def test_what_can_never_be_kept_is_told_once_and_hinders_nothing(
    tmp_path: Path, impossible: Answer, kept: bool
) -> None:
    path = tmp_path / "journal.sqlite3"
    keeper = Keeper(path if kept else None, "Ann")
    begun = race()
    told = keeper.keep([answer(), impossible, answer(question="0 0 0")])
    assert re.fullmatch("An answer can't be kept: its `[a-z_]+` has an impossible value.", told)
    assert keeper.keep([impossible]) == keeper.keep([answer(question="1 1 1")]) == ""
    assert keeper.keep([begun]) == keeper.keep([trial(begun, 0)]) == ""
    assert keeper.answered() == {"Ann": 3}
    assert len(keeper.counted()) == 3
    assert keeper.races() == ((begun, (trial(begun, 0),)),)
    assert keeper.close() == ""


def test_a_race_or_trial_that_can_never_be_kept_hinders_nothing(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path / "journal.sqlite3", "Ann")
    begun = race()
    assert keeper.keep([begun]) == ""
    assert keeper.keep([replace(race(), seed=-1)]) == (
        "A race can't be kept: its `seed` has an impossible value."
    )
    assert keeper.keep([replace(trial(begun, 0), neuron_output=math.nan)]) == (
        "A trial can't be kept: its `neuron_output` has an impossible value."
    )
    assert keeper.keep([trial(begun, 1)]) == keeper.close() == ""
    assert keeper.races() == ((begun, (trial(begun, 1),)),)


def test_links_that_lead_in_a_circle_are_told(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    path.symlink_to(tmp_path / "other")
    (tmp_path / "other").symlink_to(path)
    keeper = Keeper(path, "Ann")
    assert re.search(r"can't be used \(.*symbolic links\)", keeper.notice())
    assert keeper.keep([answer()]) == ""
    assert keeper.answered() == {"Ann": 1}
    path.unlink()
    assert keeper.close() == ""
    assert Journal(path).answered() == {"Ann": 1}


def test_a_damaged_journal_is_set_aside_whatever_the_clock_says(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    path.write_text("Dear diary,")
    assert "journal-damaged-1970-01-01" in Keeper(path, "Ann", lambda: math.inf).notice()


def test_many_threads_may_keep_and_ask_at_once(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path / "journal.sqlite3", "Ann")
    told: list[str] = []

    def play(number: int) -> None:
        for turn in range(5):
            told.append(keeper.keep([answer(f"player {number}", question=str(turn))]))
            told.append("" if len(keeper.counted(f"player {number}")) == turn + 1 else "one is missing")

    threads = [threading.Thread(target=play, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == [""] * 40
    assert keeper.answered() == {f"player {number}": 5 for number in range(4)}


@pytest.mark.parametrize("other", ["ann", "ANN", "Ann"])
def test_capitals_make_no_other_player(tmp_path: Path, other: str) -> None:
    keeper = Keeper(tmp_path / "journal.sqlite3", "Ann")
    keeper.keep([answer("Ann"), answer("\u00c9lise")])
    again = Keeper(tmp_path / "journal.sqlite3", other)
    assert again.play_as(other) == again.player == "Ann"
    assert again.play_as("e\u0301lise") == "\u00c9lise", "with its accent as another character"
    assert again.play_as("Anna") == again.player == "Anna"


def test_in_an_older_journal_two_players_stay_two(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path / "journal.sqlite3", "Ann")
    keeper.keep([answer("Ann"), answer("ann")])
    assert [keeper.play_as(name) for name in ("ann", "Ann", "ANN")] == ["ann", "Ann", "Ann"]


def test_what_could_not_be_kept_of_one_player_is_kept_while_another_plays(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    keeper = Keeper(path, "Ann")
    in_the_way(path)
    assert keeper.keep([answer("Ann")]) != ""
    keeper.play_as("Bob")
    path.rmdir()
    assert keeper.keep([answer("Bob")]) == ""
    assert Journal(path).answered() == {"Ann": 1, "Bob": 1}


def test_a_strange_name_is_the_same_player_everywhere(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path / "journal.sqlite3", "caf\udce9")
    keeper.keep([answer("caf\udce9"), answer(keeper.player, question="0 0 0")])
    assert keeper.answered() == {keeper.player: 2}
    assert len(keeper.counted(keeper.player)) == len(keeper.counted("caf\udce9")) == 2


def test_who_plays_alone_reads_nothing_of_others(tmp_path: Path) -> None:
    """Whatever is asked for, and by whichever name."""
    path = tmp_path / "journal.sqlite3"
    Keeper(path, "Bob").keep([answer("Bob"), race("Bob"), a_round("Bob")])
    visitor = Keeper(path, "Ann", alone=True)
    visitor.keep([answer("Ann")])
    for player in (None, "Bob"):
        assert len(visitor.counted(player)) == 1
        assert visitor.races(player) == visitor.rounds(player) == visitor.tasks(player) == ()
    assert visitor.answered() == {"Ann": 1}
