"""The simplest rules that fit: counted in full, written in the puzzle's names, and told to the player."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.explain.rules.fitting import Fitting, fitting
from neuron_tui.game.explain.rules.sizes import Sizes, sizes_of
from neuron_tui.game.explain.rules.text import formula_in_words, rule_in_names, rule_in_words, smallest
from neuron_tui.game.explain.rules.verdict import needs_no_names, simplest_rules, unfair
from neuron_tui.puzzle.formula.expression import BooleanFormula
from neuron_tui.puzzle.formula.parser import read_formula
from neuron_tui.puzzle.puzzle import Example, Puzzle, Question
from tests.game.matches import bundled

NAMES = ("a", "b", "c", "d")


def puzzle(examples: str, questions: str) -> Puzzle:
    """Rows such as `001>0 111>1`, and questions such as `100>1 010>?`."""
    shown = [row.split(">") for row in examples.split()]
    asked = [row.split(">") for row in questions.split()]
    width = len(shown[0][0])
    return Puzzle(
        "Rows",
        NAMES[:width],
        tuple(Example(tuple(map(int, row)), int(output)) for row, output in shown),
        tuple(Question(tuple(map(int, row)), None if said == "?" else int(said)) for row, said in asked),
    )


def fit(examples: str, questions: str = "") -> Fitting:
    found = fitting(puzzle(examples, questions))
    assert found is not None
    return found


def table_of(formula: BooleanFormula) -> int:
    """A formula's table, by asking it for every row."""
    rows = list(product([0, 1], repeat=len(formula.input_names)))
    return sum(said << row for row, said in enumerate(formula.outputs(rows)))


def every_formula(inputs: int, largest: int) -> dict[tuple[bool, ...], int]:
    """The smallest size of every rule, found by writing down all formulas there are, `not` at each place.

    A rule is what it says to all rows, one after the other. Nothing of how the game counts is used.
    """
    rows = list(product([False, True], repeat=inputs))
    sizes = {tuple(value for _ in rows): 0 for value in (False, True)}
    written: dict[int, set[tuple[bool, ...]]] = {1: set()}
    for place in range(inputs):
        for opposite in (False, True):
            written[1].add(tuple(row[place] != opposite for row in rows))
    for size in range(2, largest + 1):
        written[size] = set()
        for left in range(1, size):
            for one, other in product(written[left], written[size - left]):
                pairs = list(zip(one, other, strict=True))
                made = [
                    tuple(a and b for a, b in pairs),
                    tuple(a or b for a, b in pairs),
                    tuple(a != b for a, b in pairs),
                ]
                written[size].update(made)
                written[size].update(tuple(not value for value in rule) for rule in made)
    for size, rules in written.items():
        for rule in rules:
            sizes.setdefault(rule, size)
    return sizes


@pytest.mark.parametrize(("inputs", "largest"), [(1, 3), (2, 4), (3, 5)])
def test_a_rules_size_is_that_of_its_smallest_formula(inputs: int, largest: int) -> None:
    written = every_formula(inputs, largest)
    assert len(written) == 2**2**inputs
    counted = {table: size for size, tables in enumerate(Sizes(inputs)) for table in tables.tolist()}
    assert counted == {
        sum(int(value) << row for row, value in enumerate(rule)): size for rule, size in written.items()
    }


def test_with_four_inputs_there_are_as_many_rules_of_each_size_as_are_known() -> None:
    """D. Knuth, The Art of Computer Programming, volume 4A, section 7.1.2, table 1, L(f): joining words.

    A formula has one word less than it names inputs; the ten that have none are two rules that name no input,
    and eight that name one.
    """
    by_words = [10, 60, 456, 2_474, 10_624, 24_184, 24_640, 3_088]
    counted = [len(tables) for tables in sizes_of(4)]
    assert [counted[0] + counted[1], *counted[2:]] == by_words
    assert counted[0] == 2


