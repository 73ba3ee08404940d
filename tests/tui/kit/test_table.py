"""The puzzle's table: columns line up whatever the names are and however narrow it gets."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.puzzle.puzzle import Example, Puzzle, Question
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.glyphs import OFF, ON
from neuron_tui.tui.kit.table.columns import TableColumns, header
from neuron_tui.tui.kit.table.table import TableRow, row_line
from tests.game.matches import article, bundled
from tests.tui.reading import TEXTS, cells, text_of, width_of

LAST = ("", "neuron")
"""What stands over the neuron's outputs while it sleeps, and once it is awake."""
NARROWEST = 33
"""The cells the table has at 80x24 beside borders and a scrollbar, less one."""


@st.composite
def puzzles(draw: st.DrawFn) -> Puzzle:
    names = tuple(draw(st.lists(TEXTS, min_size=1, max_size=16)))
    bits = draw(st.lists(st.integers(0, 1), min_size=len(names), max_size=len(names)))
    examples = (Example(tuple(bits), 1),) * draw(st.sampled_from([1, 9, 10, 256]))
    return Puzzle("Any", names, examples, (Question(tuple(bits), 0),), output_name=draw(TEXTS))


def rows_of(puzzle: Puzzle, awake: bool) -> list[TableRow]:
    """The first and last example and the question, before and after the answer is known."""
    inputs, neuron = puzzle.examples[0].inputs, 0.9999 if awake else None
    return [
        TableRow("1", inputs, 1, neuron, None, selected=True),
        TableRow(f"{len(puzzle.examples)}", inputs, 0, neuron, None, selected=False),
        TableRow("", inputs, None, neuron, Fraction(1, 10), selected=True),
        TableRow("", inputs, 1, neuron, Fraction(9, 10), selected=False),
    ]


def names_above(puzzle: Puzzle, columns: TableColumns, last: str) -> list[Line]:
    """The lines above the rows, as many as these columns need."""
    return header(puzzle, columns, last, columns.heads(puzzle))


def places(row: TableRow, columns: TableColumns) -> list[int]:
    """The columns where the cells of a row's inputs stand."""
    return [at for at, (glyph, _) in enumerate(cells(row_line(row, columns))) if glyph in (ON, OFF)]


@given(puzzles(), st.integers(NARROWEST, 120), st.booleans(), st.booleans())
def test_nothing_is_wider_than_the_table(puzzle: Puzzle, width: int, with_outputs: bool, awake: bool) -> None:
    awake = awake and with_outputs
    columns = TableColumns.for_puzzle(puzzle, width, with_outputs, not awake)
    rows = [row if with_outputs else replace(row, you=None) for row in rows_of(puzzle, awake)]
    lines = [*names_above(puzzle, columns, LAST[awake]), *(row_line(row, columns) for row in rows)]
    assert max(map(width_of, lines)) <= width


@pytest.mark.parametrize("inputs", range(1, 17))
def test_even_sixteen_long_names_fit_into_the_narrowest_table(inputs: int) -> None:
    puzzle = Puzzle(
        "Any",
        tuple(f"a very long name {place}" for place in range(inputs)),
        (Example((1,) * inputs, 1),) * 256,
        (Question((1,) * inputs, 0),),
        output_name="a very long output",
    )
    for width in range(NARROWEST, 90):
        columns = TableColumns.for_puzzle(puzzle, width, True)
        lines = [
            *names_above(puzzle, columns, "neuron"),
            *(row_line(row, columns) for row in rows_of(puzzle, True)),
        ]
        assert max(map(width_of, lines)) <= width


@given(puzzles(), st.integers(NARROWEST, 120), st.booleans())
def test_every_row_has_its_cells_in_the_same_columns(puzzle: Puzzle, width: int, awake: bool) -> None:
    columns = TableColumns.for_puzzle(puzzle, width, True)
    found = [places(row, columns) for row in rows_of(puzzle, awake)]
    assert len(found[0]) == len(puzzle.input_names)
    assert found == [found[0]] * len(found)


@given(puzzles(), st.integers(NARROWEST, 120), st.booleans())
def test_every_name_begins_over_its_column(puzzle: Puzzle, width: int, awake: bool) -> None:
    columns = TableColumns.for_puzzle(puzzle, width, True)
    above = [cells(line) for line in names_above(puzzle, columns, LAST[awake])]
    for count, place in enumerate(reversed(places(rows_of(puzzle, awake)[0], columns))):
        line = above[-1 - count % len(above)]
        assert line[place][0] != "", "no name reaches into the next column of its line"
        assert columns.gap == 0 or line[place - 1][0][0] == " "


@given(puzzles(), st.integers(NARROWEST, 120), st.booleans())
def test_outputs_and_predictions_stand_under_one_another(puzzle: Puzzle, width: int, awake: bool) -> None:
    columns = TableColumns.for_puzzle(puzzle, width, True)
    first, last, asked, solved = (text_of(row_line(row, columns)) for row in rows_of(puzzle, awake))
    end = places(rows_of(puzzle, awake)[0], columns)[-1] + 1
    output = next(at for at in range(end, len(first)) if first[at] != " ")
    assert (first[output], last[output], asked[output : output + 3], solved[output]) == ("1", "0", "???", "1")
    if awake:
        assert len({line.index("0.9999") for line in (first, last, asked, solved)}) == 1


