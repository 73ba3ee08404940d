"""`neuron-tui scores`: how the players stand, from a real journal."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from neuron_tui.game.journal.journal import Journal
from neuron_tui.game.journal.kept import Answer, KeptRound, KeptTask, Mode, Told
from tests.cli.conftest import Run, assert_mistake, write


def answer(
    number: int, guess: str, right: int, *, player: str = "anna", question: str = "", mode: Mode = "match"
) -> Answer:
    return Answer(
        id=f"{number:032x}",
        player=player,
        puzzle="article/leftmost-column" if number % 2 else "article/picnic",
        content="0123456789abcdef",
        question=question or f"question {number}",
        guess=Fraction(guess),
        neuron_guess=0.9999,
        right=Fraction(right),
        hints=0,
        seconds=3.0,
        mode=mode,
        time=1.7e9 + number,
        version="0.4.0",
    )


@pytest.fixture
def journal(home: Path) -> Journal:
    """Anna has answered four questions and tried one more than once; Ben has answered one."""
    journal = Journal(home / "journal.sqlite3")
    journal.keep(
        [
            answer(1, "0.9", 1, question="1 0 0"),
            answer(2, "1", 1),
            answer(3, "0.2", 1, question="1 0 1"),
            answer(4, "0.3", 0),
            answer(5, "1", 1, question="1 0 0"),
            answer(6, "1", 1, mode="examples"),
            answer(7, "0.5", 1, player="ben"),
        ]
    )
    return journal


def test_without_a_journal_it_says_what_to_do_and_writes_nothing(run: Run, home: Path) -> None:
    ran = run("scores")
    assert ran.code == 0
    assert "Play a puzzle" in ran.out
    assert json.loads(run("scores", "--json").out) == {"players": [], "questions": 0}
    assert run("scores", "--csv").out.startswith("player,puzzle,content,answers")
    assert run("scores", "--player", "anna").code == 0
    assert not home.exists()


def test_the_table_has_each_player_with_the_neuron_under_them(run: Run, journal: Journal) -> None:
    header, anna, neuron, ben, _ = run("scores").out.splitlines()
    assert (
        " ".join(header.split())
        == "player questions counted wins points right Brier score 95 % range foreseen"
    )
    # 96 + 100 - 156 + 64 points; right in three of four; (0.01 + 0 + 0.64 + 0.09) / 4 on average
    assert anna.split() == ["anna", "6", "4", "1", "104", "75", "%", "0.185", "-", "-"]
    # the neuron's 0.9999 is as good as right in three, and sure and wrong in the last
    assert neuron.split() == ["the", "neuron", "1", "0", "75", "%", "0.250", "-"]
    assert ben.split()[:5] == ["ben", "1", "1", "0", "0"]


def test_tasks_are_told_apart_from_guesses_and_the_best_of_each_counts(run: Run, journal: Journal) -> None:
    def done(number: int, do: str, stars: int, player: str = "anna") -> KeptTask:
        said = ("article/picnic", "0123456789abcdef", do, 4 - stars, 1, stars, 1.7e9 + number, "0.4.0")
        return KeptTask(f"{number:032x}", player, *said)

    before = run("scores", "--player", "anna").out
    journal.keep([done(1, "teach", 1), done(2, "teach", 3), done(3, "break", 2), done(4, "fool", 1, "ben")])
    after = run("scores", "--player", "anna").out
    assert after == before.rstrip("\n") + "\nTasks: 2 done, 5 of 6 stars.\n"


def test_the_first_rounds_of_small_games_are_told(run: Run, journal: Journal) -> None:
    def played(number: int, game: str, look: Told, points: float, *said: int | None) -> KeptRound:
        return KeptRound(f"{number:032x}", "anna", game, look, 10, points, *said, 7, 1.7e9 + number, "0.4.0")

    before = run("scores", "--player", "anna").out
    journal.keep(
        [
            played(1, "road", "masked", -0.25, 10, 10_000),
            played(2, "catch", "masked", 0.4, 300, 300),
            played(3, "catch", "open", 1.0, None, None),
            played(4, "catch", "masked", 0.9, 10, 10),
            played(5, "snake", "masked", 2.0, 100, None),
            played(6, "chess", "masked", 2.0, 100, 100),
        ]
    )
    after = run("scores", "--player", "anna").out
    # three of four decades apart: 100 * (1 - 4 * 0.75^2) = -125; and 100 where both are the same
    told = (
        "By itself, points a game: Catch +0.40 masked, +1.00 with names; Road \u22120.25 masked; "
        "Snake +2.00 masked. For saying when the network is as good: \u221225 in 2 games."
    )
    assert after == f"{before}{told}\n"


def test_json_counts_practice_among_the_questions_and_apart(run: Run, journal: Journal) -> None:
    found = json.loads(run("scores", "--json").out)
    assert found["questions"] == 7
    anna, ben = found["players"]
    assert (anna["player"], anna["questions"], anna["counted"], anna["practice"]) == ("anna", 6, 4, 2)
    assert anna["points"] == 96 + 100 - 156 + 64
    assert anna["accuracy"] == 0.75
    assert anna["brier"] == 0.185
    assert (anna["wins"], anna["losses"], anna["draws"]) == (1, 1, 2)
    assert sum(bin["count"] for bin in anna["calibration"]) == 4
    assert anna["neuron"]["accuracy"] == 0.75
    assert (ben["accuracy"], ben["brier"], ben["brier_interval"]) == (0, 0.25, None)


def test_what_was_foreseen_stands_apart(run: Run, journal: Journal) -> None:
    before = json.loads(run("scores", "--json", "--player", "anna").out)["players"][0]
    asked = replace(answer(8, "0.95", 1), right=None, asked="neuron")
    journal.keep([asked, replace(answer(9, "0.5", 1), right=None)])
    (after,) = json.loads(run("scores", "--json", "--player", "anna").out)["players"]
    # 0.95 for 0.9999: 100 - 400 * 0.0499^2; the other one is from before the neuron was asked for
    seen = after["foreseen"]
    assert (seen["counted"], seen["got"], seen["points"]) == (1, 1, pytest.approx(99.003996))
    assert seen["trust"] == pytest.approx(0.95 - 0.9999)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"foreseen", "questions", "practice"}
    assert (after["questions"], after["practice"]) == (8, 3)
    out = run("scores", "--player", "anna").out
    assert out.splitlines()[1].split()[-1] == "99"
    assert "You foresaw the neuron 1 of 1 time: worth +99, +99 per answer." in out
    assert "may show whether you trust it too much or too little." in out


def test_the_new_question_is_the_one_that_counts(run: Run, journal: Journal) -> None:
    before = json.loads(run("scores", "--json", "--player", "anna").out)
    journal.keep([answer(9, "0", 1, question="1 0 1"), answer(10, "1", 1, question="never asked before")])
    (after,) = json.loads(run("scores", "--json", "--player", "anna").out)["players"]
    assert after["questions"] == before["questions"] + 2
    assert after["points"] == before["players"][0]["points"] + 100


def test_one_player_comes_with_sentences(run: Run, journal: Journal) -> None:
    out = run("scores", "--player", "anna").out
    assert "ben" not in out
    assert "To anna:\n" in out
    assert "It takes at least 6 more answers to tell who is better, you or the neuron." in out
    assert json.loads(run("scores", "--player", "ben", "--json").out)["questions"] == 1


def test_players_stand_in_the_order_of_a_list_of_names(run: Run, journal: Journal) -> None:
    journal.keep([answer(11, "1", 1, player="Zoë"), answer(12, "1", 1, player="Bea")])
    lines = run("scores").out.splitlines()
    assert [line.split()[0] for line in lines[1::2]] == ["anna", "Bea", "ben", "Zoë"]
    assert_mistake(run("scores", "--player", "carla"), "anna, Bea, ben, Zoë")


def test_a_damaged_journal_is_set_aside_and_that_is_told(run: Run, home: Path) -> None:
    home.mkdir(exist_ok=True)
    (home / "journal.sqlite3").write_bytes(b"This is no journal." * 99)
    ran = run("scores")
    assert ran.code == 0
    assert "Nothing is counted yet." in ran.out
    assert ran.err.count("\n") == 1
    (aside,) = (file.name for file in home.iterdir() if file.name.startswith("journal"))
    assert aside in ran.err
    assert run("scores").err == "", "it is told once"


def test_answers_to_an_earlier_version_of_a_puzzle_have_a_row_of_their_own_in_the_csv(
    run: Run, journal: Journal
) -> None:
    journal.keep([replace(answer(13, "1", 1, player="ben"), content="fedcba9876543210")])
    rows = list(csv.DictReader(io.StringIO(run("scores", "--csv", "--player", "ben").out)))
    assert [(row["puzzle"], row["content"], row["points"]) for row in rows] == [
        ("article/leftmost-column", "0123456789abcdef", "0.0"),
        ("article/leftmost-column", "fedcba9876543210", "100.0"),
    ]


def test_csv_has_a_row_for_each_player_and_puzzle(run: Run, journal: Journal) -> None:
    rows = list(csv.DictReader(io.StringIO(run("scores", "--csv").out)))
    assert [(row["player"], row["puzzle"], row["answers"], row["points"]) for row in rows] == [
        ("anna", "article/leftmost-column", "2", "-60.0"),
        ("anna", "article/picnic", "2", "164.0"),
        ("ben", "article/leftmost-column", "1", "0.0"),
    ]


def test_a_player_who_is_not_there_is_a_mistake_that_names_those_who_are(run: Run, journal: Journal) -> None:
    assert_mistake(run("scores", "--player", "carla"), "carla", "anna, ben")


def test_json_and_csv_together_are_wrong_usage(run: Run, journal: Journal) -> None:
    assert_mistake(run("scores", "--json", "--csv"), "--json", "--csv", "--help", code=2)


def test_a_name_with_control_characters_stays_on_its_line(run: Run, home: Path) -> None:
    Journal(home / "journal.sqlite3").keep([answer(1, "0.9", 1, player="a\x1b[31m\nb")])
    out = run("scores").out
    assert "\x1b" not in out
    assert len(out.split("\n\n")[0].splitlines()) == 3
    assert_mistake(run("scores", "--player", "c"), "there are: a")


def test_control_characters_and_formulas_in_names_do_no_harm_in_a_table(run: Run, home: Path) -> None:
    names = ("\x1b]0;=1+1\x07", "=1+1", "+\x1b[31mred")
    said = [answer(number, "0.9", 1, player=name) for number, name in enumerate(names)]
    Journal(home / "journal.sqlite3").keep(said)
    text = run("scores", "--csv").out
    assert "\x1b" not in text
    assert "\x07" not in text
    assert {line.split(",")[0] for line in text.splitlines()[1:]} == {"]0;=1+1", "'=1+1", "'+[31mred"}


def test_every_answer_is_a_row_for_other_programs(run: Run, journal: Journal) -> None:
    foreseen = replace(answer(8, "0.9", 1, player="=HYPERLINK(1)"), right=None, asked="neuron", hints=2)
    journal.keep(
        [foreseen, replace(answer(9, "0.2", 0, player="ben"), puzzle="gone/by", right=Fraction(1, 2))]
    )
    rows = list(csv.DictReader(io.StringIO(run("scores", "--answers", "--csv").out)))
    assert [row["player"] for row in rows] == [*["anna"] * 6, "ben", "'=HYPERLINK(1)", "ben"]
    first, *_, wrong, _, again, elsewhere, _, its, half = rows
    assert (first["chapter"], first["puzzle"], first["question"]) == (
        *("article", "article/leftmost-column"),
        "1 0 0",
    )
    assert (first["guess"], first["right"], first["points"], first["time"]) == (
        *("0.9", "1.0", "96.0"),
        "2023-11-14T22:13:21Z",
    )
    # 0.2 where 1 is right: 100 - 400 * 0.64
    assert (wrong["points"], wrong["got"], wrong["on_right_side"]) == ("-156.0", "0", "0")
    assert (first["attempt"], first["counts"]) == ("1", "1")
    assert (again["attempt"], again["counts"], elsewhere["mode"]) == ("2", "0", "examples")
    # 0.9 for 0.9999: 100 - 400 * 0.0999^2
    assert (its["foreseen"], its["right"], its["hints"], its["got"]) == ("1", "", "2", "1")
    assert float(its["points"]) == pytest.approx(96.007996)
    # a half has no side; (0.8^2 + 0.2^2) / 2 = 0.34 on average: 100 - 136
    assert (half["puzzle"], half["on_right_side"], half["points"]) == ("gone/by", "", "-36.0")
    alone = list(csv.DictReader(io.StringIO(run("scores", "--answers", "--csv", "--player", "Ben").out)))
    assert alone == [row for row in rows if row["player"] == "ben"]
    assert_mistake(run("scores", "--answers"), "add --csv", code=2)


def test_of_a_puzzle_that_is_here_each_answer_has_the_title(run: Run, home: Path) -> None:
    write(home / "puzzles" / "class" / "01-first.yaml", title="=First")
    Journal(home / "journal.sqlite3").keep([replace(answer(1, "1", 1), puzzle="class/first")])
    (row,) = csv.DictReader(io.StringIO(run("scores", "--answers", "--csv").out))
    assert row["title"] == "'=First"
