"""A match line by line, and what is kept of it."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from neuron_tui.game.journal.journal import Journal
from neuron_tui.game.journal.kept import Answer
from neuron_tui.game.settings import Settings, write_settings
from tests.cli.conftest import Run, write
from tests.game.journal.answers import answer as an_answer
from tests.plain.conftest import Heard, Play

GOODBYE = "Goodbye. Everything you answered is kept."


def answers(home: Path) -> list[Answer]:
    """What the journal has of whoever played."""
    path = home / "journal.sqlite3"
    return [] if not path.exists() else list(Journal(path).answers())


def test_a_match_from_the_table_to_the_verdict(play: Play, home: Path) -> None:
    heard = play("0.7", "1", "1", "", "home", puzzle="leftmost")
    assert "Row 2: left, middle and right on; answer 1." in heard
    assert "0.70: leaning to 1." in heard
    assert "That is plus 64 points if it is 1, minus 96 if it is 0." in heard
    assert "1.00: certain it is 1." in heard
    assert "After 10 looks: 4 of 4 rows come out right." in heard
    assert "After 100 looks: it says 0.9903 to the question." in heard.lines
    assert "After 10,000 looks: 4 of 4 rows come out right." in heard
    verdict = heard.after("You both got it: it is 1.")
    assert verdict[0] == "Points: you plus 100, neuron plus 100."
    assert "The rule: The output copies the leftmost input." in verdict
    assert "right: strongly for 0." in verdict
    (kept,) = answers(home)
    assert (kept.guess, kept.right, kept.hints, kept.question) == (Fraction(1), Fraction(1), 0, "1 0 0")


def test_a_guess_is_a_number_however_it_is_written(play: Play) -> None:
    heard = play(
        "70%",
        "25 percent",
        "Zero",
        ".25",
        "3/4",
        "0,1",
        "7",
        "1/0",
        "perhaps",
        "9" * 5_000,
        f"0.{'9' * 5_000}",
        puzzle="leftmost",
    )
    assert "0.10: fairly sure it is 0. 0 again makes it certain." in heard.lines
    for said in ("0.70: leaning to 1.", "0.25: leaning to 0.", "0.75: leaning to 1.", "0.10: fairly sure"):
        assert said in heard
    assert "A guess is at most 1, or 100%." in heard
    assert "Nothing can be divided by 0." in heard
    assert "Nothing here is called perhaps." in heard


def test_a_hint_is_counted_and_said(play: Play, home: Path) -> None:
    heard = play("hint", "h", "hint", "hint", "0.9", "", puzzle="leftmost")
    assert "Hint: Cover the columns one at a time." in heard
    assert "There are no more hints." in heard
    assert answers(home)[0].hints > 1


def test_what_stands_is_kept_when_the_input_ends_in_the_middle(play: Play, home: Path) -> None:
    heard = play("0.8", "", "0.3", puzzle="ask-it-more")
    assert heard.lines[-1] == GOODBYE
    assert heard.code == 0
    assert [kept.guess for kept in answers(home)] == [Fraction(4, 5)]


def test_a_guess_can_be_confirmed_by_a_word_and_asked_for_again(play: Play, home: Path) -> None:
    heard = play("question", "help", "0", "OK", "question", "no", puzzle="ask-it-more")
    assert sum("Question 1 of 2, row a: left and middle on." in line for line in heard.lines) == 2
    assert sum("Type how likely a 1 is" in line for line in heard.lines) == 2
    assert "That is plus 96 points if it is 0, minus 224 if it is 1." in heard
    assert "Your guess for row b, from 0 to 1?" in heard.after("Question 2 of 2, row b: middle on.")
    assert [kept.guess for kept in answers(home)] == [Fraction(1, 10)]
    again = play("1", "", "0.7", "home", "yes", puzzle="ask-it-more")
    assert sum("You answered this before, and that answer counts." in line for line in again.lines) == 1
    assert "This guess does not count yet. Leave the match?" in again


def test_to_leave_a_match_is_asked_once(play: Play) -> None:
    heard = play("0.8", "", "q", "no", "q", "quit", "0.5", puzzle="ask-it-more")
    assert sum("Leave it?" in line for line in heard.lines) == 2
    assert heard.lines[-1] == GOODBYE
    assert "leaning to 0.5" not in heard


def test_afterwards_the_neuron_answers_questions(play: Play) -> None:
    asked = ("words", "weights", "go 1", "row 2", "microscope 1 2", "microscope x", "code", "go 10001")
    heard = play("1", "", *asked, puzzle="leftmost")
    assert "It was told 4 of the 8 rows there can be" in heard
    assert "left: plus 9.67, strongly for 1." in heard
    assert "This is after 1 look." in heard
    assert "The output of row 2 is 0.4438: 1 divided by (1 plus e to the 0.2258) = 0.4438." in heard
    assert "for iteration in range(10_000):" in heard
    assert "Type go and a number from 0 to 10,000." in heard


def test_of_a_picture_the_points_are_told_that_are_alike(play: Play) -> None:
    heard = play("row 2", "1", "", "0.7", "", puzzle="does-it-smile")
    assert heard.after("Picture 2: .#.#. ..... .###. #...#; smiles 0.")[0].startswith("Picture 3")
    row = heard.after("Your guess for picture a")
    assert row[1:5] == [
        "Line 1: points 2 and 4 on.",
        "Line 2: nothing on.",
        "Line 3: points 2, 3 and 4 on.",
        "Line 4: points 1 and 5 on.",
    ]
    verdict = heard.after("Points: you")
    assert verdict[1].startswith("Picture b is 0. You 0.70")
    assert verdict[2] == "You looked at the mouth."
    assert "Line 4: points 1 and 5 a little for 0; points 2, 3 and 4 a little for 1." in verdict


def test_of_many_weights_the_microscope_tells_the_one_that_is_meant(play: Play) -> None:
    asked = ("microscope 1 row 2", "go 0", "MICROSCOPE 1 2 Fig", "microscope 1 2 figs", "microscope 99999 2")
    heard = play("1", "", "1", "", "row fig", "weight fig", *asked, puzzle="mystery-itch")
    assert any(line.startswith("The weighted sum of row 2 is ") for line in heard.lines)
    assert "For a weight type microscope 1 2 and its name, such as egg." in heard.lines
    one = heard.after("This is after 0 looks.")
    told = [line for line in one if line.startswith("The ") or line.startswith("What all rows")]
    assert [line.partition(" is ")[0] for line in told] == [
        "The weight of fig at iteration 1",
        "What all rows together ask of the weight of fig",
        "The adjustment of fig",
        "The weight of fig at iteration 2",
    ]
    assert sum("Type microscope, an iteration from 0 to 10,000" in line for line in heard.lines) == 2


def test_what_can_be_typed_is_said_once_and_where_other_words_are_for(play: Play) -> None:
    heard = play("next", "weights", "1", "", "words", "hint", "home", puzzle="leftmost")
    for prompt in ("Or type hint, table or help.", "Or type again, words, weights or help."):
        assert sum(prompt in line for line in heard.lines) == 1
    assert "Next: not here, but at home or once the neuron has learned." in heard
    assert any("Hint: not here" in line for line in heard.after("You both got it"))


def test_a_task_by_hand_begins_with_weights_of_0(play: Play) -> None:
    tried = ("rows", "mia up", "weights", "Mia minus 4", "reset", "rows", "")
    heard = play("1", "", "1", "", "", "", *tried, "task", "back", puzzle="more-the-surer")
    begun = "Row 1, Mia on: it says 0.5000, wrong."
    assert sum(begun in line for line in heard.lines) == 2
    assert "Type a number such as 0.3, minus 2 or 1/2." in heard
    assert "Mia minus 4.00, Otto plus 0.00, Yuki plus 0.00." in heard.lines
    assert "Weights: not here, but once the neuron has learned." in heard
    assert "It is still to be done. Type task to go on with it." in heard.lines
    assert any("Next is " in line for line in heard.after("It is still to be done."))


def test_after_a_chapter_comes_a_rest(play: Play) -> None:
    end = ("1", "", "1", "", "weight fig", "weights", "next")
    heard = play(*end, "perhaps", "1", "", puzzle="mystery-itch")
    assert "Wrong. It says 0.0030." in heard
    assert "Nothing here is called perhaps." in heard
    assert "The tug of war" in heard.after("An empty line begins the next chapter. Or type help.")
    heard = play(*end, "0", "home", "end 1", "home", puzzle="mystery-itch")
    assert sum("One small check." in line for line in heard.lines) == 2
    assert sum("In earnest:" in line for line in heard.lines) == 1
    assert "The tug of war" not in heard


def test_what_was_answered_before_is_practice(play: Play, home: Path) -> None:
    play("1", "", puzzle="leftmost")
    heard = play("0", "", puzzle="leftmost")
    assert "this is practice and does not count" in heard
    assert "practice: not counted" in heard


@pytest.mark.parametrize(("name", "value"), [("ACCESSIBLE", "1"), ("TERM", "dumb")])
def test_the_environment_may_ask_for_it(
    name: str, value: str, run: Run, play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    assert "The question: left on." in play(puzzle="leftmost")
    assert GOODBYE in run("play", "leftmost").out


def test_without_a_terminal_it_is_offered(run: Run) -> None:
    ran = run("play", "leftmost")
    assert ran.code == 1
    assert "--plain plays it line by line" in ran.err


def test_a_file_is_watched_on_the_full_screen_only(run: Run) -> None:
    ran = run("play", "--plain", "--watch", "leftmost")
    assert ran.code == 2
    assert "--watch needs the full screen" in ran.err


def test_texts_of_a_file_are_data(play: Play, home: Path) -> None:
    title = "[red]\u0393\u03ac\u03c4\u03b1[/red] \u25a0 \u001b[31m"
    write(home / "puzzles" / "odd.yaml", title=f'"{title}"'.replace("\u001b", ""))
    assert "[red]\u0393\u03ac\u03c4\u03b1[/red] on [31m" in play(puzzle="odd")


def test_who_plays_is_asked_first_where_that_is_wanted(play: Play, home: Path) -> None:
    journal = Journal(home / "journal.sqlite3")
    journal.keep([an_answer("Ann Lee"), an_answer("Ben")])
    assert play("help", "quit", options=("--ask",)).lines[1].endswith("Type quit to leave.")
    heard = play(" ", "ann  lee", "1", "", puzzle="leftmost", options=("--ask",))
    assert heard.lines[0] == "Who plays? Type a name. Known here: Ann Lee, Ben."
    assert journal.answered() == {"Ann Lee": 2, "Ben": 1}


def test_the_error_is_told_from_the_start_to_who_wants_all_panels(play: Play, home: Path) -> None:
    assert "error" not in " ".join(play("1", "", puzzle="leftmost").lines)
    write_settings(home / "settings.json", Settings(all_panels=True))
    assert "After 10,000 iterations: error 0.008; 4 of 4 rows" in play("1", "", puzzle="leftmost")


def test_help_says_the_step_or_what_a_task_takes(play: Play) -> None:
    tried = ("draw", "microscope 1 1", "flip 1 2", "help")
    heard = play("1", "", "0", "", "", *tried, puzzle="does-it-smile")
    task = heard.after("The picture: .#.#. ..... #...# .###.")
    assert "Microscope 1 1: not here, but once the neuron has learned." in Heard(task, 0)
    assert "The picture: ...#. ..... #...# .###." in task
    assert sum(line.startswith("Type flip, a line and a point in it") for line in task) == 3
    heard = play("1", "", "help", puzzle="cat-on-your-lap")
    assert heard.lines.count("Step 1 of 1: Type row 5: sofa and dog together.") == 2


def test_where_the_neuron_is_foreseen_its_number_is_asked_for(play: Play) -> None:
    heard = play("help", "0.6", puzzle="tug-of-war")
    assert sum(line.startswith("Type what it will say: a number from 0 to 1") for line in heard.lines) == 2
    assert "how likely" not in heard
