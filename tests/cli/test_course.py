"""`neuron-tui check` on a whole course: a folder with a glossary in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, Run, write

GLOSSARY = """\
- term: weight
  meaning: A number.
  forms: [weight, weights]
  explained: one/b
- term: calibration
  meaning: Whether it is so.
"""
EXPLAINS = "lesson: A weight is a number.\n"


@pytest.fixture
def course() -> Path:
    """Two chapters, all in order: the second puzzle explains the only term, and the third uses it."""
    course = Path("course")
    write(course / "glossary.yaml", GLOSSARY)
    write(course / "1-one" / "1-a.yaml")
    write(course / "1-one" / "2-b.yaml", ARTICLE + EXPLAINS)
    write(course / "2-two" / "c.yaml", ARTICLE + "hint: [Weights.]\ndifficulty: 5\n")
    return course


def test_the_course_that_comes_with_the_game_holds_together(run: Run) -> None:
    assert run("check", "--bundled").out.endswith("chapters checked: no faults.\n")


def test_a_course_in_order_has_no_faults(run: Run, course: Path) -> None:
    assert run("check", course).out == "3 puzzles checked: no faults.\n"


@pytest.mark.parametrize("key", ["rule", "afterwards", "lesson", "hint"])
def test_a_term_that_is_used_before_it_is_explained_is_told_with_its_place(
    run: Run, course: Path, key: str
) -> None:
    write(course / "1-one" / "1-a.yaml", f"{ARTICLE}{key}: The Weights do it.\n")
    ran = run("check", course)
    assert ran.code == 0, "it is only a warning"
    assert f"{Path('course/1-one/1-a.yaml')}:5:1: warning: `Weights` is used here, before `one/b`" in ran.out
    assert "1 warning." in ran.out


def test_a_term_that_no_puzzle_explains_may_stand_in_none(run: Run, course: Path) -> None:
    write(course / "2-two" / "c.yaml", ARTICLE + "afterwards: That is calibration.\n")
    assert "`calibration` is used here, and no puzzle explains it" in run("check", course).out


def test_the_puzzle_that_explains_a_term_is_found_under_its_old_id(run: Run, course: Path) -> None:
    (course / "1-one" / "2-b.yaml").unlink()
    write(course / "1-one" / "2-new.yaml", ARTICLE + EXPLAINS + "was: [one/b]\n")
    assert "no faults" in run("check", course).out


def test_a_puzzle_that_is_to_explain_a_term_must_be_there_and_use_it(run: Run, course: Path) -> None:
    write(course / "1-one" / "2-b.yaml")
    assert (
        f"{course / 'glossary.yaml'}:1:1: warning: `one/b` does not use `weight`" in run("check", course).out
    )
    (course / "1-one" / "2-b.yaml").unlink()
    assert "there is no puzzle `one/b` to explain `weight`" in run("check", course).out


def test_difficulty_may_not_leap_within_a_chapter(run: Run, course: Path) -> None:
    write(course / "1-one" / "1-a.yaml", ARTICLE + "difficulty: 1\n")
    write(course / "1-one" / "2-b.yaml", ARTICLE + EXPLAINS + "difficulty: 2\n")
    write(course / "1-one" / "3-d.yaml", ARTICLE + "difficulty: 4\n")
    write(course / "1-one" / "4-e.yaml", ARTICLE + "difficulty: 1\n")
    ran = run("check", course)
    assert f"{Path('course/1-one/3-d.yaml')}:5:1: warning: difficulty leaps from 2 to 4" in ran.out
    assert "1 warning." in ran.out, "down it may go, and from chapter to chapter as well"


def test_every_step_says_what_it_showed(run: Run, course: Path) -> None:
    said, silent = (
        "{text: Guess., until: guessed, shown: It learns.}",
        "{text: Look., until: row 1 is selected}",
    )
    write(course / "2-two" / "c.yaml", f"{ARTICLE}steps:\n  - {said}\n  - {silent}\n")
    fault = "c.yaml:7:1: warning: step 2 does not say what it showed; add a line `shown: ...`"
    assert fault in run("check", course).out


def test_no_two_puzzles_in_a_row_ask_for_the_neuron(run: Run, course: Path) -> None:
    asks = ARTICLE.replace("1 0 0 -> 1", "1 1 0 -> ?")
    write(course / "1-one" / "1-a.yaml", asks)
    write(course / "1-one" / "3-d.yaml", asks)
    assert "no faults" in run("check", course).out, "another one stands between them"
    write(course / "1-one" / "4-e.yaml", asks)
    ran = run("check", course)
    assert f"{Path('course/1-one/4-e.yaml')}:4:1: warning: this puzzle and the one before it" in ran.out
    assert "1 warning." in ran.out


def test_a_lesson_has_at_most_120_words(run: Run, course: Path) -> None:
    lesson = "lesson: " + "word " * 121
    write(course / "2-two" / "c.yaml", ARTICLE + lesson + "\n")
    assert "c.yaml:5:1: warning: this lesson has 121 words; keep it to 120" in run("check", course).out


def test_a_fault_of_the_glossary_itself_is_told(run: Run, course: Path) -> None:
    write(course / "glossary.yaml", "- term: weight\n")
    ran = run("check", course)
    assert ran.code == 1
    assert f"{course / 'glossary.yaml'}:1:3: error: " in ran.out
    assert ran.out.endswith("3 puzzles checked: 1 error.\n")
    assert run("check", course / "glossary.yaml").code == 1


def test_single_files_and_folders_without_a_glossary_are_no_course(run: Run, course: Path) -> None:
    write(course / "1-one" / "1-a.yaml", ARTICLE + "rule: The weights do it.\n")
    assert "no faults" in run("check", course / "1-one" / "1-a.yaml").out
    (course / "glossary.yaml").unlink()
    assert "no faults" in run("check", course).out


def test_no_puzzle_of_ones_own_is_called_like_a_glossary(run: Run) -> None:
    assert "choose another name" in run("new", "glossary").err


def test_a_pack_is_checked_as_a_course_wherever_it_lies(run: Run, course: Path, home: Path) -> None:
    write(course / "pack.yaml", "title: A class\norder: [two, one]\n")
    told = "2-two/c.yaml:5:1: warning: `Weights` is used here, before `course/one/b` explains it"
    assert f"{course}/{told}" in run("check", course).out, "in its own order, the second chapter is first"
    write(course / "notes.yaml.txt")
    installed = home / "puzzles" / "course"
    installed.parent.mkdir(parents=True)
    course.rename(installed)
    ran = run("check")
    assert f"{installed}/{told}" in ran.out
    told = "notes.yaml.txt:1:1: warning: `notes.yaml.txt` is passed over, for it ends in .txt; rename"
    assert f"{installed}/{told}" in ran.out
    assert ran.out.endswith("3 puzzles checked: 2 warnings.\n")
