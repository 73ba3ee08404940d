"""Sheets for paper hold all that is needed, give nothing away, and are made of the puzzle's data alone."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from functools import cache

import pytest

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.worksheet.page import Printed, paragraphs
from neuron_tui.game.worksheet.sheet import worksheets
from neuron_tui.game.worksheet.solution import solutions
from neuron_tui.puzzle.library.library import Folder, scan
from neuron_tui.puzzle.puzzle import Example, Puzzle, Question
from tests.game.worksheet.paper import Paper


@cache
def course() -> dict[str, Printed]:
    """All puzzles of the course as they are printed, by their ids."""
    return {
        entry.id: Printed(puzzle, chapter.whereabouts(entry))
        for chapter in scan([Folder(bundled_puzzles(), "bundled")]).chapters
        for entry in chapter.entries
        if (puzzle := entry.read().puzzle)
    }


def article() -> Printed:
    return course()["article/leftmost-column"]


def sheet(printed: Printed) -> Paper:
    return Paper(worksheets("Sheets", [printed]))


def solved(printed: Printed) -> Paper:
    return Paper(solutions("Solutions", [printed]))


def test_a_sheet_has_the_table_the_question_and_a_scale_with_what_is_at_stake() -> None:
    text = sheet(article()).text
    assert "The leftmost column" in text
    assert "1. Find the rule \u00b7 1 of 7" in text
    assert "left middle right answer 1 \u25a1 \u25a1 \u25a0 0" in text
    assert "\u25a0 \u25a1 \u25a1 ??? Should ??? be 0 or 1?" in text
    assert "0.9 +224" not in text
    assert "0.9 \u2212224 +96" in text  # at 0.9: what it is if it is 0, and if it is 1


def test_a_sheet_gives_neither_the_rule_nor_a_hint_nor_a_weight_away() -> None:
    text = sheet(article()).text
    assert article().puzzle.rule not in text
    assert article().puzzle.hints[0] not in text
    assert "9.67" not in text


def test_the_curve_on_paper_can_be_read_off() -> None:
    paper = sheet(article())
    words = paper.labels()
    [places] = [at["points"] for tag, at, _ in paper.drawn if tag == "polyline"]
    across = [at for tag, at, _ in paper.drawn if tag == "line" and at["y1"] == at["y2"]]
    low, high, zero, one = words["\u22128"], words["+8"], float(across[-11]["y1"]), float(across[-1]["y1"])
    points = [tuple(map(float, place.split(","))) for place in places.split()]
    read = [(-8 + 16 * (x - low) / (high - low), (y - zero) / (one - zero)) for x, y in points]
    off = [abs(output - 1 / (1 + math.exp(-weighted_sum))) for weighted_sum, output in read]
    assert max(off) < 0.001


def test_a_picture_is_drawn_and_has_room_for_a_weight_in_each_point() -> None:
    smile = course()["article/does-it-smile"]
    drawn = [at["class"] for tag, at, _ in sheet(smile).drawn if tag == "rect"]
    rows = [row.inputs for row in smile.puzzle.examples] + [row.inputs for row in smile.puzzle.questions]
    lit = [sum(inputs) for inputs in rows]
    assert drawn.count("on") == sum(lit)
    assert drawn.count("off") == 20 * len(lit) - sum(lit) + 20


def test_where_the_neuron_is_foreseen_the_sheet_tells_how_it_learns() -> None:
    text = sheet(course()["hooked-together/reading-minds"]).text
    assert "What will it say? (It looks 10,000 times, 4 hidden neurons.)" in text
    assert text.count("surely 0") == 2


def test_a_puzzle_that_asks_nothing_is_one_to_turn_the_weights_of() -> None:
    text = sheet(course()["curve/turn-it-yourself"]).text
    assert "Turn its weights yourself" in text
    assert "surely 0" not in text
    assert "tea coffee milk Sum for row" in text


def test_the_solution_has_the_article_s_numbers_and_the_rule() -> None:
    text = solved(article()).text
    assert "??? \u25a0 \u25a1 \u25a1 1 +9.67 0.9999 +100" in text
    for said in (
        "left +9.67 strongly for 1",
        "middle \u22120.21 hardly matters",
        "right \u22124.63 strongly for 0",
    ):
        assert said in text
    assert article().puzzle.rule in text


def test_the_solution_of_a_share_tells_it_and_of_an_open_row_nothing() -> None:
    text = solved(course()["curve/strangers"]).text
    assert "a \u25a0 \u25a1 3/4 +1.10 0.7500 +25" in text
    assert "b \u25a0 \u25a0 \u2013 +0.00 0.5000 \u2013" in text


def test_the_solution_of_a_network_has_a_column_for_each_hidden_neuron() -> None:
    text = solved(course()["hooked-together/reading-minds"]).text
    assert "hidden 1 hidden 2 hidden 3 hidden 4 threshold top" in text
    assert (
        len(re.findall(r"[+\u2212]\d+\.\d\d", text.partition("threshold top")[2].partition("Hidden 1")[0]))
        == 17
    )


def test_texts_on_paper_name_no_key_of_the_game() -> None:
    puzzles = [printed.puzzle for printed in course().values()]
    texts = [text for puzzle in puzzles for text in (puzzle.lesson, puzzle.afterwards)]
    assert any("Press " in text for text in texts)
    assert [told for text in texts for told in paragraphs(text) if re.search(r"[Pp]ress \w\b", told)] == []


@pytest.mark.parametrize("made", [worksheets, solutions])
def test_whatever_a_puzzle_says_is_text_and_nothing_comes_from_elsewhere(
    made: Callable[[str, Sequence[Printed]], str],
) -> None:
    nasty = '<script src="https://a.b/c.js">alert(1)</script>"><img src=x onerror=alert(1)>&amp;'
    puzzle = Puzzle(
        nasty, (nasty, "b"), (Example((1, 0), 1), Example((0, 1), 0)), (Question((1, 1), 1),),
        output_name=nasty, rule=nasty, hints=(nasty,), lesson=nasty, afterwards=nasty,
    )  # fmt: skip
    document = made(nasty, [Printed(puzzle, nasty)])
    paper = Paper(document)
    assert nasty in paper.text
    assert {"script", "img", "link", "a"} & set(paper.tags) == set()
    assert [at for _, at, _ in paper.drawn if {"src", "href", "style"} & at.keys()] == []
    assert "url(" not in document
