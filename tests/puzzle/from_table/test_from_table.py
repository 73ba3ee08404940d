"""A table of data becomes a puzzle: what each column says, which rows are taken, and what is told of it."""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.puzzle.file.writer import write_puzzle
from neuron_tui.puzzle.from_table.cells import TableError, read_table
from neuron_tui.puzzle.from_table.columns import as_bits
from neuron_tui.puzzle.from_table.made import MadePuzzle, Wishes, information, make_puzzle
from neuron_tui.puzzle.puzzle import MAX_EXAMPLES, Puzzle

OR = "left,right,lamp\n0,0,0\n0,1,1\n1,0,1\n1,1,1\n"
VOTES = """\
water,budget,fees,party
n,y,n,democrat
y,y,n,democrat
n,n,y,republican
y,n,y,republican
?,y,n,democrat
n,y,y,democrat
"""
PASSENGERS = """\
name;sex;age;class;survived
"Smith; John";male;40;third;no
"Jones, Ann";female;22,5;first;yes
A;female;30;third;no
B;female;29;first;yes
C;male;10;second;yes
D;male;;first;no
"""
MUSHROOMS = (
    "cap\tsmell\tring\tkind\nflat\talmond\tone\teaten\nround\tfoul\tone\tpoison\nflat\tfoul\tone\tpoison\n"
)


def made(text: str, wishes: Wishes | None = None) -> MadePuzzle:
    found = make_puzzle("A table", read_table(text.encode()), wishes or Wishes())
    assert write_puzzle(found.puzzle), "every puzzle that is made can be written"
    return found


def rows(puzzle: Puzzle) -> dict[tuple[int, ...], object]:
    """Every row with its answer; examples and questions alike."""
    shown = {example.inputs: example.target for example in puzzle.examples}
    return {**shown, **{question.inputs: question.answer for question in puzzle.questions}}


def test_a_truth_table_stays_as_it_is() -> None:
    puzzle = made(OR, Wishes(questions=1)).puzzle
    assert (puzzle.input_names, puzzle.output_name) == (("left", "right"), "lamp")
    assert rows(puzzle) == {row: int(any(row)) for row in product((0, 1), repeat=2)}
    assert (len(puzzle.examples), len(puzzle.questions)) == (3, 1)
    without_names = made(OR.partition("\n")[2], Wishes(questions=1)).puzzle
    assert (without_names.input_names, without_names.output_name) == (("A", "B"), "answer")
    assert rows(without_names) == rows(puzzle)


def test_votes_become_inputs_and_two_parties_one_output() -> None:
    found = made(VOTES)
    assert found.puzzle.input_names == ("water", "budget", "fees")
    assert found.puzzle.output_name == "party is democrat"
    assert rows(found.puzzle) == {(0, 1, 0): 1, (1, 1, 0): 1, (0, 0, 1): 0, (1, 0, 1): 0, (0, 1, 1): 1}
    assert "Left out because a cell is empty or unknown: 1 of 6 rows." in found.notes


def test_what_is_the_same_once_rows_with_gaps_are_left_out_is_no_input() -> None:
    found = made("colour,old,likes\nred,1,1\nblue,0,0\nblue,1,0\nred,0,1\ngreen,?,1\n")
    assert found.puzzle.input_names == ("colour is red", "colour is blue", "old")
    assert "colour is green is the same in every row that is left, and is left out." in found.notes


def test_numbers_are_parted_and_names_left_out() -> None:
    found = made(PASSENGERS)
    names = ("sex is male", "age over 29", "class is third", "class is first", "class is second")
    assert found.puzzle.input_names == names
    assert rows(found.puzzle)[1, 1, 1, 0, 0] == 0
    assert rows(found.puzzle)[0, 0, 0, 1, 0] == 1
    assert "name has 6 different words, and is left out." in found.notes
    assert "age over 18" in made(PASSENGERS, Wishes(cuts={"Age": 18})).puzzle.input_names


