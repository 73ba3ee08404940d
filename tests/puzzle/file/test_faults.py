"""Every fault a puzzle file can have is told at its line and column, with what to write instead.

In the sources `▲` stands before each place where a fault is expected.
"""

from __future__ import annotations

import pytest

from neuron_tui.puzzle.file.reader import read_puzzle
from neuron_tui.puzzle.puzzle import MAX_INPUTS, MAX_ITERATIONS, MAX_TAPE_NUMBERS
from tests.puzzle.sources import check_faults, puzzle_file


def test_an_unknown_key_names_the_nearest_known_one() -> None:
    check_faults(puzzle_file() + "▲autor: me\n▲colour: red\n", "`author`", "the keys are title,")


def test_a_key_of_the_neuron_at_the_top_is_sent_to_its_place() -> None:
    check_faults(puzzle_file() + "▲seed: 7\n", "`neuron: {seed: ...}`")
    check_faults(puzzle_file(neuron="{seed: 7, ▲learning_rat: 1}"), "`learning_rate`")
    check_faults(puzzle_file(neuron="{▲title: 7}"), "at the top")


def test_a_key_that_stands_twice_names_the_line_of_the_first() -> None:
    check_faults(puzzle_file() + "▲title: Again\n", "line 1")
    check_faults(puzzle_file(neuron="{seed: 1, ▲seed: 2}"), "`seed`")


def test_what_is_required_is_asked_for_at_the_top() -> None:
    check_faults("▲▲▲author: me\n", "`examples`", "`questions`", "`title`")


@pytest.mark.parametrize("source", ["", "# only a note\n", "---\n", "\n\n"])
def test_an_empty_file_says_what_is_needed(source: str) -> None:
    check_faults("▲" + source, "`title`, `examples` and `questions`")


@pytest.mark.parametrize("source", ["▲just words\n", "▲- 0 0 1 -> 0\n", "\n▲[title]\n"])
def test_a_file_that_has_no_keys_is_told_how_to_begin(source: str) -> None:
    check_faults(source, "`title: ...`")


def test_a_second_document_is_refused() -> None:
    check_faults(puzzle_file() + "▲---\ntitle: Another\n", "a file of its own")
    check_faults(puzzle_file() + "...\n# note\n▲title: Another\n", "a file of its own")


@pytest.mark.parametrize("hint", ["▲*lost", "▲&a Look.", "▲&a [Look., *a]", "[▲&a Look., *a]"])
def test_anchors_and_aliases_are_refused_in_one_sentence(hint: str) -> None:
    check_faults(puzzle_file(hint=hint), "anchors (`&`), aliases (`*`) and tags (`!`)")


def test_merging_is_refused() -> None:
    check_faults(puzzle_file(neuron="{▲<<: {seed: 1}}"), "merging")


@pytest.mark.parametrize(
    "value",
    ["▲!!python/object/apply:os.system ['true']", "▲!!str Two", "▲! Two", "▲!mine Two", "▲!!binary aGk="],
)
def test_a_tag_is_refused(value: str) -> None:
    check_faults(puzzle_file(title=value), "tag")


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("title", "▲[Two, switches]", "not a list"),
        ("title", "▲{Two: switches}", "not keys and values; put quotation marks"),
        ("title", "▲''", "empty"),
        ("title", '▲"\u200d"', "empty"),
        ("title", '▲"Two\\nlines"', "one line"),
        ("output", "▲' '", "empty"),
        ("author", "▲[me]", "not a list"),
        ("rule", "▲{left: wins}", "quotation marks"),
        ("inputs", "▲left right", "`inputs: [left, right]`"),
        ("inputs", "▲left", "`inputs: [left, middle, right]`"),
        ("inputs", "[left, ▲[right]]", "not a list"),
        ("inputs", "[left, ▲'']", "empty"),
        ("examples", "▲0 0 -> 0", "`- 0 0 1 -> 0`"),
        ("examples", "▲[]", "it is empty"),
        ("questions", "\n  - ▲[1, 1, 0]", "`1 1 -> 0`"),
        ("questions", "\n  - ▲[left, 1]", "`0 0 1 -> 0`"),
        ("questions", "\n  - ▲1 1: 1", "write `1 1 -> 1`"),
        ("hint", "[Look., ▲'']", "empty"),
        ("hint", "[a, b, c, ▲d]", "at most 3"),
        ("neuron", "▲fast", "`neuron: {threshold: true, seed: 1}`"),
        ("neuron", "{threshold: ▲maybe}", "true or false"),
        ("neuron", "{threshold: ▲'true'}", "true or false"),
        ("neuron", "{iterations: ▲many}", "plain decimals"),
        ("neuron", "{iterations: ▲'100'}", "remove what quotes `100`"),
        ("neuron", "{iterations: ▲[1]}", "not a list"),
        ("neuron", "{iterations: ▲2.5}", "whole number"),
        ("expect", "▲wins", "learns, fails and depends"),
        ("format", "▲new", "plain decimals"),
    ],
)
def test_a_value_of_the_wrong_kind_is_told(key: str, value: str, words: str) -> None:
    check_faults(puzzle_file(**{key: value}), words)


