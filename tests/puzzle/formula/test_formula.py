"""Formulas: what they mean, how they are written, and the one fault of a text that is none."""

from __future__ import annotations

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.puzzle.formula.expression import BooleanFormula
from neuron_tui.puzzle.formula.parser import FormulaError, read_formula
from tests.puzzle.puzzles import formulas, lines

NAMES = ("a", "b", "c", "d")
ROWS = list(product([0, 1], repeat=4))


def says(text: str) -> list[int]:
    """What a formula says to all sixteen rows."""
    return read_formula(text, NAMES, "answer").outputs(ROWS)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("c", lambda a, b, c, d: c),
        ("not c", lambda a, b, c, d: not c),
        ("a and d", lambda a, b, c, d: a and d),
        ("a or d", lambda a, b, c, d: a or d),
        ("a xor d", lambda a, b, c, d: a != d),
        ("a xor b xor c", lambda a, b, c, d: (a + b + c) % 2),
        ("a or b xor c and not d", lambda a, b, c, d: a or (b != (c and not d))),
        ("not a and b xor c or d", lambda a, b, c, d: (((not a) and b) != c) or d),
        ("(a or b) and not (c xor d)", lambda a, b, c, d: (a or b) and c == d),
        ("not not a", lambda a, b, c, d: a),
        ("at least 2 of (a, b, c)", lambda a, b, c, d: a + b + c >= 2),
        ("at most 1 of (a, b, c, d)", lambda a, b, c, d: a + b + c + d <= 1),
        ("exactly 0 of (a, d)", lambda a, b, c, d: a + d == 0),
        (
            "exactly 1 of (a and b, not c, d or a) and b",
            lambda a, b, c, d: (a and b) + (not c) + (d or a) == 1 and b,
        ),
        ("answer = a and b", lambda a, b, c, d: a and b),
        ("output=a", lambda a, b, c, d: a),
    ],
)
def test_a_formula_means_what_it_says(text: str, meaning: object) -> None:
    assert callable(meaning)
    assert says(text) == [int(bool(meaning(*row))) for row in ROWS]


@given(st.data())
def test_every_formula_reads_back_the_same(data: st.DataObject) -> None:
    names = data.draw(st.lists(lines, min_size=2, max_size=6, unique=True))
    formula = data.draw(formulas(tuple(names[1:]), names[0]))
    assert read_formula(str(formula), formula.input_names, formula.output_name) == formula


def test_names_may_be_of_several_words_and_stand_in_quotation_marks() -> None:
    names = ("old key", "salt and pepper", 'a 5" nail', "and")
    text = 'old key and "salt and pepper" or not "a 5\\" nail" and "and"'
    formula = read_formula(text, names, "output")
    assert [int(value) for value in formula.outputs(ROWS)] == [
        int((old and salt) or (not nail and word)) for old, salt, nail, word in ROWS
    ]
    assert read_formula(str(formula), names, "output").outputs(ROWS) == formula.outputs(ROWS)


def test_what_is_joined_within_something_else_is_written_in_parentheses() -> None:
    formula = read_formula("answer = a or b and not (c or d)", NAMES, "answer")
    assert str(formula) == "answer = a or (b and not (c or d))"


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("a and▲", "a name is missing"),
        ("▲a b", "no input is called `a b`"),
        ("a and ▲e", "the inputs are a, b, c, d"),
        ("▲e = a", "the output is called answer"),
        ("answer = a ▲= b", "`=` stands only once"),
        ("answer = ▲= b", "`=` stands only once"),
        ("▲a AND b", "write `and`"),
        ("(a or b▲", "`)` is missing"),
        ("a▲)", "`)` closes nothing"),
        ("a▲, b", "a comma stands only"),
        ('a and ▲"b', "never closed"),
        ("at ▲2 of (a, b)", "`at least` or `at most`"),
        ("at least ▲two of (a, b)", "write `2` instead of `two`"),
        ("at least ▲many of (a, b)", "a number"),
        ("at least 2 ▲(a, b)", "`of` is missing"),
        ("exactly 1 of ▲a", "`(` is missing"),
        ("▲exactly 3 of (a, b)", "3 is more than the 2"),
        ("exactly 1 of (▲)", "a name is missing"),
        ("(" * 21 + "▲(" + "a", "more than 20"),
        ("not " * 21 + "▲not a", "more than 20"),
        ("▲a > b", "no input is called `a > b`"),
        ("not (a ▲!= b)", "write `xor`"),
        ("▲__import__", "no input is called"),
    ],
)
def test_the_one_fault_stands_where_the_text_leaves_the_grammar(marked: str, words: str) -> None:
    with pytest.raises(FormulaError, match=re.escape(words)) as told:
        read_formula(marked.replace("▲", ""), NAMES, "answer")
    assert told.value.start == marked.index("▲")


_WORDS = [*("a", "b", "and", "or", "xor", "not", "at", "least", "exactly", "2", "of"), *'(),="\\\x00']


def read_or_refused(text: str) -> BooleanFormula | int:
    """The formula, or where the text leaves the grammar."""
    try:
        return read_formula(text, NAMES, "answer")
    except FormulaError as error:
        return error.start


@given(st.one_of(st.text(), st.lists(st.sampled_from(_WORDS), max_size=60).map(" ".join)))
def test_no_text_does_more_than_give_a_formula_or_one_fault_within_it(text: str) -> None:
    read = read_or_refused(text)
    if isinstance(read, BooleanFormula):
        assert set(read.outputs(ROWS)) <= {0, 1}
    else:
        assert 0 <= read <= len(text)


@pytest.mark.parametrize("text", ["(" * 1_000, "not " * 250, "a" * 1_001, '"' * 999, "\\" * 1_000])
def test_the_longest_texts_are_refused(text: str) -> None:
    assert isinstance(read_or_refused(text), int)


def test_the_longest_formula_is_read() -> None:
    assert says("a and " * 166 + "a") == says("a")