@given(st.integers(1, 4).flatmap(lambda inputs: st.tuples(st.just(inputs), st.integers(0, 2**2**inputs - 1))))
def test_a_rule_is_written_as_a_smallest_formula_that_says_the_same(rule: tuple[int, int]) -> None:
    inputs, table = rule
    text = rule_in_names(table, NAMES[:inputs])
    size = next(size for size, tables in enumerate(sizes_of(inputs)) if table in tables)
    if size == 0:
        assert text == f"always {int(table > 0)}"
        return
    assert len(re.findall(r"\b[abcd]\b", text)) == size
    assert table_of(read_formula(text, NAMES[:inputs], "answer")) == table


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("a xor b", "just one of (a, b)"),
        ("a xor not b", "both or none of (a, b)"),
        ("a xor b xor c", "an odd number of (a, b, c)"),
        ("not (a xor b xor c)", "an even number of (a, b, c)"),
        ("a and (b xor c)", "a and just one of (b, c)"),
        ("a xor (b and c)", "just one of (a, b and c)"),
        ("not a and (b or c)", "(b or c) and not a"),
        ("exactly 0 of (a, b, c)", "not (a or b or c)"),
        ("a or not a", "always 1"),
    ],
)
def test_players_read_rules_in_words_they_know(formula: str, words: str) -> None:
    assert rule_in_words(table_of(read_formula(formula, NAMES[:3], "x")), NAMES[:3]) == words


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("red and not big", "It is 1 for “red and not big”, and 0 for all else."),
        ("it = big xor red", "It is 1 for “just one of (big, red)”, and 0 for all else."),
        (
            "at least 2 of (red, big, red xor big)",
            "It is 1 for “at least 2 of (red, big, just one of (red, big))”, and 0 for all else.",
        ),
        ("", ""),
    ],
)
def test_a_formula_is_told_in_the_same_words(formula: str, words: str) -> None:
    puzzle = Puzzle("Formula", ("red", "big"), (), (), output_name="it", formula=formula)
    assert formula_in_words(puzzle) == words


def test_rules_read_well() -> None:
    rule = table_of(read_formula("c and not a or b", NAMES[:3], "x"))
    assert rule_in_names(rule, NAMES[:3]) == "b or (not a and c)"
    neither = table_of(read_formula("not a and not b", NAMES[:2], "x"))
    assert rule_in_names(neither, ("salt and pepper", "ham")) == 'not ("salt and pepper" or ham)'
    none = table_of(read_formula("exactly 0 of (a, b, c)", NAMES[:3], "x"))
    assert rule_in_names(none, NAMES[:3]) == "not (a or b or c)"
    with pytest.raises(ValueError, match="no input"):
        smallest(0, 2)


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 1)), max_size=8, unique_by=lambda row: row[0]))
def test_the_rules_that_fit_are_all_of_the_smallest_size_and_no_others(rows: list[tuple[int, int]]) -> None:
    examples = tuple(Example(tuple(map(int, f"{row:03b}")), output) for row, output in rows)
    found = fitting(Puzzle("Rows", NAMES[:3], examples, ()))
    assert found is not None
    fits = [
        (size, table)
        for size, tables in enumerate(sizes_of(3))
        for table in tables.tolist()
        if all(table >> row & 1 == output for row, output in rows)
    ]
    smallest_size = min(size for size, _ in fits)
    assert (found.size, list(found.rules)) == (
        smallest_size,
        [table for size, table in fits if size == smallest_size],
    )


@pytest.mark.parametrize(
    ("examples", "asked", "rules", "zeros", "ones"),
    [
        ("1101>1 0111>1 1001>0 0011>0 0101>0", "1011>1", 4, 3, 1),  # the majority, last column always on
        ("1001>1 0111>1 0101>0 1111>1 0011>0", "1101>1", 1, 1, 0),  # the chair's vote with too few rows
        ("00>0 01>1 10>1", "11>0", 2, 1, 1),  # exclusive or, and or
        ("001>0 111>1 101>1 011>0", "100>1", 1, 0, 1),  # the article
        ("110>1 001>0 111>1 000>0", "100>?", 2, 1, 1),  # the twins
        ("000>0 001>1 010>1 100>1 110>0 101>0 011>0", "111>0", 1, 0, 1),  # exactly one: parity is simpler
        ("11>1 01>1", "00>0", 1, 0, 1),  # always 1 is simpler than any input
    ],
)
def test_what_the_simplest_rules_of_known_puzzles_say(
    examples: str, asked: str, rules: int, zeros: int, ones: int
) -> None:
    found = fit(examples)
    assert len(found.rules) == rules
    assert found.says(puzzle(examples, asked).questions[0]) == (zeros, ones)


def test_the_chairs_vote_with_too_few_rows_is_two_columns_alike() -> None:
    (rule,) = fit("1001>1 0111>1 0101>0 1111>1 0011>0").rules
    assert rule_in_names(rule, NAMES) == "b xor not c"


def test_where_chance_has_a_say_or_five_inputs_stand_nothing_is_counted() -> None:
    assert fitting(bundled("curve/odds")) is None
    assert fitting(bundled("article/mystery-itch")) is None
    assert unfair(bundled("article/mystery-itch")) == []
    five = puzzle("001>0 111>1", "100>1")
    assert fitting(replace(five, noisy=True)) is None


def test_rows_that_contradict_each_other_fit_no_rule() -> None:
    assert fitting(puzzle("1>0 1>1", "0>1")) is None