@given(puzzles(), st.integers(NARROWEST, 120))
def test_waking_the_neuron_moves_no_column(puzzle: Puzzle, width: int) -> None:
    columns = TableColumns.for_puzzle(puzzle, width, True)
    (asleep, *_), (awake, *_) = (names_above(puzzle, columns, LAST[awake]) for awake in (False, True))
    assert text_of(awake).startswith(text_of(asleep))
    for sleeping, woken in zip(rows_of(puzzle, False), rows_of(puzzle, True), strict=True):
        upto = places(sleeping, columns)[-1] + 4  # the guess of the player gives way to the neuron's
        assert text_of(row_line(woken, columns))[:upto] == text_of(row_line(sleeping, columns))[:upto]


def test_names_that_fit_are_written_out() -> None:
    columns = TableColumns.for_puzzle(article(), 35, True)
    assert text_of(*header(article(), columns, "")).split() == ["left", "middle", "right", "answer"]


def test_with_more_room_the_columns_stand_further_apart() -> None:
    spans = [
        places(row_of, columns)[-1] - places(row_of, columns)[0]
        for width in (35, 45, 60)
        for columns in [TableColumns.for_puzzle(article(), width, True)]
        for row_of in rows_of(article(), False)[:1]
    ]
    assert spans == sorted(set(spans))


def test_a_long_name_is_clipped_before_a_short_one() -> None:
    puzzle = Puzzle("x", ("day", "the door of the neighbours"), (Example((1, 0), 1),), (Question((0, 0), 1),))
    words = text_of(*header(puzzle, TableColumns.for_puzzle(puzzle, 35, True), "")).split()
    assert words[0] == "day"
    assert words[1:3] == ["the", "door"]
    assert "…" in text_of(*header(puzzle, TableColumns.for_puzzle(puzzle, 35, True), ""))


def test_names_that_would_look_alike_have_two_lines() -> None:
    kinds = ("party is blue", "party is red", "party is green", "age", "tax", "meals", "road")
    puzzle = Puzzle("x", kinds, (Example((1,) * 7, 1),), (Question((0,) * 7, 1),))
    columns = TableColumns.for_puzzle(puzzle, 61, False)
    above = " ".join(map(text_of, names_above(puzzle, columns, "")))
    assert all(name in above for name in kinds)


@pytest.mark.parametrize(
    ("prediction", "output", "mark"),
    [
        (0.9, 1, "✓"),
        (0.1, 0, "✓"),
        (0.9, 0, "✗"),
        (0.1, 1, "✗"),
        (0.5, 1, " "),
        (0.5, 0, " "),
        (0.50004, 1, " "),
    ],
)
def test_a_prediction_on_the_wrong_side_is_told_by_a_glyph(prediction: float, output: int, mark: str) -> None:
    columns = TableColumns.for_puzzle(article(), 45, True)
    row = TableRow("1", (1, 0, 1), output, prediction, None, False)
    assert text_of(row_line(row, columns)).endswith(mark)


def test_nobody_tells_whether_a_prediction_is_right_before_the_answer_is_known() -> None:
    columns = TableColumns.for_puzzle(article(), 45, True)
    rows = [TableRow("", (1, 0, 0), None, value, None, False) for value in (0.1, 0.9)]
    asked = [text_of(row_line(row, columns)) for row in rows]
    assert not set("✓✗=") & set("".join(asked))


def test_the_selected_row_is_pointed_at_and_lit_up() -> None:
    columns = TableColumns.for_puzzle(article(), 45, True)
    chosen, other = (
        row_line(TableRow("1", (1, 0, 1), 1, None, None, selected), columns) for selected in (True, False)
    )
    assert text_of(chosen).startswith("▸")
    assert "▸" not in text_of(other)
    assert all("selected" in style for _, style in chosen)
    assert not any("selected" in style for _, style in other)


def test_the_guess_of_the_player_stands_in_its_row_until_the_neuron_answers() -> None:
    columns = TableColumns.for_puzzle(article(), 45, True)
    sleeping, awake = (
        text_of(row_line(TableRow("", (1, 0, 0), None, neuron, Fraction(7, 10), True), columns))
        for neuron in (None, 0.9999)
    )
    assert sleeping.rstrip().endswith("0.70")
    assert "0.70" not in awake
    assert "0.9999" in awake


def test_while_the_neuron_sleeps_the_names_have_the_room_of_its_outputs() -> None:
    puzzle = bundled("article/mystery-itch")
    for width in range(NARROWEST, 60):
        columns = TableColumns.for_puzzle(puzzle, width, True, asleep=True)
        lines = [
            *names_above(puzzle, columns, "you"),
            *(row_line(row, columns) for row in rows_of(puzzle, False)),
        ]
        assert max(map(width_of, lines)) <= width
    for width, asleep, lines in ((42, True, 1), (35, False, 2)):
        columns = TableColumns.for_puzzle(puzzle, width, True, asleep)
        seen = [text_of(line).split() for line in names_above(puzzle, columns, "")]
        assert len(seen) == lines
        assert {name for line in seen for name in line} == {*puzzle.input_names, "itch"}


@pytest.mark.parametrize(("leaned", "mark"), [(True, "\u2713"), (False, "\u2717")])
def test_an_answer_that_has_just_come_is_lit_with_a_mark(leaned: bool, mark: str) -> None:
    row = TableRow("", (1, 0), 1, None, None, True, solved=True, lit=leaned)
    text, style = row.answer
    assert text == f"1 {mark}"
    assert style.endswith("on-right" if leaned else "on-wrong")