def test_any_column_may_be_the_output_and_any_of_its_words() -> None:
    puzzle = made(PASSENGERS, Wishes(output="Class = first")).puzzle
    assert puzzle.output_name == "class is first"
    assert "survived" in puzzle.input_names
    assert made(MUSHROOMS, Wishes(output="smell")).puzzle.output_name == "smell is almond"


def test_crosses_and_blanks_are_yes_and_no_and_a_blank_among_others_is_a_gap() -> None:
    assert as_bits("won", ["x", "", "X", ""]).bits[0].values == (1, 0, 1, 0)
    assert as_bits("won", ["1", "", "0"]).bits[0].values == (1, None, 0)


def test_what_comes_out_both_ways_is_chance_and_asked_for_as_a_share() -> None:
    text = "rain,wind,late\n" + "1,0,1\n" * 3 + "1,0,0\n" + "0,0,0\n0,1,0\n1,1,1\n"
    shares: dict[tuple[int, ...], object] = {(1, 0): Fraction(3, 4), (0, 0): 0, (0, 1): 0, (1, 1): 1}
    for seed in range(6):
        puzzle = made(text, Wishes(questions=2, seed=seed)).puzzle
        assert puzzle.noisy
        for question in puzzle.questions:
            assert question.answer == shares[question.inputs]
        seen = Counter(example.inputs for example in puzzle.examples)
        assert seen.keys() | {question.inputs for question in puzzle.questions} == shares.keys()
        assert seen.get((1, 0), 4) == 4, "all of it is shown, or all of it is asked"


def test_of_too_many_inputs_the_most_telling_ones_stay() -> None:
    names = [f"c{number}" for number in range(20)]
    lines = [f"{row:020b}" for row in (0, 2**20 - 1, 2**19, 2**18 + 1, 5, 2**19 + 2**7)]
    text = ",".join([*names, "out"]) + "\n" + "\n".join(",".join([*line, line[0]]) for line in lines)
    found = made(text)
    assert len(found.puzzle.input_names) == 6
    assert "c0" in found.puzzle.input_names, "the output is this very input"
    assert made(text, Wishes(inputs=1)).puzzle.input_names == ("c0",)
    (note,) = (note for note in found.notes if "tell more of the output" in note)
    assert note.endswith(" and 9 more; `--inputs 16` keeps more.")
    assert len(made(text, Wishes(inputs=16)).puzzle.input_names) == 16


def test_a_gap_costs_no_row_where_its_column_is_not_kept() -> None:
    found = made("rain,wind,late\n1,?,1\n0,1,0\n1,0,1\n0,?,0\n", Wishes(inputs=1))
    assert found.puzzle.input_names == ("rain",)
    assert not any("Left out because" in note for note in found.notes)


def test_a_column_that_counts_the_rows_is_no_input_and_none_is_a_word() -> None:
    table = "id,smell,eaten\n" + "".join(
        f"{number},{smell},{int(smell == 'none')}\n"
        for number, smell in enumerate(["none", "foul", "fish"] * 3, 7)
    )
    found = made(table, Wishes(questions=1))
    assert found.puzzle.input_names == ("smell is none", "smell is foul", "smell is fish")
    assert "id only counts the rows, and is left out." in found.notes
    assert "id over 10" in made(table, Wishes(questions=1, cuts={"id": 10})).puzzle.input_names


def test_of_too_many_rows_some_are_drawn_the_same_ones_for_the_same_seed() -> None:
    lines = [f"{row:010b}" for row in range(600)]
    text = ",".join("abcdefghij") + ",out\n" + "\n".join(",".join([*line, line[-1]]) for line in lines)
    found = made(text, Wishes(inputs=10))
    assert len(found.puzzle.examples) == MAX_EXAMPLES
    assert found == made(text, Wishes(inputs=10))
    assert found != made(text, Wishes(inputs=10, seed=2))
    assert any(f"at most {MAX_EXAMPLES}" in note for note in found.notes)


