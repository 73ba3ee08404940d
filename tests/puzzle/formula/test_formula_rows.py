"""A puzzle file's formula and its rows: none breaks it, and examples can be drawn from it."""

from __future__ import annotations

import pytest

from neuron_tui.puzzle.file.reader import read_puzzle
from neuron_tui.puzzle.file.writer import write_puzzle
from neuron_tui.puzzle.puzzle import Puzzle
from tests.puzzle.sources import check_faults, puzzle_file

TWO_OF_THREE = "answer = at least 2 of (A, B, C)"


def drawing(how: str = "{from: formula, rows: 5, seed: 3}", **fields: str | None) -> str:
    """A file whose examples are drawn."""
    given = {"examples": how, "questions": "\n  - 1 1 0 -> 1", "formula": TWO_OF_THREE}
    return puzzle_file(**{**given, **fields})


def read(source: str) -> Puzzle:
    reading = read_puzzle(source.encode())
    assert reading.puzzle is not None, reading.faults
    return reading.puzzle


def test_every_row_that_breaks_the_formula_is_told_where_it_stands() -> None:
    check_faults(
        puzzle_file(
            examples="\n  - 0 0 -> 0\n  - ▲0 1 -> 0\n  - 1 0 -> 1",
            questions="\n  - ▲1 1 -> 0",
            formula="A or B",
        ),
        "by the formula this row is 1, and here stands 0",
        "by the formula this row is 1, and here stands 0",
    )


def test_an_open_question_can_not_break_it_and_a_noisy_puzzles_examples_may() -> None:
    assert read(puzzle_file(questions="\n  - 1 1 -> ?", formula="answer = A and not B")).formula
    noisy = "\n  - 1 -> 1\n  - 1 -> 0\n  - 0 -> 1"
    assert read(puzzle_file(examples=noisy, questions="\n  - 1 -> 1/2", noisy="true", formula="answer = A"))
    check_faults(
        puzzle_file(examples=noisy, questions="\n  - 1 -> 1/2\n  - ▲0 -> 1", noisy="true", formula="A"),
        "is 0",
    )


def test_a_formula_that_is_none_is_told_at_its_very_character() -> None:
    check_faults(puzzle_file(formula="answer = A and ▲D"), "the inputs are A, B")
    check_faults(puzzle_file(formula='"A and ▲D"'), "the inputs are A, B")


@pytest.mark.parametrize("seed", range(5))
def test_drawn_rows_obey_the_formula_are_all_different_and_none_is_asked(seed: int) -> None:
    puzzle = read(drawing(f"{{from: formula, rows: 7, seed: {seed}}}"))
    rows = [example.inputs for example in puzzle.examples]
    assert len(set(rows)) == 7
    assert (1, 1, 0) not in rows
    assert all(example.target == (sum(example.inputs) >= 2) for example in puzzle.examples)


def test_each_seed_draws_other_rows_and_always_the_same() -> None:
    drawn = [read(drawing(f"{{from: formula, rows: 5, seed: {seed}}}")).examples for seed in (1, 2, 3, 1)]
    assert drawn[0] == drawn[3] == read(drawing("{from: formula, rows: 5}")).examples
    assert len(set(drawn)) == 3


def test_every_row_is_drawn_about_as_often() -> None:
    """Over 350 seeds each of the seven free rows stands among five about 250 times; it varies by 9."""
    counts = dict.fromkeys(range(8), 0)
    for seed in range(350):
        for example in read(drawing(f"{{from: formula, rows: 5, seed: {seed}}}")).examples:
            counts[int("".join(map(str, example.inputs)), 2)] += 1
    assert counts.pop(6) == 0
    assert all(200 < count < 300 for count in counts.values())


def test_the_writer_writes_the_rows_themselves() -> None:
    puzzle = read(drawing())
    text = write_puzzle(puzzle)
    assert "from:" not in text
    assert text.count(" -> ") == 6
    assert read(text) == puzzle


def test_a_picture_of_twenty_five_points_can_be_drawn_from_a_formula() -> None:
    asked = " ".join("1" * 25)
    puzzle = read(
        drawing("{from: formula, rows: 256}", questions=f"\n  - {asked} -> 1", picture="5x5", formula="A1")
    )
    assert len({example.inputs for example in puzzle.examples}) == 256
    assert all(example.target == example.inputs[0] for example in puzzle.examples)


def test_names_are_those_of_the_file() -> None:
    source = drawing(inputs="[old key, red, big]", output="opens", formula="opens = old key and not red")
    puzzle = read(source.replace("1 1 0 -> 1", "1 1 0 -> 0"))
    assert all(example.target == (example.inputs[:2] == (1, 0)) for example in puzzle.examples)


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("▲{from: rules, rows: 5}", "only come from a formula"),
        ("▲{from: formula}", "`rows` is missing"),
        ("{from: formula, rows: ▲8}", "only 7 rows are not asked"),
        ("{from: formula, rows: ▲0}", "from 1 to 256"),
        ("{from: formula, rows: 5, seed: ▲-1}", "seed must be"),
        ("{from: formula, rows: 5, ▲seeds: 1}", "did you mean `seed`"),
        ("▲{rows: 5, seed: 3}", "must be a list of rows"),
    ],
)
def test_a_drawing_that_can_not_be_made_is_told(how: str, words: str) -> None:
    check_faults(drawing(how), words)


def test_a_drawing_needs_a_formula_that_can_be_read() -> None:
    check_faults(drawing("{from: ▲formula, rows: 5}", formula=None), "no formula to draw from")
    check_faults(drawing(formula="A and▲"), "a name is missing")


@pytest.mark.parametrize(
    "fields",
    [
        {"inputs": "[A, B]"},
        {"inputs": f"[{', '.join(f'x{index}' for index in range(3_000))}]"},
        {"inputs": "[]"},
        {"questions": "[]"},
        {"questions": None},
        {"questions": "\n  - " + "1 " * 200 + "-> 1"},
        {"picture": "3x3"},
        {"formula": "[A]"},
        {"formula": ""},
    ],
)
def test_where_the_rest_of_the_file_is_wrong_nothing_is_drawn(
    fields: dict[str, str | None],
) -> None:
    reading = read_puzzle(drawing(**fields).encode())
    assert reading.puzzle is None
    assert reading.puzzle is None
