"""What a chapter.yaml says of the chapter's end, and what is told where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuron_tui.puzzle.library.chapter import read_chapter
from neuron_tui.puzzle.library.chapter_end import ChapterEnd, Check, Earnest
from neuron_tui.puzzle.puzzle import Example

END = """\
title: First
end:
  say: [One thing., Another.]
  check:
    inputs: [bell, rain]
    row: 1 0
    weights: [2.5, -1]
    question: What will it say?
    answer: 1
    right: The bell pulls.
    wrong: The rain is off.
  earnest: {text: It was so., source: A book}
  next: More.
"""
ROWS = "rows: [0 1 -> 1, 1 0 -> 0]"


def faults(text: str) -> list[str]:
    return [fault.message for fault in read_chapter(Path("chapter.yaml"), text.encode()).faults]


def end_of(text: str) -> ChapterEnd:
    chapter = read_chapter(Path("chapter.yaml"), text.encode())
    assert chapter.faults == ()
    assert chapter.end is not None
    return chapter.end


def test_an_end_says_what_was_learned_asks_and_promises() -> None:
    check = Check(
        "What will it say?", 1, "The bell pulls.", "The rain is off.", ("bell", "rain"), (1, 0), (2.5, -1.0)
    )
    assert end_of(END) == ChapterEnd(
        ("One thing.", "Another."), check, Earnest("It was so.", "A book"), "More."
    )
    assert check.weighted_sum == 2.5


def test_a_check_may_show_a_table_or_a_picture_and_say_what_0_and_1_mean() -> None:
    table = END.replace("    row: 1 0\n    weights: [2.5, -1]", f'    {ROWS}\n    choices: ["no", "yes"]')
    check = end_of(table).check
    assert check.rows == (Example((0, 1), 1), Example((1, 0), 0))
    assert check.choices == ("no", "yes")
    points = END.replace("inputs: [bell, rain]", "picture: 3x3").replace("row: 1 0", "row: 1 0 0 0 0 0 0 0 0")
    assert end_of(points.replace("[2.5, -1]", "[1, 0, 0, 0, 0, 0, 0, 0, 0]")).check.picture == (3, 3)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  next: More.\n", "", "`next` is missing in end"),
        ("    right: The bell pulls.\n", "", "`right` is missing in check"),
        (", source: A book", "", "`source` is missing in earnest"),
        ("say: [One thing., Another.]", "say: One thing.", "say must be a list of texts"),
        ("row: 1 0", "row: 1 2", "write it as `row: 1 0 1`"),
        ("row: 1 0", "row: 1 0 1", "as many inputs as its rows and weights"),
        ("    row: 1 0\n", "", "either `rows`, or one `row` and its `weights`"),
        ("row: 1 0", f"row: 1 0\n    {ROWS}", "either `rows`, or one `row` and its `weights`"),
        ("[2.5, -1]", "[2.5]", "as many inputs as its rows and weights"),
        ("[2.5, -1]", "much", "weights must be a list of numbers"),
        ("answer: 1", "answer: 0", "these weights add up to 2.5, so the answer is 1"),
        ("answer: 1", "answer: 2", "answer must be from 0 to 1"),
        ("answer: 1", "answer: 1\n    choices: [up]", "choices must be two"),
        ("question:", "ask: it\n    question:", "`ask` is not a known key"),
        ("earnest: {text: It was so., source: A book}", "earnest: once", "the keys are text, source"),
    ],
)
def test_each_fault_is_told_in_one_sentence(old: str, new: str, said: str) -> None:
    assert old in END
    (told,) = faults(END.replace(old, new))
    assert said in told


def test_rows_that_are_no_rows_are_told() -> None:
    text = END.replace("    row: 1 0\n    weights: [2.5, -1]", "    rows: [0 1, 1 0 -> 0]")
    assert any("the arrow is missing" in told for told in faults(text))


def test_an_end_with_a_fault_is_none_and_the_chapter_stays() -> None:
    chapter = read_chapter(Path("chapter.yaml"), END.replace("next: More.", "next: [x]").encode())
    assert (chapter.title, chapter.end) == ("First", None)