@pytest.mark.parametrize(
    "number", ["0x10", "0o7", "1_000", "1:30", ".nan", ".inf", "nan", "1,000", "1e", "one", "١"]
)
def test_only_plain_decimals_are_numbers(number: str) -> None:
    check_faults(puzzle_file(neuron=f"\n  seed: ▲{number}"), "`seed: 1`")


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("iterations: ▲0", "1 to 1,000,000"),
        ("iterations: ▲1000001", "1 to 1,000,000"),
        ("iterations: ▲1e999999999", "1 to 1,000,000"),
        ("seed: ▲-1", "0 to 4,294,967,286"),
        ("seed: ▲4294967287", "0 to 4,294,967,286"),
        ("learning_rate: ▲0", "above 0 and at most 1,000"),
        ("learning_rate: ▲1000.1", "above 0 and at most 1,000"),
        ("learning_rate: ▲1e-999", "above 0 and at most 1,000"),
        ("learning_rate: ▲-1", "above 0 and at most 1,000"),
    ],
)
def test_a_number_out_of_bounds_names_the_bounds(setting: str, words: str) -> None:
    check_faults(puzzle_file(neuron=f"{{{setting}}}"), words)


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("▲0.5", "start must be a list of numbers, not `0.5`; write it as `start: [0.5, -0.2]`"),
        ("▲[]", "start must be a list of numbers, but it is empty"),
        ("▲{left: 1}", "start must be a list of numbers, not keys and values"),
        ("[0.5, ▲one]", "a number in start must be a number in plain decimals, not `one`"),
        ("[0.5, ▲.nan]", "in plain decimals, not `.nan`"),
        ("[0.5, ▲1e999999999]", "from -100 to 100"),
        ("[▲100.1, 1]", "from -100 to 100"),
        ("[▲[1], 2]", "not a list"),
        ("[0.5, ▲'2']", "a number in start must be a number, not a text; remove what quotes `2`"),
        ("▲[1]", "start must have a number for each weight, which are 2 here, not 1; write them in"),
        ("▲[1, 2, 3]", "which are 2 here, not 3"),
        ("▲[1, 2], threshold: true", "which are 3 here, not 2"),
        ("▲[1, 2], hidden: 2", "which are 6 here, not 2"),
    ],
)
def test_start_weights_are_as_many_numbers_as_there_are_weights(start: str, words: str) -> None:
    check_faults(puzzle_file(neuron=f"{{start: {start}}}"), words)


def test_no_puzzle_that_keeps_to_the_bounds_needs_a_longer_tape_than_the_game_holds() -> None:
    assert (MAX_ITERATIONS + 1) * (MAX_INPUTS + 1) <= MAX_TAPE_NUMBERS == 20_000_000


def test_a_newer_format_is_the_only_thing_told() -> None:
    newer = puzzle_file(colour="red", examples="none") + "format: ▲3\n"
    check_faults(newer, "format 3")
    check_faults(newer.replace("3\n", "99999999999999999999\n"), "neuron-tui")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("0 ▲2 -> 0", ["`2` is not 0 or 1"]),
        ("▲x 1 -> ▲?", ["`x`", "`?`"]),
        ("0 0 -> ▲maybe", ["`maybe`"]),
        ("0 1 -> ▲0.0", ["`0.0`"]),
        ("▲0 1", ["arrow is missing"]),
        ("0 1 ▲= 0", ["write `->` instead of `=`"]),
        ("0 ▲<- 0 1", ["points the wrong way"]),
        ("▲0 1 0", ["did you mean `0 1 -> 0`?"]),
        ("0 ▲O -> 0", ["write 0"]),
        ("▲yes 1 -> 0", ["write 1"]),
        ("1 ▲-> 0 1", ["turn them round"]),
        ("0 1 ▲->", ["no output"]),
        ("▲-> 1", ["no inputs"]),
        ("0 1 -> 0 ▲1", ["only one output"]),
        ("0 1 -> 1 1 1 ▲-> 0", ["a second row begins"]),
    ],
)
def test_a_wrong_row_is_told_at_the_word_that_is_wrong(row: str, words: list[str]) -> None:
    check_faults(puzzle_file(examples=f"\n  - 1 1 -> 1\n  - {row}", questions="\n  - 1 0 -> 1"), *words)