@pytest.mark.parametrize(
    ("text", "wishes", "words"),
    [
        ("", Wishes(), "names of its columns"),
        ("a,b\n1,0\n", Wishes(), "two rows or more"),
        ("a\n1\n0\n", Wishes(), "one column"),
        ("a,b\n1,0\n0\n", Wishes(), "line 3 has 1 cell"),
        ('a,b\n"1,0\n0,1\n', Wishes(), "CSV"),
        (OR, Wishes(output="lamb"), "the columns are left, right, lamp"),
        (OR, Wishes(cuts={"lamb": 1}), "no column is called `lamb`"),
        (PASSENGERS, Wishes(output="class"), '--output "class=third"'),
        (MUSHROOMS, Wishes(output="ring"), "the same in every row"),
        (MUSHROOMS, Wishes(output="ring=two"), "the same in every row"),
        ("a,b,c\n1,,1\n,0,0\n1,1,\n", Wishes(), "empty"),
        ("a,b\n1,1\n1,0\n", Wishes(), "input"),
        ("a,b,c\n1,1,1\n0,0,1\n1,?,0\n", Wishes(), "c is always the same"),
        ("a,b,c\n1,1,1\n1,1,0\n0,?,0\n?,0,1\n", Wishes(), "every input is always the same"),
    ],
)
def test_a_table_that_gives_no_puzzle_says_why(text: str, wishes: Wishes, words: str) -> None:
    with pytest.raises(TableError, match=words):
        make_puzzle("x", read_table(text.encode()), wishes)


def test_a_table_as_spreadsheets_save_it_is_read() -> None:
    text = "caf\u00e9;late\n1;1\n0;0\n"
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        assert read_table(text.replace("\n", "\r\n").encode(encoding)) == read_table(text.encode())


def test_what_an_input_tells_of_the_output() -> None:
    assert information((0, 0, 1, 1), (0, 0, 1, 1)) == pytest.approx(1)
    assert information((0, 1, 0, 1), (0, 0, 1, 1)) == pytest.approx(0)


def test_a_row_whose_output_is_a_question_mark_is_asked_and_nobody_knows_it() -> None:
    found = made("rain,wind,late\n0,0,0\n1,1,1\n0,1,0\n1,0,?\n?,1,?\n,0,1\n", Wishes(questions=1))
    assert rows(found.puzzle) == {(0, 0): 0, (1, 1): 1, (0, 1): 0, (1, 0): None}
    assert found.puzzle.questions[-1].inputs == (1, 0)
    assert "Asked, although nobody knows the answer: 1 row with `?`." in found.notes
    assert "Left out because a cell is empty or unknown: 2 of 6 rows." in found.notes


ENDINGS = """\
a1,a2,a3,b1,b2,b3,c1,c2,c3,won
x,x,x,o,o,b,b,b,o,positive
x,o,o,x,o,b,x,b,b,positive
o,x,b,x,x,x,o,o,b,positive
o,o,o,x,x,b,x,b,b,negative
x,x,o,o,o,x,x,o,x,negative
o,x,x,b,o,x,x,b,o,negative
"""


def test_of_the_endings_of_a_game_the_cells_that_tell_most_become_inputs() -> None:
    found = made(ENDINGS, Wishes(inputs=9, questions=1))
    assert found.puzzle.output_name == "won is positive"
    assert len(found.puzzle.input_names) == 9
    cell = re.compile("[abc][123] is [xob]")
    assert all(cell.fullmatch(name) for name in found.puzzle.input_names)
    assert len(found.puzzle.examples) + len(found.puzzle.questions) <= 6


CELLS = st.sampled_from(["0", "1", "yes", "no", "", "red", "blue", "3.5", "-2", "?", "x", "=1+1", "[b]"])


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=12), st.integers(1, 5))
def test_any_table_gives_a_puzzle_that_can_be_written_or_one_sentence(
    lines: list[tuple[str, ...]], questions: int
) -> None:
    text = "one,two,three\n" + "\n".join(map(",".join, lines))
    try:
        found = make_puzzle("Any", read_table(text.encode()), Wishes(questions=questions))
    except TableError:
        return
    assert write_puzzle(found.puzzle)
    assert found.puzzle.questions