def test_a_question_on_which_the_simplest_rules_part_is_not_fair() -> None:
    ((index, why),) = unfair(puzzle("00>0 01>1 10>1", "11>0"))
    assert index == 0
    assert "`a xor b` says 0 and `a or b` says 1 to 1 1" in why
    assert "write `1 1 -> ?`" in why


def test_nor_is_one_that_they_answer_otherwise() -> None:
    told = unfair(puzzle("000>0 001>1 010>1 100>1 110>0 101>0 011>0", "111>0"))
    assert [index for index, _ in told] == [0]
    assert "the simplest rule that fits the examples, `a xor b xor c`, says 1 to 1 1 1" in told[0][1]
    ((_, why),) = unfair(puzzle("111>1 110>0 101>0", "011>0"))
    assert "the 2 simplest rules that fit the examples, such as `b and c`, all say 1" in why


def test_a_question_that_says_so_and_one_that_all_agree_on_are_fair() -> None:
    assert unfair(puzzle("00>0 01>1 10>1", "11>?")) == []
    assert unfair(puzzle("001>0 111>1 101>1 011>0", "100>1 110>1 010>0")) == []


def test_a_question_mark_is_not_fair_where_the_simplest_rules_agree() -> None:
    ((index, why),) = unfair(puzzle("110>1 011>0 100>1 001>0 111>1", "101>1 010>?"))
    assert index == 1
    assert "the simplest rule that fits the examples, `a`, says 0 to 0 1 0; write `0 1 0 -> 0`" in why
    assert unfair(puzzle("101>1", "010>? 111>?")) == [], "rows that are all alike tell nothing"


def test_where_the_names_decide_rules_may_part_and_the_verdict_says_so() -> None:
    stairs = replace(puzzle(XOR, "11>0"), names_decide=True)
    assert unfair(stairs) == []
    assert not needs_no_names(stairs)
    assert simplest_rules(stairs, ["■■"]).endswith(
        " To the new row the first says 0 and the second 1. Here “just one of” counts as much as “and”. "
        "The rows alone cannot tell which is meant."
    )
    assert needs_no_names(replace(puzzle("001>0 111>1 101>1 011>0", "100>1"), names_decide=True))


def verdict(examples: str, questions: str) -> str:
    """What a player may read of the rules."""
    rows = puzzle(examples, questions)
    return simplest_rules(rows, [f"row {index}" for index in range(len(rows.questions))])


XOR = "00>0 01>1 10>1"


def test_the_verdict_says_how_many_rules_are_as_simple_and_what_they_say() -> None:
    assert verdict("001>0 111>1 101>1 011>0", "100>1") == (
        "The shortest rule that fits all rows is “a”. To the new row it says 1."
    )
    assert verdict(XOR, "11>0") == (
        "Two rules fit all rows and are equally short: “just one of (a, b)” and “a or b”. "
        "To the new row the first says 0 and the second 1. Here “just one of” counts as much as “and”."
    )
    assert verdict("111>1 110>0 101>0", "011>0") == (
        "Two rules fit all rows and are equally short: “b and c” and “both or none of (b, c)”. "
        "To the new row both say 1. Here “both or none of” counts as much as “and”."
    )
    assert verdict("1101>1 0111>1 1001>0 0011>0 0101>0", "1011>1") == (
        "4 rules fit all rows and are equally short. To the new row 1 of them says 1."
    )
    assert verdict("1000>0 0100>0", "0000>0").startswith("The shortest rule that fits all rows is “always 0”")


def test_of_several_questions_each_is_told() -> None:
    assert verdict("110>1 001>0 111>1 000>0", "100>1 011>0 101>1") == (
        "Two rules fit all rows and are equally short: “b” and “a”. "
        "To row 0 the first says 0 and the second 1. To row 1 the first says 1 and the second 0. "
        "To row 2 the first says 0 and the second 1."
    )


def test_of_many_questions_it_is_told_on_how_many_they_part() -> None:
    assert verdict("110>1 001>0 111>1", "100>1 011>0 101>1 000>0") == (
        "Two rules fit all rows and are equally short: “b” and “a”. They disagree on 3 of 4 questions."
    )


def test_where_the_rows_do_not_tell_it_is_told_how_the_rules_part() -> None:
    assert verdict("10>1 01>0", "11>?") == (
        "Two rules fit all rows and are equally short: “not b” and “a”. "
        "To the new row the first says 0 and the second 1."
    )


def test_nothing_is_told_where_nothing_is_counted() -> None:
    odds = bundled("curve/odds")
    assert simplest_rules(odds, ["■"]) == ""


def test_all_sixty_five_thousand_rules_are_the_same_as_ever_after_another_count() -> None:
    every = np.sort(np.concatenate(list(Sizes(4))))
    assert np.array_equal(every, np.arange(65_536))