def test_a_row_that_is_indented_further_than_the_one_above_is_told() -> None:
    check_faults(puzzle_file(examples="\n  - 0 0 -> 0\n   ▲- 0 1 -> 1"), "begin `-` in column 3")


def test_an_entry_without_a_row_is_told() -> None:
    check_faults(puzzle_file(examples="\n  - 0 0 -> 0\n  -▲\n  - 0 1 -> 1"), "nothing stands here")


def test_an_answer_that_is_missing_is_told() -> None:
    check_faults(puzzle_file(questions="\n  - ▲1 1"), "the answer is missing")


def test_values_that_stick_together_are_as_many_as_their_digits() -> None:
    check_faults(puzzle_file(questions="\n  - ▲11 1 -> 1"), "3 inputs")


def test_a_quoted_row_is_told_at_the_word_that_is_wrong() -> None:
    check_faults(puzzle_file(questions="\n  - '1 ▲2 -> 1'"), "`2`")
    check_faults(puzzle_file(questions='\n  - ▲"1 2\\u0020-> 1"'), "`2`")


def test_a_row_of_another_width_is_told_even_if_it_is_the_first() -> None:
    three = "\n  - ▲0 1 -> 0\n  - 0 0 1 -> 0\n  - 1 0 1 -> 1"
    check_faults(
        puzzle_file(examples=three, questions="\n  - 1 1 1 -> 1\n  - ▲1 -> 1"), "2 inputs", "1 input,"
    )


def test_more_than_sixteen_inputs_are_refused() -> None:
    check_faults(
        puzzle_file(examples=f"\n  - ▲{'0 ' * 17}-> 0", questions=f"\n  - {'1 ' * 17}-> 1"), "at most 16"
    )


def test_too_many_examples_or_questions_are_refused_where_they_begin() -> None:
    rows = [f"\n  - {' '.join(f'{number:010b}')} -> 0" for number in range(257 + 65)]
    rows[256] = rows[256].replace("- ", "- ▲", 1)
    rows[257 + 64] = rows[257 + 64].replace("- ", "- ▲", 1)
    check_faults(
        puzzle_file(examples="".join(rows[:257]), questions="".join(rows[257:])), "at most 256", "at most 64"
    )


def test_names_must_fit_the_width() -> None:
    check_faults(puzzle_file(inputs="▲[left, middle, right]"), "2 inputs")


def test_no_name_may_stand_twice() -> None:
    check_faults(puzzle_file(inputs="[left, ▲left]"), "twice")
    check_faults(puzzle_file(inputs="[left, lamp]", output="▲lamp"), "another name")
    check_faults(puzzle_file(inputs="[left, ▲answer]"), "another name")
    check_faults(puzzle_file(output="▲B"), "another name")


def test_the_same_inputs_with_two_outputs_are_an_error() -> None:
    check_faults(puzzle_file(examples="\n  - 0 0 -> 0\n  - 0 1 -> 0\n  - ▲0 0 -> 1"), "line 3")
    check_faults(puzzle_file(questions="\n  - 1 1 -> 1\n  - ▲1 1 -> 0"), "line 7")
    check_faults(puzzle_file(questions="\n  - ▲0 1 -> 1"), "line 4")


def test_a_repeated_row_and_a_question_among_the_examples_are_warnings() -> None:
    check_faults(puzzle_file(examples="\n  - 0 0 -> 0\n  - 0 1 -> 1\n  - ▲0 0 -> 0"), "line 3")
    check_faults(puzzle_file(questions="\n  - 1 1 -> 1\n  - ▲1 1 -> 1"), "line 7")
    check_faults(puzzle_file(questions="\n  - ▲0 1 -> 0"), "line 4")
    reading = read_puzzle(puzzle_file(questions="\n  - 0 1 -> 0").encode())
    assert [fault.severity for fault in reading.faults] == ["warning"]
    assert reading.puzzle is not None
    assert reading.puzzle is not None


def test_all_faults_of_a_file_are_told_at_once_and_in_order() -> None:
    check_faults(
        "▲colour: red\n"
        "title: ▲''\n"
        "inputs: [left, ▲left]\n"
        "examples:\n  - 0 ▲3 -> 0\n  - ▲0 -> 0\n"
        "questions:\n  - 1 1 -> 1\n"
        "neuron: {seed: ▲x, ▲sed: 1}\n"
        "expect: ▲maybe\n",
        "`colour`", "empty", "twice", "`3`", "1 input", "plain decimals", "`seed`", "learns",
    )  # fmt: skip


def test_a_fault_reads_as_one_line() -> None:
    [fault] = read_puzzle(puzzle_file(expect="wins").encode()).faults
    assert fault.describe("my.yaml").startswith("my.yaml:8:9: error: expect must be ")
